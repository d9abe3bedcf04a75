package check

import (
	"math"

	"github.com/atleast-desk/atleast"
)

// The ellipsoid of WGS 84, in metres.
const (
	equatorial = 6378137.0
	flattening = 1 / 298.257223563
	polar      = equatorial * (1 - flattening)
)

// spot is where and when a sighting was: a disc on the ground and an interval
// of time. It is known where the sighting states both.
type spot struct {
	known    bool
	lat, lon float64    // radians
	at       [3]float64 // metres from the Earth's centre
	radius   float64    // metres
	from, to float64    // seconds since 1970
}

func newSpot(s atleast.Sighting) spot {
	if s.Place == nil || s.Time == nil {
		return spot{}
	}
	lat, lon := s.Place.Lat*math.Pi/180, s.Place.Lon*math.Pi/180
	eccentricity2 := flattening * (2 - flattening)
	n := equatorial / math.Sqrt(1-eccentricity2*math.Sin(lat)*math.Sin(lat))
	return spot{
		known: true, lat: lat, lon: lon, radius: s.Place.RadiusM,
		at: [3]float64{
			n * math.Cos(lat) * math.Cos(lon),
			n * math.Cos(lat) * math.Sin(lon),
			n * (1 - eccentricity2) * math.Sin(lat),
		},
		from: float64(s.Time.From.Unix()) + float64(s.Time.From.Nanosecond())*1e-9,
		to:   float64(s.Time.To.Unix()) + float64(s.Time.To.Nanosecond())*1e-9,
	}
}

// farFrom reports that nobody at speed (metres a second) could be in both
// spots: the way between the discs is longer than the greatest time allows.
func (s *spot) farFrom(t *spot, speed float64) bool {
	return s.known && t.known && s.beyond(t, s.reach(t, speed))
}

// clearlyFarFrom is farFrom with room to spare. A solver leaves some room when
// it claims a difference, so that others come to the same; its worlds may hold
// somebody in two spots that are different by less.
func (s *spot) clearlyFarFrom(t *spot, speed float64) bool {
	return s.known && t.known && s.beyond(t, s.reach(t, speed)*(1+3e-6)+2)
}

// reach is the longest way between the centres that somebody in both discs
// could have gone.
func (s *spot) reach(t *spot, speed float64) float64 {
	return s.radius + t.radius + speed*max(s.to-t.from, t.to-s.from)
}

// beyond reports that the way between the centres is longer than a reach. The
// cheap bounds decide nearly always.
func (s *spot) beyond(t *spot, reach float64) bool {
	chord := distance3(s.at, t.at)
	return chord > reach || longestWay(chord) > reach && groundDistance(s, t, chord) > reach
}

// distance3 is the straight line through the Earth: never longer than the way
// along the ground.
func distance3(a, b [3]float64) float64 {
	return math.Sqrt(square(a[0]-b[0]) + square(a[1]-b[1]) + square(a[2]-b[2]))
}

func square(x float64) float64 { return x * x }

// longestWay is a bound that no way along the ground exceeds between points
// with this chord. Points no nearer to the centre than the pole span the
// greatest angle when both lie at that distance, and the way along that angle
// is no longer than on a sphere a little larger than the equator.
func longestWay(chord float64) float64 {
	return 1.00002 * equatorial * 2 * math.Asin(min(1, chord/(2*polar)))
}

// groundDistance is the shortest way along the ellipsoid, less a millimetre for
// the error of Vincenty's series. Where that does not converge, at points
// nearly opposite each other, it is a distance which the way surely exceeds:
// the chord, or the great circle on the sphere inside the ellipsoid, since
// moving every point of a path inwards to that sphere can only shorten it.
func groundDistance(s, t *spot, chord float64) float64 {
	if d, ok := vincenty(s.lat, t.lat, t.lon-s.lon); ok {
		return d - 0.001
	}
	dot := s.at[0]*t.at[0] + s.at[1]*t.at[1] + s.at[2]*t.at[2]
	origin := [3]float64{}
	cos := dot / (distance3(s.at, origin) * distance3(t.at, origin))
	return max(chord, polar*math.Acos(max(-1, min(1, cos)))-0.001)
}

// vincenty is the inverse formula of T. Vincenty, "Direct and Inverse Solutions
// of Geodesics on the Ellipsoid", Survey Review 23 (1975), in metres.
func vincenty(lat1, lat2, lon float64) (metres float64, converged bool) {
	lon = math.Remainder(lon, 2*math.Pi)
	sinU1, cosU1 := reduced(lat1)
	sinU2, cosU2 := reduced(lat2)
	lambda := lon
	for range 100 {
		sinL, cosL := math.Sincos(lambda)
		sinS := math.Hypot(cosU2*sinL, cosU1*sinU2-sinU1*cosU2*cosL)
		if sinS == 0 {
			return 0, cosL > 0
		}
		cosS := sinU1*sinU2 + cosU1*cosU2*cosL
		sigma := math.Atan2(sinS, cosS)
		sinA := cosU1 * cosU2 * sinL / sinS
		cos2A := 1 - sinA*sinA
		cos2M := 0.0
		if cos2A > 1e-15 {
			cos2M = cosS - 2*sinU1*sinU2/cos2A
		}
		c := flattening / 16 * cos2A * (4 + flattening*(4-3*cos2A))
		next := lon + (1-c)*flattening*sinA*(sigma+c*sinS*(cos2M+c*cosS*(2*cos2M*cos2M-1)))
		if math.Abs(next) > math.Pi {
			return 0, false
		}
		if math.Abs(next-lambda) < 1e-13 {
			return arc(cos2A, cos2M, sinS, cosS, sigma), true
		}
		lambda = next
	}
	return 0, false
}

// reduced returns sine and cosine of the reduced latitude.
func reduced(lat float64) (sin, cos float64) {
	y, x := (1-flattening)*math.Sin(lat), math.Cos(lat)
	h := math.Hypot(y, x)
	return y / h, x / h
}

// arc is the length in metres of the geodesic that Vincenty's iteration found.
func arc(cos2A, cos2M, sinS, cosS, sigma float64) float64 {
	u2 := cos2A * (equatorial*equatorial - polar*polar) / (polar * polar)
	a := 1 + u2/16384*(4096+u2*(-768+u2*(320-175*u2)))
	b := u2 / 1024 * (256 + u2*(-128+u2*(74-47*u2)))
	d := b * sinS * (cos2M + b/4*(cosS*(2*cos2M*cos2M-1)-
		b/6*cos2M*(4*sinS*sinS-3)*(4*cos2M*cos2M-3)))
	return polar * a * (sigma - d)
}
