package numeral_test

import (
	"testing"

	"github.com/atleast-desk/atleast/claim/numeral"
)

// TestScaled reads parts of a scale that hyphens hold together, and "several".
func TestScaled(t *testing.T) {
	for text, want := range map[string]float64{
		"half-dozen":           6,
		"half a dozen":         6,
		"a half-billion":       5e8,
		"quarter-of-a-million": 250000,
		"several thousand":     1000,
		"several hundred":      100,
	} {
		got := numeral.Scan("They moved "+text+" bricks.", "en")
		if len(got) != 1 || !near(got[0].Value, want) {
			t.Errorf("%s: got %+v, want %v", text, got, want)
		}
	}
}
