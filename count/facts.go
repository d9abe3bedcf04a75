package count

import (
	"math"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/place"
)

// fact is where, when and what a sighting shows, ready to be compared.
type fact struct {
	x, y, z  float64 // the place, on the unit sphere that carries the ellipsoid
	radius   float64 // metres
	from, to float64 // seconds
	kind     int32   // number of the kind; -1 where it excludes nothing
	placed   bool    // both place and time are known
}

// Between the chord on that sphere and the line on the ellipsoid stand the two
// radii; room covers the rounding here.
const (
	shortest = place.PolarRadius * (1 - 1e-9)
	longest  = place.EquatorialRadius * (1 + 1e-9)
)

// A difference by place and time must hold with this much to spare, so that an
// independent check with other rounding comes to the same.
const (
	marginShare  = 1e-6
	marginMetres = 1
)

func newFact(s *atleast.Sighting, kinds map[string]int32) fact {
	f := fact{kind: -1}
	if k, ok := kinds[s.Kind]; ok {
		f.kind = k
	}
	if s.Place == nil || s.Time == nil {
		return f
	}
	f.placed = true
	f.x, f.y, f.z = place.OnSphere(s.Place.Lat, s.Place.Lon)
	f.radius = s.Place.RadiusM
	f.from = float64(s.Time.From.Unix()) + float64(s.Time.From.Nanosecond())/1e9
	f.to = float64(s.Time.To.Unix()) + float64(s.Time.To.Nanosecond())/1e9
	return f
}

// longestTime is the most time, in seconds, that may lie between two facts.
func longestTime(f, g *fact) float64 { return max(f.to-g.from, g.to-f.from) }

// angle is the angle between two places on the sphere.
func angle(f, g *fact) float64 {
	chord := math.Sqrt((f.x-g.x)*(f.x-g.x) + (f.y-g.y)*(f.y-g.y) + (f.z-g.z)*(f.z-g.z))
	return 2 * math.Asin(min(1, chord/2))
}

// beyond reports whether a distance is further than a reach, with the margin.
func beyond(metres, reach float64) bool {
	return metres*(1-marginShare)-marginMetres > reach
}

// elsewhere reports whether nobody can be at both sightings. The exact line is
// computed only where the sphere does not decide.
func (b *board) elsewhere(i, j int32) bool {
	f, g := &b.facts[i], &b.facts[j]
	if !f.placed || !g.placed {
		return false
	}
	reach := b.speed * longestTime(f, g)
	sigma := angle(f, g)
	switch {
	case !beyond(longest*sigma-f.radius-g.radius, reach):
		return false
	case beyond(shortest*sigma-f.radius-g.radius, reach):
		return true
	}
	return beyond(place.Distance(*b.sight(i).Place, *b.sight(j).Place), reach)
}
