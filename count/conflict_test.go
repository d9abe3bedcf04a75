package count_test

import (
	"fmt"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

// quarrelling has many sightings, of which one says ten people and lies within
// one of at most seven, by way of others.
func quarrelling(n int) atleast.Evidence {
	ev := atleast.Evidence{Case: "quarrel"}
	seven := int64(7)
	for i := range n {
		ev.Sightings = append(ev.Sightings, atleast.Sighting{ID: fmt.Sprint("s", i), Low: 5, Status: atleast.Verified})
	}
	ev.Sightings[n/2].Low = 10
	ev.Sightings[n/2+3].High = &seven
	for i := range n - 1 {
		if i%10 == 9 {
			continue // families of ten
		}
		ev.Verdicts = append(ev.Verdicts, atleast.PairVerdict{
			A: fmt.Sprint("s", i), B: fmt.Sprint("s", i+1), Is: atleast.Within, Why: "seen", By: []string{"a", "b"}})
	}
	return ev
}

func TestContradictionAmongMany(t *testing.T) {
	tally := mustCount(t, quarrelling(5000))
	if tally.Floor != nil || len(tally.Contradictions) != 1 {
		t.Fatalf("floor %s and %d contradictions, want none and one", show(tally.Floor), len(tally.Contradictions))
	}
	if c := tally.Contradictions[0]; len(c.Verdicts) != 3 || len(c.Sightings) != 2 || c.Loose {
		t.Errorf("got %+v, want three verdicts and two sightings", c)
	}
}

// When time runs out something that clashes is named all the same, and said to be
// more than may be needed.
func TestContradictionWhenTimeRunsOut(t *testing.T) {
	for _, asks := range []int{0, 1, 5} {
		asked := 0
		stop := func() bool { asked++; return asked > asks }
		ev := quarrelling(30)
		tally, err := count.Count(ev, count.Options{Brief: true, Stop: stop})
		if err != nil {
			t.Fatal(err)
		}
		if tally.Floor != nil || len(tally.Contradictions) == 0 {
			t.Fatalf("after %d asks: floor %s, no contradiction", asks, show(tally.Floor))
		}
		c := tally.Contradictions[0]
		if !c.Loose {
			t.Errorf("after %d asks: %d verdicts are said to be all needed", asks, len(c.Verdicts))
		}
		if only := mustCount(t, excerpt(ev, c)); only.Floor != nil {
			t.Errorf("after %d asks: what is named has a floor of %d", asks, *only.Floor)
		}
	}
}

// excerpt is the evidence of a contradiction alone.
func excerpt(ev atleast.Evidence, c atleast.Contradiction) atleast.Evidence {
	speaks, said := map[string]bool{}, map[[2]string]bool{}
	for _, id := range c.Sightings {
		speaks[id] = true
	}
	for _, pair := range c.Verdicts {
		said[pair] = true
	}
	part := atleast.Evidence{Case: ev.Case}
	for _, s := range ev.Sightings {
		if !speaks[s.ID] {
			s = atleast.Sighting{ID: s.ID, Status: s.Status}
		}
		part.Sightings = append(part.Sightings, s)
	}
	for _, v := range ev.Verdicts {
		if said[[2]string{v.A, v.B}] {
			part.Verdicts = append(part.Verdicts, v)
		}
	}
	return part
}
