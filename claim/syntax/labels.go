package syntax

// named gives a word that has just been attached its relation.
func (s *state) named(child, class int, rel string) {
	w := &s.words[child]
	w.Rel = rel
	w.rel = uint64(class) + 300
	s.kids[s.head[child]] |= 1 << (class & 63)
}

// labelFeatures says what is known of a word that has just been attached.
func (s *state) labelFeatures(f []uint64, i int) []uint64 {
	h := s.head[i]
	form, tag, rel := s.form, s.tagOf, s.rel
	u := func(i int) uint64 { return s.kin(i).use }
	far := uint64(20)
	if h < len(s.words) {
		far = uint64(max(-8, min(8, h-i)) + 20)
	}
	side, inner := uint64(0), s.lefts[h][1]
	hFirst, hLast := s.lefts[h][0], s.rights[h][0]
	if h < i {
		side, inner = 1, s.rights[h][1]
	}
	outerOf := hLast
	if h < i {
		outerOf = hFirst
	}
	w, t, wh, th := form(i), tag(i), form(h), tag(h)
	c1, cn := s.lefts[i][0], s.rights[i][0]
	if c1 == none {
		c1 = cn
	}
	k, kh := s.kids[i], s.kids[h]
	return append(f,
		mix(0), mix(1, w, side), mix(2, t, side), mix(3, wh, side), mix(4, th, side), mix(5, w, th, side), mix(6, t, wh, side), mix(7, t, th, side),
		mix(8, w, wh), mix(9, far, t, th), mix(10, form(c1), t, side), mix(11, tag(c1), t, th, side), mix(12, tag(cn), t, th), mix(13, form(c1), th, t),
		mix(14, tag(inner), t, th, side), mix(15, rel(inner), t, th, side), mix(16, form(inner), t, side), mix(17, rel(outerOf), t, th, side),
		mix(18, tag(i-1), t, th, side), mix(19, tag(i+1), t, th, side), mix(20, form(i-1), t, th), mix(21, form(i+1), t, th),
		mix(22, k, t, th, side), mix(23, k, t), mix(24, kh, t, th, side), mix(25, kh, t, side), mix(26, kh, wh, t, side), mix(27, k, w, th), mix(28, form(c1), wh),
		mix(29, s.words[i].shape, th, t), mix(30, rel(c1), rel(cn), t, th, side), mix(31, u(i), t, th, side), mix(32, u(h), t, th, side), mix(33, u(i), u(h), side),
		mix(34, w, u(h), side), mix(35, u(i), wh, side), mix(36, form(cn), t, th), mix(37, tag(h-1), th, t, side), mix(38, tag(h+1), th, t, side), mix(39, u(i), kh, side), mix(40, rel(inner), wh, t),
		mix(41, s.quoted(i), s.quoted(h), t, th, side), mix(42, s.quoted(i), s.quoted(h), u(h), t))
}
