package corroborate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// titles stand before a name and are no part of it.
var titles = words("the a an mr mrs ms miss dr sir dame lord lady president vice prime minister governor mayor general gen colonel col major maj captain capt lieutenant lt sergeant sgt commander chief sheriff senator professor prof judge king queen prince father sister rev")

// nameKey folds a name to what two reports' spellings of it share: no titles,
// no accents, one ending for the transliterations of a Slavic one.
func nameKey(name string) string {
	var kept []string
	for _, w := range tokens(name) {
		if !titles[w] {
			kept = append(kept, transliterated(w))
		}
	}
	return strings.Join(kept, " ")
}

// transliterated gives "zelensky", "zelenskiy" and "zelenskyy" one ending.
func transliterated(name string) string {
	if utf8.RuneCountInString(name) < 5 {
		return name
	}
	for _, ending := range []string{"iy", "yy", "ij", "yi", "yj", "ii"} {
		if stem, ok := strings.CutSuffix(name, ending); ok {
			return stem + "y"
		}
	}
	return name
}

// samePerson reports whether one key may be the other cut short: "syrsky" of
// "oleksandr syrsky". Two first names with one family name are two people.
func samePerson(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if a == b {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if x[len(x)-1] != y[len(y)-1] {
		return false
	}
	for _, part := range x {
		if !slices.Contains(y, part) {
			return false
		}
	}
	return true
}

// calendar are capitalised words that say nothing of a report's topic.
var calendar = words("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december i")

// properNames returns the capitalised words of a text that do not begin a
// sentence, unless as a dateline; countries and days aside. Two reports on one
// event share some.
func properNames(text string) map[string]bool {
	found := map[string]bool{}
	for _, w := range wordsOf(text) {
		r, _ := utf8.DecodeRuneInString(text[w.start:])
		dateline := strings.HasPrefix(text[w.end:], ",") || strings.HasPrefix(text[w.end:], " (")
		if !unicode.IsUpper(r) || beginsSentence(text, w.start) && !dateline || calendar[w.text] || titles[w.text] || agencies[w.text] != "" {
			continue
		}
		if _, country := sideOf(w.text); !country {
			found[w.text] = true
		}
	}
	return found
}

// beginsSentence reports whether only quotes and space lie between the byte at
// i and the end of a sentence, or the start of the text.
func beginsSentence(text string, i int) bool {
	before := strings.TrimRight(text[:i], " \t\"'“‘-—")
	return before == "" || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "!") || strings.HasSuffix(before, "?") || strings.HasSuffix(before, "\n")
}

// shared counts what two sets have in common, up to limit.
func shared(a, b map[string]bool, limit int) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for name := range a {
		if b[name] {
			if n++; n == limit {
				break
			}
		}
	}
	return n
}
