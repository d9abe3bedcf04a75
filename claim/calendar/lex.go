package calendar

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a run of figures with what is glued to it, or one other character.
type token struct {
	start, end int
	low        string
	number     int // -1 where it is none
	digits     int // how many figures
	ordinal    bool
	tight      bool // nothing stands between it and the token before
}

func lex(text string) []token {
	var out []token
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		end := i + size
		if unicode.IsLetter(r) {
			end = runEnd(text, i, func(r rune) bool { return unicode.IsLetter(r) })
		} else if unicode.IsDigit(r) {
			end = runEnd(text, i, unicode.IsDigit)
		}
		t := token{start: i, end: end, low: strings.ToLower(text[i:end]), number: -1, tight: len(out) > 0 && out[len(out)-1].end == i}
		if unicode.IsDigit(r) && end-i <= 8 {
			t.number, _ = strconv.Atoi(text[i:end])
			t.digits = end - i
			if suffix := strings.ToLower(text[end:min(len(text), end+2)]); (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") && !letterAt(text, end+2) {
				t.end, t.ordinal = end+2, true
			}
		} else if n, ordinal, ok := spelt(t.low); ok {
			t.number, t.ordinal = n, ordinal
		}
		out = append(out, t)
		i = t.end
	}
	return joinWords(out)
}

func runEnd(text string, i int, in func(rune) bool) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !in(r) {
			break
		}
		i += size
	}
	return i
}

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[min(i, len(text)):])
	return i < len(text) && unicode.IsLetter(r)
}

var cardinals = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
	"fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}

var ordinalWords = []string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
	"thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"}

// spelt reads a number below thirty-two in one word.
func spelt(low string) (n int, ordinal, ok bool) {
	for i, w := range cardinals {
		if w == low {
			return i, false, true
		}
	}
	for i, w := range ordinalWords {
		if w == low && i > 0 {
			return i, true, true
		}
	}
	switch low {
	case "thirty":
		return 30, false, true
	case "thirtieth":
		return 30, true, true
	case "couple":
		return 2, false, true
	}
	return 0, false, false
}

// joinWords makes one token of "twenty first" and "thirty-first".
func joinWords(tokens []token) []token {
	var out []token
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if t.low == "twenty" || t.low == "thirty" {
			next := i + 1
			if next < len(tokens) && tokens[next].low == "-" {
				next++
			}
			if next < len(tokens) && tokens[next].number > 0 && tokens[next].number < 10 && tokens[next].digits == 0 {
				t.number += tokens[next].number
				t.ordinal, t.end = tokens[next].ordinal, tokens[next].end
				i = next
			}
		}
		out = append(out, t)
	}
	return out
}

var monthNames = map[string]int{
	"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7,
	"august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}

var weekdays = map[string]int{
	"sunday": 0, "sun": 0, "monday": 1, "mon": 1, "tuesday": 2, "tue": 2, "tues": 2, "wednesday": 3, "wed": 3, "weds": 3, "thursday": 4, "thu": 4, "thur": 4, "thurs": 4,
	"friday": 5, "fri": 5, "saturday": 6, "sat": 6, "mondays": -1,
}

// month reads the name of a month, its full stop included.
func (p *parser) monthName() (int, bool) {
	m, ok := monthNames[p.peek(0).low]
	if !ok {
		return 0, false
	}
	p.at++
	if p.peek(0).low == "." && p.peek(0).tight && p.peek(-1).low != "may" && len(p.peek(-1).low) <= 4 && p.peek(1).number >= 0 {
		p.at++
	}
	return m, true
}

// yearToken reads a year in four figures.
func (p *parser) yearToken() (int, bool) {
	t := p.peek(0)
	if t.digits == 4 && t.number >= 1500 && t.number < 2200 && !t.ordinal {
		p.at++
		return t.number, true
	}
	return 0, false
}
