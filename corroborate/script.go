package corroborate

import "strings"

// latin writes the letters of Ukrainian and Russian with Latin ones, as far as
// consonants go: vowels are written in too many ways.
var latin = strings.NewReplacer(
	"дж", "j", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "ж", "z", "з", "z", "к", "k", "л", "l", "м", "m", "н", "n", "п", "p", "р", "r",
	"с", "s", "т", "t", "ф", "f", "х", "k", "ц", "s", "ч", "s", "ш", "s", "щ", "s",
)

// oneSound brings the ways of writing a consonant in Latin letters to one.
var oneSound = strings.NewReplacer("shch", "s", "sch", "s", "zh", "z", "kh", "k", "ch", "s", "sh", "s", "ts", "s", "tz", "s", "ck", "k", "ph", "f", "x", "ks", "w", "v", "h", "g", "c", "k")

// skeleton is what is left of a folded name of its consonants.
func skeleton(name string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range oneSound.Replace(latin.Replace(name)) {
		if strings.ContainsRune("0123456789bdfgjklmnpqrstvz", r) && (r != last || r <= '9') {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// soundsAlike reports whether two keys of names in two scripts may be one name: the
// consonants of their last parts begin alike, and are as many or nearly so.
func soundsAlike(a, b string) bool {
	x, y := skeleton(lastWord(a)), skeleton(lastWord(b))
	return soundOf(lastWord(a)) == soundOf(lastWord(b)) && max(len(x), len(y))-min(len(x), len(y)) <= 1
}

// soundOf is how the consonants of a word begin.
func soundOf(word string) string {
	s := skeleton(word)
	return s[:min(len(s), soundLetters)]
}

// soundLetters is how many consonants are compared of two names that may be one.
const soundLetters = 2
