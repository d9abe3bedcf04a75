package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/atleast-desk/atleast/count"
)

// latency adds one verdict at a time to a solved case and times the new floor.
func latency(args []string) error {
	f := flags{FlagSet: newFlags("latency")}
	f.IntVar(&f.n, "n", 10000, "how many sightings")
	f.Uint64Var(&f.seed, "seed", 1, "seed of the draw")
	adds := f.Int("adds", 50, "how many verdicts are added")
	_ = f.Parse(args) // ExitOnError: it does not return one
	drawn := drawHistory(rand.New(rand.NewPCG(f.seed, 5)), f.n, false)
	added := len(drawn.ev.Verdicts) - *adds
	later := drawn.ev.Verdicts[added:]
	drawn.ev.Verdicts = drawn.ev.Verdicts[:added]
	session, err := count.Open(drawn.ev, count.Options{Brief: true})
	if err != nil {
		return err
	}
	var took []time.Duration
	for _, v := range later {
		began := time.Now()
		if _, err := session.Add(v); err != nil {
			return err
		}
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	fmt.Printf("| sightings | verdicts before | verdicts added | median, ms | 95 of 100, ms | longest, ms |\n|--:|--:|--:|--:|--:|--:|\n| %d | %d | %d | %.1f | %.1f | %.1f |\n",
		f.n, added, len(took), milliseconds(took[len(took)/2]), milliseconds(took[len(took)*95/100]), milliseconds(took[len(took)-1]))
	return nil
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
