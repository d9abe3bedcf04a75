package numeral

import (
	"math"
	"strings"
)

// Range is an interval that a text states. An end that is infinite is open.
// "between 20 and 30" and "20-30" do not say whether 30 belongs to them; by the
// convention of interval arithmetic it does not.
type Range struct {
	Start, End      int // byte offsets
	Low, High       float64
	LowOpen, HiOpen bool // the end itself is left out
}

// comparison is what words before or after a number say about it.
type comparison struct {
	words string
	sign  string // ">", ">=", "<", "<=", "="
}

// before lists comparisons that stand before the number; the longest that fits wins.
var comparisonsBefore = []comparison{
	{"greater than or equal to", ">="}, {"more than or equal to", ">="}, {"larger than or equal to", ">="}, {"higher than or equal to", ">="}, {"bigger than or equal to", ">="},
	{"greater or equal than", ">="}, {"larger or equal than", ">="}, {"higher or equal than", ">="}, {"bigger or equal than", ">="}, {"more or equal than", ">="},
	{"greater or equal to", ">="}, {"equal to or more than", ">="}, {"equal to or greater than", ">="}, {"equal to or larger than", ">="}, {"at least or equal to", ">="},
	{"no less than", ">="}, {"no fewer than", ">="}, {"not less than", ">="}, {"at least", ">="}, {">=", ">="}, {"> =", ">="}, {"≥", ">="}, {"a minimum of", ">="},
	{"less than or equal to", "<="}, {"smaller than or equal to", "<="}, {"lower than or equal to", "<="}, {"fewer than or equal to", "<="},
	{"less or equal than", "<="}, {"smaller or equal than", "<="}, {"lower or equal than", "<="}, {"less or equal to", "<="}, {"smaller or equal to", "<="},
	{"equal to or less than", "<="}, {"equal to or smaller than", "<="}, {"at most or equal to", "<="}, {"no more than", "<="}, {"no greater than", "<="}, {"not more than", "<="}, {"at most", "<="}, {"up to", "<="},
	{"<=", "<="}, {"< =", "<="}, {"≤", "<="}, {"a maximum of", "<="},
	{"larger than", ">"}, {"greater than", ">"}, {"more than", ">"}, {"higher than", ">"}, {"bigger than", ">"}, {"above", ">"}, {"over", ">"}, {"exceed", ">"}, {"exceeds", ">"}, {"exceeding", ">"},
	{"exceeded", ">"}, {"surpass", ">"}, {"surpasses", ">"}, {"surpassing", ">"}, {"surpassed", ">"}, {">", ">"},
	{"less than", "<"}, {"smaller than", "<"}, {"lower than", "<"}, {"fewer than", "<"}, {"below", "<"}, {"under", "<"}, {"<", "<"},
	{"equal to", "="}, {"equals to", "="}, {"equals", "="}, {"equaling to", "="}, {"equalling to", "="}, {"=", "="},
}

var comparisonsAfter = []comparison{
	{"or greater than", ">="}, {"or more than", ">="}, {"or larger than", ">="}, {"or higher than", ">="}, {"or greater", ">="}, {"or more", ">="}, {"and more", ">="}, {"or larger", ">="}, {"or higher", ">="},
	{"or above", ">="}, {"and above", ">="}, {"or over", ">="}, {"and over", ">="},
	{"or less than", "<="}, {"or smaller than", "<="}, {"or lower than", "<="}, {"or less", "<="}, {"or fewer", "<="}, {"or smaller", "<="}, {"or lower", "<="}, {"or below", "<="}, {"and below", "<="},
}

// Ranges finds the intervals that English text states.
func Ranges(text string) []Range {
	low := strings.ToLower(text)
	numbers := withOrdinals(text, Scan(text, "en"))
	var out []Range
	for i := 0; i < len(numbers); i++ {
		if i+1 < len(numbers) {
			if r, ok := pair(low, numbers, i); ok {
				out = append(out, r)
				i++
				continue
			}
		}
		if r, ok := compared(low, numbers, i); ok {
			out = append(out, r)
		}
	}
	return merge(low, out)
}

// withOrdinals adds "the tenth" where ranks are compared.
func withOrdinals(text string, numbers []Number) []Number {
	tokens := lex(text)
	var out []Number
	k := 0
	for i, t := range tokens {
		for k < len(numbers) && numbers[k].Start <= t.start {
			out = append(out, numbers[k])
			k++
		}
		v, ok := ordinal(t.low)
		if ok && t.low != "half" && t.low != "quarter" && i > 0 && tokens[i-1].low == "the" && !covered(out, t) && !covered(numbers, t) {
			out = append(out, Number{Start: tokens[i-1].start, End: t.end, Value: v, Words: true})
		}
	}
	return append(out, numbers[k:]...)
}

func covered(numbers []Number, t token) bool {
	for _, n := range numbers {
		if n.Start <= t.start && t.end <= n.End {
			return true
		}
	}
	return false
}

// Between reads two numbers of one text as the ends of a range: "between 20 and
// 30", "3,000-4,000", "від 20 до 30".
func Between(text string, a, b Number) (Range, bool) {
	from := max(0, a.Start-context)
	a.Start, a.End, b.Start, b.End = a.Start-from, a.End-from, b.Start-from, b.End-from
	r, ok := pair(strings.ToLower(text[from:from+min(len(text)-from, b.End+context)]), []Number{a, b}, 0)
	r.Start, r.End = r.Start+from, r.End+from
	return r, ok
}

// context is how many bytes around a number are looked at.
const context = 32

