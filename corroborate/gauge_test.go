package corroborate

import (
	"strings"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
)

// filmed is a verified sighting of n people within a day of August 2024, at Kyiv.
func filmed(t *testing.T, id string, n int64, from, to string) atleast.Sighting {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		t.Skip("needs the time zones of the system, which are not there")
	}
	span, err := atleast.ParseSpan(from, to, zone)
	if err != nil {
		t.Fatal(err)
	}
	return atleast.Sighting{ID: id, Low: n, High: &n, Status: atleast.Verified, Time: &span}
}

func TestGauge(t *testing.T) {
	both := []string{"m.r", "o.k"}
	ev := atleast.Evidence{Case: "kursk", What: "captured soldiers", Zone: "Europe/Kyiv",
		Sightings: []atleast.Sighting{
			filmed(t, "a", 60, "2024-08-14", "2024-08-14"), filmed(t, "b", 45, "2024-08-14", "2024-08-14"),
			filmed(t, "c", 30, "2024-08-12", "2024-08-12"), filmed(t, "d", 80, "2024-08-13", "2024-08-15"),
		},
		Verdicts: []atleast.PairVerdict{
			{A: "a", B: "b", Is: atleast.Different, By: both}, {A: "a", B: "c", Is: atleast.Different, By: both}, {A: "b", B: "c", Is: atleast.Different, By: both},
		}}
	c := atleast.Case{Question: "How many soldiers were captured in Kursk oblast since 6 August 2024?", What: "captured soldiers", Zone: "Europe/Kyiv"}
	all := int64(135)
	gauge := GaugeOf(c, ev, atleast.Tally{Floor: &all})
	claimed := func(q atleast.Quantity, from, to string, extent Extent, quote string) Figure {
		return Figure{Quantity: q, Carriers: []Carrier{{Quote: quote}},
			Scope: Scope{Event: "capture", Noun: "soldier", Place: "Kursk oblast", From: from, To: to, Extent: extent}}
	}
	const day = "2024-08-14"
	for _, tc := range []struct {
		name   string
		figure Figure
		want   Standing
		why    string
	}{
		{"the day's floor reaches it", claimed(quantity(atleast.AtLeast, 102, -1, ""), day, day, "", ""), Shown, "at least 105 are proven in what was filmed on 14 August 2024 (2 sightings)"},
		{"the day's floor reaches a part", claimed(quantity(atleast.Exact, 210, 210, ""), day, day, "", ""), PartlyShown, "105 of 210"},
		{"more are proven of that day", claimed(quantity(atleast.Exact, 102, 102, ""), day, day, "", ""), Contradicted, "105"},
		{"and of that day as a whole", claimed(quantity(atleast.AtMost, -1, 90, ""), day, day, Part, "90 at most in a single day"), Contradicted, "105"},
		{"one group of that day", claimed(quantity(atleast.Exact, 90, 90, ""), day, day, Part, "90 in one go"), NotShown, ""},
		{"nothing was surely filmed then", claimed(quantity(atleast.AtLeast, 10, -1, ""), "2024-08-15", "2024-08-15", "", ""), NotShown, "no verified sighting was surely filmed on 15 August 2024"},
		{"more days, less surely known of each", claimed(quantity(atleast.AtLeast, 30, -1, ""), "2024-08-12", "2024-08-13", "", ""), Shown, "30"},
		{"no days at all", claimed(quantity(atleast.AtLeast, 130, -1, ""), "", "", "", ""), Shown, "135"},
	} {
		got := gauge.Showing(tc.figure)
		if got.Standing != tc.want || !strings.Contains(got.Why, tc.why) {
			t.Errorf("%s: %+v, want %s because %q", tc.name, got, tc.want, tc.why)
		}
	}
}

// A day of the case's zone is not a day of UTC.
func TestGaugeZone(t *testing.T) {
	late := filmed(t, "a", 12, "2024-08-14T22:00:00Z", "2024-08-14T23:00:00Z") // one in the morning of the fifteenth
	c := atleast.Case{Question: "How many soldiers were captured?", What: "captured soldiers", Zone: "Europe/Kyiv"}
	ev := atleast.Evidence{Case: "kursk", What: c.What, Zone: c.Zone, Sightings: []atleast.Sighting{late}}
	all := int64(12)
	gauge := GaugeOf(c, ev, atleast.Tally{Floor: &all})
	for day, want := range map[string]Standing{"2024-08-14": NotShown, "2024-08-15": Shown} {
		f := Figure{Quantity: quantity(atleast.AtLeast, 12, -1, ""), Scope: Scope{Event: "capture", Noun: "soldier", From: day, To: day}}
		if got := gauge.Showing(f); got.Standing != want {
			t.Errorf("%s: %+v, want %s", day, got, want)
		}
	}
}
