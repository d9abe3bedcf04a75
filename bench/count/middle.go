package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/bench/count/ground"
	"github.com/atleast-desk/atleast/count"
)

// model is a case as a peer reads it: numbered sightings, with the verdicts
// that count, and the floor that count found.
type model struct {
	Low       []int64  `json:"low"`
	High      []*int64 `json:"high"`
	Different [][2]int `json:"different"`
	Within    [][2]int `json:"within"` // a same is two of these
	Floor     *int64   `json:"floor"`  // null: a contradiction
	Exact     bool     `json:"exact"`
}

// middle draws cases of up to 40 sightings, solves and checks each, and writes
// one model a line.
func middle(args []string) error {
	f := parse("middle", 500, args)
	rng := rand.New(rand.NewPCG(f.seed, 3))
	out := json.NewEncoder(os.Stdout)
	for drawn := range f.n {
		ev := drawMiddle(rng)
		t, err := count.Count(ev, count.Options{Brief: true})
		if err != nil {
			return err
		}
		if err := verify(ev, ground.Options{}, t); err != nil {
			return fmt.Errorf("case %d: %w\n%s", drawn, err, ground.Text(ground.Case{Evidence: ev}, t))
		}
		if err := out.Encode(modelOf(ev, t)); err != nil {
			return err
		}
	}
	return nil
}

// drawMiddle draws lows to 3, some highs, and verdicts from few to many.
func drawMiddle(rng *rand.Rand) atleast.Evidence {
	ev := atleast.Evidence{Case: "middle", What: "people"}
	n := 15 + rng.IntN(26)
	for i := range n {
		s := atleast.Sighting{ID: fmt.Sprintf("s%d", i), Low: rng.Int64N(4), Status: atleast.Verified}
		if rng.IntN(4) == 0 {
			high := s.Low + rng.Int64N(3)
			s.High = &high
		}
		ev.Sightings = append(ev.Sightings, s)
	}
	density := rng.Float64() * 0.6
	for b := range n {
		for a := range b {
			is := atleast.Different
			switch x := rng.Float64(); {
			case x < 0.006:
				is = atleast.Within
			case x < 0.007:
				is = atleast.Same
			case x > density+0.007:
				continue
			}
			ev.Verdicts = append(ev.Verdicts, atleast.PairVerdict{
				A: ev.Sightings[a].ID, B: ev.Sightings[b].ID, Is: is, By: []string{"m.r", "o.k"}})
		}
	}
	return ev
}

func modelOf(ev atleast.Evidence, t atleast.Tally) model {
	m := model{Floor: t.Floor, Exact: t.Exact, Different: [][2]int{}, Within: [][2]int{}}
	number := map[string]int{}
	for i, s := range ev.Sightings {
		number[s.ID] = i
		m.Low, m.High = append(m.Low, s.Low), append(m.High, s.High)
	}
	for _, v := range ev.Verdicts {
		a, b := number[v.A], number[v.B]
		switch v.Is {
		case atleast.Different:
			m.Different = append(m.Different, [2]int{a, b})
		case atleast.Same:
			m.Within = append(m.Within, [2]int{a, b}, [2]int{b, a})
		case atleast.Within:
			m.Within = append(m.Within, [2]int{a, b})
		}
	}
	return m
}
