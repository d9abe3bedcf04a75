package web

import (
	"strings"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
)

func TestJourney(t *testing.T) {
	at := func(lon, radius float64, from, to string) atleast.Sighting {
		span, err := atleast.ParseSpan(from, to, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		return atleast.Sighting{Place: &atleast.Region{Lat: 0, Lon: lon, RadiusM: radius}, Time: &span}
	}
	const nine, ten = "2024-06-02T09:00:00Z", "2024-06-02T10:00:00Z"
	for name, c := range map[string]struct {
		a, b atleast.Sighting
		want string
	}{
		"too far":      {at(0, 0, nine, nine), at(3, 0, nine, ten), "way of about 333.6 km takes 3 hours; between them lie at most 60 minutes. Nobody"},
		"near enough":  {at(0, 0, nine, nine), at(1, 0, nine, ten), "between them lie at most 60 minutes. Somebody"},
		"one moment":   {at(0, 0, nine, nine), at(1, 0, nine, nine), "both were seen at one moment. Nobody"},
		"one place":    {at(0, 500, nine, nine), at(0.001, 500, nine, nine), "They may be at the same place; both were seen at one moment. Somebody"},
		"antimeridian": {at(179.9, 0, nine, nine), at(-179.9, 0, nine, ten), "about 22.2 km takes 11 minutes"},
	} {
		j, ok := journeyOf(c.a, c.b, 120)
		if !ok || !strings.Contains(j.Words(), c.want) {
			t.Errorf("%s: %q, want %q", name, j.Words(), c.want)
		}
	}
	if _, ok := journeyOf(atleast.Sighting{}, at(0, 0, nine, nine), 120); ok {
		t.Error("a journey from nowhere")
	}
}
