package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	"github.com/atleast-desk/atleast/bench/count/ground"
	"github.com/atleast-desk/atleast/count"
)

// patience is how long one desk case may take. Clustered ones need a fraction.
const patience = 10 * time.Second

// desk solves cases of a desk's size and says how the floor compares with what
// was drawn: it may never be above.
func desk(args []string) error {
	f := parse("desk", 1000, args)
	fmt.Println("| verdicts on | sightings | verdicts | people drawn | floor | least world | exact | floor alone, s | whole tally, s | checked, s |")
	fmt.Println("|---|--:|--:|--:|--:|--:|---|--:|--:|--:|")
	for _, scattered := range []bool{false, true} {
		for seed := range uint64(5) {
			h := drawHistory(rand.New(rand.NewPCG(f.seed+seed, 4)), f.n, scattered)
			if err := h.measure(scattered); err != nil {
				return err
			}
		}
	}
	return nil
}

func (h *history) measure(scattered bool) error {
	began := time.Now()
	stop := func() bool { return time.Since(began) > patience }
	if _, err := count.Count(h.ev, count.Options{Brief: true, Stop: stop}); err != nil {
		return err
	}
	brief := time.Since(began)
	began = time.Now()
	t, err := count.Count(h.ev, count.Options{Stop: stop})
	if err != nil {
		return err
	}
	whole := time.Since(began)
	if t.Floor == nil || t.LeastWorld == nil {
		return fmt.Errorf("a contradiction among true verdicts: %+v", t.Contradictions)
	}
	began = time.Now()
	if err := verify(h.ev, ground.Options{}, t); err != nil {
		return err
	}
	pairs := "neighbours"
	if scattered {
		pairs = "any pairs"
	}
	fmt.Printf("| %s | %d | %d | %d | %d | %d | %v | %.3f | %.3f | %.3f |\n", pairs, len(h.ev.Sightings), len(h.ev.Verdicts), h.people,
		*t.Floor, *t.LeastWorld, t.Exact, brief.Seconds(), whole.Seconds(), time.Since(began).Seconds())
	if *t.Floor > h.people {
		return fmt.Errorf("floor %d is above the %d people drawn", *t.Floor, h.people)
	}
	return nil
}

// drawn writes one such case as evidence: what "atleast count" reads.
func drawn(args []string) error {
	f := flags{FlagSet: newFlags("drawn")}
	f.IntVar(&f.n, "n", 1000, "how many sightings")
	f.Uint64Var(&f.seed, "seed", 1, "seed of the draw")
	scattered := f.Bool("scattered", false, "verdicts on any pairs, not on neighbours")
	_ = f.Parse(args) // ExitOnError: it does not return one
	return json.NewEncoder(os.Stdout).Encode(drawHistory(rand.New(rand.NewPCG(f.seed, 4)), f.n, *scattered).ev)
}
