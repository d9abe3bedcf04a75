package corroborate

import (
	"cmp"
	"slices"

	"github.com/atleast-desk/atleast"
)

// group is the statements of one figure.
type group struct {
	statements []statement
	denials    []statement
	scope      plotted

	reports map[*reading]bool // those that say it
	said    map[uint64]bool   // passages of the sentences that say it
	day     int               // on which the first dated one of them appeared
	dated   bool              // whether that is known
	begun   string            // the act that its first statement names; empty where that names none
	turn    int               // of the shelf: when it was last looked at
}

// newGroup begins a figure with its first statement, which stays the measure of
// the numbers that join it.
func newGroup(s statement) *group {
	g := &group{scope: s.scope, begun: s.scope.Event, reports: map[*reading]bool{}, said: map[uint64]bool{}}
	g.add(s)
	return g
}

// groupClaims puts statements of the same figure together. The sharpest come
// first, so that "at least 100" finds the 102 it speaks of; a statement that
// fits two figures equally well joins neither. What a person said of two claims
// goes before what they look like.
func groupClaims(all []statement, said judgements) []*group {
	all = sharpestFirst(all)
	shelf := newShelf(said)
	for _, s := range all {
		if s.claim.Stance != atleast.Denied {
			shelf.take(s)
		}
	}
	for _, s := range all {
		if s.claim.Stance != atleast.Denied {
			continue
		}
		if g := shelf.home(s); g != nil {
			g.denials = append(g.denials, s)
		}
	}
	for _, g := range shelf.groups {
		slices.SortStableFunc(g.statements, inReadingOrder)
		slices.SortStableFunc(g.denials, inReadingOrder)
	}
	return shelf.groups
}

// sharpestFirst is the order in which statements begin and join figures.
func sharpestFirst(all []statement) []statement {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b statement) int {
		return cmp.Or(
			cmp.Compare(sharpness(a.claim.Quantity.Bound), sharpness(b.claim.Quantity.Bound)),
			classedFirst(a.scope.Scope, b.scope.Scope),
			nounFirst(a.scope.Scope, b.scope.Scope),
			cmp.Compare(b.scope.known(), a.scope.known()),
		)
	})
	return all
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

// nounFirst puts a scope that says what is counted before others.
func nounFirst(a, b Scope) int {
	switch {
	case (a.Noun == "") == (b.Noun == ""):
		return 0
	case b.Noun == "":
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

// add joins a statement to the figure, and takes from it what the figure's scope
// left unsaid.
func (g *group) add(s statement) {
	g.statements = append(g.statements, s)
	g.reports[s.report] = true
	for _, hash := range s.grams {
		g.said[hash] = true
	}
	if filled := g.scope.filled(s.scope.Scope); filled != g.scope.Scope {
		g.scope = filled.plotted()
	}
	if !g.dated && s.report.dated && len(g.statements) <= comparedMax {
		g.day, g.dated = s.report.day, true
	}
}

// How well a statement fits a figure.
const (
	noFit     = 0
	looseFit  = 1 // the number lies within what the other allows
	sameFit   = 4 // the same number is stated
	reportFit = 2 // added where one report says both
	scopeFit  = 1 // added where place or time agree in so many words
)

// fit says how well a statement fits the figure. The shelf relies on what a fit
// takes: the same number, or numbers of which one allows the other; and one
// report that says both, the same days, or, with the same number or place,
// reports that appeared close to one another.
func (g *group) fit(s statement) int {
	first := &g.statements[0]
	same := sameNumber(&s, first)
	if !same && !loosely(s.interval, first.interval) {
		return noFit
	}
	retold := g.retells(&s)
	if retold {
		s.scope.Event = g.scope.Event
	}
	if same && tellingNumber(s) && s.scope.where.against(g.scope.where) == equal && s.scope.when.weekOff(g.scope.when) {
		s.scope.when, s.scope.From, s.scope.To = days{}, "", ""
	}
	pos := s.scope.against(g.scope)
	place, day := s.scope.where.against(g.scope.where) == equal, s.scope.when.against(g.scope.when) == equal
	switch {
	case pos == apart, s.scope.where.elsewhere(g.scope.where) && !g.mayHold(s), s.scope.crosses(g.scope):
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
	case retold && !tellingNumber(s) && (!place || !day) && !g.oneScene(s):
		return noFit
	case g.reports[s.report]:
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
func (g *group) retells(s *statement) bool {
	a, b := s.scope.Event, g.scope.Event
	if a == b || a == "" || b == "" || s.scope.classed() && g.scope.classed() && !kin[[2]string{min(a, b), max(a, b)}] {
		return false
	}
	one, other := s.scope.counted(), g.scope.counted()
	if s.scope.classed() && g.scope.classed() && (one.class == "" || other.class == "") {
		return sameNumber(s, &g.statements[0]) && !g.reports[s.report] && tellingNumber(*s)
	}
	kind := one.against(other)
	overlap := kind == unclear && one.isPeople() && other.isPeople() && tellingNumber(*s) // the patients of one report are another's guests
	return (kind != apart && kind != unclear || overlap) && sameNumber(s, &g.statements[0]) && !g.reports[s.report]
}

// sameNumber reports whether two statements name one number. The floor of a
// vague word is the desk's, not the report's: "hundreds" does not name 100.
func sameNumber(a, b *statement) bool {
	p, q := *a.claim.Quantity, *b.claim.Quantity
	vague := (p.Bound == atleast.Vague) == (q.Bound == atleast.Vague)
	return vague && number(p) == number(q) && a.interval.Overlaps(b.interval)
}

// crosses reports whether one scope is put as a part and the other as the
// total, or their days overlap without one holding the other.
func (s plotted) crosses(t plotted) bool {
	if s.Extent != "" && t.Extent != "" && s.Extent != t.Extent {
		return true
	}
	d, e := s.when, t.when
	return !d.unsaid() && !e.unsaid() && d.against(e) == unclear
}

// loosely reports whether one statement's numbers lie within the other's and
// are bounded on both sides: 102 is within "at least 100", while "at least 247"
// and "hundreds" may be two figures.
func loosely(a, b Interval) bool {
	return a.Within(b) && !a.open() || b.Within(a) && !b.open()
}
