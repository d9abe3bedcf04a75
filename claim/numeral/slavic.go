package numeral

import "strings"

// slavic is the number words of a language in all their cases.
type slavic struct {
	values   map[string]float64 // added up
	scales   map[string]float64 // multiply what stands before
	plurals  map[string]float64 // vague when nothing counts them
	suffixes map[string]float64 // at the end of a figure
	half     []string           // "с половиной"
	point    string
}

// readSlavic reads figures with a suffix or scale, or words.
func readSlavic(tokens []token, l *slavic) (Number, int) {
	if floor, ok := l.plurals[tokens[0].low]; ok && tokens[0].kind == word {
		return Number{Value: floor, Words: true, Plural: true}, 1
	}
	var total, group float64
	last, step := 1e30, 1e30
	at, isWord := 0, false
	for at < len(tokens) {
		t := tokens[at]
		v, ok := l.values[t.low]
		switch {
		case t.kind == figure && at == 0:
			group, step = t.value, 0
		case t.kind == word && ok && sizeOf(v) < step:
			group += v
			step, isWord = sizeOf(v), true
		case t.kind == word && l.scale(tokens, at, last) > 0:
			s := l.scale(tokens, at, last)
			if step == 1e30 {
				group = 1
			}
			total += group * s
			group, last, step, isWord = 0, s, 1e30, true
		default:
			n := Number{Value: total + group, Words: isWord}
			return l.finish(tokens, at, n)
		}
		at++
	}
	return l.finish(tokens, at, Number{Value: total + group, Words: isWord})
}

// sizeOf is the step of a number word: hundreds before tens before units.
func sizeOf(v float64) float64 {
	switch {
	case v >= 100:
		return 100
	case v >= 20:
		return 10
	default:
		return 1
	}
}

func (l *slavic) scale(tokens []token, at int, below float64) float64 {
	t := tokens[at]
	if s, ok := l.scales[t.low]; ok && s < below {
		return s
	}
	if s, ok := l.suffixes[t.low]; ok && at > 0 && tokens[at-1].kind == figure && joined(tokens[at-1], t) && s < below {
		return s
	}
	return 0
}

// finish reads "с половиной" and "точка один" after a number.
func (l *slavic) finish(tokens []token, at int, n Number) (Number, int) {
	if at == 0 {
		return Number{}, 0
	}
	if strings.HasSuffix(phrase(tokens[at:min(len(tokens), at+len(l.half))]), strings.Join(l.half, " ")) && at+len(l.half) <= len(tokens) {
		size := 1.0
		if s, ok := l.scales[tokens[at-1].low]; ok {
			size = s
		}
		n.Value += size / 2
		at += len(l.half)
		if at < len(tokens) && l.scales[tokens[at].low] > 0 {
			n.Value *= l.scales[tokens[at].low]
			at++
		}
	}
	if at+1 < len(tokens) && tokens[at].low == l.point {
		if tokens[at+1].kind == figure && tokens[at+1].plain {
			n.Value += decimals(tokens[at+1].text)
			at += 2
		} else if v, ok := l.values[tokens[at+1].low]; ok {
			n.Value += decimals(format(v))
			at += 2
		}
	}
	return n, at
}
