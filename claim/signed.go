package claim

import (
	"strings"
	"unicode"

	"github.com/atleast-desk/atleast"
)

// signed reads a headline that ends with who says it: "At least 14 killed in strike on market - officials".
func (d *document) signed(p paragraph, known map[string]bool) *attribution {
	if len(p.sentences) != 1 {
		return nil
	}
	s := p.sentences[0]
	last := len(s.words) - 1
	dash := last - 1
	for dash > 2 && last-dash < 6 && !s.dashAt(dash) {
		dash--
	}
	if dash <= 2 || !s.dashAt(dash) || isPunctuation(s.words[last].Text) || s.finiteBetween(dash+1, last+1) || !s.speaks(dash+1, last, known) {
		return nil
	}
	left, ok := s.leftOf(d, dash)
	if !ok {
		return nil
	}
	return &attribution{sentence: s, head: last, verb: dash, lemma: "—", stance: atleast.Asserted, source: s.bytes(dash+1, last),
		cue: s.bytes(dash, dash), contents: []span{left}, why: []string{"signed"}}
}

// dashAt reports whether word i is a dash between spaces.
func (s *sentence) dashAt(i int) bool {
	switch s.words[i].Text {
	case "-", "--", "–", "—":
		return s.words[i-1].End < s.words[i].Start && i+1 < len(s.words) && s.words[i].End < s.words[i+1].Start
	}
	return false
}

// speaks reports whether words first..last name a body or an office by its noun, an abbreviation, or somebody the
// report names.
func (s *sentence) speaks(first, last int, known map[string]bool) bool {
	for i := first; i <= last; i++ {
		if t := s.words[i].Tag; !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") && t != "POS" && t != "DT" {
			return false
		}
	}
	name := s.words[last].Text
	abbreviation := first == last && len(name) > 1 && name == strings.ToUpper(name) && unicode.IsUpper(lastRune(name))
	return labels[s.words[last].Low] || abbreviation || known[name]
}
