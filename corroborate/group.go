package corroborate

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

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
			classedFirst(a.scope, b.scope),
			cmp.Compare(b.scope.known(), a.scope.known()),
		)
	})
	shelf := shelf{map[string][]*group{}, map[string][]*group{}, said, map[string]*group{}}
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

// classedFirst puts a scope of a known act before others.
func classedFirst(a, b Scope) int {
	switch {
	case a.classed() == b.classed():
		return 0
	case a.classed():
		return -1
	default:
		return 1
	}
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
	counting map[string][]*group // by unit and act
	numbered map[string][]*group // by unit and number
	said     judgements
	holding  map[string]*group // by the ID of a claim: the figure that it gives
}

func (f shelf) put(g *group) {
	key, number := g.scope.Unit+"/"+g.scope.Event, numberKey(g.statements[0])
	f.counting[key] = append(f.counting[key], g)
	f.numbered[number] = append(f.numbered[number], g)
}

// numberKey is where groups of one number stand, whatever their act.
func numberKey(s statement) string {
	return s.scope.Unit + "/" + strconv.FormatFloat(number(*s.claim.Quantity), 'g', -1, 64)
}

// candidates returns the groups whose act is the statement's or not stated, and
// those of its number whose act may be told in other words.
func (f shelf) candidates(s statement) [][]*group {
	if s.scope.Event != "" {
		var retold []*group
		for _, g := range f.numbered[numberKey(s)] {
			if g.scope.Event != "" && g.retells(s) {
				retold = append(retold, g)
			}
		}
		return [][]*group{f.counting[s.scope.Unit+"/"+s.scope.Event], f.counting[s.scope.Unit+"/"], retold}
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
	retold := g.retells(s)
	if retold {
		s.scope.Event = g.scope.Event
	}
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
	case retold && !tellingNumber(s) && (!place || !day):
		return noFit
	case g.holds(s.report):
		return fit + reportFit
	case g.oneEvent(s, same, place, day):
		return fit
	default:
		return noFit
	}
}

// retells reports whether a statement may tell of the group's event by another
// word for it: "64 guests went into the water" of those who "fell into the sea".
// A word of no class says little of what happened; two acts that are known are
// two, and so are two that one report tells apart.
func (g *group) retells(s statement) bool {
	if s.scope.Event == g.scope.Event || s.scope.Event == "" || g.scope.Event == "" || s.scope.classed() && g.scope.classed() {
		return false
	}
	kind := noun{class: s.scope.Noun, side: s.scope.Side}.against(noun{class: g.scope.Noun, side: g.scope.Side})
	return kind != apart && kind != unclear && sameNumber(s, g.statements[0]) && !g.holds(s.report)
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
