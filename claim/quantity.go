package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim/numeral"
)

// quantities finds every number of something that the report states.
func (d *document) quantities() []atleast.Quantity {
	var out []atleast.Quantity
	for _, p := range d.paragraphs {
		for _, s := range p.sentences {
			if p.lang == "en" {
				out = append(out, d.quantitiesIn(s)...)
			} else {
				out = append(out, d.slavicQuantities(s, p.lang)...)
			}
		}
	}
	return out
}

func (d *document) quantitiesIn(s *sentence) []atleast.Quantity {
	text := d.text[s.from:s.to]
	var out []atleast.Quantity
	done := 0
	numbers := numeral.Scan(text, "en")
	for i, n := range numbers {
		part := chained(text, n)
		n.Start, n.End = n.Start+s.from, n.End+s.from
		if n.Start < done || part || d.noQuantity(s, n) {
			continue
		}
		if i+1 < len(numbers) {
			if q, ok := d.ranged(s, numbers[i], numbers[i+1]); ok {
				out = append(out, q)
				done = q.End
				continue
			}
		}
		q := d.quantity(s, n)
		out = append(out, q)
		done = q.End
	}
	return out
}

// quantity puts the bound, the unit and the thing counted to a number.
func (d *document) quantity(s *sentence, n numeral.Number) atleast.Quantity {
	b := numeral.BoundBefore(d.text[max(s.from, n.Start-context):n.Start], "en")
	q := atleast.Quantity{Start: n.Start - b.Width, End: n.End, Bound: b.Bound}
	value := n.Value
	low, high := &value, &value
	if n.Plural && b.Bound == atleast.Exact {
		q.Bound = atleast.Vague
	}
	switch q.Bound {
	case atleast.AtLeast, atleast.MoreThan, atleast.Vague:
		high = nil
	case atleast.AtMost, atleast.LessThan:
		low = nil
	}
	q.Low, q.High = low, high
	q.Unit, q.What, q.End = d.counted(s, n)
	if money, width := numeral.CurrencyBefore(d.text[s.from:n.Start]); width > 0 {
		q.Start, q.Unit = min(q.Start, n.Start-width), money
	}
	q.Text = d.text[q.Start:q.End]
	return q
}

// ranged reads two numbers that are the ends of one range; they count from the
// start of the sentence.
func (d *document) ranged(s *sentence, a, b numeral.Number) (atleast.Quantity, bool) {
	r, ok := numeral.Between(d.text[s.from:s.to], a, b)
	if !ok {
		return atleast.Quantity{}, false
	}
	b.Start, b.End = b.Start+s.from, b.End+s.from
	if d.noQuantity(s, b) {
		return atleast.Quantity{}, false
	}
	q := atleast.Quantity{Start: r.Start + s.from, Bound: atleast.Range, Low: &r.Low, High: &r.High}
	q.Unit, q.What, q.End = d.counted(s, b)
	if money, width := numeral.CurrencyBefore(d.text[s.from : a.Start+s.from]); width > 0 {
		q.Start, q.Unit = min(q.Start, a.Start+s.from-width), money
	}
	q.Text = d.text[q.Start:q.End]
	return q, true
}

// context is how many bytes around a number are looked at.
const context = 64

// noQuantity tells dates, years, ages, clock times, ordinals, durations and
// numbers in names from quantities.
func (d *document) noQuantity(s *sentence, n numeral.Number) bool {
	text := d.text[n.Start:n.End]
	before, after := strings.ToLower(d.text[max(s.from, n.Start-context):n.Start]), strings.ToLower(d.text[n.End:min(s.to, n.End+context)])
	prev, next := lastWordOf(before), firstWordOf(after)
	switch {
	case d.isYear(s, n):
		return true
	case n.Fraction && partsOfTime[prev]:
		return true
	case months[strings.TrimSuffix(prev, ".")] || months[strings.TrimSuffix(next, ".")]:
		return true
	case (numbered[prev] || n.Start == s.from && numbered[strings.ToLower(lastWordOf(d.text[max(0, n.Start-context):n.Start]))]) && !n.Words:
		return true
	case strings.HasPrefix(after, "st ") || strings.HasPrefix(after, "nd ") || strings.HasPrefix(after, "rd ") || strings.HasPrefix(after, "th"):
		return true
	case strings.HasPrefix(after, ":") && len(after) > 1 && after[1] >= '0' && after[1] <= '9', strings.HasSuffix(before, ":") && len(before) > 1 && before[len(before)-2] >= '0' && before[len(before)-2] <= '9':
		return true
	case next == "a.m" || next == "p.m" || next == "am" || next == "pm" || next == "o'clock":
		return true
	case durations[next] || strings.HasPrefix(after, "-year") || strings.HasPrefix(after, "-day") || strings.HasPrefix(after, "-month") || strings.HasPrefix(after, "-week") || strings.HasPrefix(after, "-hour"):
		return true
	case strings.HasSuffix(before, "-") && len(before) > 1 && unicode.IsLetter(lastRune(before[:len(before)-1])):
		return true
	case strings.EqualFold(text, "one") && !d.oneCounts(s, n):
		return true
	}
	return d.ageOf(s, n)
}

