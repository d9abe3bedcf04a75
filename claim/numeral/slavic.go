package numeral

// slavic is the number words of a language in all their cases.
type slavic struct {
	values   map[string]float64 // added up
	scales   map[string]float64 // multiply what stands before
	plurals  map[string]float64 // vague when nothing counts them
	suffixes map[string]float64 // at the end of a figure
	shares   map[string]float64 // "третини", after how many of them
	halved   string             // "пів", before a scale
	half     string             // "с половиной": its first word, the second begins with "половин"
	points   map[string]bool    // "точка", "запятая"
	whole    map[string]bool    // "целых", before the digits after the point
	parts    map[string]float64 // "десятых", after those digits
}

// readSlavic reads figures with a suffix or scale, or words.
func readSlavic(tokens []token, l *slavic) (Number, int) {
	if floor, ok := l.plurals[tokens[0].low]; ok && tokens[0].kind == word {
		return Number{Value: floor, Words: true, Plural: true}, 1
	}
	n, at := l.cardinal(tokens)
	if at == 0 {
		return l.shareOfScale(tokens)
	}
	if at < len(tokens) && n.Words && l.shares[tokens[at].low] > 0 {
		return Number{Value: n.Value * l.shares[tokens[at].low], Words: true, Fraction: true}, at + 1
	}
	at = l.andHalf(tokens, at, &n)
	at = l.decimal(tokens, at, &n)
	return n, at
}

// shareOfScale reads "четверть миллиона".
func (l *slavic) shareOfScale(tokens []token) (Number, int) {
	if len(tokens) > 1 && l.shares[tokens[0].low] > 0 && l.scales[tokens[1].low] >= 1000 {
		return Number{Value: l.shares[tokens[0].low] * l.scales[tokens[1].low], Words: true}, 2
	}
	return Number{}, 0
}

// tally is a number in words under way.
type tally struct {
	total, group float64 // what is already multiplied by a scale, and what still waits for one
	step, last   float64 // the next value, the next scale must be smaller
	small        bool    // all there is so far is a small scale counted: "две сотни"
	words        bool
}

const anySize = 1e30

// cardinal adds up number words from the largest down, each group times its scale.
func (l *slavic) cardinal(tokens []token) (Number, int) {
	n := tally{step: anySize, last: anySize}
	at := 0
	if tokens[0].kind == figure {
		n.group, n.step, at = tokens[0].value, 0, 1
	}
	for at < len(tokens) && tokens[at].kind == word && l.add(&n, tokens, at) {
		n.words = true
		at++
	}
	return Number{Value: n.total + n.group, Words: n.words}, at
}

// add takes the word at into the number, if it goes on there.
func (l *slavic) add(n *tally, tokens []token, at int) bool {
	if v, ok := l.values[tokens[at].low]; ok && sizeOf(v) < n.step {
		n.group, n.step, n.small = n.group+v, sizeOf(v), false
		return true
	}
	if tokens[at].low == l.halved && n.step == anySize && at+1 < len(tokens) && l.scales[tokens[at+1].low] > 0 {
		n.group, n.step = 0.5, 0
		return true
	}
	scale := l.scale(tokens, at)
	switch {
	case scale >= 1000 && n.small: // "две сотни тысяч"
		n.total *= scale
		n.small = false
	case scale > 0 && scale < n.last:
		if n.step == anySize {
			n.group = 1
		}
		n.small = n.total == 0 && scale < 1000
		n.total += n.group * scale
	default:
		return false
	}
	n.group, n.step, n.last = 0, anySize, scale
	return true
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

// scale is what the word at multiplies by: "тысяч", or the "к" of "100к"; 0 for other words.
func (l *slavic) scale(tokens []token, at int) float64 {
	t := tokens[at]
	if s, ok := l.scales[t.low]; ok {
		return s
	}
	if at > 0 && tokens[at-1].kind == figure && joined(tokens[at-1], t) {
		return l.suffixes[t.low]
	}
	return 0
}

// andHalf reads "с половиной" after a number, and the scale that may follow.
func (l *slavic) andHalf(tokens []token, at int, n *Number) int {
	if at+1 >= len(tokens) || tokens[at].low != l.half || tokens[at+1].low != "половиной" && tokens[at+1].low != "половиною" {
		return at
	}
	size := 1.0
	if s, ok := l.scales[tokens[at-1].low]; ok {
		size = s
	}
	n.Value += size / 2
	at += 2
	if at < len(tokens) && l.scales[tokens[at].low] > 0 {
		n.Value *= l.scales[tokens[at].low]
		at++
	}
	return at
}

// decimal reads "точка один" and "целых две десятых" after a number.
func (l *slavic) decimal(tokens []token, at int, n *Number) int {
	if at+1 >= len(tokens) || !l.points[tokens[at].low] && !l.whole[tokens[at].low] {
		return at
	}
	digits, used := l.cardinal(tokens[at+1:])
	end := at + 1 + used
	switch {
	case used == 0:
		return at
	case l.points[tokens[at].low]:
		if !tokens[at+1].plain && tokens[at+1].kind == figure {
			return at
		}
		text := format(digits.Value)
		if tokens[at+1].kind == figure {
			text = tokens[at+1].text
		}
		n.Value += decimals(text)
		return end
	case end < len(tokens) && l.parts[tokens[end].low] > 0:
		n.Value += digits.Value * l.parts[tokens[end].low]
		end++
		if end < len(tokens) && l.scales[tokens[end].low] > 0 {
			n.Value *= l.scales[tokens[end].low]
			end++
		}
		return end
	}
	return at
}
