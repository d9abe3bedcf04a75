package numeral

import "strings"

// english walks over tokens; at is the next one.
type english struct {
	tokens []token
	at     int
}

func (e *english) peek(ahead int) token {
	if e.at+ahead >= len(e.tokens) {
		return token{kind: symbol}
	}
	return e.tokens[e.at+ahead]
}

// readEnglish reads a number in English words, figures or both.
func readEnglish(tokens []token) (Number, int) {
	e := &english{tokens: tokens}
	if floor, ok := vagueFloors[e.peek(0).low]; ok {
		return Number{Value: floor, Words: true, Plural: true}, 1
	}
	if floor, ok := vagueFloors[e.peek(1).low+"s"]; ok && e.peek(0).low == "several" {
		return Number{Value: floor, Words: true, Plural: true}, 2
	}
	n, ok := e.number()
	if !ok {
		return Number{}, 0
	}
	return n, e.at
}

func (e *english) number() (Number, bool) {
	if n, ok := e.share(); ok {
		return n, true
	}
	n, ok := e.cardinal()
	if !ok {
		return Number{}, false
	}
	e.point(&n)
	e.addFraction(&n)
	e.over(&n)
	return n, true
}

// sum is a cardinal under way: what is already multiplied by a scale, and the
// group below a thousand that still waits for one.
type sum struct {
	total, group float64
	step         float64 // what is added to the group must be smaller
	scale        float64 // the next scale must be smaller
	words        bool
}

// cardinal reads figures with a scale, or words, or a mix: "3 hundred and 21".
func (e *english) cardinal() (Number, bool) {
	const any = 1e300
	s := sum{step: any, scale: any}
	for first := true; ; first = false {
		mark := e.at
		if !first && e.peek(0).low == "and" {
			e.at++
		}
		if !e.term(&s, first) {
			e.at = mark
			return Number{Value: s.total + s.group, Words: s.words}, !first
		}
	}
}

// term reads one part of a cardinal, "three hundred" or "two thousand", and adds it to s.
func (e *english) term(s *sum, first bool) bool {
	afterWord := e.at > 0 && e.tokens[e.at-1].kind == word
	v, isWord, ok := e.small(first)
	if !ok && first {
		v, ok = e.article()
		isWord = ok
	}
	if !ok || !first && (v == 0 || !isWord && !afterWord) {
		return false
	}
	step := 0.0
	if e.hundred(isWord) {
		v, step, isWord = v*100, 100, true
	}
	if v >= s.step {
		return false
	}
	size := 1.0
	for {
		by, width := e.scale(isWord)
		if width == 0 {
			break
		}
		size, isWord = size*by, true
		e.at += width
	}
	if size > 1 && size >= s.scale || v >= s.scale {
		return false
	}
	s.words = s.words || isWord
	s.group += v
	s.step = step
	if size > 1 {
		s.total, s.group, s.scale, s.step = s.total+s.group*size, 0, size, 1e300
		if size < 100 {
			s.scale = 1 // nothing is added to dozens
		}
	}
	return true
}

// hundred reads the word after a number below a hundred, or after figures.
func (e *english) hundred(afterWord bool) bool {
	t := e.peek(0)
	if t.low != "hundred" && t.low != "hundreds" || t.low == "hundreds" && e.peek(1).low == "of" && afterWord {
		return false
	}
	e.at++
	return true
}

// article reads "a hundred", "hundred thousand", "half a million" as one times.
func (e *english) article() (float64, bool) {
	switch t := e.peek(0); t.low {
	case "a":
		if s, ok := scales[e.peek(1).low]; ok && s >= 12 && !strings.HasSuffix(e.peek(1).low, "s") {
			e.at++
			return 1, true
		}
	case "half":
		skip := 1
		if e.peek(1).low == "a" {
			skip = 2
		}
		if s, ok := scales[e.peek(skip).low]; ok && s >= 12 {
			e.at += skip
			return 0.5, true
		}
	default:
		if s, ok := scales[t.low]; ok && s >= 100 && (scales[e.peek(1).low] > s || e.at == 0 && !strings.HasSuffix(t.low, "s") && e.countsOn(1)) {
			return 1, true
		}
	}
	return 0, false
}

// countsOn reports whether a number word follows, perhaps after "and": "hundred and twenty".
func (e *english) countsOn(ahead int) bool {
	if e.peek(ahead).low == "and" {
		ahead++
	}
	low := e.peek(ahead).low
	return units[low] > 0 || teens[low] > 0 || tens[low] > 0
}

// small reads a number below a hundred in words, or any figure.
func (e *english) small(first bool) (value float64, isWord, ok bool) {
	t := e.peek(0)
	if t.kind == figure {
		if !first && (e.at == 0 || joined(e.tokens[e.at-1], t)) {
			return 0, false, false
		}
		e.at++
		value := t.value
		// "2 1/4", "1/4": a slash between plain figures is a fraction.
		if v, ok := e.slash(t); ok {
			return v, false, true
		}
		if next := e.peek(0); t.plain && next.kind == figure && vulgarText(next.text) {
			e.at++
			return value + next.value, false, true
		}
		if next := e.peek(0); t.plain && next.kind == figure && next.plain && !joined(t, next) {
			mark := e.at
			e.at++
			if v, ok := e.slash(next); ok && v < 1 {
				return value + v, false, true
			}
			e.at = mark
		}
		return value, false, true
	}
	if t.kind != word {
		return 0, false, false
	}
	if v, found := tens[t.low]; found {
		e.at++
		skip := 0
		if e.peek(0).text == "-" {
			skip = 1
		}
		if u, found := units[e.peek(skip).low]; found && u > 0 {
			e.at += skip + 1
			v += u
		}
		return v, true, true
	}
	if v, found := teens[t.low]; found {
		e.at++
		return v, true, true
	}
	if v, found := units[t.low]; found {
		e.at++
		return v, true, true
	}
	return 0, false, false
}

func vulgarText(s string) bool {
	for _, r := range s {
		_, ok := vulgar[r]
		return ok
	}
	return false
}

// slash reads "/5" after the figure t; dates such as 5/17/2018 are none.
func (e *english) slash(t token) (float64, bool) {
	bar, below := e.peek(0), e.peek(1)
	if !t.plain || t.chained || bar.text != "/" || !joined(t, bar) || below.kind != figure || !below.plain || !joined(bar, below) || below.value == 0 {
		return 0, false
	}
	if next := e.peek(2); next.text == "/" && joined(below, next) {
		return 0, false
	}
	e.at += 2
	return t.value / below.value, true
}

// scale reads "million", or the "k" of "10k".
func (e *english) scale(afterWord bool) (float64, int) {
	t := e.peek(0)
	if t.kind != word || e.at == 0 {
		return 1, 0
	}
	tight := joined(e.tokens[e.at-1], t)
	if s := suffixes[t.text]; !afterWord && s > 0 && (tight || t.text == "k" || t.text == "G" || t.text == "M") {
		return s, 1
	}
	s, ok := scales[t.low]
	if !ok || t.low == "mil" && !tight || s == 100 {
		return 1, 0
	}
	return s, 1
}

// point reads "point zero three" and "point seventy-one".
func (e *english) point(n *Number) {
	if e.peek(0).low != "point" {
		return
	}
	mark := e.at
	e.at++
	digits := ""
	for {
		v, _, ok := e.small(true)
		if !ok {
			break
		}
		digits += format(v)
	}
	if digits == "" {
		e.at = mark
		return
	}
	n.Value += decimals(digits)
}
