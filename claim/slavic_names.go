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

// fullSlavicName returns the longest run of capitalised words in the report that
// ends with a short name: "Сирський" is "Олександр Сирський".
func (d *document) fullSlavicName(short string) string {
	if strings.Contains(short, " ") {
		return short
	}
	for at := strings.Index(d.text, " "+short); at > 0; {
		before := lastWordOf(d.text[:at])
		r, _ := utf8.DecodeRuneInString(before)
		if next, _ := utf8.DecodeRuneInString(d.text[at+1+len(short):]); unicode.IsUpper(r) && !unicode.IsLetter(next) && utf8.RuneCountInString(before) > 2 && !strings.ContainsAny(before, ".,«»\"") {
			return before + " " + short
		}
		next := strings.Index(d.text[at+1:], " "+short)
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return short
}
