// Package calendar reads dates and spans of days in English text: "August 14",
// "last week", "from 2014 to 2018", "two months after next Friday".
//
// Days are counted in the calendar of the text; clock times, holidays, fiscal and
// school years and business days are not read.
package calendar

import (
	"strings"
	"time"
)

// Days is a run of days, To not included; a zero end is open.
type Days struct{ From, To time.Time }

// Mention is a time that a text names. What a text leaves open ("in May") has
// more than one reading: the last that was and the next that will be.
type Mention struct {
	Start, End int // byte offsets
	Text       string
	Readings   []Days
	Day        bool // a single day, and not a span
	// What the words themselves say: zero where they do not.
	Year, Month, Date int
	Weekday           string
}

// Find lists the times that text names, from left to right. ref is the day from
// which "yesterday" counts; where it is zero, what hangs on it is left unread.
func Find(text string, ref time.Time) []Mention {
	ref = time.Date(ref.Year(), ref.Month(), ref.Day(), 0, 0, 0, 0, time.UTC)
	p := &parser{tokens: lex(text), ref: ref, known: ref.Year() > 1}
	var out []Mention
	near := soon(p.tokens)
	for p.at < len(p.tokens) {
		start := p.at
		if near[start] > reach {
			p.at++
			continue
		}
		t, ok := p.span()
		if !ok || len(t.readings) == 0 && !t.partial() {
			p.at = start + 1
			continue
		}
		m := Mention{Start: p.tokens[start].start, End: p.tokens[p.at-1].end, Readings: t.readings, Day: t.day,
			Year: t.year, Month: t.month, Date: t.date, Weekday: t.weekday}
		m.Text = text[m.Start:m.End]
		out = append(out, m)
	}
	return out
}

// reach is how many words can stand before the first that tells of time: "the
// first two weeks of the".
const reach = 6

// soon returns for each token how far ahead the next one lies that tells of time.
func soon(tokens []token) []int {
	out := make([]int, len(tokens)+1)
	out[len(tokens)] = reach + 1
	for i := len(tokens) - 1; i >= 0; i-- {
		out[i] = min(out[i+1]+1, reach+1)
		if t := tokens[i]; telling[t.low] || monthNames[t.low] > 0 || t.digits == 4 || t.digits == 8 || t.digits > 0 && i+1 < len(tokens) && tokens[i+1].tight || speltTens[t.low] >= 30 {
			out[i] = 0
		} else if _, weekday := weekdays[t.low]; weekday {
			out[i] = 0
		}
	}
	return out
}

// telling are the words without which no time is named, months and weekdays aside.
var telling = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`day days week weeks weekend month months quarter quarters year years decade decades century today tomorrow yesterday
		tonight now q h ytd mtd cy thousand hundred`) {
		set[w] = true
	}
	return set
}()

// moment is what the parser knows of a time.
type moment struct {
	readings          []Days
	day               bool
	year, month, date int
	weekday           string
	bare              bool        // only a figure that could be something else: a year, a day of a month
	edges             []time.Time // of "the end of May" the moment meant, a reading each; nil where the span itself is
}

// partial reports whether the words name a day or month without its year.
func (m moment) partial() bool { return m.month > 0 && m.year == 0 && !m.bare }

// parser walks over the tokens of a text.
type parser struct {
	tokens []token
	at     int
	ref    time.Time
	known  bool // there is a day to count from
}

func (p *parser) peek(ahead int) token {
	if i := p.at + ahead; i >= 0 && i < len(p.tokens) {
		return p.tokens[i]
	}
	return token{number: -1}
}

// take consumes the words, which stand a space apart, if they come next.
func (p *parser) take(words string) bool {
	taken := 0
	for rest := words; rest != ""; taken++ {
		if p.at+taken >= len(p.tokens) {
			return false
		}
		low := p.tokens[p.at+taken].low
		after, found := strings.CutPrefix(rest, low)
		if !found || after != "" && after[0] != ' ' {
			return false
		}
		rest = strings.TrimPrefix(after, " ")
	}
	p.at += taken
	return true
}

// takeAny consumes the first of the phrases that comes next.
func (p *parser) takeAny(phrases ...string) string {
	for _, words := range phrases {
		if p.take(words) {
			return words
		}
	}
	return ""
}

// try runs a rule and steps back where it fails.
func (p *parser) try(rule func() (moment, bool)) (moment, bool) {
	mark := p.at
	m, ok := rule()
	if !ok {
		p.at = mark
	}
	return m, ok
}

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// valid reports whether the month has such a day.
func valid(y, m, d int) bool {
	return m >= 1 && m <= 12 && d >= 1 && date(y, m, d).Day() == d
}

func oneDay(t time.Time) Days { return Days{t, t.AddDate(0, 0, 1)} }

func exactly(from, to time.Time) moment { return moment{readings: []Days{{from, to}}} }

func dayOf(t time.Time) moment {
	return moment{readings: []Days{oneDay(t)}, day: true, year: t.Year(), month: int(t.Month()), date: t.Day()}
}
