package syntax

func (s *state) form(i int) uint64 {
	switch {
	case i < 0:
		return before
	case i >= len(s.words):
		return after
	}
	return s.words[i].form
}

func (s *state) tagOf(i int) uint64 {
	switch {
	case i < 0:
		return before
	case i >= len(s.words):
		return after
	}
	return s.words[i].tag
}

// kin returns the groups of a word.
func (s *state) kin(i int) kinship {
	switch {
	case i < 0:
		return kinBefore
	case i >= len(s.words):
		return kinAfter
	}
	return s.words[i].kin
}

// rel returns the relation of a word that is attached.
func (s *state) rel(i int) uint64 {
	if i < 0 || i >= len(s.words) {
		return before
	}
	return s.words[i].rel
}

// kid returns the relations that the dependents of a word have.
func (s *state) kid(i int) uint64 {
	if i < 0 {
		return before
	}
	return s.kids[i]
}

func outer(of [][2]int, i, which int) int {
	if i < 0 {
		return none
	}
	return of[i][which]
}

func count(of []uint8, i int) uint64 {
	if i < 0 {
		return 0
	}
	return uint64(of[i])
}

// extract lists the features of the state, after Zhang and Nivre.
func (s *state) extract() []uint64 {
	s0, s1, s2 := s.at(0), s.at(1), s.at(2)
	n0, n1, n2 := s.ahead(0), s.ahead(1), s.ahead(2)
	s0l, s0l2 := outer(s.lefts, s0, 0), outer(s.lefts, s0, 1)
	s0r, s0r2 := outer(s.rights, s0, 0), outer(s.rights, s0, 1)
	s1l, s1r, s1r2 := outer(s.lefts, s1, 0), outer(s.rights, s1, 0), outer(s.rights, s1, 1)
	n0l, n0l2 := outer(s.lefts, n0, 0), outer(s.lefts, n0, 1)
	w, t := s.form, s.tagOf
	ws0, ts0, ws1, ts1, ts2 := w(s0), t(s0), w(s1), t(s1), t(s2)
	wn0, tn0, wn1, tn1, wn2, tn2 := w(n0), t(n0), w(n1), t(n1), w(n2), t(n2)
	far := uint64(0)
	if s0 >= 0 && n0 >= 0 {
		far = uint64(min(n0-s0, 6))
	}
	near := uint64(0)
	if s0 >= 0 && s1 >= 0 {
		near = uint64(min(s0-s1, 6))
	}
	s.features = append(s.features[:0],
		mix(0), mix(1, ws0), mix(2, ts0), mix(3, ws0, ts0), mix(4, ws1), mix(5, ts1), mix(6, ws1, ts1), mix(7, wn0), mix(8, tn0),
		mix(9, wn0, tn0), mix(10, wn1), mix(11, tn1), mix(12, wn1, tn1), mix(13, wn2), mix(14, tn2), mix(15, ts2),
		mix(16, ws0, wn0), mix(17, ws0, tn0), mix(18, ts0, wn0), mix(19, ts0, tn0), mix(20, ws0, ts0, tn0), mix(21, ts0, wn0, tn0),
		mix(22, ws1, ws0), mix(23, ts1, ws0), mix(24, ws1, ts0), mix(25, ts1, ts0), mix(26, ts1, ts0, tn0), mix(27, ws1, ts1, ts0),
		mix(28, ts0, tn0, tn1), mix(29, ts0, tn0, tn1, tn2), mix(30, tn0, tn1, tn2), mix(31, ts2, ts1, ts0), mix(32, ts1, tn0),
		mix(33, ts0, t(s0l), tn0), mix(34, ts0, t(s0r), tn0), mix(35, ts0, t(n0l), tn0), mix(36, ts1, t(s1r), ts0), mix(37, ts1, t(s1l), ts0),
		mix(38, ts1, ts0, t(s0l)), mix(39, ts0, t(s0l), t(s0l2)), mix(40, ts0, t(s0r), t(s0r2)), mix(41, tn0, t(n0l), t(n0l2)), mix(42, ts1, t(s1r), t(s1r2)),
		mix(43, w(s0l)), mix(44, w(s0r)), mix(45, w(n0l)), mix(46, w(s1r), ts0),
		mix(47, far, ts0, tn0), mix(48, near, ts1, ts0), mix(49, far, ws0), mix(50, far, wn0),
		mix(51, ts0, count(s.nLeft, s0), count(s.nRight, s0)), mix(52, ws0, count(s.nRight, s0), tn0), mix(53, tn0, count(s.nLeft, n0), wn0),
		mix(54, ts1, count(s.nRight, s1), ts0), mix(55, ws1, count(s.nRight, s1), ts0), mix(56, ws0, tn0, tn1), mix(57, ts0, wn0, tn1), mix(58, ts1, ts0, tn0, tn1),
		mix(59, ws1, tn0), mix(60, ts1, ws0, tn0), mix(61, w(s0l), ts0, tn0), mix(62, ws1, ts0, tn0))
	s.addGroups(s0, s1, n0)
	s.addRelations(s0, s1, n0)
	s.addQuotes(s0, s1, n0)
	return s.features
}

