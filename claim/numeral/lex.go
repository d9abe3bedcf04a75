package numeral

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind uint8

const (
	word kind = iota
	figure
	symbol
)

// token is a word, a number in figures, or one other character.
type token struct {
	start, end int
	kind       kind
	text       string
	low        string // words only
	value      float64
	plain      bool // figures without sign, point or grouping
	chained    bool // figures that a hyphen or slash ties to figures before: a date, a telephone number
	refused    int  // where the run of figures ends that is no single number
}

func joined(a, b token) bool { return a.end == b.start }

// lex splits text into tokens; white space only separates.
func lex(text string) []token {
	var out []token
	list := 0 // up to here figures are a list of whole numbers
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			i += size
			continue
		case r >= '0' && r <= '9', r == '.' && i+1 < len(text) && isDigit(text[i+1]) && !afterDigit(text, i):
			t := lexFigure(text, i, i < list)
			if t.refused > 0 {
				list = t.refused
			}
			t.chained = chained(out, t)
			out = append(out, t)
			i = t.end
			continue
		case unicode.IsLetter(r):
			end := wordEnd(text, i)
			out = append(out, token{start: i, end: end, kind: word, text: text[i:end], low: lower(text[i:end])})
			i = end
			continue
		}
		if v, ok := vulgar[r]; ok {
			out = append(out, token{start: i, end: i + size, kind: figure, text: text[i : i+size], value: v})
		} else {
			out = append(out, token{start: i, end: i + size, kind: symbol, text: text[i : i+size]})
		}
		i += size
	}
	return out
}

// chained reports whether a tight hyphen or slash, and figures before it, lead to t.
func chained(before []token, t token) bool {
	n := len(before)
	if n < 2 || !joined(before[n-1], t) || !joined(before[n-2], before[n-1]) || before[n-2].kind != figure {
		return false
	}
	return before[n-1].text == "-" || before[n-1].text == "/"
}

var vulgar = map[rune]float64{
	'½': 1. / 2, '⅓': 1. / 3, '⅔': 2. / 3, '¼': 1. / 4, '¾': 3. / 4, '⅕': 1. / 5, '⅖': 2. / 5, '⅗': 3. / 5, '⅘': 4. / 5,
	'⅙': 1. / 6, '⅚': 5. / 6, '⅛': 1. / 8, '⅜': 3. / 8, '⅝': 5. / 8, '⅞': 7. / 8,
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func afterDigit(text string, i int) bool { return i > 0 && isDigit(text[i-1]) }

// lower brings the many apostrophes of Ukrainian to one.
func lower(s string) string {
	s = strings.ToLower(s)
	if strings.ContainsAny(s, "’‘ʼ`") {
		s = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "`", "'").Replace(s)
	}
	return s
}

// wordEnd ends a word after its letters; an apostrophe between letters belongs to it.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			if !strings.ContainsRune("'’‘ʼ`", r) {
				return i
			}
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if !unicode.Is(unicode.Cyrillic, next) {
				return i
			}
		}
		i += size
	}
	return i
}

