package claim

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim/numeral"
	"github.com/atleast-desk/atleast/place"
)

// slavicFinish adds relays, stance and hedges.
func (d *document) slavicFinish(a *attribution, s *sentence, g *slavicGrammar, lang string) *attribution {
	if a.who == nil {
		a.who = &speaker{"", atleast.Unnamed}
	}
	content := a.content()
	for i, w := range s.words {
		inside := w.Start >= content.from && w.End <= content.to
		if inside && g.hedges[w.Low] {
			a.hedges = append(a.hedges, w.Low)
		}
		if who := d.slavicAfter(s, i, g.told, lang); who != nil && !inside {
			a.via = append(a.via, who.name)
		}
	}
	if o := s.slavicHearer(a); o != "" {
		a.via = append(a.via, o)
	}
	d.slavicCited(a, s, g, lang)
	switch {
	case g.promises[a.lemma]:
		a.stance = atleast.Promised
	case g.denials[a.lemma]:
		a.stance = atleast.Denied
	case len(a.hedges) > 0:
		a.stance = atleast.Hedged
	}
	return a
}

// slavicCited makes of whoever speaks the relay of whom he cites: "сообщает Интерфакс со ссылкой на губернатора".
func (d *document) slavicCited(a *attribution, s *sentence, g *slavicGrammar, lang string) {
	if a.who.name == "" {
		return
	}
	content := a.content()
	for i, w := range s.words {
		if who := d.slavicAfter(s, i, g.citing, lang); who != nil && (w.Start < content.from || w.Start >= content.to) {
			a.via = append([]string{a.who.name}, a.via...)
			a.who = who
			return
		}
	}
}

// slavicAfter is whoever is named after one of the phrases at word i; nil where none is.
func (d *document) slavicAfter(s *sentence, i int, phrases []string, lang string) *speaker {
	for _, phrase := range phrases {
		n := s.phraseAt(i, phrase)
		if n == 0 {
			continue
		}
		if to := s.untilBreak(i + n); to >= i+n {
			return d.slavicSpeaker(s, i+n, to, true, lang)
		}
	}
	return nil
}

// slavicHearer returns the outlet right after the verb: "розповів BBC", "рассказал «Медузе»".
func (s *sentence) slavicHearer(a *attribution) string {
	i := a.verb + 1
	if to := s.quotedName(i); to > i+1 && slavicOutlets[s.words[i+1].Low] != "" {
		return slavicOutlets[s.words[i+1].Low]
	}
	if i >= len(s.words) || a.source.from <= s.words[i].Start && s.words[i].End <= a.source.to {
		return ""
	}
	w := s.words[i]
	outlet := slavicOutlets[w.Low]
	if outlet == "" && (w.Text[0] < 'A' || w.Text[0] > 'Z') && !outletWords[w.Low] {
		return ""
	}
	if outlet != "" && !strings.EqualFold(outlet, w.Text) {
		return outlet
	}
	last := i
	for last+1 < len(s.words) && s.words[last+1].Text != s.words[last+1].Low && s.words[last+1].Start != a.source.from {
		last++
	}
	return s.textOf(i, last)
}

// slavicOutlets are the names of outlets, as they stand after a verb of telling, with their nominative.
var slavicOutlets = map[string]string{
	"суспільне": "Суспільне", "суспільному": "Суспільне", "правді": "Правда", "правда": "Правда", "укрінформу": "Укрінформ", "укрінформ": "Укрінформ",
	"уніан": "УНІАН", "риа": "РИА", "тасс": "ТАСС", "интерфаксу": "Интерфакс", "интерфакс": "Интерфакс", "медузе": "Медуза", "медуза": "Медуза",
	"рбк": "РБК", "дождю": "Дождь", "bbc": "BBC", "нв": "НВ", "тсн": "ТСН", "лиге": "Лига", "коммерсанту": "Коммерсантъ", "медіазоні": "Медіазона",
	"медиазоне": "Медиазона", "радіо": "Радіо", "укрінфо": "Укрінфо", "reuters": "Reuters", "afp": "AFP",
}

// slavicDisclaimer reads "не вдалося незалежно перевірити".
func (d *document) slavicDisclaimer(s *sentence, g *slavicGrammar) *attribution {
	for i := range s.words {
		for _, phrase := range g.blocked {
			if n := s.phraseAt(i, phrase); n > 0 {
				return &attribution{sentence: s, verb: i, head: -1, lemma: phrase, cue: s.bytes(i, i+n-1), stance: atleast.Disclaimer, disclaims: true,
					hedges: []string{phrase}, who: &speaker{"", atleast.OwnVoice}, contents: []span{s.bytes(0, s.trimRight(0, len(s.words)-1))}, why: []string{"disclaimer"}}
			}
		}
	}
	return nil
}

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