// pair reads "between 20 and 30", "from 20 to 30", "20-30", "20 through 100".
func pair(low string, numbers []Number, i int) (Range, bool) {
	a, b := numbers[i], numbers[i+1]
	joint := strings.TrimSpace(low[a.End:b.Start])
	r := Range{Start: a.Start, End: b.End, Low: a.Value, High: b.Value, HiOpen: true}
	before := strings.TrimRight(low[:a.Start], " ")
	lead := func(word string) bool {
		if !strings.HasSuffix(before, word) {
			return false
		}
		r.Start = len(before) - len(word)
		return r.Start == 0 || !isLetter(before[r.Start-1])
	}
	switch {
	case joint == "and" && lead("between"), joint == "до" && (lead("від") || lead("от")):
	case (joint == "to" || joint == "until" || joint == "through" || joint == "-") && lead("from"):
	case joint == "through", joint == "~", joint == "to":
	case (joint == "-" || joint == "–" || joint == "—") && plainPair(low, a, b):
		r.Start = a.Start
	default:
		return Range{}, false
	}
	return r, r.Low < r.High
}

// plainPair tells "1000-5000" from dates and telephone numbers.
func plainPair(low string, a, b Number) bool {
	if a.Start > 0 && strings.ContainsRune("+-/", rune(low[a.Start-1])) || b.End < len(low) && strings.ContainsRune("-/–", rune(low[b.End])) {
		return false
	}
	return low[b.Start] != '0' && (b.End-b.Start >= a.End-a.Start || b.Value > 31)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

// compared reads what the words around one number say about it.
func compared(low string, numbers []Number, i int) (Range, bool) {
	n := numbers[i]
	before, start := comparisonBefore(low[:n.Start])
	limit := len(low)
	if i+1 < len(numbers) {
		limit = numbers[i+1].Start
	}
	after, end := comparisonAfter(low, n.End, limit)
	orEqual := equalAfter(low[n.End:limit], limit < len(low))
	r := Range{Start: n.Start, End: n.End, Low: math.Inf(-1), High: math.Inf(1)}
	sign := before
	if before != "" {
		r.Start = start
	}
	switch {
	case (before == ">" || before == "<") && orEqual > 0:
		sign += "="
		r.End = n.End + orEqual
	case (before == "" || before == "=") && after != "":
		sign = after
		r.End = end
	case before == "":
		return Range{}, false
	}
	switch sign {
	case ">", ">=":
		r.Low, r.LowOpen = n.Value, sign == ">"
	case "<", "<=":
		r.High, r.HiOpen = n.Value, sign == "<"
	default:
		r.Low, r.High = n.Value, n.Value
	}
	return r, true
}

// comparisonBefore finds the longest comparison that ends right before a number.
func comparisonBefore(before string) (sign string, start int) {
	trimmed := strings.TrimRight(before, " ")
	best := 0
	for _, c := range comparisonsBefore {
		at := len(trimmed) - len(c.words)
		if len(c.words) <= best || at < 0 || trimmed[at:] != c.words {
			continue
		}
		if isLetter(c.words[0]) && at > 0 && isLetter(trimmed[at-1]) {
			continue
		}
		if !isLetter(c.words[0]) && at > 0 && strings.ContainsRune("<>=", rune(trimmed[at-1])) {
			return "", 0 // "=>", "<>"
		}
		best, sign, start = len(c.words), c.sign, at
	}
	return sign, start
}

func comparisonAfter(low string, from, limit int) (sign string, end int) {
	rest := low[from:]
	trimmed := strings.TrimLeft(rest, " ")
	skipped := len(rest) - len(trimmed)
	for _, c := range comparisonsAfter {
		if !strings.HasPrefix(trimmed, c.words) {
			continue
		}
		end := from + skipped + len(c.words)
		if end < len(low) && isLetter(low[end]) {
			continue
		}
		if strings.HasSuffix(c.words, " than") && strings.TrimSpace(low[end:limit]) == "" && limit < len(low) {
			return "", 0 // the comparison belongs to the next number
		}
		if !strings.HasSuffix(c.words, " than") && strings.HasPrefix(strings.TrimLeft(low[end:], " "), "than ") {
			return "", 0
		}
		return c.sign, end
	}
	return "", 0
}

// equalAfter returns the length of "or equal to" after a number, or 0 where it
// belongs to the number that follows.
func equalAfter(rest string, followed bool) int {
	trimmed := strings.TrimLeft(rest, " ")
	skipped := len(rest) - len(trimmed)
	for _, words := range []string{"or equal to", "or equals", "or equal"} {
		if strings.HasPrefix(trimmed, words) {
			if followed && strings.TrimSpace(trimmed[len(words):]) == "" {
				return 0
			}
			return skipped + len(words)
		}
	}
	return 0
}

// merge joins a lower and an upper bound said together into one range.
func merge(low string, ranges []Range) []Range {
	var out []Range
	for i := 0; i < len(ranges); i++ {
		r := ranges[i]
		if i+1 < len(ranges) {
			if both, ok := meet(low, r, ranges[i+1]); ok {
				r = both
				i++
			}
		}
		out = append(out, r)
	}
	return out
}

func meet(low string, a, b Range) (Range, bool) {
	if a.End > b.Start {
		return Range{}, false
	}
	switch strings.TrimSpace(low[a.End:b.Start]) {
	case "and", "but", ",", ", and", "yet":
	default:
		return Range{}, false
	}
	if math.IsInf(a.Low, -1) && math.IsInf(b.High, 1) {
		a.Low, a.LowOpen, b.High, b.HiOpen = b.Low, b.LowOpen, a.High, a.HiOpen
	}
	if math.IsInf(a.Low, -1) || math.IsInf(b.High, 1) || a.Low >= b.High || !math.IsInf(a.High, 1) && a.High != b.High {
		return Range{}, false
	}
	return Range{Start: a.Start, End: b.End, Low: a.Low, LowOpen: a.LowOpen, High: b.High, HiOpen: b.HiOpen}, true
}
