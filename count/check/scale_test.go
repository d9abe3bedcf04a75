package check

import (
	"fmt"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
)

// lattice is n sightings of one person each, all different by place and time,
// with the tally that says so.
func lattice(n int) (atleast.Evidence, atleast.Tally) {
	ev := atleast.Evidence{SpeedKMH: 0.0001}
	floor := int64(n)
	t := atleast.Tally{Floor: &floor, LeastWorld: &floor, Exact: true, Certificate: &atleast.Certificate{}}
	day := time.Date(2022, 2, 24, 0, 0, 0, 0, time.UTC)
	for i := range n {
		id := fmt.Sprintf("v%d", i)
		from := day.AddDate(0, 0, i%700)
		ev.Sightings = append(ev.Sightings, atleast.Sighting{ID: id, Low: 1, Status: atleast.Verified,
			Place: &atleast.Region{Lat: -80 + 0.12*float64(i%1000), Lon: -180 + 0.12*float64(i/1000), RadiusM: 20},
			Time:  &atleast.Span{From: from, To: from.AddDate(0, 0, 1)}})
		t.Certificate.Weights = append(t.Certificate.Weights, atleast.Weight{ID: id, Y: "1"})
		t.World = append(t.World, atleast.Share{People: 1, SeenIn: []string{id}})
	}
	return ev, t
}

// crowd is n sightings of which nothing says that they are different: one
// person may be in all.
func crowd(n int) (atleast.Evidence, atleast.Tally) {
	ev, _ := lattice(n)
	ev.SpeedKMH = 10000
	one := int64(1)
	t := atleast.Tally{Floor: &one, LeastWorld: &one, Exact: true, World: []atleast.Share{{People: 1}},
		Certificate: &atleast.Certificate{Weights: []atleast.Weight{{ID: "v0", Y: "1"}}}}
	for _, s := range ev.Sightings {
		t.World[0].SeenIn = append(t.World[0].SeenIn, s.ID)
	}
	return ev, t
}

func TestBothExtremes(t *testing.T) {
	for name, draw := range map[string]func(int) (atleast.Evidence, atleast.Tally){"lattice": lattice, "crowd": crowd} {
		ev, tally := draw(3000)
		if err := Tally(ev, Options{}, tally); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		ev.SpeedKMH = 20 // now some may have been in two places, and some may not
		if Tally(ev, Options{}, tally) == nil {
			t.Errorf("%s: passed at another speed", name)
		}
	}
}

func BenchmarkTally(b *testing.B) {
	for name, draw := range map[string]func(int) (atleast.Evidence, atleast.Tally){"lattice": lattice, "crowd": crowd} {
		for _, n := range []int{10_000, 100_000, 1_000_000} {
			ev, tally := draw(n)
			b.Run(fmt.Sprintf("%s-%d", name, n), func(b *testing.B) {
				for b.Loop() {
					if err := Tally(ev, Options{}, tally); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
