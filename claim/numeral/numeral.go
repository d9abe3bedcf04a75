// Package numeral reads numbers as people write them: in figures of every
// common style and in English, Ukrainian and Russian words; the bounds put on
// them; and the units they measure.
package numeral

import (
	"math"
	"strings"
)

// Number is one number in a text.
type Number struct {
	Start, End int // byte offsets
	Value      float64
	Words      bool // spelt out, in part at least
	Fraction   bool // a part of something: "two thirds", "half"
	Plural     bool // "hundreds", "dozens", with nothing counted before: vague, Value is its floor
	Glued      bool // letters follow at once: "180ml"
}

// Scan finds the numbers in running text of a language ("en", "uk", "ru"), from
// left to right; no two overlap. It reads the text once.
func Scan(text, lang string) []Number {
	tokens := lex(text)
	var out []Number
	for i := 0; i < len(tokens); {
		n, used := readNumber(tokens[i:], lang, i > 0 && hyphenated(tokens[i-1], tokens[i]))
		if used == 0 {
			i++
			continue
		}
		n.Start, n.End = tokens[i].start, tokens[i+used-1].end
		if hyphen := i > 0 && tokens[i-1].end == n.Start && (tokens[i-1].kind != symbol || tokens[i-1].text == "%"); isSign(text[n.Start:]) && (hyphen || i > 0 && !joined(tokens[i], tokens[i+1])) {
			n.Start = tokens[i+1].start // "SCP-173", "42%-33%", "the plan - 12 schools -": a hyphen, a dash, no minus
			if n.Value < 0 {
				n.Value = -n.Value
			}
		}
		i += used
		n.Glued = i < len(tokens) && tokens[i].kind == word && tokens[i].start == n.End && !n.Words
		if !math.IsNaN(n.Value) && !math.IsInf(n.Value, 0) { // four hundred digits in a row count nothing
			out = append(out, n)
		}
	}
	return out
}

// hyphenated reports whether a hyphen at t joins what stands before it rather
// than being the sign of what follows.
func hyphenated(before, t token) bool {
	return before.kind == figure || before.kind == word && joined(before, t)
}

// Numbers is Scan for a phrase: where the whole text is one number, colloquial
// ones included ("a pair", "30 l"), that number is the answer. Figures that
// belong to a unit ("180ml") are left to Dimensions.
func Numbers(text, lang string) []Number {
	if n, ok := Value(text, lang); ok {
		start := len(text) - len(strings.TrimLeft(text, " \t"))
		return []Number{{Start: start, End: len(strings.TrimRight(text, " \t.")), Value: n}}
	}
	var out []Number
	for _, n := range Scan(text, lang) {
		if !n.Glued && !n.Plural && !idle(text, n) {
			out = append(out, n)
		}
	}
	return out
}

// idle tells "one" the pronoun ("the one you mentioned", "this one") from one the number.
func idle(text string, n Number) bool {
	if strings.EqualFold(text[n.Start:n.End], "one") {
		before := strings.ToLower(lastWord(text[:n.Start]))
		switch before {
		case "the", "this", "that", "which", "each", "every", "another", "no", "any":
			after := strings.TrimLeft(text[n.End:], " ")
			return after == "" || before != "the" && before != "every" || strings.HasPrefix(after, "you") || strings.HasPrefix(after, "who") || strings.HasPrefix(after, "that")
		}
	}
	return false
}

func lastWord(s string) string {
	s = strings.TrimRight(s, " ")
	return s[strings.LastIndexAny(s, " \t\n,.;")+1:]
}

func isSign(s string) bool {
	return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "−") || strings.HasPrefix(s, "+")
}

// readNumber reads the longest number at the start of tokens and says how many
// of them it used; 0 if there is none.
func readNumber(tokens []token, lang string, tight bool) (Number, int) {
	if len(tokens) == 0 {
		return Number{}, 0
	}
	sign, skipped := readSign(tokens, lang, tight)
	rest := tokens[skipped:]
	if len(rest) == 0 || skipped > 0 && rest[0].kind == word && tokens[0].kind == symbol && lang != "en" {
		return Number{}, 0
	}
	n, used := readUnsigned(rest, lang)
	if used == 0 || n.Plural && skipped > 0 {
		return Number{}, 0
	}
	n.Value *= sign
	return n, used + skipped
}

// readSign reads "-", "minus" and the like; a hyphen that touches the word before it is no sign.
func readSign(tokens []token, lang string, tight bool) (sign float64, used int) {
	t := tokens[0]
	switch {
	case t.kind == symbol && !tight && (t.text == "-" || t.text == "−") && len(tokens) > 1 && tokens[1].kind == figure:
		return -1, 1
	case t.kind == word && minus[lang][t.low]:
		return -1, 1
	}
	return 1, 0
}

var minus = map[string]map[string]bool{
	"en": {"minus": true, "negative": true},
	"ru": {"минус": true},
	"uk": {"мінус": true},
}

func readUnsigned(tokens []token, lang string) (Number, int) {
	switch lang {
	case "uk", "ru":
		return readSlavic(tokens, slavicWords[lang])
	default:
		return readEnglish(tokens)
	}
}

// Value reads a whole phrase as one number.
func Value(phrase, lang string) (float64, bool) {
	tokens := lex(phrase)
	tokens = dropEcho(tokens, lang)
	if len(tokens) == 0 {
		return 0, false
	}
	if v, ok := colloquial(tokens, lang); ok {
		return v, true
	}
	n, used := readNumber(tokens, lang, false)
	return n.Value, used == len(tokens) && !n.Plural
}

// dropEcho removes a number said twice, "forty-five (45)", and a closing full stop.
func dropEcho(tokens []token, lang string) []token {
	last := len(tokens) - 1
	if last >= 0 && tokens[last].text == "." {
		return tokens[:last]
	}
	if last < 3 || tokens[last].text != ")" {
		return tokens
	}
	open := last - 1
	for open > 0 && tokens[open].text != "(" {
		open--
	}
	inside, used := readNumber(tokens[open+1:last], lang, false)
	outside, usedBefore := readNumber(tokens[:open], lang, false)
	if used == last-open-1 && usedBefore == open && inside.Value == outside.Value {
		return tokens[:open]
	}
	return tokens
}
