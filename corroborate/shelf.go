package corroborate

// shelf finds the figure that a statement joins without walking along all of
// them. What a fit takes (see group.fit) tells where to look: every figure lies
// in a drawer for each report, day, place and number by which a statement could
// come to it.
type shelf struct {
	groups  []*group // in the order in which they were begun
	by      map[*reading][]*group
	drawers map[label]*drawer
	said    judgements
	holding map[string]*group // by the claim that stands for those judged to give one figure: that figure
	turn    int               // counts the statements looked up
	met     int               // counts the figures that they were compared with
}

func newShelf(said judgements) *shelf {
	return &shelf{by: map[*reading][]*group{}, drawers: map[label]*drawer{}, said: said, holding: map[string]*group{}}
}

// take adds a statement to the figure that it gives, or begins one with it.
func (f *shelf) take(s statement) {
	g := f.home(s)
	if g == nil {
		g = newGroup(s)
		f.groups = append(f.groups, g)
		f.by[s.report] = append(f.by[s.report], g)
		f.file(g)
	} else {
		f.join(g, s)
	}
	if s.claim.ID != "" {
		f.holding[f.said.figures.root(s.claim.ID)] = g
	}
}

// join adds a statement to a figure, which stands in more drawers afterwards
// where the statement says what none before it did.
func (f *shelf) join(g *group, s statement) {
	scope, dated := g.scope.Scope, g.dated
	if !g.reports[s.report] {
		f.by[s.report] = append(f.by[s.report], g)
	}
	g.add(s)
	if g.scope.Scope != scope || g.dated != dated {
		f.file(g)
	}
}

func (f *shelf) file(g *group) {
	for _, l := range g.labels() {
		if f.drawers[l] == nil {
			f.drawers[l] = &drawer{}
		}
		f.drawers[l].put(g)
	}
}

// home returns the one group that fits the statement best; of several that fit
// alike the closest. It is nil where none fits, or where two are as close.
func (f *shelf) home(s statement) *group {
	best, others := f.judgedHome(s)
	if best != nil {
		return best
	}
	top, alike := looseFit, []*group(nil)
	for _, g := range f.candidates(s) {
		if others[g] {
			continue
		}
		f.met++
		switch fit := g.fit(s); {
		case fit > top:
			top, alike = fit, []*group{g}
		case fit == top:
			alike = append(alike, g)
		}
	}
	return closest(alike, s)
}

// closest returns the one of several groups to which the statement's report is
// closest, or nil where two are.
func closest(groups []*group, s statement) *group {
	if len(groups) == 1 {
		return groups[0]
	}
	var best *group
	most := -1
	for _, g := range groups {
		switch near := g.closeness(s); {
		case near > most:
			best, most = g, near
		case near == most:
			best = nil
		}
	}
	return best
}

// judgedHome returns the group of the claims of which a person said that they
// give the same figure, and the groups of those said to give another.
func (f *shelf) judgedHome(s statement) (same *group, others map[*group]bool) {
	if s.claim.ID == "" {
		return nil, nil
	}
	root := f.said.figures.root(s.claim.ID)
	others = map[*group]bool{}
	for foe := range f.said.figures.foes[root] {
		if g := f.holding[foe]; g != nil {
			others[g] = true
		}
	}
	return f.holding[root], others
}

// candidates returns the groups that may fit: those whose act is the statement's
// or was not stated, and those of its number whose act may be told in other
// words.
func (f *shelf) candidates(s statement) []*group {
	f.turn++
	met := f.unseen(nil, f.by[s.report])
	for _, l := range s.alike() {
		if d := f.drawers[l]; d != nil {
			met = f.unseen(f.unseen(met, d.points), d.spans)
		}
	}
	if s.scope.Event == "" {
		return met
	}
	for _, l := range s.allowed() {
		if d := f.drawers[l]; d != nil {
			met = f.unseen(met, d.allowing(s.interval))
		}
	}
	var found []*group
	for _, g := range met {
		if g.begun == s.scope.Event || g.begun == "" || g.retells(&s) {
			found = append(found, g)
		}
	}
	return found
}

// unseen appends those groups that were not looked at in this turn.
func (f *shelf) unseen(found, groups []*group) []*group {
	for _, g := range groups {
		if g.turn != f.turn {
			g.turn = f.turn
			found = append(found, g)
		}
	}
	return found
}