var slavicMonths = map[string]int{
	"січня": 1, "січні": 1, "лютого": 2, "лютому": 2, "березня": 3, "березні": 3, "квітня": 4, "квітні": 4, "травня": 5, "травні": 5, "червня": 6, "червні": 6, "липня": 7, "липні": 7, "серпня": 8, "серпні": 8,
	"вересня": 9, "вересні": 9, "жовтня": 10, "жовтні": 10, "листопада": 11, "листопаді": 11, "грудня": 12, "грудні": 12,
	"января": 1, "январе": 1, "февраля": 2, "феврале": 2, "марта": 3, "марте": 3, "апреля": 4, "апреле": 4, "мая": 5, "мае": 5, "июня": 6, "июне": 6, "июля": 7, "июле": 7, "августа": 8, "августе": 8,
	"сентября": 9, "сентябре": 9, "октября": 10, "октябре": 10, "ноября": 11, "ноябре": 11, "декабря": 12, "декабре": 12,
}

// slavicSituate fills in what happened, place and time.
func (d *document) slavicSituate(c *atleast.Claim, s *sentence, lang string) {
	if slavicGrammars[lang] == nil {
		return
	}
	at, what := -1, ""
	if c.Quantity != nil {
		at, what = c.Quantity.Start, c.Quantity.What
	}
	c.Event = asDone(s.slavicEventNear(c.Start, c.End, at), what)
	for i := s.wordAfter(c.Start); i < len(s.words) && s.words[i].End <= c.End; i++ {
		if c.Time == nil {
			c.Time = d.slavicDate(s, i)
		}
		if c.Time == nil {
			c.Time = d.slavicWeekday(s, i)
		}
		if c.Place == nil && i > 0 && wherePrepositions[s.words[i-1].Low] {
			c.Place = d.slavicPlace(s, i, c.End)
		}
	}
	for i := s.wordAfter(c.Start); c.Place == nil && i < len(s.words) && s.words[i].End <= c.End; i++ {
		if i > 0 && spotPrepositions[s.words[i-1].Low] {
			c.Place = d.slavicSpot(s, i, c.End)
		}
	}
}

var wherePrepositions = wordSet("у в на під біля поблизу з із до під возле около под из вблизи недалеко від от")

// spotPrepositions are those that hardly anything but a place follows.
var spotPrepositions = wordSet("у в на під біля поблизу возле около под вблизи")

func (d *document) slavicPlace(s *sentence, i, end int) *atleast.NamedPlace {
	for last := min(i+1, len(s.words)-1); last >= i; last-- {
		text := d.text[s.words[i].Start:s.words[last].End]
		if site, ok := place.Lookup(text); ok && s.words[last].End <= end && text != strings.ToLower(text) {
			p := &atleast.NamedPlace{Text: text}
			if site.Point {
				p.Lat, p.Lon = &site.Lat, &site.Lon
			}
			return p
		}
	}
	return nil
}

// slavicDate reads "14 серпня 2024 року" and "14 августа".
func (d *document) slavicDate(s *sentence, i int) *atleast.NamedTime {
	if i+1 >= len(s.words) {
		return nil
	}
	month := slavicMonths[s.words[i+1].Low]
	day := dayNumber(s.words[i].Text)
	if month == 0 || day == 0 {
		return nil
	}
	last := i + 1
	year := 0
	if last+1 < len(s.words) && len(s.words[last+1].Text) == 4 {
		if t, err := time.Parse("2006", s.words[last+1].Text); err == nil {
			year = t.Year()
			last++
		}
	}
	named := &atleast.NamedTime{Text: d.text[s.words[i].Start:s.words[last].End]}
	if ref, err := time.Parse(time.DateOnly, d.report.Date); year == 0 && err == nil {
		year = ref.Year()
		if time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).After(ref) {
			year--
		}
	}
	if year > 0 {
		at := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		named.From, named.To = &at, &at
	}
	return named
}

func dayNumber(s string) int {
	if len(s) == 0 || len(s) > 2 {
		return 0
	}
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	if n > 31 {
		return 0
	}
	return n
}
