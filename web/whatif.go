package web

import (
	"slices"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

// whatIfBudget bounds what a page counts beside the tally. A count that is
// stopped still proves the number it gives.
const whatIfBudget = 500 * time.Millisecond

// stopAfter tells a count when to give up.
func (sh *shell) stopAfter(budget time.Duration) func() bool {
	deadline := sh.now().Add(budget)
	return func() bool { return sh.now().After(deadline) }
}

// ifVerified is the floor if every unverified sighting were verified; nil where
// none is unverified, or where they would contradict each other.
func (sh *shell) ifVerified(e atleast.Evidence) (*int64, error) {
	unverified := func(s atleast.Sighting) bool { return s.Status == atleast.Unverified }
	if !slices.ContainsFunc(e.Sightings, unverified) {
		return nil, nil
	}
	e.Assumptions = nil
	tally, err := count.Count(e, count.Options{Unverified: true, Brief: true, Stop: sh.stopAfter(whatIfBudget)})
	return tally.Floor, err
}

// together is the floor under all the assumptions at once; nil where they
// contradict each other or the evidence.
func (sh *shell) together(e atleast.Evidence, assumptions []atleast.Assumption) (*int64, error) {
	all := atleast.Assumption{Name: "together"}
	for _, a := range assumptions {
		all.Pairs = append(all.Pairs, a.Pairs...)
	}
	e.Assumptions = []atleast.Assumption{all}
	tally, err := count.Count(e, count.Options{Brief: true, Stop: sh.stopAfter(whatIfBudget)})
	if err != nil || len(tally.Assumed) == 0 {
		return nil, err
	}
	return tally.Assumed[0].Floor, nil
}
