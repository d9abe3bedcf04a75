package place_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/place"
)

func TestGeodesic(t *testing.T) {
	tests := []struct {
		name                   string
		lat1, lon1, lat2, lon2 float64
		metres                 float64
	}{
		{"nowhere", 51, 35, 51, 35, 0},
		{"a degree of the equator", 0, 10, 0, 11, 111319.491},
		{"equator to pole", 0, 5, 90, 123, 10001965.729},
		{"across the antimeridian", 0, 179.5, 0, -179.5, 111319.491},
		{"one pole by two names", 90, 0, 90, 140, 0},
		{"Vincenty's own: Flinders Peak to Buninyong", -37.95103342, 144.42486789, -37.65282114, 143.92649553, 54972.271},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := place.Geodesic(tt.lat1, tt.lon1, tt.lat2, tt.lon2)
			if math.Abs(got-tt.metres) > 0.01 {
				t.Errorf("got %.4f m, want %.4f m", got, tt.metres)
			}
		})
	}
}

// Near the antipode the result may be short, but never long: nothing on the
// ellipsoid is further off than half a meridian.
func TestGeodesicNearTheAntipode(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 20_000 {
		lat, lon := r.Float64()*176-88, r.Float64()*360-180
		got := place.Geodesic(lat, lon, -lat+(r.Float64()-0.5)*2, lon+180+(r.Float64()-0.5)*2)
		if !(got > 19_700_000 && got <= 20_003_931.47) {
			t.Fatalf("%.3f m from %v %v", got, lat, lon)
		}
	}
}

func TestDistanceIsFromNearestPoints(t *testing.T) {
	a := atleast.Region{Lat: 0, Lon: 10, RadiusM: 11_000}
	b := atleast.Region{Lat: 0, Lon: 11, RadiusM: 319.491}
	if got := place.Distance(a, b); math.Abs(got-100_000) > 0.01 {
		t.Errorf("got %v m, want 100 km", got)
	}
	b.RadiusM = 1e6
	if got := place.Distance(a, b); got != 0 {
		t.Errorf("regions that overlap are %v m apart", got)
	}
}

// The angle on the sphere, times the two radii, holds the distance.
func TestOnSphereBoundsTheDistance(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for range 20_000 {
		lat1, lon1 := r.Float64()*180-90, r.Float64()*360-180
		lat2, lon2 := r.Float64()*180-90, r.Float64()*360-180
		x1, y1, z1 := place.OnSphere(lat1, lon1)
		x2, y2, z2 := place.OnSphere(lat2, lon2)
		angle := 2 * math.Asin(min(1, math.Sqrt((x1-x2)*(x1-x2)+(y1-y2)*(y1-y2)+(z1-z2)*(z1-z2))/2))
		far := place.Geodesic(lat1, lon1, lat2, lon2)
		if far < place.PolarRadius*angle*(1-1e-9)-place.Tolerance || far > place.EquatorialRadius*angle*(1+1e-9)+place.Tolerance {
			t.Fatalf("%v m is not within %v and %v", far, place.PolarRadius*angle, place.EquatorialRadius*angle)
		}
	}
}
