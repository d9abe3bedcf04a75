package count_test

import (
	"math/rand/v2"
	"testing"

	"github.com/atleast-desk/atleast"
	"pgregory.net/rapid"
)

// A verdict only narrows the worlds: it never lowers the floor and never raises
// the ceiling, and what contradicted itself still does.
func TestAVerdictOnlyNarrows(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ev := randomEvidence(rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 9)), 8, 4)
		after := mustCount(t, ev)
		if len(ev.Verdicts) == 0 {
			return
		}
		ev.Verdicts = ev.Verdicts[:len(ev.Verdicts)-1]
		before := mustCount(t, ev)
		switch {
		case after.Floor == nil:
		case before.Floor == nil:
			rt.Fatalf("a verdict resolved a contradiction")
		case *after.Floor < *before.Floor:
			rt.Fatalf("the floor fell from %d to %d", *before.Floor, *after.Floor)
		case before.Ceiling != nil && (after.Ceiling == nil || *after.Ceiling > *before.Ceiling):
			rt.Fatalf("the ceiling rose from %d to %s", *before.Ceiling, show(after.Ceiling))
		}
	})
}

// The order of the evidence does not matter.
func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 10))
		ev := randomEvidence(r, 9, 4)
		want := mustCount(t, ev)
		ev.Sightings = append([]atleast.Sighting(nil), ev.Sightings...)
		r.Shuffle(len(ev.Sightings), func(i, j int) { ev.Sightings[i], ev.Sightings[j] = ev.Sightings[j], ev.Sightings[i] })
		r.Shuffle(len(ev.Verdicts), func(i, j int) { ev.Verdicts[i], ev.Verdicts[j] = ev.Verdicts[j], ev.Verdicts[i] })
		got := mustCount(t, ev)
		if show(got.Floor) != show(want.Floor) || show(got.Ceiling) != show(want.Ceiling) {
			rt.Fatalf("floor %s and ceiling %s, in another order %s and %s", show(want.Floor), show(want.Ceiling), show(got.Floor), show(got.Ceiling))
		}
	})
}
