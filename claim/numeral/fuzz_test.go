package numeral_test

import (
	"math"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/claim/numeral"
)

func FuzzNumbers(f *testing.F) {
	for _, seed := range []string{"two thirds of a million", "1.111,11 and 5/17/2018", "п'ятсот двадцять п'ять", "-.0012Г", "one hundred thirty-fifths", "½ 12 ft 2 in", ">= 30 - 5", "1e400 1^9999", "#0e0401 inches", strings.Repeat("9", 400)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []string{"en", "uk", "ru"} {
			end := 0
			for _, n := range numeral.Scan(text, lang) {
				if n.Start < end || n.End <= n.Start || n.End > len(text) {
					t.Fatalf("%s: number at %d..%d after byte %d of %d", lang, n.Start, n.End, end, len(text))
				}
				if math.IsNaN(n.Value) || math.IsInf(n.Value, 0) {
					t.Fatalf("%s: %q is read as %v", lang, text[n.Start:n.End], n.Value)
				}
				end = n.End
			}
			numeral.Numbers(text, lang)
		}
		for _, r := range numeral.Ranges(text) {
			if r.Start < 0 || r.End < r.Start || r.End > len(text) {
				t.Fatalf("range at %d..%d of %d", r.Start, r.End, len(text))
			}
		}
		for _, d := range numeral.Dimensions(text) {
			if d.Start < 0 || d.End < d.Start || d.End > len(text) {
				t.Fatalf("dimension at %d..%d of %d", d.Start, d.End, len(text))
			}
		}
	})
}
