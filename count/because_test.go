package count_test

import (
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

// Why two places are too far apart is said in the measure a person would use.
func TestReasonsOfPlaceAndTimeReadWell(t *testing.T) {
	tests := []struct {
		gap  time.Duration
		want string
	}{
		{0, "at least 111.3 km apart; in the 0 seconds that may lie between them, 120 km/h reach 0.0 km"},
		{20 * time.Second, "at least 111.3 km apart; in the 20 seconds that may lie between them, 120 km/h reach 0.7 km"},
		{time.Minute, "at least 111.3 km apart; in the minute that may lie between them, 120 km/h reach 2.0 km"},
		{2 * time.Minute, "at least 111.3 km apart; in the 2 minutes that may lie between them, 120 km/h reach 4.0 km"},
	}
	for _, tt := range tests {
		if got := reasonFor(t, tt.gap, 0); got != tt.want {
			t.Errorf("after %v\n got %s\nwant %s", tt.gap, got, tt.want)
		}
	}
	slow := []struct {
		gap  time.Duration
		want string
	}{
		{150 * time.Minute, "at least 111.3 km apart; in the 2.5 hours that may lie between them, 1 km/h reach 2.5 km"},
		{24 * time.Hour, "at least 111.3 km apart; in the 24 hours that may lie between them, 1 km/h reach 24.0 km"},
		{72 * time.Hour, "at least 111.3 km apart; in the 3 days that may lie between them, 1 km/h reach 72.0 km"},
	}
	for _, tt := range slow {
		if got := reasonFor(t, tt.gap, 1); got != tt.want {
			t.Errorf("after %v\n got %s\nwant %s", tt.gap, got, tt.want)
		}
	}
}

// reasonFor is why two sightings a degree of the equator apart are different.
func reasonFor(t *testing.T, gap time.Duration, speed float64) string {
	t.Helper()
	at := func(id string, lon float64, moment time.Time) atleast.Sighting {
		return atleast.Sighting{
			ID: id, Low: 1, Status: atleast.Verified,
			Place: &atleast.Region{Lon: lon}, Time: &atleast.Span{From: moment, To: moment},
		}
	}
	tally, err := count.Count(atleast.Evidence{
		SpeedKMH:  speed,
		Sightings: []atleast.Sighting{at("a", 10, spring), at("b", 11, spring.Add(gap))},
	}, count.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if tally.Certificate == nil || len(tally.Certificate.Pairs) != 1 {
		t.Fatalf("certificate %+v", tally.Certificate)
	}
	return tally.Certificate.Pairs[0].Why
}
