package web

import (
	"math"
	"net/url"
	"testing"
	"time"
)

// Whatever is typed as a time either becomes a span in order or is refused with
// the field to change.
func FuzzTimes(f *testing.F) {
	for _, seed := range [][2]string{{"2024-08-14", "2024-08-14"}, {"2024-08-14 06:30", ""}, {"", "2024-08-14"}, {"0001-01-01", "9999-12-31"}, {"2024-03-31 03:30", "2024-10-27 03:30"}} {
		f.Add(seed[0], seed[1])
	}
	kyiv, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		f.Skip("needs the time zone database, which this machine does not have")
	}
	f.Fuzz(func(t *testing.T, from, to string) {
		typed := &form{Values: url.Values{"from": {from}, "to": {to}}}
		span := typed.span(kyiv)
		switch {
		case span != nil && !typed.OK():
			t.Fatalf("both a span and problems: %v", typed.Problems)
		case span != nil && span.To.Before(span.From):
			t.Fatalf("a span that ends before it begins: %v", span)
		case span == nil && typed.OK() && (typed.Get("from") != "" || typed.Get("to") != ""):
			t.Fatal("neither a span nor a problem")
		}
	})
}

// Whatever is typed as a place is a disc on the globe or refused.
func FuzzRegion(f *testing.F) {
	for _, seed := range [][3]string{{"51,2", "35.01", "500"}, {"NaN", "Inf", "-1"}, {"1e309", "", "0"}, {"", "", ""}} {
		f.Add(seed[0], seed[1], seed[2])
	}
	f.Fuzz(func(t *testing.T, lat, lon, radius string) {
		typed := &form{Values: url.Values{"lat": {lat}, "lon": {lon}, "radius_m": {radius}}}
		region := typed.region()
		if region == nil {
			return
		}
		if !(math.Abs(region.Lat) <= 90) || !(math.Abs(region.Lon) <= 180) || !(region.RadiusM >= 0) {
			t.Fatalf("accepted %+v", *region)
		}
	})
}

func FuzzPairs(f *testing.F) {
	f.Add("s1 s2\ns3,s4")
	f.Fuzz(func(t *testing.T, text string) {
		typed := &form{Values: url.Values{"pairs": {text}}}
		for _, pair := range pairsOf(typed) {
			if pair[0] == pair[1] || pair[0] == "" || pair[1] == "" {
				t.Fatalf("accepted %q", pair)
			}
		}
	})
}
