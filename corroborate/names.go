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
	for _, w := range tokens(personHead(name)) {
		if !titles[w] {
			kept = append(kept, transliterated(w))
		}
	}
	return strings.Join(kept, " ")
}

// personHead returns the name of a person without what follows of whose they are:
// "Amelia Chirindza of the disaster institute".
func personHead(name string) string {
	head := strings.TrimSpace(headOf(name))
	own := 0
	for w := range strings.FieldsSeq(head) {
		_, role := roleOf(singular(fold(w)))
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			own = 0
			break
		}
		if !role && !titles[fold(w)] {
			own++
		}
	}
	if own >= 2 {
		return head
	}
	return name
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
	if cyrillic(a) != cyrillic(b) {
		return soundsAlike(a, b)
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
		if isName(text, w) {
			found[stem(w.text)] = true
		}
	}
	return found
}

// namesOf returns the proper names of a report. That of a local paper tells
// where it is: "The Ember Vale Argus" need not say where the school stands.
func namesOf(r Report) map[string]bool {
	found := properNames(r.Text)
	for _, w := range outletWords(r.Outlet) {
		if _, country := sideOf(w); !country && !pressEndings[w] && !pressNames[w] && agencies[w] == "" && !generic[w] {
			found[stem(w)] = true
		}
	}
	return found
}

// isName reports whether a word of a text is a proper name, or a part of one.
func isName(text string, w word) bool {
	r, _ := utf8.DecodeRuneInString(text[w.start:])
	if !unicode.IsUpper(r) || calendar[w.text] || titles[w.text] || agencies[w.text] != "" {
		return false
	}
	if beginsSentence(text, w.start) && !dateline(text, w) {
		return false
	}
	_, country := sideOf(w.text)
	return !country
}

// dateline reports whether a word at the head of a paragraph stands in its
// dateline: in capitals, or with a comma or an agency behind it.
func dateline(text string, w word) bool {
	capitals := w.end-w.start > 2 && text[w.start:w.end] == strings.ToUpper(text[w.start:w.end])
	return capitals || strings.HasPrefix(text[w.end:], ",") || strings.HasPrefix(text[w.end:], " (")
}

// stemLetters is how many letters are left of a name in Cyrillic at least.
const stemLetters = 4

// stem cuts the case ending off a folded name in Cyrillic letters: "Тернового"
// and "Терновому" are one place.
func stem(name string) string {
	if !cyrillic(name) {
		return name
	}
	letters := []rune(name)
	for len(letters) > stemLetters && strings.ContainsRune("аеиіоуюяыьємгвхэ", letters[len(letters)-1]) {
		letters = letters[:len(letters)-1]
	}
	return string(letters)
}

// stems returns words without their case endings.
func stems(list []string) []string {
	cut := make([]string, len(list))
	for i, w := range list {
		cut[i] = stem(w)
	}
	return cut
}

// locatives are the words that a place follows.
var locatives = words("in at near off outside around from toward towards у в під под біля поблизу возле близ на по із из")

// spotsOf returns the proper names that a text gives as places: behind "in" or
// "near", a word for a kind of place between or not, and in its dateline.
func spotsOf(text string) map[string]bool {
	found := map[string]bool{}
	behind := false
	for _, w := range wordsOf(text) {
		named := isName(text, w)
		switch {
		case named && (behind || beginsSentence(text, w.start)):
			found[stem(w.text)] = true
			behind = false
		case locatives[w.text]:
			behind = true
		case !generic[w.text]:
			behind = false
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