// addGroups lists what the groups of the words around the next decision tell.
func (s *state) addGroups(s0, s1, n0 int) {
	g0, g1, gn, gn1 := s.kin(s0), s.kin(s1), s.kin(n0), s.kin(s.ahead(1))
	t0, t1, tn, tn1 := s.tagOf(s0), s.tagOf(s1), s.tagOf(n0), s.tagOf(s.ahead(1))
	s.features = append(s.features,
		mix(70, g0.use), mix(71, gn.use), mix(72, g1.use), mix(73, gn1.use), mix(74, g0.use, gn.use), mix(75, g1.use, g0.use),
		mix(76, g0.use, tn), mix(77, t0, gn.use), mix(78, g1.use, t0), mix(79, t1, g0.use), mix(80, g1.use, t0, tn), mix(81, g0.use, tn, tn1),
		mix(82, g0.useWide, gn.useWide, gn1.useWide), mix(83, g1.useWide, g0.useWide, gn.useWide), mix(84, g0.use, count(s.nRight, s0), tn),
		mix(85, g1.useWide, gn.use), mix(86, g1.use, gn.useWide),
		mix(90, g0.themeWide, gn.themeWide), mix(91, g1.themeWide, g0.themeWide), mix(92, g1.themeWide, gn.themeWide),
		mix(93, t0, g0.themeWide, gn.themeWide), mix(94, t1, t0, g1.themeWide, g0.themeWide))
}

// addRelations lists what the relations tell that words around the next decision have
// to theirs.
func (s *state) addRelations(s0, s1, n0 int) {
	t0, t1, tn := s.tagOf(s0), s.tagOf(s1), s.tagOf(n0)
	w0, w1, wn := s.kin(s0).useWide, s.kin(s1).useWide, s.kin(n0).useWide
	k0, k1, kn := s.kid(s0), s.kid(s1), s.kid(n0)
	ofTop, ofNext := s.rel(outer(s.rights, s0, 0)), s.rel(outer(s.lefts, n0, 0))
	s.features = append(s.features,
		mix(100, s.rel(outer(s.lefts, s0, 0)), t0, tn), mix(101, ofTop, t0, tn), mix(102, ofNext, t0, tn),
		mix(103, s.rel(outer(s.rights, s1, 0)), t1, t0), mix(104, s.rel(outer(s.lefts, s1, 0)), t1, t0),
		mix(105, k0, t0), mix(106, k0, t0, tn), mix(107, kn, tn, t0), mix(108, k1, t1, t0), mix(109, w0, k0), mix(110, w1, k1),
		mix(111, w0, ofTop, tn), mix(112, wn, ofNext, t0))
}

// quoted returns whether a word stands between quotation marks.
func (s *state) quoted(i int) uint64 {
	if i < 0 || i >= len(s.words) {
		return before
	}
	return s.words[i].quoted
}

// addQuotes lists which of the words around the next decision are somebody's own.
func (s *state) addQuotes(s0, s1, n0 int) {
	t0, t1, tn := s.tagOf(s0), s.tagOf(s1), s.tagOf(n0)
	top, below, next := s.quoted(s0), s.quoted(s1), s.quoted(n0)
	s.features = append(s.features, mix(120, top, next, t0, tn), mix(121, below, top, t1, t0), mix(122, below, top, next, t0), mix(123, top, next, s.form(n0)))
}
