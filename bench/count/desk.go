package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/bench/count/ground"
	"github.com/atleast-desk/atleast/count"
)

// truth is a drawn history: groups of people, each filmed several times on its
// way from where it was captured to where it is held.
type truth struct {
	ev     atleast.Evidence
	people int64
	group  []int   // by sighting: which group it shows
	seen   []int64 // by sighting: how many of the group, from its first
}

// drawDesk draws n sightings of people over thirty days and along a front of
// 150 km, and about three verdicts a sighting, none of them wrong.
func drawDesk(rng *rand.Rand, n int) truth {
	t := truth{ev: atleast.Evidence{Case: "drawn", What: "captured soldiers", Zone: "Europe/Kyiv"}}
	for len(t.ev.Sightings) < n {
		t.drawGroup(rng, n)
	}
	t.drawVerdicts(rng, 3*n)
	return t
}

// drawGroup films one group up to six times in two days.
func (t *truth) drawGroup(rng *rand.Rand, n int) {
	group, size := len(t.group), 1+rng.Int64N(30)
	if rng.IntN(3) > 0 {
		size = 1 + rng.Int64N(6)
	}
	t.people += size
	lat, lon := 51+0.5*rng.Float64(), 34+2*rng.Float64()
	moment := time.Date(2024, 8, 6, 0, 0, 0, 0, time.UTC).Add(time.Duration(rng.Int64N(30*24*3600)) * time.Second)
	for range 1 + rng.IntN(6) {
		if len(t.ev.Sightings) == n {
			return
		}
		seen := size
		if rng.IntN(3) == 0 {
			seen = 1 + rng.Int64N(size)
		}
		t.film(rng, group, seen, atleast.Region{Lat: lat, Lon: lon, RadiusM: 50 + 2000*rng.Float64()}, moment)
		later := time.Duration(rng.Int64N(8*3600)) * time.Second
		moment = moment.Add(later)
		lat += (rng.Float64() - 0.5) * min(0.5, later.Hours()*0.3) // up to 17 km/h each way
		lon += (rng.Float64() - 0.5) * min(0.8, later.Hours()*0.4)
	}
}

// film adds a sighting. Most are timed within the hour, others to the day.
func (t *truth) film(rng *rand.Rand, group int, seen int64, place atleast.Region, moment time.Time) {
	s := atleast.Sighting{
		ID: fmt.Sprintf("s%d", len(t.ev.Sightings)+1), Footage: fmt.Sprintf("f%d", len(t.ev.Sightings)+1),
		Low: seen, Status: atleast.Verified, Place: &place, Kind: "person",
		Time: &atleast.Span{From: moment.Add(-10 * time.Minute), To: moment.Add(20 * time.Minute)},
	}
	switch rng.IntN(4) {
	case 0:
		high := seen
		s.High = &high
	case 1:
		high := seen + rng.Int64N(4)
		s.High = &high
		s.Low = max(1, seen-rng.Int64N(3))
	}
	switch rng.IntN(5) {
	case 0:
		day := moment.Truncate(24 * time.Hour)
		s.Time = &atleast.Span{From: day, To: day.Add(24 * time.Hour)}
	case 1:
		s.Place, s.Time = nil, nil
	}
	t.ev.Sightings = append(t.ev.Sightings, s)
	t.group, t.seen = append(t.group, group), append(t.seen, seen)
}

// drawVerdicts says of pairs what is true: half of one group, half of two whose
// places and times do not decide it.
func (t *truth) drawVerdicts(rng *rand.Rand, n int) {
	said := map[[2]int]bool{}
	for tries := 0; len(t.ev.Verdicts) < n && tries < 50*n; tries++ {
		a := rng.IntN(len(t.group))
		b := rng.IntN(len(t.group))
		if rng.IntN(2) == 0 {
			b = min(len(t.group)-1, a+1+rng.IntN(4)) // films of a group come after each other
		}
		if a == b || said[[2]int{min(a, b), max(a, b)}] {
			continue
		}
		said[[2]int{min(a, b), max(a, b)}] = true
		v := atleast.PairVerdict{A: t.ev.Sightings[a].ID, B: t.ev.Sightings[b].ID,
			Is: atleast.Different, Why: "compared frame by frame", By: []string{"m.r", "o.k"}}
		if t.group[a] == t.group[b] {
			v.Is = atleast.Within
			if t.seen[a] == t.seen[b] {
				v.Is = atleast.Same
			} else if t.seen[a] > t.seen[b] {
				v.A, v.B = v.B, v.A
			}
		}
		t.ev.Verdicts = append(t.ev.Verdicts, v)
	}
}

// desk solves cases of a desk's size and says how the floor compares with what
// was drawn: it may never be above.
func desk(args []string) error {
	f := parse("desk", 1000, args)
	fmt.Println("| sightings | verdicts | drawn people | floor | exact | floor alone, s | whole tally, s | checked, s |")
	fmt.Println("|--:|--:|--:|--:|---|--:|--:|--:|")
	for seed := range uint64(5) {
		if err := deskCase(rand.New(rand.NewPCG(f.seed+seed, 4)), f.n); err != nil {
			return err
		}
	}
	return nil
}

// drawn writes one such case as evidence: what "atleast count" reads.
func drawn(args []string) error {
	f := parse("drawn", 1000, args)
	return json.NewEncoder(os.Stdout).Encode(drawDesk(rand.New(rand.NewPCG(f.seed, 4)), f.n).ev)
}

func deskCase(rng *rand.Rand, n int) error {
	history := drawDesk(rng, n)
	began := time.Now()
	if _, err := count.Count(history.ev, count.Options{Brief: true}); err != nil {
		return err
	}
	brief := time.Since(began)
	began = time.Now()
	t, err := count.Count(history.ev, count.Options{})
	if err != nil {
		return err
	}
	whole := time.Since(began)
	if t.Floor == nil {
		return fmt.Errorf("a contradiction among true verdicts: %+v", t.Contradictions)
	}
	began = time.Now()
	if err := verify(history.ev, ground.Options{}, t); err != nil {
		return err
	}
	fmt.Printf("| %d | %d | %d | %d | %v | %.3f | %.3f | %.3f |\n", n, len(history.ev.Verdicts), history.people,
		*t.Floor, t.Exact, brief.Seconds(), whole.Seconds(), time.Since(began).Seconds())
	if *t.Floor > history.people {
		return fmt.Errorf("floor %d is above the %d people drawn", *t.Floor, history.people)
	}
	return nil
}
