package ground

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/atleast-desk/atleast"
)

// Case is one drawn case with what counts in it.
type Case struct {
	Evidence atleast.Evidence
	Options  Options
}

// towns lie so that at 120 km/h and whole hours no pair is near the limit.
var towns = []atleast.Region{
	{Lat: 50.45, Lon: 30.52, RadiusM: 500},  // Kyiv
	{Lat: 51.73, Lon: 36.19, RadiusM: 2000}, // Kursk: 410 km from there
	{Lat: 51.20, Lon: 35.02, RadiusM: 100},  // Sudzha: 100 km from Kursk
	{Lat: 46.48, Lon: 30.73, RadiusM: 0},    // Odesa: 440 km from Kyiv
}

var start = time.Date(2024, 8, 7, 6, 0, 0, 0, time.UTC)

// Random draws a case of at most n sightings, with lows to 4, highs, verdicts
// of every kind, and sometimes places, times, kinds and assumptions. Many
// contradict themselves.
func Random(rng *rand.Rand, n int) Case {
	c := Case{Options: Options{Unverified: rng.IntN(4) == 0, SingleReview: rng.IntN(4) == 0}}
	ev := &c.Evidence
	ev.Case, ev.What = "drawn", "people"
	ev.Exclusive = [][2]string{{"tank", "truck"}}
	located, kinds := rng.IntN(3) == 0, rng.IntN(4) == 0
	highs := rng.IntN(3)
	for i := range 1 + rng.IntN(n) {
		s := atleast.Sighting{ID: fmt.Sprintf("s%d", i+1), Low: rng.Int64N(5), Status: atleast.Verified}
		if rng.IntN(12) == 0 {
			s.Status = atleast.Statuses()[rng.IntN(4)]
		}
		if rng.IntN(3) < highs {
			high := s.Low + rng.Int64N(3)
			s.High = &high
		}
		if kinds {
			s.Kind = []string{"", "tank", "truck", "gun"}[rng.IntN(4)]
		}
		if located && rng.IntN(4) > 0 {
			s.Place = &towns[rng.IntN(len(towns))]
			from := start.Add(time.Duration(rng.IntN(5)) * time.Hour)
			s.Time = &atleast.Span{From: from, To: from.Add(time.Duration(rng.IntN(2)) * time.Hour)}
		}
		ev.Sightings = append(ev.Sightings, s)
	}
	drawVerdicts(rng, ev)
	return c
}

func drawVerdicts(rng *rand.Rand, ev *atleast.Evidence) {
	density := rng.IntN(10)
	differ := 1 + rng.IntN(4) // how much likelier "different" is than the others
	var assumed [][2]string
	for i, s := range ev.Sightings {
		for _, t := range ev.Sightings[:i] {
			a, b := s.ID, t.ID
			if rng.IntN(2) == 0 {
				a, b = b, a
			}
			if rng.IntN(8) == 0 {
				assumed = append(assumed, [2]string{a, b})
			}
			if rng.IntN(10) >= density {
				continue
			}
			v := atleast.PairVerdict{A: a, B: b, Is: atleast.Different, By: []string{"m.r", "o.k"}[:1+min(1, rng.IntN(5))]}
			if rng.IntN(1+differ) == 0 {
				v.Is = []atleast.Judgement{atleast.Within, atleast.Within, atleast.Same, atleast.Unsure}[rng.IntN(4)]
			}
			ev.Verdicts = append(ev.Verdicts, v)
			if rng.IntN(20) == 0 { // somebody else has another word on it, or the same
				v.Is, v.By = []atleast.Judgement{v.Is, atleast.Different, atleast.Within}[rng.IntN(3)], []string{"n.n"}
				ev.Verdicts = append(ev.Verdicts, v)
			}
		}
	}
	if len(assumed) > 0 {
		ev.Assumptions = []atleast.Assumption{{Name: "day-and-settlement", Pairs: assumed}}
	}
}
