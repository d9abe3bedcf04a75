package corroborate

import (
	"maps"
	"slices"

	"github.com/atleast-desk/atleast"
)

// shelf finds the figure that a statement joins without walking along all of
// them. What a fit takes (see group.fit) tells where to look: every figure lies
// in a drawer for each report, day, place and number by which a statement could
// come to it.
type shelf struct {
	groups  []*group // in the order in which they were begun
	by      map[*reading][]*group
	drawers map[label]*drawer
	said    judgements
	holding map[string]*group // by the ID of a claim: the figure that it gives
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
	f.holding[s.claim.ID] = g
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

// home returns the one group that fits the statement best, or nil where none
// does or where two fit alike.
func (f *shelf) home(s statement) *group {
	best, others := f.judgedHome(s)
	if best != nil {
		return best
	}
	top, tied := 0, false
	for _, g := range f.candidates(s) {
		if others[g] {
			continue
		}
		f.met++
		switch fit := g.fit(s); {
		case fit > top:
			best, top, tied = g, fit, false
		case fit == top && fit > 0:
			tied = true
		}
	}
	if tied {
		return nil
	}
	return best
}

// judgedHome returns the group of a claim of which a person said that it gives
// the same figure, and the groups of those said to give another.
func (f *shelf) judgedHome(s statement) (same *group, others map[*group]bool) {
	others = map[*group]bool{}
	beside := f.said.beside[s.claim.ID]
	for _, claim := range slices.Sorted(maps.Keys(beside)) {
		switch g := f.holding[claim]; {
		case g == nil:
		case beside[claim] == atleast.Different:
			others[g] = true
		case beside[claim] == atleast.Same && same == nil:
			same = g
		}
	}
	return same, others
}

// candidates returns the groups that may fit: those whose act is the statement's
// or was not stated, and those of its number whose act may be told in other
// words. One that qualifies in both ways comes twice, and so ties with itself:
// it was begun without an act, and took one that is not the statement's.
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
		if g.begun == s.scope.Event || g.begun == "" {
			found = append(found, g)
		}
		if g.scope.Event != "" && g.retells(&s) {
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
