package corroborate

import (
	"cmp"
	"math"
	"slices"

	"github.com/atleast-desk/atleast/place"
)

// label names a drawer of the shelf: the respects in which a statement and a
// figure agree where one fits the other. Only some are set.
type label struct {
	unit   string
	same   bool    // whether the number agrees
	number float64 // and which
	act    string  // else the act does: as the figure was begun with
	days   days
	head   string // a place, by its own name
	site   place.Site
	month  int // when reports appeared: in which nearDays counted from 1970
}

// Drawers of reports that may have appeared whenever.
const (
	undated = math.MinInt + iota // of which that is not known
	anytime
)

// labels names the drawers in which a figure lies.
func (g *group) labels() []label {
	months := []int{undated, anytime}
	if g.dated {
		months[0] = monthOf(g.day)
	}
	same := label{unit: g.scope.Unit, same: true, number: number(*g.statements[0].claim.Quantity)}
	return slices.Concat(same.within(g.scope, months, false), label{unit: g.scope.Unit, act: g.begun}.within(g.scope, months, true))
}

// alike names the drawers of figures that may state the statement's number.
func (s *statement) alike() []label {
	l := label{unit: s.scope.Unit, same: true, number: number(*s.claim.Quantity)}
	return l.within(s.scope, s.report.months(), false)
}

// allowed names the drawers of figures with whose numbers the statement's may
// agree: those of its act, and those begun without one.
func (s *statement) allowed() []label {
	begun, silent := label{unit: s.scope.Unit, act: s.scope.Event}, label{unit: s.scope.Unit}
	months := s.report.months()
	return slices.Concat(begun.within(s.scope, months, true), silent.within(s.scope, months, true))
}

// within adds to a label the days of a scope, and the months, each with the
// scope's place where placed.
func (l label) within(s plotted, months []int, placed bool) []label {
	var all []label
	if !s.when.unsaid() {
		on := l
		on.days = s.when
		all = append(all, on)
	}
	for _, month := range months {
		at := l
		at.month = month
		switch {
		case !placed:
			all = append(all, at)
		case s.where.head != "":
			all = append(all, at.at(s.where)...)
		}
	}
	return all
}

// at adds a place to a label, under each name by which another may be the same.
func (l label) at(w where) []label {
	named := l
	named.head = w.head
	if !w.known {
		return []label{named}
	}
	l.site = w.site
	return []label{named, l}
}

// months are those in which a report close to this one may have appeared.
func (r *reading) months() []int {
	if !r.dated {
		return []int{anytime}
	}
	m := monthOf(r.day)
	return []int{m - 1, m, m + 1, undated}
}

func monthOf(day int) int { return int(math.Floor(float64(day) / nearDays)) }

// drawer holds figures by the numbers that their first statements allow.
type drawer struct {
	points []*group // one number each, the lowest first
	spans  []*group // several
}

func (g *group) interval() Interval { return g.statements[0].interval }

func (d *drawer) put(g *group) {
	i := g.interval()
	if i.Low != i.High {
		d.spans = append(d.spans, g)
		return
	}
	d.points = slices.Insert(d.points, d.from(i.Low), g)
}

// from returns where the points of n and more begin.
func (d *drawer) from(n float64) int {
	at, _ := slices.BinarySearchFunc(d.points, n, func(g *group, n float64) int { return cmp.Compare(g.interval().Low, n) })
	return at
}

// allowing returns the figures of which the interval allows the numbers, or
// which allow its.
func (d *drawer) allowing(i Interval) []*group {
	var found []*group
	low, high := min(i.Low, i.High), max(i.Low, i.High) // a report may state a range the wrong way round
	for _, g := range d.points[d.from(low):] {
		if g.interval().Low > high {
			break
		}
		found = append(found, g)
	}
	for _, g := range d.spans {
		if loosely(i, g.interval()) {
			found = append(found, g)
		}
	}
	return found
}
