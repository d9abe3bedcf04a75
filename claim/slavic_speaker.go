package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/place"
)

// slavicSpeaker names the source in words first..last; oblique says that a case
// other than the nominative is wanted there.
func (d *document) slavicSpeaker(s *sentence, first, last int, oblique bool, lang string) *speaker {
	var name []string
	for i := last; i >= first; i-- {
		r, _ := utf8.DecodeRuneInString(s.words[i].Text)
		if !unicode.IsUpper(r) {
			if len(name) > 0 {
				break
			}
			continue
		}
		name = append([]string{s.words[i].Text}, name...)
	}
	if n := len(name); n > 2 && name[n-2] != strings.ToUpper(name[n-2]) && name[n-1] != strings.ToUpper(name[n-1]) {
		name = name[n-2:] // what stands before is an office and whose it is
	}
	full := d.text[s.words[first].Start:s.words[last].End]
	body := slavicBody(s.words[first].Text)
	if oblique && body != "" {
		full = body + d.text[s.words[first].End:s.words[last].End]
	}
	if slavicUnnamed[strings.ToLower(body)] && len(name) <= 1 {
		return &speaker{full, atleast.Unnamed}
	}
	if len(name) == 1 && body != "" && name[0] == s.words[first].Text {
		return &speaker{full, atleast.Group}
	}
	if len(name) == 0 || len(name) == 1 && first < last && notPerson(name[0]) || len(name) == 1 && first == last && s.words[first].Start == s.from && !slavicName(name[0]) {
		return &speaker{strings.TrimSpace(full), atleast.Group}
	}
	out := strings.Join(name, " ")
	if oblique {
		out = d.nominative(name, lang)
	}
	return &speaker{d.slavic.of(out), atleast.Named}
}

// slavicUnnamed speak without a name.
var slavicUnnamed = wordSet("источник джерело очевидец очевидица очевидець очевидиця свидетель свідок житель жительница мешканець мешканка")

// notPerson reports whether a capitalised word in the name of an office is no person's: a place, or the adjective of
// "командування Повітряних сил".
func notPerson(w string) bool {
	_, known := place.Lookup(w)
	return known || hasAny(w, "их", "ых", "ої", "ого", "ній", "ной", "ської", "ской", "ии", "ії")
}

// slavicName reports whether a word that begins a sentence is a name by its ending.
func slavicName(w string) bool {
	return hasAny(strings.ToLower(w), "ський", "ский", "енко", "ук", "юк", "ов", "ев", "ін", "ин", "ко", "ич") || !startsCyrillic(w)
}

func startsCyrillic(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.Is(unicode.Cyrillic, r)
}
