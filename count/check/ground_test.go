package check_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/bench/count/ground"
	"github.com/atleast-desk/atleast/count"
	"github.com/atleast-desk/atleast/count/check"
)

func solve(ev atleast.Evidence, o ground.Options) (atleast.Tally, error) {
	return count.Count(ev, count.Options{Unverified: o.Unverified, SingleReview: o.SingleReview})
}

func verify(ev atleast.Evidence, o ground.Options, t atleast.Tally) error {
	return check.Tally(ev, check.Options(o), t)
}

// Solver, checker and brute force agree on every small case. bench/count goes
// through ten times as many.
func TestSolverAgreesWithBruteForce(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 1))
	for drawn := 0; drawn < 2000; {
		c := ground.Random(rng, 6)
		if drawn%500 == 0 {
			c = ground.Hard(rng)
		}
		tally, decided, err := ground.Prove(c, solve, verify)
		if err != nil {
			t.Fatalf("case %d: %v\n%s", drawn, err, ground.Text(c, tally))
		}
		if decided {
			drawn++
		}
	}
}

// Whatever is changed in a tally or under it, so that it says something false,
// the checker refuses.
func TestFalseTalliesAreRefused(t *testing.T) {
	rng := rand.New(rand.NewPCG(12, 1))
	for refused := 0; refused < 2000; {
		c := ground.Draw(rng, 6)
		tally, err := solve(c.Evidence, c.Options)
		if err != nil {
			t.Fatal(err)
		}
		for range 10 {
			falsified, err := ground.Attack(rng, c, tally, verify)
			if err != nil {
				t.Fatalf("%v\nmade from\n%s", err, ground.Text(c, tally))
			}
			if falsified {
				refused++
			}
		}
	}
}

// Whatever passes the checker holds when it is read from the definitions.
func FuzzTally(f *testing.F) {
	rng := rand.New(rand.NewPCG(13, 1))
	for range 30 {
		c := ground.Draw(rng, 4)
		tally, err := solve(c.Evidence, c.Options)
		if err != nil {
			f.Fatal(err)
		}
		evidence, _ := json.Marshal(c.Evidence) // what was drawn can be written
		claimed, _ := json.Marshal(tally)
		f.Add(evidence, claimed, c.Options.Unverified, c.Options.SingleReview)
	}
	f.Fuzz(func(t *testing.T, evidence, claimed []byte, unverified, single bool) {
		c := ground.Case{Options: ground.Options{Unverified: unverified, SingleReview: single}}
		if json.Unmarshal(evidence, &c.Evidence) != nil {
			return
		}
		tally, err := check.ReadTally(bytes.NewReader(claimed))
		if err != nil || verify(c.Evidence, c.Options, tally) != nil || !small(c.Evidence) {
			return
		}
		if holds, decided := ground.Holds(c, tally); decided && !holds {
			t.Fatalf("passed, although it does not hold:\n%s", ground.Text(c, tally))
		}
	})
}

// small reports that brute force can decide the case, to which place and time
// are nothing: it knows the Earth for a ball.
func small(ev atleast.Evidence) bool {
	for _, s := range ev.Sightings {
		if s.Place != nil || s.Low > 8 || s.High != nil && *s.High > 8 {
			return false
		}
	}
	return len(ev.Sightings) <= 6
}
