// Package place knows the globe: how far apart two places are, and what they
// are called.
package place

import (
	"math"

	"github.com/atleast-desk/atleast"
)

// The WGS 84 ellipsoid, in metres.
const (
	EquatorialRadius = 6378137.0
	flattening       = 1 / 298.257223563
	PolarRadius      = EquatorialRadius * (1 - flattening)
)

// Tolerance is how far, in metres, Distance and Geodesic may exceed the truth.
const Tolerance = 0.001

// Distance is how far apart two regions are at the least, in metres: from the
// nearest point of one to the nearest point of the other, along the WGS 84
// ellipsoid, and 0 where they touch. It exceeds the truth by no more than
// Tolerance; see Geodesic for where it may fall short of it.
func Distance(a, b atleast.Region) float64 {
	return max(0, Geodesic(a.Lat, a.Lon, b.Lat, b.Lon)-a.RadiusM-b.RadiusM)
}

// Geodesic is the length in metres of the shortest line on the WGS 84 ellipsoid
// between two points given in degrees, by Vincenty's inverse formula (Survey
// Review 1975), which is good to half a millimetre. Within about half a degree of the
// antipode, where that formula does not settle, the result is a lower bound
// that is short by less than 0.34 percent.
func Geodesic(lat1, lon1, lat2, lon2 float64) float64 {
	sin1, cos1 := reducedLatitude(lat1)
	sin2, cos2 := reducedLatitude(lat2)
	apart := math.Remainder(lon2-lon1, 360) * math.Pi / 180
	if length, ok := vincenty(sin1, cos1, sin2, cos2, apart); ok {
		return length
	}
	return PolarRadius * arc(sin1, cos1, sin2, cos2, apart)
}

// reducedLatitude is the sine and cosine of the latitude that the point has on
// the auxiliary sphere.
func reducedLatitude(degrees float64) (sin, cos float64) {
	if math.Abs(degrees) == 90 {
		return math.Copysign(1, degrees), 0
	}
	tan := (1 - flattening) * math.Tan(degrees*math.Pi/180)
	cos = 1 / math.Sqrt(1+tan*tan)
	return tan * cos, cos
}

// arc is the angle between two points of the auxiliary sphere. On it every line
// is between PolarRadius and EquatorialRadius times as long on the ellipsoid,
// since a step there is never shorter than PolarRadius times the angle.
func arc(sin1, cos1, sin2, cos2, apart float64) float64 {
	sinApart, cosApart := math.Sincos(apart)
	across := math.Hypot(cos2*sinApart, cos1*sin2-sin1*cos2*cosApart)
	return math.Atan2(across, sin1*sin2+cos1*cos2*cosApart)
}

// vincenty settles the longitude on the auxiliary sphere and returns the length
// of the line, or false where it does not settle.
func vincenty(sin1, cos1, sin2, cos2, apart float64) (float64, bool) {
	const rounds = 60
	lambda := apart
	for range rounds {
		sinL, cosL := math.Sincos(lambda)
		sinSigma := math.Hypot(cos2*sinL, cos1*sin2-sin1*cos2*cosL)
		cosSigma := sin1*sin2 + cos1*cos2*cosL
		if sinSigma == 0 {
			return 0, cosSigma > 0
		}
		sigma := math.Atan2(sinSigma, cosSigma)
		sinAlpha := cos1 * cos2 * sinL / sinSigma
		cosSqAlpha := 1 - sinAlpha*sinAlpha
		mid := 0.0 // cosine of twice the angle to the middle; 0 along the equator
		if cosSqAlpha > 0 {
			mid = cosSigma - 2*sin1*sin2/cosSqAlpha
		}
		c := flattening / 16 * cosSqAlpha * (4 + flattening*(4-3*cosSqAlpha))
		next := apart + (1-c)*flattening*sinAlpha*
			(sigma+c*sinSigma*(mid+c*cosSigma*(2*mid*mid-1)))
		if math.Abs(next) > math.Pi {
			return 0, false
		}
		if math.Abs(next-lambda) < 1e-12 {
			return vincentyLength(sigma, sinSigma, cosSigma, mid, cosSqAlpha), true
		}
		lambda = next
	}
	return 0, false
}

func vincentyLength(sigma, sinSigma, cosSigma, mid, cosSqAlpha float64) float64 {
	const ratio = EquatorialRadius / PolarRadius
	uSq := cosSqAlpha * (ratio*ratio - 1)
	a := 1 + uSq/16384*(4096+uSq*(-768+uSq*(320-175*uSq)))
	b := uSq / 1024 * (256 + uSq*(-128+uSq*(74-47*uSq)))
	delta := b * sinSigma * (mid + b/4*(cosSigma*(2*mid*mid-1)-
		b/6*mid*(4*sinSigma*sinSigma-3)*(4*mid*mid-3)))
	return PolarRadius * a * (sigma - delta)
}

// OnSphere is the place on the unit sphere whose angles, times PolarRadius and
// times EquatorialRadius, bound every distance on the ellipsoid from below and
// from above.
func OnSphere(lat, lon float64) (x, y, z float64) {
	sin, cos := reducedLatitude(lat)
	sinLon, cosLon := math.Sincos(lon * math.Pi / 180)
	return cos * cosLon, cos * sinLon, sin
}