// lexFigure reads a number in figures with whatever groups and decimals it is written.
func lexFigure(text string, start int, inList bool) token {
	end, spaced := start, false
	if !inList {
		end, spaced = figureEnd(text, start)
	}
	refused := end
	s := text[start:end]
	value, ok := figureValue(s, spaced)
	if !ok {
		// Not one number after all ("192.168.1.2"): take the first run of digits.
		end = start
		if text[start] == '.' {
			end++
		}
		for end < len(text) && isDigit(text[end]) {
			end++
		}
		s = text[start:end]
		value, _ = strconv.ParseFloat(s, 64)
		return token{start: start, end: end, kind: figure, text: s, value: value, plain: true, refused: refused}
	}
	t := token{start: start, end: end, kind: figure, text: s, value: value, plain: allDigits(s)}
	return exponent(text, t)
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// groupSpaces are the spaces that part groups of three figures.
var groupSpaces = []string{" ", "\u00a0", "\u202f", "\u2009", "'", "’"}

// figureEnd finds where the figures that begin at start end, with points and
// commas between digits, and groups of three after spaces.
func figureEnd(text string, start int) (end int, spaced bool) {
	i := start
	for i < len(text) && (isDigit(text[i]) || (text[i] == '.' || text[i] == ',') && i+1 < len(text) && isDigit(text[i+1])) {
		i++
	}
	if i-start > 3 || strings.ContainsAny(text[start:i], ".,") {
		return i, false
	}
	for {
		width := groupSpace(text, i)
		if width == 0 {
			break
		}
		i += width + 3
		spaced = true
	}
	if spaced && i+1 < len(text) && (text[i] == '.' || text[i] == ',') && isDigit(text[i+1]) {
		for i++; i < len(text) && isDigit(text[i]); i++ {
			continue
		}
	}
	return i, spaced
}

// groupSpace returns the width of a space at i that exactly three digits follow.
func groupSpace(text string, i int) int {
	for _, s := range groupSpaces {
		j := i + len(s)
		if strings.HasPrefix(text[i:], s) && j+3 <= len(text) && allDigits(text[j:j+3]) && (j+3 == len(text) || !isDigit(text[j+3])) {
			return len(s)
		}
	}
	return 0
}

// figureValue tells groups from decimals: "1,234,567", "1.234,5", "12,34,567.89",
// "1,3", "5,00". It refuses what is no single number.
func figureValue(s string, spaced bool) (float64, bool) {
	if spaced {
		for _, g := range groupSpaces {
			s = strings.ReplaceAll(s, g, "")
		}
	}
	if s == "" {
		return 0, false
	}
	commas, points := strings.Count(s, ","), strings.Count(s, ".")
	lastComma, lastPoint := strings.LastIndex(s, ","), strings.LastIndex(s, ".")
	switch {
	case commas == 0 && points <= 1:
	case commas > 0 && points == 1 && lastPoint > lastComma && grouped(s[:lastPoint], ","):
		s = strings.ReplaceAll(s, ",", "")
	case points > 0 && commas == 1 && lastComma > lastPoint && grouped(s[:lastComma], "."):
		s = strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1)
	case points == 0 && grouped(s, ","):
		s = strings.ReplaceAll(s, ",", "")
	case points == 0 && commas == 1:
		s = strings.Replace(s, ",", ".", 1)
	case commas == 0 && points > 1 && grouped(s, "."):
		s = strings.ReplaceAll(s, ".", "")
	default:
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

// grouped reports whether s is figures in groups of three, or of two and a last
// of three as in India.
func grouped(s, by string) bool {
	parts := strings.Split(s, by)
	last := len(parts) - 1
	if last == 0 || len(parts[last]) != 3 || len(parts[0]) == 0 || len(parts[0]) > 3 || parts[0] == "0" {
		return false
	}
	threes, twos := true, len(parts[0]) <= 2
	for _, p := range parts[1:last] {
		threes = threes && len(p) == 3
		twos = twos && len(p) == 2
	}
	return threes || twos
}

// exponent reads "e10", "^23" and "x10^6" after a figure.
func exponent(text string, t token) token {
	rest := text[t.end:]
	value, power, used := t.value, 0.0, 0
	switch {
	case len(rest) > 1 && (rest[0] == 'e' || rest[0] == 'E'):
		if power, used = signed(rest[1:]); used > 0 {
			value *= math.Pow(10, power)
			used++
		}
	case strings.HasPrefix(rest, "^"):
		if power, used = signed(rest[1:]); used > 0 {
			value = math.Pow(value, power)
			used++
		}
	case strings.HasPrefix(rest, "x10^"), strings.HasPrefix(rest, "×10^"):
		skip := strings.Index(rest, "^") + 1
		if power, used = signed(rest[skip:]); used > 0 {
			value *= math.Pow(10, power)
			used += skip
		}
	}
	if used > 0 && !math.IsNaN(value) && !math.IsInf(value, 0) { // "#0e0401" is a colour
		t.value = value
		t.end += used
		t.text = text[t.start:t.end]
		t.plain = false
	}
	return t
}

// signed reads a small whole number with its signs; two minuses are a plus.
func signed(s string) (float64, int) {
	sign, i := 1.0, 0
	for i < len(s) && i < 2 && (s[i] == '-' || s[i] == '+') {
		if s[i] == '-' {
			sign = -sign
		}
		i++
	}
	start := i
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	if i == start || i-start > 4 || i < len(s) && unicode.IsLetter(rune(s[i])) {
		return 0, 0
	}
	v, _ := strconv.ParseFloat(s[start:i], 64)
	return sign * v, i
}
