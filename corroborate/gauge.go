package corroborate

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

// Gauge says how figures stand to what the sightings of a case prove: to all of
// them, or, of a figure that speaks of certain days, to those that were surely
// filmed on these days. It is for one goroutine.
type Gauge struct {
	of       atleast.Case
	evidence atleast.Evidence
	tally    atleast.Tally
	scope    Scope
	zone     *time.Location
	within   map[days]atleast.Tally // the tallies of days, counted once
}

// GaugeOf returns the gauge of a case: its evidence, and the tally of that.
func GaugeOf(c atleast.Case, ev atleast.Evidence, t atleast.Tally) *Gauge {
	zone, err := time.LoadLocation(cmp.Or(c.Zone, ev.Zone))
	if err != nil {
		zone = time.UTC
	}
	return &Gauge{of: c, evidence: ev, tally: t, scope: ScopeOfCase(c, ev), zone: zone, within: map[days]atleast.Tally{}}
}

// Showing says how a figure stands.
func (g *Gauge) Showing(f Figure) Showing {
	asked := f.Scope.days()
	if asked.unsaid() || g.tally.Floor == nil || g.scope.days() == asked {
		return f.Against(g.tally, g.scope)
	}
	if f.Scope.Extent == Part {
		if !f.ofWholeDay() {
			return f.Against(g.tally, g.scope) // one group among those of its day: the day's floor says nothing of it
		}
		f.Scope.Extent = ""
	}
	tally, surely := g.tallyOf(asked)
	scope := g.scope
	scope.From, scope.To = f.Scope.From, f.Scope.To
	shown := f.Against(tally, scope)
	switch {
	case shown.Standing == NotShown && surely == 0:
		shown.Why = "no verified sighting was surely filmed" + f.Scope.when(" ")
	case shown.Standing != NotShown:
		shown.Why += fmt.Sprintf(" in what was filmed%s (%s)", f.Scope.when(" "), sightings(surely))
	}
	return shown
}

func sightings(n int) string {
	if n == 1 {
		return "1 sighting"
	}
	return fmt.Sprintf("%d sightings", n)
}

// ofWholeDay reports whether a figure that is put as a part is put as all of one
// stated day: "102 in a single day", "on Wednesday alone".
func (f Figure) ofWholeDay() bool {
	if f.Scope.From == "" || f.Scope.From != f.Scope.To {
		return false
	}
	for _, c := range f.Carriers {
		for _, phrase := range []string{"in one day", "in a day", "single day", "single-day"} {
			if strings.Contains(strings.ToLower(c.Quote), phrase) {
				return true
			}
		}
	}
	return false
}

// tallyOf counts the sightings that were surely filmed within the days, and says
// how many of them are verified.
func (g *Gauge) tallyOf(asked days) (t atleast.Tally, surely int) {
	part, kept := g.evidence, map[string]bool{}
	part.Sightings = nil
	for _, s := range g.evidence.Sightings {
		if s.Time == nil || !g.holds(asked, *s.Time) {
			continue
		}
		kept[s.ID] = true
		part.Sightings = append(part.Sightings, s)
		if s.Status == atleast.Verified {
			surely++
		}
	}
	if t, counted := g.within[asked]; counted {
		return t, surely
	}
	part.Assumptions, part.Verdicts = nil, nil
	for _, v := range g.evidence.Verdicts {
		if kept[v.A] && kept[v.B] {
			part.Verdicts = append(part.Verdicts, v)
		}
	}
	t = floorOf(part)
	g.within[asked] = t
	return t, surely
}

// holds reports whether a span lies within whole days of the case's zone.
func (g *Gauge) holds(asked days, s atleast.Span) bool {
	day := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, g.zone)
	}
	starts := asked.from.IsZero() || !s.From.Before(day(asked.from))
	ends := asked.to.IsZero() || !s.To.After(day(asked.to.AddDate(0, 0, 1)))
	return starts && ends
}

// floorOf counts a part of the evidence. Where the count is given up its floor
// is what was proven by then.
func floorOf(ev atleast.Evidence) atleast.Tally {
	none := int64(0)
	if len(ev.Sightings) == 0 {
		return atleast.Tally{Floor: &none}
	}
	steps := 0
	stop := func() bool { steps++; return steps > maxSteps }
	t, err := count.Count(ev, count.Options{Brief: true, Stop: stop})
	if err != nil {
		return atleast.Tally{Floor: &none}
	}
	return t
}
