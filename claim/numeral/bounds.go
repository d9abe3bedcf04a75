package numeral

import (
	"strings"
	"unicode/utf8"

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
		{"at least", atleast.AtLeast}, {"at the very least", atleast.AtLeast}, {"a minimum of", atleast.AtLeast}, {"minimum of", atleast.AtLeast}, {"upwards of", atleast.MoreThan}, {"upward of", atleast.MoreThan},
		{"no more than", atleast.AtMost}, {"not more than", atleast.AtMost}, {"at most", atleast.AtMost}, {"a maximum of", atleast.AtMost}, {"maximum of", atleast.AtMost},
		{"as many as", atleast.AtMost}, {"as much as", atleast.AtMost}, {"up to", atleast.AtMost}, {"as few as", atleast.AtLeast}, {"as little as", atleast.AtLeast},
		{"more than", atleast.MoreThan}, {"greater than", atleast.MoreThan}, {"larger than", atleast.MoreThan}, {"in excess of", atleast.MoreThan}, {"over", atleast.MoreThan}, {"above", atleast.MoreThan}, {"exceeding", atleast.MoreThan},
		{"fewer than", atleast.LessThan}, {"less than", atleast.LessThan}, {"smaller than", atleast.LessThan}, {"under", atleast.LessThan}, {"below", atleast.LessThan},
		{"just over", atleast.MoreThan}, {"well over", atleast.MoreThan}, {"just under", atleast.LessThan}, {"well under", atleast.LessThan}, {"well below", atleast.LessThan},
		{"short of", atleast.LessThan}, {"shy of", atleast.LessThan}, {"as high as", atleast.AtMost}, {"as low as", atleast.AtLeast},
		{"nearly", atleast.LessThan}, {"almost", atleast.LessThan}, {"close to", atleast.About},
		{"about", atleast.About}, {"around", atleast.About}, {"roughly", atleast.About}, {"approximately", atleast.About}, {"some", atleast.About}, {"an estimated", atleast.About}, {"estimated", atleast.About}, {"circa", atleast.About},
	},
	"uk": {
		{"щонайменше", atleast.AtLeast}, {"принаймні", atleast.AtLeast}, {"щонайменше як", atleast.AtLeast}, {"щонайменш", atleast.AtLeast}, {"хоча б", atleast.AtLeast}, {"не менше ніж", atleast.AtLeast}, {"не менше як", atleast.AtLeast}, {"не менше від", atleast.AtLeast}, {"не менш як", atleast.AtLeast}, {"не менш ніж", atleast.AtLeast}, {"не менше", atleast.AtLeast}, {"мінімум", atleast.AtLeast}, {"як мінімум", atleast.AtLeast},
		{"не більше ніж", atleast.AtMost}, {"не більш як", atleast.AtMost}, {"не більше", atleast.AtMost}, {"щонайбільше", atleast.AtMost}, {"максимум", atleast.AtMost}, {"до", atleast.AtMost},
		{"понад", atleast.MoreThan}, {"більш ніж", atleast.MoreThan}, {"більше ніж", atleast.MoreThan}, {"більш як", atleast.MoreThan}, {"більше", atleast.MoreThan},
		{"менш ніж", atleast.LessThan}, {"менше ніж", atleast.LessThan}, {"менш як", atleast.LessThan}, {"менше", atleast.LessThan}, {"майже", atleast.LessThan},
		{"близько", atleast.About}, {"біля", atleast.About}, {"коло", atleast.About}, {"приблизно", atleast.About}, {"орієнтовно", atleast.About}, {"десь", atleast.About},
	},
	"ru": {
		{"по меньшей мере", atleast.AtLeast}, {"по крайней мере", atleast.AtLeast}, {"как минимум", atleast.AtLeast}, {"минимум", atleast.AtLeast}, {"не менее чем", atleast.AtLeast}, {"не менее", atleast.AtLeast}, {"не меньше", atleast.AtLeast}, {"хотя бы", atleast.AtLeast}, {"самое меньшее", atleast.AtLeast},
		{"не более чем", atleast.AtMost}, {"не более", atleast.AtMost}, {"не больше", atleast.AtMost}, {"максимум", atleast.AtMost}, {"до", atleast.AtMost},
		{"более чем", atleast.MoreThan}, {"более", atleast.MoreThan}, {"больше", atleast.MoreThan}, {"свыше", atleast.MoreThan},
		{"менее чем", atleast.LessThan}, {"менее", atleast.LessThan}, {"меньше", atleast.LessThan}, {"почти", atleast.LessThan},
		{"около", atleast.About}, {"примерно", atleast.About}, {"приблизительно", atleast.About}, {"порядка", atleast.About},
	},
}

// BoundBefore reads the bound that ends right before a number.
func BoundBefore(before, lang string) BoundWords {
	trimmed := strings.TrimRight(before, " \u00a0$€£₴₽\"“")
	cut := max(0, len(trimmed)-48)
	for cut > 0 && cut < len(trimmed) && !utf8.RuneStart(trimmed[cut]) {
		cut++
	}
	low := strings.ToLower(trimmed[cut:])
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
