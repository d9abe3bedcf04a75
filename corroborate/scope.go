package corroborate

import (
	"cmp"
	"time"
)

// Scope is what a figure counts, where and when. What is empty was not said,
// which is not the same as everywhere or always.
type Scope struct {
	Event  string `json:"event"`           // the act, whatever the reports call it: "capture"
	Noun   string `json:"noun"`            // what is counted, singular: "soldier"
	Side   string `json:"side,omitempty"`  // whose they are: "russia"
	Unit   string `json:"unit,omitempty"`  // of a measure: "square mile"
	Place  string `json:"place,omitempty"` // as a report names it
	From   string `json:"from,omitempty"`  // days, "2006-01-02"; an empty one is open or not said
	To     string `json:"to,omitempty"`
	Extent Extent `json:"extent,omitempty"`
}

// Extent says whether a figure is put as one part of the count or as all of it.
type Extent string

// The extents. Most figures state none.
const (
	Part  Extent = "part"  // "in one go", "in a single day"
	Total Extent = "total" // "so far", "in all"
)

// plotted is a scope with its place and days read, which takes far longer than
// to compare them.
type plotted struct {
	Scope
	where where
	when  days
}

func (s Scope) plotted() plotted { return plotted{s, placeOf(s.Place), s.days()} }

// against says how s lies to t: where s is inside t, whatever s counts t
// counts too.
func (s Scope) against(t Scope) position { return s.plotted().against(t.plotted()) }

func (s plotted) against(t plotted) position {
	if s.Unit != t.Unit {
		return apart
	}
	p := s.kind(t.Scope)
	if p == apart {
		return apart
	}
	where, when := s.where.against(t.where), s.when.against(t.when)
	if where == apart || when == apart {
		return apart
	}
	if s.Extent == Part && t.Extent == Total && p != containing && where != containing && when != containing {
		return inside // whatever is left unsaid, a part lies within the total
	}
	if s.Extent == Total && t.Extent == Part && p != inside && where != inside && when != inside {
		return containing
	}
	return p.and(where).and(when)
}

// Comparable reports whether two scopes count the same sort of thing, wherever
// and whenever: figures of such scopes can be drawn side by side.
func (s Scope) Comparable(t Scope) bool {
	return s.Unit == t.Unit && s.Event != "" && s.Event == t.Event && s.kind(t) != apart
}

// kind compares what is counted, place and time aside.
func (s Scope) kind(t Scope) position {
	if s.Event != "" && t.Event != "" && s.Event != t.Event {
		return apart
	}
	p := s.counted().against(t.counted())
	if s.Event == "" || t.Event == "" {
		return p.and(unclear)
	}
	return p
}

// counted is what the scope counts.
func (s Scope) counted() noun {
	return noun{class: s.Noun, side: s.Side, living: toPeople[s.Event]}
}

// classed reports whether the act is one that reports are known to name in
// several ways.
func (s Scope) classed() bool { return acts[s.Event] == s.Event && s.Event != "" }

// known counts the respects in which the scope is stated.
func (s Scope) known() int {
	n := 0
	for _, part := range []string{s.Event, s.Noun, s.Side, s.Place, s.From, s.To, string(s.Extent)} {
		if part != "" {
			n++
		}
	}
	return n
}

// filled is s with what it leaves unsaid taken from t, which counts the same.
func (s Scope) filled(t Scope) Scope {
	s.Event = cmp.Or(s.Event, t.Event)
	s.Noun = cmp.Or(s.Noun, t.Noun)
	s.Side = cmp.Or(s.Side, t.Side)
	s.Place = cmp.Or(s.Place, t.Place)
	s.Extent = cmp.Or(s.Extent, t.Extent)
	if s.From == "" && s.To == "" {
		s.From, s.To = t.From, t.To
	}
	return s
}

// lasting are the acts of which pictures show afterwards that they were done,
// not when.
var lasting = words("destroy damage flood kill bury")

// seenLater is the scope of what pictures of a day show to have happened: on
// that day or before.
func (s Scope) seenLater() Scope {
	if lasting[s.Event] && s.From == s.To {
		s.From = ""
	}
	return s
}

// days is a stretch of whole days; an end that is zero is open.
type days struct{ from, to time.Time }

func (s Scope) days() days {
	from, _ := time.Parse(time.DateOnly, s.From)
	to, _ := time.Parse(time.DateOnly, s.To)
	return days{from, to}
}

func (d days) unsaid() bool { return d.from.IsZero() && d.to.IsZero() }

func (d days) against(e days) position {
	switch {
	case d.unsaid() || e.unsaid():
		return unclear
	case d == e:
		return equal
	case d.before(e) || e.before(d):
		return apart
	case d.within(e):
		return inside
	case e.within(d):
		return containing
	default:
		return unclear
	}
}

// weekOff reports whether two days lie a week apart: which Sunday a report means
// is easily misread.
func (d days) weekOff(e days) bool {
	const week = weekDays * 24 * time.Hour
	return !d.unsaid() && !e.unsaid() && d.from.Sub(e.from).Abs() == week && d.to.Sub(e.to).Abs() == week
}

func (d days) before(e days) bool { return !d.to.IsZero() && !e.from.IsZero() && d.to.Before(e.from) }

func (d days) within(e days) bool {
	starts := e.from.IsZero() || (!d.from.IsZero() && !d.from.Before(e.from))
	ends := e.to.IsZero() || (!d.to.IsZero() && !d.to.After(e.to))
	return starts && ends
}
