package corroborate

import (
	"testing"

	"github.com/atleast-desk/atleast"
)

// A report that names no place is taken for one of the event that another tells of
// where both count as many in one scene within a week, and for none otherwise.
func TestScenery(t *testing.T) {
	wire := "KARN, May 5 (AFP) - Sixteen passengers were killed when a bus fell into a ravine near Karn, police said."
	for _, tc := range []struct {
		name, day, text string
		n               float64
		figures         int
	}{
		{"one scene", "2035-05-07", "The driver of the bus had slept for two hours, said a passenger. He saw 16 passengers killed in the gorge.", 16, 1},
		{"weeks later", "2035-05-27", "The driver of the bus had slept for two hours, said a passenger. He saw 16 passengers killed in the gorge.", 16, 2},
		{"another place", "2035-05-07", "The driver of the bus had slept in Torvik, said a passenger. He saw 16 passengers killed in the gorge.", 16, 2},
		{"another scene", "2035-05-07", "The kiln of the factory was old, said a nurse. She saw 16 passengers killed.", 16, 2},
		{"too few to tell", "2035-05-07", "The driver of the bus had slept for two hours, said a passenger. He saw 3 passengers killed in the gorge.", 3, 2},
	} {
		t.Run(tc.name, func(t *testing.T) {
			reports := []Report{
				{ID: "a", Published: "2035-05-05", Text: wire, Claims: claimsIn(wire, tc.n)},
				{ID: "b", Published: tc.day, Text: tc.text, Claims: claimsIn(tc.text, tc.n)},
			}
			if got := Figures(reports, Options{}); len(got) != tc.figures {
				t.Errorf("%d figures, want %d: %+v", len(got), tc.figures, got)
			}
		})
	}
}

// claimsIn marks a text as one claim of so many passengers killed.
func claimsIn(text string, n float64) []atleast.ReadClaim {
	q := quantity(atleast.Exact, n, n, "")
	q.What = "passengers"
	c := atleast.Claim{Start: 0, End: len(text), Quote: text, Event: "kill", Stance: atleast.Asserted, SpeakerKind: atleast.OwnVoice, Quantity: &q}
	return []atleast.ReadClaim{{Claim: c}}
}

// A ministry that publishes is the one who says what stands in its report; a
// bureau of news is not.
func TestBodiesPublish(t *testing.T) {
	for outlet, want := range map[string]bool{
		"Ministry of Emergencies": true, "Coast Guard": true, "Regional Government": true, "Red Cross": true, "Губернатор Верхового края": true, "ДСНС України": true,
		"The Strike Bureau": false, "Parish News": false, "Police Times": false, "Union Voice": false, "The Guardian": false, "Новый путь": false, "": false,
	} {
		if got := isBody(outlet); got != want {
			t.Errorf("isBody(%q) = %v, want %v", outlet, got, want)
		}
	}
}