// ageOf reports whether a number between commas is the age of who is named before
// it: "Anna Berg, 51, left".
func (d *document) ageOf(s *sentence, n numeral.Number) bool {
	i := s.wordAfter(n.Start)
	return !n.Words && n.Value >= 1 && n.Value < 120 && i > 1 && i+1 < len(s.words) && s.words[i].End == n.End &&
		s.words[i-1].Text == "," && s.words[i+1].Text == "," && s.words[i-2].Tag == "NNP" && (i < 4 || s.words[i-3].Text != ",")
}

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

// oneCounts reports whether "one" counts something: a noun that is no idiom's.
func (d *document) oneCounts(s *sentence, n numeral.Number) bool {
	for i, w := range s.words {
		if w.Start == n.Start {
			return (i == 0 || s.words[i-1].Tag != "IN") && w.Rel == "nummod" && i+1 < len(s.words) && w.Head > i && s.words[w.Head].Tag == "NN" && !idioms[s.words[w.Head].Low]
		}
	}
	return false
}

var idioms = wordSet(`go day time way thing point hand side reason year month week hour minute moment night morning another case sense example`)

// partsOfTime make of a half one of two: "the second half of May".
var partsOfTime = wordSet(`first second other latter former better last early`)

var durations = wordSet(`second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries`)

// numbered things bear a number as a name.
var numbered = wordSet("room no no. nos. number route highway article chapter page section proposition channel flight district ward amendment title interstate exit gate line block article")

var months = wordSet(`january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec`)

func lastWordOf(s string) string {
	s = strings.TrimRight(s, " \u00a0")
	return s[strings.LastIndexAny(s, " \u00a0")+1:]
}

func firstWordOf(s string) string {
	s = strings.TrimLeft(s, " \u00a0-")
	if i := strings.IndexAny(s, " \u00a0,;-"); i >= 0 {
		s = s[:i]
	}
	return strings.TrimRight(s, ".,;:)”\"’»")
}

// counted returns the unit and the noun phrase that a number counts, and where
// the words of both end.
func (d *document) counted(s *sentence, n numeral.Number) (unit, what string, end int) {
	i := s.wordAfter(n.End)
	if i >= len(s.words) {
		return "", "", n.End
	}
	if u, width := numeral.UnitAt(d.text[n.End:min(s.to, n.End+context)]); width > 0 && s.words[i].Tag != "IN" && !d.closesQuote(n.End) {
		end = n.End + width
		j := s.wordAfter(end)
		if j+1 < len(s.words) && s.words[j].Low == "of" {
			if last := s.plainPhrase(j + 1); last > j {
				return u, d.text[s.words[j+1].Start:s.words[last].End], end
			}
		}
		return u, "", end
	}
	if s.words[i].Low == "of" && n.Plural {
		i++
		if i < len(s.words) && s.words[i].Low == "the" {
			i++
		}
	}
	last := s.plainPhrase(i)
	if last < i {
		return "", d.subjectCounted(s, n), n.End
	}
	return "", d.text[s.words[i].Start:s.words[last].End], s.words[last].End
}

// closesQuote reports whether a quotation ends at a byte: the mark after "fewer than 10" is no inch.
func (d *document) closesQuote(at int) bool {
	q, ok := d.quoteAt(at)
	return ok && at < q.to && q.to-at <= len("”")
}

// subjectCounted finds what "was in the hundreds" counts: the number of what.
func (d *document) subjectCounted(s *sentence, n numeral.Number) string {
	for i, w := range s.words {
		if (w.Low == "number" || w.Low == "total" || w.Low == "toll") && w.End < n.Start && i+2 < len(s.words) && s.words[i+1].Low == "of" {
			if last := s.plainPhrase(i + 2); last >= i+2 {
				return d.text[s.words[i+2].Start:s.words[last].End]
			}
		}
	}
	return ""
}

func (s *sentence) wordAfter(at int) int {
	for i, w := range s.words {
		if w.Start >= at {
			return i
		}
	}
	return len(s.words)
}

// plainPhrase returns the last word of the noun phrase that begins at word i:
// adjectives and nouns, and nouns joined to them by "and"; i-1 if there is none.
func (s *sentence) plainPhrase(i int) int {
	last := i - 1
	for j := i; j < len(s.words); j++ {
		t := s.words[j].Tag
		switch {
		case strings.HasPrefix(t, "NN"):
			last = j
			if strings.HasSuffix(t, "S") && (j+1 >= len(s.words) || !strings.HasPrefix(s.words[j+1].Tag, "NN")) {
				if j+2 < len(s.words) && s.words[j+1].Low == "and" && s.words[j+2].Tag == "NNS" {
					return j + 2
				}
				return last
			}
		case strings.HasPrefix(t, "JJ"), t == "HYPH", t == "VBN" && last < i, t == "POS", t == "VBG" && last < i, t == "DT" && j == i:
		default:
			return last
		}
	}
	return last
}
