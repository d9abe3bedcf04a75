package check

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
)

func at(lat, lon float64) spot {
	moment := time.Date(2024, 8, 7, 0, 0, 0, 0, time.UTC)
	return newSpot(atleast.Sighting{Place: &atleast.Region{Lat: lat, Lon: lon}, Time: &atleast.Span{From: moment, To: moment}})
}

// The lengths are Karney's, which are right to a nanometre.
func TestGroundDistance(t *testing.T) {
	for _, test := range []struct {
		lat1, lon1, lat2, lon2 float64
		want, within           float64
	}{
		{0, 0, 0, 90, 10018754.171394622, 0.002},
		{0, 0, 90, 0, 10001965.729312724, 0.002},
		{50, 179.5, 50, -179.5, 71695.21960602548, 0.002}, // across the antimeridian
		{89.9, 0, 89.9, 180, 22338.795682520195, 0.002},   // over the pole
		{-30, 0, 29.9, 179.8, 19989832.82761, 70000},      // nearly opposite: no more than a bound
		{0, 0, 0, 180, 20003931.458625447, 67000},         // opposite
		{51.2, 35.02, 51.2, 35.02, 0, 0.002},              // the same place
		{51.2, 35.02, 51.2, 35.02 + 360, 0, 0.002},        // the same place, a turn on
		{51.2, 35.02, 51.2, 35.020001, 0.0699, 0.0020},    // a hand's breadth
	} {
		a, b := at(test.lat1, test.lon1), at(test.lat2, test.lon2)
		got := groundDistance(&a, &b, distance3(a.at, b.at))
		if got > test.want+0.005 || got < test.want-test.within {
			t.Errorf("%v: got %.4f", test, got)
		}
	}
}

// The cheap bounds hold wherever the long formula converges.
func TestBoundsOfDistance(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		a := at(rng.Float64()*180-90, rng.Float64()*360-180)
		b := at(rng.Float64()*180-90, rng.Float64()*360-180)
		if rng.IntN(2) == 0 {
			b = at(a.lat*180/math.Pi*(1-1e-3*rng.Float64()), a.lon*180/math.Pi+rng.Float64())
		}
		chord := distance3(a.at, b.at)
		if d, ok := vincenty(a.lat, b.lat, b.lon-a.lon); ok && (d < chord-1e-6 || d > longestWay(chord)+1e-6) {
			t.Fatalf("%v %v: %f is not between %f and %f", a, b, d, chord, longestWay(chord))
		}
	}
}

// The tree finds exactly the pairs that looking at all of them finds.
func TestTreePairs(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for round := range 60 {
		speed := []float64{0.001, 1, 33, 300}[round%4]
		spots := make([]spot, 200)
		var all []int
		for i := range spots {
			from := time.Unix(int64(rng.IntN(7*86400)), 0)
			spots[i] = newSpot(atleast.Sighting{
				Place: &atleast.Region{Lat: 85 + 5*rng.Float64(), Lon: rng.Float64()*360 - 180, RadiusM: 1000 * rng.Float64()},
				Time:  &atleast.Span{From: from, To: from.Add(time.Duration(rng.IntN(5)) * time.Hour)},
			})
			all = append(all, i)
		}
		want, got, visits := 0, 0, 0
		for i := range spots {
			for j := range i {
				if spots[i].farFrom(&spots[j], speed) {
					want++
				}
			}
		}
		tree := newTree(spots, all, speed)
		tree.pairs(func(a, b *box) bool { return allNear(a, b, speed) }, func(i, j int) bool {
			visits++
			if spots[i].farFrom(&spots[j], speed) {
				got++
			}
			return true
		})
		if got != want {
			t.Fatalf("round %d: %d far pairs found among those not surely near, want %d", round, got, want)
		}
		got = len(all) * (len(all) - 1) / 2
		tree.pairs(func(a, b *box) bool { return allFar(a, b, speed) }, func(i, j int) bool {
			if !spots[i].farFrom(&spots[j], speed) {
				got--
			}
			return true
		})
		if got != want {
			t.Fatalf("round %d: %d far pairs left by those not surely far, want %d", round, got, want)
		}
	}
}
