package numeral

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// BoundWords is a bound and how many bytes before the number it takes.
type BoundWords struct {
	Bound atleast.Bound
	Width int
}

// boundPhrases are the words before a number that bound it, by language; longer
// ones first where one ends with another.
var boundPhrases = map[string][]struct {
	words string
	bound atleast.Bound
}{
	"en": {
		{"no fewer than", atleast.AtLeast}, {"not fewer than", atleast.AtLeast}, {"no less than", atleast.AtLeast}, {"not less than", atleast.AtLeast},
		{"at least", atleast.AtLeast}, {"a minimum of", atleast.AtLeast}, {"minimum of", atleast.AtLeast}, {"upwards of", atleast.MoreThan}, {"upward of", atleast.MoreThan},
		{"no more than", atleast.AtMost}, {"not more than", atleast.AtMost}, {"at most", atleast.AtMost}, {"a maximum of", atleast.AtMost}, {"maximum of", atleast.AtMost},
		{"as many as", atleast.AtMost}, {"as much as", atleast.AtMost}, {"up to", atleast.AtMost}, {"as few as", atleast.AtLeast}, {"as little as", atleast.AtLeast},
		{"more than", atleast.MoreThan}, {"greater than", atleast.MoreThan}, {"larger than", atleast.MoreThan}, {"in excess of", atleast.MoreThan}, {"over", atleast.MoreThan}, {"above", atleast.MoreThan}, {"exceeding", atleast.MoreThan},
		{"fewer than", atleast.LessThan}, {"less than", atleast.LessThan}, {"smaller than", atleast.LessThan}, {"under", atleast.LessThan}, {"below", atleast.LessThan},
		{"just over", atleast.MoreThan}, {"well over", atleast.MoreThan}, {"just under", atleast.LessThan},
		{"nearly", atleast.LessThan}, {"almost", atleast.LessThan}, {"close to", atleast.About},
		{"about", atleast.About}, {"around", atleast.About}, {"roughly", atleast.About}, {"approximately", atleast.About}, {"some", atleast.About}, {"an estimated", atleast.About}, {"estimated", atleast.About}, {"circa", atleast.About},
	},
}

// BoundBefore reads the bound that ends right before a number.
func BoundBefore(before, lang string) BoundWords {
	trimmed := strings.TrimRight(before, " \u00a0$€£₴₽\"“")
	low := strings.ToLower(trimmed[max(0, len(trimmed)-24):])
	for _, p := range boundPhrases[lang] {
		if !strings.HasSuffix(low, p.words) {
			continue
		}
		if rest := low[:len(low)-len(p.words)]; rest == "" || strings.HasSuffix(rest, " ") || strings.HasSuffix(rest, "\"") || strings.HasSuffix(rest, "(") {
			return BoundWords{p.bound, len(before) - len(trimmed) + len(p.words)}
		}
	}
	return BoundWords{atleast.Exact, 0}
}
