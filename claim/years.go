package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/atleast-desk/atleast/claim/numeral"
)

// looksLikeYear reports whether a number is written as years are: four figures, 1500 to 2099.
func looksLikeYear(text string) bool {
	return len(text) == 4 && text >= "1500" && text < "2100" && strings.Trim(text, "0123456789") == ""
}

// isYear tells the year of "the 2016 elections" from the count of "captured 1500 soldiers".
// Where neither a bound, a currency or a unit nor the noun it counts says that it is a count, it is a year.
func (d *document) isYear(s *sentence, n numeral.Number) bool {
	if !looksLikeYear(d.text[n.Start:n.End]) {
		return false
	}
	before, after := d.text[max(s.from, n.Start-context):n.Start], d.text[n.End:min(s.to, n.End+context)]
	if _, width := numeral.CurrencyBefore(before); width > 0 {
		return false
	}
	if _, width := numeral.UnitAt(after); width > 0 {
		return false
	}
	i := s.wordAfter(n.Start)
	if i+1 >= len(s.words) || s.words[i].Start != n.Start || s.words[i].Rel != "nummod" || s.words[i].Head <= i {
		return true
	}
	counted := s.words[s.words[i].Head]
	if counted.Tag != "NNS" || happenings[counted.Low] {
		return true
	}
	if numeral.BoundBefore(before, "en").Width > 0 {
		return false
	}
	return yearLeads[strings.ToLower(lastWordOf(strings.TrimRight(before, " ")))]
}

// yearLeads stand before a year rather than before a count.
var yearLeads = wordSet(`in since by until till through during before after from between the this that these those last next early late mid of
	january february march april may june july august september october november december spring summer autumn fall winter
	his her its their our my`)

// happenings are named for their year: "2016 elections", not counted by it.
var happenings = wordSet(`elections primaries midterms caucuses polls votes games olympics championships finals playoffs protests riots demonstrations
	sanctions floods fires wildfires talks negotiations agreements accords attacks bombings shootings killings strikes wars battles clashes
	events hearings debates conventions sales results figures rules laws guidelines reforms accounts reports budgets taxes models awards`)

// slavicIsYear is isYear for Ukrainian and Russian, where a count is followed by what it counts,
// a year by the word for year, by punctuation, or by whatever the sentence goes on with.
func slavicIsYear(before, number, after, lang string) bool {
	if !looksLikeYear(number) {
		return false
	}
	next := strings.ToLower(firstWordOf(after))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \u00a0"))
	if strings.HasPrefix(next, "%") {
		return false
	}
	if !strings.HasPrefix(after, " ") && !strings.HasPrefix(after, "\u00a0") || !unicode.Is(unicode.Cyrillic, first) || unicode.IsUpper(first) || slavicPrepositions[next] || slavicFollowsYear[next] {
		return true
	}
	return numeral.BoundBefore(before, lang).Width == 0 && slavicYearLeads[strings.ToLower(lastWordOf(before))]
}

var slavicFollowsYear = wordSet(`і й та и або или чи був була було були был была было были як як-от`)

var slavicYearLeads = wordSet(`у в во з із зі с со від од от до по к після после перед до протягом впродовж`)

// chained reports whether a number ends within three or more groups of figures that hyphens, slashes or points hold
// together, and is not all of them: a part of a date or of a telephone number.
func chained(text string, n numeral.Number) bool {
	link := func(i int) bool {
		return i > 0 && i+1 < len(text) && strings.IndexByte("-/.", text[i]) >= 0 && isDigit(text[i-1]) && isDigit(text[i+1])
	}
	from, to := n.End, n.End
	for from > 0 && n.End-from < context && (isDigit(text[from-1]) || link(from-1)) {
		from--
	}
	for to < len(text) && to-n.End < context && (isDigit(text[to]) || link(to)) {
		to++
	}
	if from >= n.Start && to <= n.End {
		return false
	}
	links := 0
	for i := from; i < to; i++ {
		if link(i) {
			links++
		}
	}
	return links >= 2
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
