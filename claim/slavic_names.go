package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// genitives lists endings of names in the genitive with those of the nominative,
// the more telling first.
var genitives = []struct{ genitive, nominative string }{
	{"ського", "ський"}, {"цького", "цький"}, {"ского", "ский"}, {"цкого", "цкий"}, {"ої", "а"}, {"ого", "ий"}, {"ія", "ій"}, {"ия", "ий"}, {"ея", "ей"}, {"ая", "ай"},
	{"енка", "енко"}, {"ії", "ія"}, {"ии", "ия"}, {"иї", "ія"}, {"ова", "ов"}, {"єва", "єв"}, {"ева", "ев"}, {"іна", "ін"}, {"ина", "ин"}, {"ука", "ук"}, {"юка", "юк"}, {"ича", "ич"}, {"ля", "ль"}, {"ра", "р"}, {"на", "н"}, {"ла", "л"}, {"да", "д"}, {"та", "т"}, {"ма", "м"}, {"ка", "к"}, {"ва", "в"}, {"ба", "б"}, {"са", "с"},
	{"ни", "на"}, {"ри", "ра"}, {"ли", "ла"}, {"ы", "а"},
}

// nominative puts a name into the nominative: as the report itself writes it
// elsewhere, else by its endings.
func (d *document) nominative(words []string, lang string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = d.plainForm(w, lang)
	}
	return strings.Join(out, " ")
}

func (d *document) plainForm(w, lang string) string {
	if _, known := slavicGrammars[lang]; !known || !startsCyrillic(w) || w == strings.ToUpper(w) {
		return w
	}
	for _, g := range genitives {
		if stem, ok := strings.CutSuffix(w, g.genitive); ok && utf8.RuneCountInString(stem) >= 2 {
			return stem + g.nominative
		}
	}
	return w
}

// fullNames finds the full names of a report's people, each once.
type fullNames struct {
	text  string
	found map[string]string // by the short name
}

func newFullNames(text string) *fullNames { return &fullNames{text, map[string]string{}} }

// mostNamed is of how many people the full names are looked for: the text is gone
// through for each.
const mostNamed = 1000

// of returns the longest run of capitalised words in the report that ends with a
// short name: "Сирський" is "Олександр Сирський".
func (n *fullNames) of(short string) string {
	if strings.Contains(short, " ") {
		return short
	}
	if full, known := n.found[short]; known {
		return full
	}
	if len(n.found) >= mostNamed {
		return short
	}
	n.found[short] = n.search(short)
	return n.found[short]
}

func (n *fullNames) search(short string) string {
	text := n.text
	for at := strings.Index(text, " "+short); at > 0; {
		before := lastWordOf(text[:at])
		r, _ := utf8.DecodeRuneInString(before)
		if next, _ := utf8.DecodeRuneInString(text[at+1+len(short):]); unicode.IsUpper(r) && !unicode.IsLetter(next) && utf8.RuneCountInString(before) > 2 && !strings.ContainsAny(before, ".,«»\"") {
			return before + " " + short
		}
		next := strings.Index(text[at+1:], " "+short)
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return short
}
