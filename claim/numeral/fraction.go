package numeral

import (
	"strconv"
	"strings"
)

func format(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// decimals reads the digits after the point.
func decimals(digits string) float64 {
	v, err := strconv.ParseFloat("0."+strings.ReplaceAll(digits, ".", ""), 64)
	if err != nil {
		return 0
	}
	return v
}

// denominator reads "thirds", "twenty-fifths", "trillionth"; the words used are returned.
func (e *english) denominator(ahead int) (float64, int) {
	if ten, ok := tens[e.peek(ahead).low]; ok {
		skip := 1
		if e.peek(ahead+1).text == "-" {
			skip = 2
		}
		if d, ok := ordinal(e.peek(ahead + skip).low); ok && d < 10 {
			return ten + d, skip + 1
		}
		return 0, 0
	}
	low := e.peek(ahead).low
	if low == "first" || low == "second" || low == "firsts" || low == "seconds" {
		return 0, 0
	}
	if d, ok := ordinal(low); ok {
		return d, 1
	}
	return 0, 0
}

func ordinal(low string) (float64, bool) {
	if d, ok := ordinals[low]; ok {
		return d, true
	}
	d, ok := ordinals[strings.TrimSuffix(low, "s")]
	if !ok && (low == "first" || low == "firsts") {
		return 1, true
	}
	return d, ok
}

// share reads a number that begins as a fraction: "two thirds", "a half",
// "one twenty-fifth", "one out of three", "half".
func (e *english) share() (Number, bool) {
	mark := e.at
	if v, ok := e.bareShare(); ok {
		return Number{Value: e.scaled(v), Words: true, Fraction: true}, true
	}
	e.at = mark
	if n, ok := e.numerator(); ok {
		if e.peek(0).text == "-" {
			e.at++
		}
		if d, used := e.denominator(0); used > 0 {
			e.at += used
			return Number{Value: e.scaled(n / d), Words: true, Fraction: true}, true
		}
	}
	e.at = mark
	return Number{}, false
}

// bareShare reads "half", "a half", "a fifth", "a hundredth", "quarter million".
func (e *english) bareShare() (float64, bool) {
	t := e.peek(0)
	if t.low == "half" {
		if e.peek(1).low == "a" && scales[e.peek(2).low] > 0 {
			return 0, false // "half a dozen" is a cardinal
		}
		if next := e.peek(1).low; next == "way" || e.peek(1).text == "-" && e.peek(2).kind == word && scales[e.peek(2).low] == 0 {
			return 0, false
		}
		e.at++
		return 0.5, true
	}
	if t.low == "quarter" && (scales[e.peek(1).low] >= 1000 || e.peek(1).text == "-" && e.peek(2).low == "of") {
		e.at++
		return 0.25, true
	}
	if t.low == "a" || t.low == "an" {
		if d, used := e.denominator(1); used > 0 && e.peek(1).low != "second" && e.shareFollows(1+used) {
			e.at += 1 + used
			return 1 / d, true
		}
	}
	return 0, false
}

// shareFollows reports whether what comes after "a third" lets it be a fraction:
// "a third of", the end, punctuation; not "a third man".
func (e *english) shareFollows(ahead int) bool {
	t := e.peek(ahead)
	return t.kind != word || t.low == "of" || t.low == "and" || t.low == "or" || t.low == "to" || scales[t.low] > 0
}

// numerator reads the part above the line without eating the tens of the
// denominator: "three | twenty-firsts", "one hundred | thirty-fifths".
func (e *english) numerator() (float64, bool) {
	mark := e.at
	n, ok := e.cardinal()
	if !ok || !n.Words {
		return 0, false
	}
	whole, hyphen := e.at, 0
	if e.peek(0).text == "-" {
		hyphen = 1
	}
	d, used := e.denominator(hyphen)
	if used == 0 || d >= 1e6 && !strings.HasSuffix(e.peek(hyphen).low, "s") {
		return 0, false
	}
	if ten := e.tokens[whole-1].low; tens[ten] > 0 && d < 10 && whole-mark > 1 && e.tokens[whole-2].low != "and" {
		above := &english{tokens: e.tokens[:whole-1], at: mark}
		n, ok = above.cardinal()
		e.at = whole - 1
		return n.Value, ok
	}
	if v, ok := e.properTail(mark, whole, d, n.Value); ok {
		return v, true
	}
	return n.Value, true
}

// properTail handles "one hundred and three quarters": where what follows the
// last "and" is less than one, it is added to what stands before.
func (e *english) properTail(mark, whole int, d, all float64) (float64, bool) {
	for i := whole - 1; i > mark; i-- {
		if e.tokens[i].low != "and" {
			continue
		}
		tail := &english{tokens: e.tokens[:whole], at: i + 1}
		n, ok := tail.cardinal()
		if ok && tail.at == whole && n.Value < d {
			return e.besides(i, d, all-n.Value, n.Value), true
		}
		return 0, false
	}
	return 0, false
}

// besides returns the numerator of "whole and part/d": the part counts in the
// unit of a scale before it, "two million and three fifths", or of one after it,
// "one billion and three quarters million".
func (e *english) besides(and int, d, rest, part float64) float64 {
	unit := 1.0
	if s := scales[e.tokens[and-1].low]; s >= 1e6 {
		unit = s
	}
	if _, used := e.denominator(0); scales[e.peek(used).low] >= 1000 {
		return rest*d/scales[e.peek(used).low] + part // scaled multiplies both
	}
	return rest*d + part*unit
}

// dozen is the one scale below a hundred that a half can stand before.
const dozen = 12

// hyphen returns 1 where a hyphen is ahead.
func (e *english) hyphen(ahead int) int {
	if e.peek(ahead).text == "-" {
		return 1
	}
	return 0
}

// scaled multiplies a fraction by what follows: "two thirds of a million", "half
// million", "half-dozen", "quarter-of-a-million".
func (e *english) scaled(v float64) float64 {
	skip := e.hyphen(0)
	if of := skip; e.peek(of).low == "of" {
		if article := of + 1 + e.hyphen(of+1); e.peek(article).low == "a" {
			skip = article + 1 + e.hyphen(article+1)
		}
	}
	if s, ok := scales[e.peek(skip).low]; ok && (s >= 100 || s == dozen && skip < 2) && !strings.HasSuffix(e.peek(skip).low, "s") {
		e.at += skip + 1
		return v * s
	}
	return v
}

// addFraction reads "and a half", "and three quarters (million)" after a whole number.
func (e *english) addFraction(n *Number) {
	if e.peek(0).low != "and" {
		return
	}
	mark, last := e.at, e.tokens[e.at-1].low
	e.at++
	part := e.fractionAfterAnd()
	if part == 0 {
		e.at = mark
		return
	}
	n.Words, n.Fraction = true, true
	size, isScale := scales[last]
	following, follows := scales[e.peek(0).low]
	follows = follows && following >= 1000
	switch {
	case follows && isScale && size > following: // "one billion and a half million"
		e.at++
		n.Value += part * following
	case follows: // "five and a half million"
		e.at++
		n.Value = (n.Value + part) * following
	case isScale && size >= 1e6: // "one million and a half"
		n.Value += part * size
	default:
		n.Value += part
	}
}

func (e *english) fractionAfterAnd() float64 {
	switch e.peek(0).low {
	case "a", "an", "one":
		if d, used := e.denominator(1); used > 0 {
			e.at += 1 + used
			return 1 / d
		}
		if e.peek(1).text == "-" {
			return 0
		}
	default:
		mark := e.at
		n, _, ok := e.small(true)
		if ok {
			if e.peek(0).text == "-" {
				e.at++
			}
			if d, used := e.denominator(0); used > 0 && n < d {
				e.at += used
				return n / d
			}
		}
		e.at = mark
	}
	return 0
}

// over reads "one over three" and "one out of three".
func (e *english) over(n *Number) {
	mark := e.at
	switch {
	case e.peek(0).low == "over":
		e.at++
	case e.peek(0).low == "out" && e.peek(1).low == "of":
		e.at += 2
	case e.peek(0).low == "in" && n.Value == 1 && (e.peek(1).kind == figure || teens[e.peek(1).low] > 0 || tens[e.peek(1).low] > 0 || units[e.peek(1).low] > 1):
		e.at++
	default:
		return
	}
	below, ok := e.cardinal()
	if !ok || below.Value <= n.Value && e.tokens[mark].low != "over" || below.Value == 0 || e.counts(mark) {
		e.at = mark
		return
	}
	n.Value /= below.Value
	n.Fraction = true
}

// counts tells "$2000 over 3 years" and "five out of three pieces" from fractions.
func (e *english) counts(mark int) bool {
	if e.tokens[mark].low != "over" {
		return false
	}
	t := e.peek(0)
	return t.kind == word && t.low != "and" && t.low != "of"
}
