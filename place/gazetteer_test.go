package place_test

import (
	"math"
	"testing"

	"github.com/atleast-desk/atleast/place"
)

func TestLookup(t *testing.T) {
	for name, want := range map[string]struct {
		name     string
		lat, lon float64
	}{
		"Kursk": {"Kursk", 51.73, 36.19}, "Курську": {"Kursk", 51.73, 36.19}, "Курске": {"Kursk", 51.73, 36.19},
		"Суджі": {"Sudzha", 51.19, 35.27}, "Sudzha": {"Sudzha", 51.19, 35.27}, "Харкові": {"Kharkiv", 49.98, 36.25}, "Kyiv": {"Kyiv", 50.45, 30.52},
		"London": {"London", 51.51, -0.13},
	} {
		got, ok := place.Lookup(name)
		if !ok || got.Name != want.name || !got.Point || math.Abs(got.Lat-want.lat) > 0.1 || math.Abs(got.Lon-want.lon) > 0.1 {
			t.Errorf("%s: got %+v, %v; want %v", name, got, ok, want)
		}
	}
}

func TestCountriesHaveNoPoint(t *testing.T) {
	for name, want := range map[string]string{"Russia": "Russia", "Росії": "Russia", "России": "Russia", "Україні": "Ukraine", "U.S.": "United States", "Kursk region": "Kursk region"} {
		if got, ok := place.Lookup(name); !ok || got.Point || got.Name != want {
			t.Errorf("%s: got %+v, %v; want %s", name, got, ok, want)
		}
	}
}

func TestUnknownPlace(t *testing.T) {
	for _, name := range []string{"", "Nowhereville", "soldiers", "солдатів"} {
		if got, ok := place.Lookup(name); ok {
			t.Errorf("%q is taken for %s", name, got.Name)
		}
	}
}
