package numeral_test

import (
	"strings"
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

// TestSlavicWords reads parts of a scale, tens and hundreds that are counted, and what stands after the point.
func TestSlavicWords(t *testing.T) {
	for text, want := range map[string]float64{
		"две сотни тысяч":                 200000,
		"полтора десятка":                 15,
		"полмиллиона":                     500000,
		"четверть миллиона":               250000,
		"три четверти":                    0.75,
		"пять целых две десятых":          5.2,
		"ноль точка семьдесят семь":       0.77,
		"две целых пять десятых миллиона": 2500000,
		"пів мільйона":                    500000,
		"два десятки":                     20,
		"один кома один":                  1.1,
		"десятеро":                        10,
	} {
		lang := "ru"
		if strings.ContainsAny(text, "іїєґ") || text == "два десятки" || text == "один кома один" || text == "десятеро" {
			lang = "uk"
		}
		got := numeral.Scan(text, lang)
		if len(got) != 1 || !near(got[0].Value, want) {
			t.Errorf("%s: got %+v, want %v", text, got, want)
		}
	}
}
