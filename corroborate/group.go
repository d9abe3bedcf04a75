package corroborate

import (
	"cmp"
	"maps"
	"slices"

	"github.com/atleast-desk/atleast"
)

// group is the statements of one figure.
type group struct {
	statements []statement
	denials    []statement
	scope      Scope
}

// groupClaims puts statements of the same figure together. The sharpest come
// first, so that "at least 100" finds the 102 it speaks of; a statement that
// fits two figures equally well joins neither. What a person said of two claims
// goes before what they look like.
func groupClaims(all []statement, said judgements) []*group {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b statement) int {
		return cmp.Or(
			cmp.Compare(sharpness(a.claim.Quantity.Bound), sharpness(b.claim.Quantity.Bound)),
			cmp.Compare(b.scope.known(), a.scope.known()),
		)
	})
	shelf := shelf{map[string][]*group{}, said, map[string]*group{}}
	var groups []*group
	for _, s := range all {
		if s.claim.Stance == atleast.Denied {
			continue
		}
		if g := shelf.home(s); g != nil {
			g.add(s)
			shelf.holding[s.claim.ID] = g
			continue
		}
		g := &group{statements: []statement{s}, scope: s.scope}
		shelf.put(g)
		shelf.holding[s.claim.ID] = g
		groups = append(groups, g)
	}
	for _, s := range all {
		if s.claim.Stance != atleast.Denied {
			continue
		}
		if g := shelf.home(s); g != nil {
			g.denials = append(g.denials, s)
		}
	}
	for _, g := range groups {
		slices.SortStableFunc(g.statements, inReadingOrder)
		slices.SortStableFunc(g.denials, inReadingOrder)
	}
	return groups
}

func inReadingOrder(a, b statement) int {
	return cmp.Or(cmp.Compare(a.report.order, b.report.order), cmp.Compare(a.index, b.index))
}

// sharpness ranks bounds from the most to the least telling.
func sharpness(b atleast.Bound) int {
	switch b {
	case atleast.Exact:
		return 0
	case atleast.Range:
		return 1
	case atleast.About:
		return 2
	case atleast.Vague:
		return 4
	default:
		return 3
	}
}

func (g *group) add(s statement) {
	g.statements = append(g.statements, s)
	g.scope = g.scope.filled(s.scope)
}

// shelf finds groups by what they count, so that a statement is compared only
// with figures it could be.
type shelf struct {
	counting map[string][]*group
	said     judgements
	holding  map[string]*group // by the ID of a claim: the figure that it gives
}

func (f shelf) put(g *group) {
	key := g.scope.Unit + "/" + g.scope.Event
	f.counting[key] = append(f.counting[key], g)
}

// candidates returns the groups whose act is the statement's or not stated.
func (f shelf) candidates(s statement) [][]*group {
	if s.scope.Event != "" {
		return [][]*group{f.counting[s.scope.Unit+"/"+s.scope.Event], f.counting[s.scope.Unit+"/"]}
	}
	var keys []string
	for key := range f.counting {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	var lists [][]*group
	for _, key := range keys {
		lists = append(lists, f.counting[key])
	}
	return lists
}

// judgedHome returns the group of a claim of which a person said that it gives
// the same figure, and the groups of those said to give another.
func (f shelf) judgedHome(s statement) (same *group, others map[*group]bool) {
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

// home returns the one group that fits the statement best, or nil where none
// does or where two fit alike.
func (f shelf) home(s statement) *group {
	best, others := f.judgedHome(s)
	if best != nil {
		return best
	}
	top, tied := 0, false
	for _, list := range f.candidates(s) {
		for _, g := range list {
			if others[g] {
				continue
			}
			switch fit := g.fit(s); {
			case fit > top:
				best, top, tied = g, fit, false
			case fit == top && fit > 0:
				tied = true
			}
		}
	}
	if tied {
		return nil
	}
	return best
}

// How well a statement fits a figure.
const (
	noFit     = 0
	looseFit  = 1 // the number lies within what the other allows
	sameFit   = 4 // the same number is stated
	reportFit = 2 // added where one report says both
	scopeFit  = 1 // added where place or time agree in so many words
)

func (g *group) fit(s statement) int {
	first := g.statements[0]
	same := sameNumber(s, first)
	if !same && !loosely(s.interval, first.interval) {
		return noFit
	}
	pos := s.scope.against(g.scope)
	where, days := placeOf(s.scope.Place), s.scope.days()
	place, day := where.against(placeOf(g.scope.Place)) == equal, days.against(g.scope.days()) == equal
	switch {
	case pos == apart, where.elsewhere(placeOf(g.scope.Place)), s.scope.crosses(g.scope):
		return noFit
	case !same && (pos == inside || pos == containing) && !place && !day:
		return noFit
	case !same && (s.scope.Event == "" || g.scope.Event == ""):
		return noFit // two numbers of which one does not say what happened
	}
	fit := looseFit
	if same {
		fit = sameFit
	}
	if place || day {
		fit += scopeFit
	}
	switch {
	case g.holds(s.report):
		return fit + reportFit
	case g.oneEvent(s, same, place, day):
		return fit
	default:
		return noFit
	}
}

// sameNumber reports whether two statements name one number. The floor of a
// vague word is the desk's, not the report's: "hundreds" does not name 100.
func sameNumber(a, b statement) bool {
	p, q := *a.claim.Quantity, *b.claim.Quantity
	vague := (p.Bound == atleast.Vague) == (q.Bound == atleast.Vague)
	return vague && number(p) == number(q) && a.interval.Overlaps(b.interval)
}

// crosses reports whether one scope is put as a part and the other as the
// total, or their days overlap without one holding the other.
func (s Scope) crosses(t Scope) bool {
	if s.Extent != "" && t.Extent != "" && s.Extent != t.Extent {
		return true
	}
	d, e := s.days(), t.days()
	return !d.unsaid() && !e.unsaid() && d.against(e) == unclear
}

// loosely reports whether one statement's numbers lie within the other's and
// are bounded on both sides: 102 is within "at least 100", while "at least 247"
// and "hundreds" may be two figures.
func loosely(a, b Interval) bool {
	return a.Within(b) && !a.open() || b.Within(a) && !b.open()
}

func (g *group) holds(r *reading) bool {
	for _, s := range g.statements {
		if s.report == r {
			return true
		}
	}
	return false
}
