package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// vocabulary is the words of a report by how they are written.
type vocabulary struct{ capital, small map[string]bool }

func newVocabulary() *vocabulary {
	return &vocabulary{capital: map[string]bool{}, small: map[string]bool{}}
}

// add takes in the English words of a passage: those without a capital, and those
// with one amid a sentence.
func (v *vocabulary) add(d *document) {
	for _, s := range d.sentences {
		for i, w := range s.words {
			r, size := utf8.DecodeRuneInString(w.Text)
			switch {
			case unicode.IsLower(r):
				v.small[w.Text] = true
			case unicode.IsUpper(r) && size < len(w.Text) && i > 0 && startsLower(s.words[i-1].Text):
				v.capital[w.Text] = true
			}
		}
	}
}

// names lists the words that stand with a capital amid sentences and never
// without: "Trump" is nobody's verb in a report about one.
func (v *vocabulary) names() map[string]bool {
	named := map[string]bool{}
	for w := range v.capital {
		if low := strings.ToLower(w); !v.small[low] && !notNames[low] {
			named[w] = true
		}
	}
	return named
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
