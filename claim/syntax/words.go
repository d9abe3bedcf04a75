package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words splits text[from:to] the way English treebanks do: "don't" is two words,
// "Trump's" too, "old-fashioned" three.
func Words(text string, from, to int) []Word {
	out := make([]Word, 0, (to-from)/5+1)
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(text[i:to])
		switch {
		case unicode.IsSpace(r), r == '\ufeff', unicode.IsControl(r):
			i += size
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			end := wordEnd(text, i, to)
			out = appendWord(out, text, i, end)
			i = out[len(out)-1].End
		default:
			end := symbolEnd(text, i, to, r, size)
			out = append(out, Word{Start: i, End: end, Text: text[i:end]})
			i = end
		}
	}
	return out
}

// symbolEnd joins what belongs together: "...", "--", "'s", "'90s".
func symbolEnd(text string, i, to int, r rune, size int) int {
	switch r {
	case '`', '\'', '’':
		if strings.HasPrefix(text[i:to], "''") || strings.HasPrefix(text[i:to], "``") {
			return i + 2
		}
		if n := clitic(text[i:to]); n > 0 {
			return i + n
		}
	case '.', '-', '!', '?', '*', '_', '=':
		end := i + size
		for end < to && text[end] == byte(r) {
			end++
		}
		return end
	}
	return i + size
}

var clitics = []string{"'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'m", "’m", "'d", "’d"}

// clitic returns the length of a shortened word at the start of s.
func clitic(s string) int {
	for _, c := range clitics {
		if len(s) >= len(c) && strings.EqualFold(s[:len(c)], c) && !letterAt(s, len(c)) {
			return len(c)
		}
	}
	return 0
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// wordEnd ends a word after its letters and digits, with the points and commas
// inside numbers, the stops of abbreviations and the apostrophe of names such as O'Brien.
func wordEnd(text string, i, to int) int {
	start := i
	for i < to {
		r, size := utf8.DecodeRuneInString(text[i:to])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
		case (r == '.' || r == ',') && i > start && isDigit(text[i-1]) && i+1 < to && isDigit(text[i+1]):
		case r == '.' && stopBelongs(text[start:i], text[i+1:to]):
		case (r == '\'' || r == '’' || r == 'ʼ' || r == '‘') && (nameApostrophe(text[start:i], text[i+size:to]) || cyrillicBeside(text[start:i], text[i+size:to])):
		case (r == '-' || r == '‑') && prefixes[strings.ToLower(text[start:i])] && letterAt(text[:to], i+size):
		case (r == '@' || r == '&') && i > start && letterAt(text[:to], i+size):
		default:
			return i
		}
		i += size
	}
	return i
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// prefixes keep their hyphen: "non-combatant" is one word.
var prefixes = map[string]bool{
	"e": true, "co": true, "ex": true, "non": true, "anti": true, "pre": true, "post": true, "re": true, "semi": true, "multi": true,
	"un": true, "sub": true, "mid": true, "al": true, "o": true,
}

// stopBelongs reports whether a full stop after s is part of an abbreviation.
func stopBelongs(s, rest string) bool {
	if abbreviations[strings.ToLower(s)] {
		return true
	}
	if r, size := utf8.DecodeRuneInString(s); size == len(s) && unicode.IsUpper(r) && s != "I" {
		return true // an initial
	}
	if strings.Contains(s, ".") && len(s) <= 6 && utf8.RuneCountInString(s[strings.LastIndex(s, ".")+1:]) == 1 {
		return true // U.S.
	}
	single := utf8.RuneCountInString(s) == 1 && unicode.IsLetter(rune(s[0]))
	return single && len(rest) > 1 && unicode.IsLetter(rune(rest[0])) && rest[1] == '.' // a.m.
}

var abbreviations = wordSet(`mr mrs ms dr sen sens rep reps gov govs gen lt col maj capt sgt cpl pvt adm cmdr rev hon pres prof st ft mt
	jan feb mar apr jun jul aug sept sep oct nov dec vs inc co corp ltd jr sr nos dept univ assn bros est approx ave blvd rd
	ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
	etc al cf eg ie ph messrs mmes supt insp det sec atty fig`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// cyrillicBeside reports whether an apostrophe stands inside a Ukrainian word: п'ять.
func cyrillicBeside(s, rest string) bool {
	before, _ := utf8.DecodeLastRuneInString(s)
	after, _ := utf8.DecodeRuneInString(rest)
	return unicode.Is(unicode.Cyrillic, before) && unicode.Is(unicode.Cyrillic, after)
}

// nameApostrophe reports whether an apostrophe stands inside a name: O'Malley, D’Souza.
func nameApostrophe(s, rest string) bool {
	if len(s) > 2 || s == "" || len(rest) < 2 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	head, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(head) && unicode.IsUpper(r)
}

// appendWord adds a word, split where a negation is hidden in it: "don't", "cannot".
func appendWord(out []Word, text string, from, end int) []Word {
	s := text[from:end]
	low := strings.ToLower(s)
	rest := text[end:]
	if low == "cannot" || low == "gonna" || low == "wanna" {
		cut := from + 3
		return append(out, Word{Start: from, End: cut, Text: text[from:cut]}, Word{Start: cut, End: end, Text: text[cut:end]})
	}
	if apostrophe := apostropheT(rest); strings.HasSuffix(low, "n") && len(low) > 2 && apostrophe > 0 {
		not := end + apostrophe
		return append(out, Word{Start: from, End: end - 1, Text: text[from : end-1]}, Word{Start: end - 1, End: not, Text: text[end-1 : not]})
	}
	return append(out, Word{Start: from, End: end, Text: s})
}

// apostropheT returns the length of "'t" at the start of s.
func apostropheT(s string) int {
	for _, t := range []string{"'t", "’t", "'T", "’T"} {
		if strings.HasPrefix(s, t) && !letterAt(s, len(t)) {
			return len(t)
		}
	}
	return 0
}
