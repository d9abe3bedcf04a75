package corroborate

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
)

// Standing is how a claimed figure stands to what footage proves. It is never
// merely true or false: a floor says nothing of those whom nobody filmed.
type Standing string

// The standings.
const (
	Shown        Standing = "shown"        // the floor reaches the claim
	PartlyShown  Standing = "partly shown" // the floor reaches a part of it
	NotShown     Standing = "not shown"
	Contradicted Standing = "contradicted" // more are proven than the claim allows
)

// Showing is a figure's standing with the reason.
type Showing struct {
	Standing Standing `json:"standing"`
	Share    float64  `json:"share"` // floor over claim, at most 1
	Why      string   `json:"why"`
}

// Against says how the figure stands to a tally of the given scope.
func (f Figure) Against(t atleast.Tally, of Scope) Showing {
	switch {
	case t.Floor == nil:
		return Showing{NotShown, 0, "the evidence contradicts itself, so nothing is proven yet"}
	case f.Scope.Event == "" && of.Event != "":
		return Showing{NotShown, 0, "the claim does not say what happened"}
	case of.against(f.Scope) == apart:
		return Showing{NotShown, 0, of.unlike(f.Scope)}
	}
	floor, claim := float64(*t.Floor), IntervalOf(f.Quantity)
	if p := of.against(f.Scope); floor > claim.High && (p == equal || p == inside) {
		return Showing{Contradicted, 1, fmt.Sprintf("at least %s are proven, and the claim allows %s at most", plainNumber(floor), plainNumber(claim.High))}
	}
	if why := of.widerThan(f.Scope); why != "" {
		return Showing{NotShown, 0, why}
	}
	switch {
	case floor >= claim.Low:
		return Showing{Shown, 1, fmt.Sprintf("at least %s are proven", plainNumber(floor))}
	case floor > 0:
		return Showing{PartlyShown, floor / claim.Low, fmt.Sprintf("at least %s of %s are proven", plainNumber(floor), plainNumber(claim.Low))}
	default:
		return Showing{NotShown, 0, "no footage proves any"}
	}
}

// widerThan says in which respect a tally of scope s counts what a claim of
// scope t does not, so that reaching its number would not show it; nothing
// where it counts no more.
func (s Scope) widerThan(t Scope) string {
	holds := func(p position) bool { return p == equal || p == inside }
	when := s.days().against(t.days())
	switch {
	case t.Noun != "" && !holds(s.counted().against(t.counted())):
		return "the tally may count others than the claim does"
	case t.Place != "" && !holds(placeOf(s.Place).against(placeOf(t.Place))):
		return fmt.Sprintf("the tally is not limited to %s, of which the claim speaks", t.Place)
	case !t.days().unsaid() && !holds(when), t.Extent == Part && !holds(when):
		return "the tally counts a longer time than the claim, so reaching its number would not show it"
	}
	return ""
}

// placeName is a name as a question gives it: "Kursk oblast".
const placeName = `((?:the )?\p{Lu}[\p{L}’'-]*(?: (?:\p{Lu}[\p{L}’'-]*|oblast|region|province|district|county|city))*)`

var (
	askedPlace = regexp.MustCompile(`^` + placeName + `, |\b(?:in|near|at|around) ` + placeName)
	askedSince = regexp.MustCompile(`\bsince (\d{1,2} \p{Lu}\p{L}+ \d{4})`)
)

// ScopeOfCase returns what the tally of a case counts: the noun of the case,
// the place and first day that its question names, and the days that its
// verified sightings span.
func ScopeOfCase(c atleast.Case, ev atleast.Evidence) Scope {
	n := nounOf(c.What)
	s := Scope{Event: n.act, Noun: n.class, Side: n.side, Extent: Total}
	if m := askedPlace.FindStringSubmatch(c.Question); m != nil && !monthName(m[1]+m[2]) {
		s.Place = m[1] + m[2]
	}
	if m := askedSince.FindStringSubmatch(c.Question); m != nil {
		if day, err := time.Parse("2 January 2006", m[1]); err == nil {
			s.From = day.Format(time.DateOnly)
		}
	}
	zone, err := time.LoadLocation(c.Zone)
	if err != nil {
		zone = time.UTC
	}
	for _, seen := range ev.Sightings {
		if seen.Status != atleast.Verified || seen.Time == nil {
			continue
		}
		from := seen.Time.From.In(zone).Format(time.DateOnly)
		to := seen.Time.To.Add(-1).In(zone).Format(time.DateOnly) // a day ends with the first moment of the next
		if s.From == "" || from < s.From {
			s.From = from
		}
		s.To = max(s.To, to)
	}
	return s
}

func monthName(s string) bool { return calendar[strings.ToLower(s)] }
