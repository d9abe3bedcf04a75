package corroborate

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold returns s in lower case without accents, so that "Boulègue" and
// "Boulegue" are one name.
func fold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// word is one word of a text: folded, and where it stands.
type word struct {
	text       string
	start, end int
}

// wordsOf returns the words of a text in order. A possessive ending is no part
// of its word.
func wordsOf(text string) []word {
	var found []word
	start := -1
	add := func(end int) {
		if start >= 0 {
			if folded := fold(bare(text[start:end])); folded != "" {
				found = append(found, word{folded, start, end})
			}
		}
		start = -1
	}
	for i, r := range text {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || start >= 0 && joins(r)
		switch {
		case inside && start < 0:
			start = i
		case !inside:
			add(i)
		}
	}
	add(len(text))
	return found
}

// joins reports whether r may stand inside a word: an apostrophe or an accent.
func joins(r rune) bool { return r == '\'' || r == '’' || unicode.Is(unicode.Mn, r) }

// bare drops a possessive ending and a closing apostrophe.
func bare(s string) string {
	s = strings.TrimRight(s, "'’")
	for _, ending := range []string{"'s", "’s", "'S", "’S"} {
		s = strings.TrimSuffix(s, ending)
	}
	return s
}

// tokens returns the folded words of s.
func tokens(s string) []string {
	var list []string
	for _, w := range wordsOf(s) {
		list = append(list, w.text)
	}
	return list
}
