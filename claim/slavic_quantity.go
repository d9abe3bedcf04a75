package claim

import (
	"regexp"
	"slices"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim/numeral"
)

// slavicQuantities finds the numbers of something in a sentence.
func (d *document) slavicQuantities(s *sentence, lang string) []atleast.Quantity {
	text := d.text[s.from:s.to]
	var out []atleast.Quantity
	numbers, done := numeral.Scan(text, lang), 0
	for i, n := range numbers {
		r, isRange := numeral.Range{}, false
		if i+1 < len(numbers) {
			r, isRange = numeral.Between(text, n, numbers[i+1])
		}
		if isRange {
			n = numbers[i+1]
		}
		part := chained(text, n)
		n.Start, n.End = n.Start+s.from, n.End+s.from
		if part || slavicNoQuantity(d.text[max(s.from, n.Start-context):n.Start], d.text[n.Start:n.End], d.text[n.End:min(s.to, n.End+context)], lang) {
			continue
		}
		if n.Start < done {
			continue
		}
		q := d.slavicQuantity(s, n, lang)
		if isRange {
			q.Start, q.Bound, q.Low, q.High = r.Start+s.from, atleast.Range, &r.Low, &r.High
			q.Text = d.text[q.Start:q.End]
		}
		done = q.End
		out = append(out, q)
	}
	return out
}

func slavicNoQuantity(before, number, after, lang string) bool {
	next := strings.ToLower(firstWordOf(after))
	if _, month := slavicMonths[next]; month || slavicTimeWords[next] || slavicAges.MatchString(after) || strings.HasPrefix(after, "-") {
		return true
	}
	if slavicIsYear(before, number, after, lang) {
		return true
	}
	if strings.HasPrefix(after, ":") || strings.HasPrefix(after, ".") && len(after) > 1 && after[1] >= '0' && after[1] <= '9' || strings.HasSuffix(before, ":") {
		return true
	}
	low := strings.ToLower(number)
	return strings.HasPrefix(low, "один") || strings.HasPrefix(low, "одн") || strings.HasPrefix(low, "жодн")
}

// slavicAges is what follows the first of two ages: "4 і 11 років".
var slavicAges = regexp.MustCompile(`^,?\s(?:і|и|та|й)?\s?\d{1,3} (?:рок|рік|лет|год|месяц|місяц|дн)`)

// slavicTimeWords follow ages, dates, clock times and lengths of time.
var slavicTimeWords = wordSet(`рік року роки років роках рок годин година години хвилин хвилини хвилину днів дні день дня доби добу тижнів тижні тиждень місяців місяці місяць серпні
	год года лет годы годов часов часа час минут минуты дней дня день сутки суток недель недели неделю месяцев месяца месяц р г`)

func (d *document) slavicQuantity(s *sentence, n numeral.Number, lang string) atleast.Quantity {
	b := numeral.BoundBefore(d.text[max(s.from, n.Start-context):n.Start], lang)
	if i := s.wordAfter(n.Start) - 1; i > 0 && s.words[i].Low == "до" && s.slavicChange(i-1, lang) {
		b = numeral.BoundWords{Bound: atleast.Exact}
	}
	q := atleast.Quantity{Start: n.Start - b.Width, End: n.End, Bound: b.Bound}
	value := n.Value
	q.Low, q.High = &value, &value
	if n.Plural && b.Bound == atleast.Exact {
		q.Bound = atleast.Vague
	}
	switch q.Bound {
	case atleast.AtLeast, atleast.MoreThan, atleast.Vague:
		q.High = nil
	case atleast.AtMost, atleast.LessThan:
		q.Low = nil
	}
	i := s.wordAfter(n.End)
	if unit, words := s.slavicUnit(i); words > 0 {
		q.Unit, q.End = unit, s.words[i+words-1].End
		i += words
	}
	if last := s.slavicNoun(i); last >= i && (q.Unit == "" || q.Unit != "percent") {
		q.What = d.text[s.words[i].Start:s.words[last].End]
		if q.Unit == "" {
			q.End = s.words[last].End
		}
	}
	q.Text = d.text[q.Start:q.End]
	return q
}

// slavicChange reports whether the verb that word i ends the clause with, or one of the five words before it, tells
// what a number came to: "выросло до 17" is 17, where "до 17" alone is 17 at most.
func (s *sentence) slavicChange(i int, lang string) bool {
	for k := i; k >= 0 && k > i-5 && !isPunctuation(s.words[k].Text); k-- {
		if slices.ContainsFunc(slavicGrammars[lang].changes, func(start string) bool { return strings.HasPrefix(s.words[k].Low, start) }) {
			return true
		}
	}
	return false
}

// slavicNoun returns the last word of adjectives and the noun that they end in.
func (s *sentence) slavicNoun(i int) int {
	last := i - 1
	for k := i; k < len(s.words) && k < i+4; k++ {
		w := s.words[k]
		if isPunctuation(w.Text) || isQuote(w.Text) || slavicPrepositions[w.Low] || !startsCyrillic(w.Text) || isDeed(w.Low) || slavicFollowsYear[w.Low] {
			break
		}
		last = k
		if !hasAny(w.Low, "их", "ых", "іх", "ого", "ої", "ий", "ые", "і", "ними", "ими") || hasAny(w.Low, "ії") {
			break
		}
	}
	return last
}

// isDeed tells the verb or short participle of an event from the nouns that are called by it: "ранены", "загинули".
func isDeed(low string) bool {
	return slavicPredicates[low] || hasAny(low, "ли", "ло", "ла", "ны", "но", "ты", "то", "лись", "лось") && slavicEventOf(low) != ""
}

// slavicPredicates go on about whoever a number counts.
var slavicPredicates = wordSet(`получили стали были оказались остались находятся числятся считаются находились дістали отримали зазнали стали були є опинилися залишилися перебувають вважаються`)

// slavicUnit reads the unit at word i and how many words it takes.
func (s *sentence) slavicUnit(i int) (string, int) {
	for _, u := range slavicUnits {
		for k, stem := range u.stems {
			if i+k >= len(s.words) || !strings.HasPrefix(s.words[i+k].Low, stem) {
				break
			}
			if k == len(u.stems)-1 {
				return u.unit, len(u.stems)
			}
		}
	}
	return "", 0
}

var slavicUnits = []struct {
	unit  string
	stems []string
}{
	{"square kilometer", []string{"квадратн", "кілометр"}}, {"square kilometer", []string{"квадратн", "километр"}}, {"square kilometer", []string{"кв", ".", "км"}}, {"square meter", []string{"квадратн", "метр"}},
	{"kilometer", []string{"кілометр"}}, {"kilometer", []string{"километр"}}, {"kilometer", []string{"км"}}, {"meter", []string{"метр"}}, {"hectare", []string{"гектар"}}, {"ton", []string{"тонн"}}, {"kilogram", []string{"кілограм"}}, {"kilogram", []string{"килограмм"}},
	{"percent", []string{"%"}}, {"percent", []string{"відсотк"}}, {"percent", []string{"процент"}}, {"dollar", []string{"долар"}}, {"dollar", []string{"доллар"}}, {"hryvnia", []string{"грив"}}, {"ruble", []string{"рубл"}}, {"euro", []string{"євро"}}, {"euro", []string{"евро"}},
}
