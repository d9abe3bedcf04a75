package count_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

// around is a place some kilometres from a centre.
func around(r *rand.Rand, lat, lon, km float64) *atleast.Region {
	return &atleast.Region{
		Lat: lat + (r.Float64()*2-1)*km/111, Lon: lon + (r.Float64()*2-1)*km/70,
		RadiusM: 50 + r.Float64()*500,
	}
}

func moment(r *rand.Rand, from time.Time, over time.Duration, long time.Duration) *atleast.Span {
	t := from.Add(time.Duration(r.Int64N(int64(over) + 1)))
	return &atleast.Span{From: t, To: t.Add(time.Duration(r.Int64N(int64(long) + 1)))}
}

var spring = time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)

// deskCase is a case of a size that a desk works on: sightings of people on
// some days in one region, with three verdicts a sighting.
func deskCase(n int, seed uint64) atleast.Evidence {
	r := rand.New(rand.NewPCG(seed, 1))
	ev := atleast.Evidence{Case: "desk"}
	for i := range n {
		s := atleast.Sighting{ID: fmt.Sprint("s", i), Low: 1 + r.Int64N(30), Status: atleast.Verified}
		if r.IntN(10) > 0 {
			s.Place = around(r, 51.2, 35.2, 60)
			s.Time = moment(r, spring, 20*24*time.Hour, 6*time.Hour)
		}
		if r.IntN(3) == 0 {
			high := s.Low + r.Int64N(10)
			s.High = &high
		}
		ev.Sightings = append(ev.Sightings, s)
	}
	addVerdicts(r, &ev, 3*n, n/20)
	return ev
}

// addVerdicts adds differences, and a few repeats among neighbours in the list.
func addVerdicts(r *rand.Rand, ev *atleast.Evidence, differences, repeats int) {
	n := len(ev.Sightings)
	said := map[[2]int]bool{}
	for range differences {
		a, b := r.IntN(n), r.IntN(n)
		if a == b || said[[2]int{a, b}] || said[[2]int{b, a}] || a/2 == b/2 {
			continue
		}
		said[[2]int{a, b}] = true
		ev.Verdicts = append(ev.Verdicts, atleast.PairVerdict{
			A: ev.Sightings[a].ID, B: ev.Sightings[b].ID, Is: atleast.Different, By: []string{"m.r", "o.k"},
		})
	}
	for range repeats {
		a := r.IntN(n/2) * 2
		x, y := &ev.Sightings[a], &ev.Sightings[a+1]
		if said[[2]int{a, a + 1}] {
			continue
		}
		said[[2]int{a, a + 1}] = true
		y.Place, y.Time, y.Kind, y.High, x.High = x.Place, x.Time, x.Kind, nil, nil
		ev.Verdicts = append(ev.Verdicts, atleast.PairVerdict{A: x.ID, B: y.ID, Is: atleast.Same, By: []string{"m.r"}})
	}
}

// trackerCase is sightings of wrecks: each is seen a few times at its place,
// and hardly moves.
func trackerCase(n int, seed uint64) atleast.Evidence {
	r := rand.New(rand.NewPCG(seed, 2))
	ev := atleast.Evidence{Case: "wrecks", SpeedKMH: 0.00001, Exclusive: [][2]string{{"tank", "truck"}, {"tank", "gun"}}}
	for len(ev.Sightings) < n {
		at := around(r, 48.5, 37, 400)
		kind := []string{"tank", "truck", "gun", ""}[r.IntN(4)]
		day := spring.AddDate(0, 0, r.IntN(300))
		for range 1 + r.IntN(4) {
			near := *at
			near.Lat += r.Float64() * 0.0001
			ev.Sightings = append(ev.Sightings, atleast.Sighting{
				ID: fmt.Sprint("w", len(ev.Sightings)), Low: 1, Status: atleast.Verified, Kind: kind,
				Place: &near, Time: moment(r, day, 72*time.Hour, 24*time.Hour),
			})
		}
	}
	addVerdicts(r, &ev, n/10, 0)
	return ev
}

// lossCase is sightings of equipment on the move, by day, hour and kind, with
// verdicts from comparing pictures.
func lossCase(n int, seed uint64) atleast.Evidence {
	r := rand.New(rand.NewPCG(seed, 3))
	ev := atleast.Evidence{Case: "losses", Exclusive: [][2]string{{"tank", "truck"}, {"tank", "gun"}, {"truck", "gun"}}}
	for i := range n {
		ev.Sightings = append(ev.Sightings, atleast.Sighting{
			ID: fmt.Sprint("l", i), Low: 1 + r.Int64N(3), Status: atleast.Verified,
			Kind:  []string{"tank", "truck", "gun", "car"}[r.IntN(4)],
			Place: around(r, 48.5, 37, 400), Time: moment(r, spring, 600*24*time.Hour, 2*time.Hour),
		})
	}
	addVerdicts(r, &ev, 2*n, n/50)
	return ev
}

// A case of a desk's size, and many sightings of wrecks, are settled.
// mixedCase is wrecks of which one in ten is unplaced, and so may be any other.
func mixedCase(n int, seed uint64) atleast.Evidence {
	ev := trackerCase(n, seed)
	for i := range ev.Sightings {
		if i%10 == 0 {
			ev.Sightings[i].Place = nil
		}
		if i%20 == 0 {
			ev.Sightings[i].Kind = ""
		}
	}
	return ev
}

func TestCountSettlesLargeCases(t *testing.T) {
	tests := []struct {
		name string
		ev   atleast.Evidence
	}{
		{"desk", deskCase(1000, 1)},
		{"wrecks", trackerCase(20_000, 1)},
		{"wrecks and unplaced", mixedCase(20_000, 1)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tally, err := count.Count(tt.ev, count.Options{Brief: true})
			if err != nil {
				t.Fatal(err)
			}
			if !tally.Exact || *tally.Floor == 0 {
				t.Errorf("floor %s, least world %s", show(tally.Floor), show(tally.LeastWorld))
			}
		})
	}
}

func BenchmarkDesk(b *testing.B)   { benchmark(b, deskCase(1000, 1)) }
func BenchmarkWrecks(b *testing.B) { benchmark(b, trackerCase(100_000, 1)) }
func BenchmarkLosses(b *testing.B) { benchmark(b, lossCase(10_000, 1)) }

func benchmark(b *testing.B, ev atleast.Evidence) {
	for b.Loop() {
		tally, err := count.Count(ev, count.Options{Brief: true})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(*tally.Floor), "floor")
		b.ReportMetric(float64(*tally.LeastWorld), "world")
	}
}
