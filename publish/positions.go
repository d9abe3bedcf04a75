package publish

import (
	"math"
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count/check"
)

// How far positions are widened: to the nearest tenth of a degree, about eleven
// kilometres, with a disc that surely holds the one that was coded.
const (
	gridDegrees  = 0.1
	coarseEnough = 10_000.0 // metres: a disc of this radius says little already
	earthRadius  = 6_371_000.0
	flattening   = 1.01 // more than a sphere's distances can be off on the ellipsoid
	roundMetres  = 100
)

// withoutPositions returns the evidence with its places widened as far as the
// tally still follows from it: everywhere, else where the certificate does not
// argue with place and time, else nowhere. Wider discs only take differences
// away, so whatever is proven from the result was proven before.
func withoutPositions(ev atleast.Evidence, t atleast.Tally, o check.Options) (atleast.Evidence, withheld) {
	for _, keep := range []map[string]bool{{}, arguedByPlace(t.Certificate)} {
		wide, w := widened(ev, keep)
		if w.Positions == 0 || check.Tally(wide, o, t) == nil {
			return wide, w
		}
	}
	return widened(ev, every(ev))
}

// widened widens every place but those of the sightings to keep.
func widened(ev atleast.Evidence, keep map[string]bool) (atleast.Evidence, withheld) {
	w := withheld{Exact: []string{}}
	ev.Sightings = slices.Clone(ev.Sightings)
	for i, s := range ev.Sightings {
		switch {
		case s.Place == nil || s.Place.RadiusM >= coarseEnough:
		case keep[s.ID]:
			w.Exact = append(w.Exact, s.ID)
		default:
			wide := coarse(*s.Place)
			ev.Sightings[i].Place = &wide
			w.Positions++
		}
	}
	return ev, w
}

func every(ev atleast.Evidence) map[string]bool {
	all := map[string]bool{}
	for _, s := range ev.Sightings {
		all[s.ID] = true
	}
	return all
}

// arguedByPlace are the sightings that a certificate tells apart by place and
// time. Pairs that it leaves out may be any, so then all its weights are.
func arguedByPlace(c *atleast.Certificate) map[string]bool {
	argued := map[string]bool{}
	if c == nil {
		return argued
	}
	for _, p := range c.Pairs {
		if p.Because == atleast.ByPlaceTime {
			argued[p.A], argued[p.B] = true, true
		}
	}
	if c.Omitted > 0 {
		for id := range weightsOf(c) {
			argued[id] = true
		}
	}
	return argued
}

// withoutDistances drops the wording of what tells sightings apart by place and
// time: distances between exact places would give them away.
func withoutDistances(c *atleast.Certificate) *atleast.Certificate {
	if c == nil {
		return nil
	}
	without := *c
	without.Pairs = slices.Clone(c.Pairs)
	for i, p := range without.Pairs {
		if p.Because == atleast.ByPlaceTime {
			without.Pairs[i].Why = ""
		}
	}
	return &without
}

// coarse returns a disc on the grid that holds r.
func coarse(r atleast.Region) atleast.Region {
	wide := atleast.Region{Lat: snap(r.Lat), Lon: snap(r.Lon)}
	reach := r.RadiusM + flattening*metres(r, wide)
	wide.RadiusM = math.Ceil(reach/roundMetres) * roundMetres
	return wide
}

// snap rounds degrees to the grid, without the dust of binary fractions.
func snap(degrees float64) float64 {
	return math.Round(degrees/gridDegrees) / math.Round(1/gridDegrees)
}

// metres is the great-circle distance between two centres.
func metres(a, b atleast.Region) float64 {
	rad := func(d float64) float64 { return d * math.Pi / 180 }
	lat, lon := rad(b.Lat-a.Lat)/2, rad(b.Lon-a.Lon)/2
	h := math.Pow(math.Sin(lat), 2) + math.Cos(rad(a.Lat))*math.Cos(rad(b.Lat))*math.Pow(math.Sin(lon), 2)
	return 2 * earthRadius * math.Asin(math.Sqrt(min(1, h)))
}
