package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/place"
)

// placeWithin returns the place that the bytes from start to end name after a
// preposition: the first the gazetteer knows, else the first that is named as a
// place is, whose position is left open.
func (d *document) placeWithin(s *sentence, start, end int) *atleast.NamedPlace {
	for i := s.wordAfter(start); i < len(s.words) && s.words[i].End <= end; i++ {
		if !s.wherePreposition(i) {
			continue
		}
		if p := d.placeAt(s, i+1, end); p != nil {
			return p
		}
	}
	return d.unknownPlace(s, start, end)
}

func (s *sentence) wherePreposition(i int) bool {
	switch s.words[i].Low {
	case "in", "near", "at", "from", "of", "outside", "around", "into", "across", "to", "inside", "within", "over", "on", "against", "through", "mainland":
		return true
	}
	return false
}

// placeAt reads a place whose name begins within two words of i: "the Kursk
// region", "Russia's Kursk region", "the Russian city of Kursk".
func (d *document) placeAt(s *sentence, i, end int) *atleast.NamedPlace {
	for skip := 0; skip < 3 && i < len(s.words); skip++ {
		w := s.words[i]
		if strings.HasPrefix(w.Tag, "NNP") && w.End <= end {
			return d.knownPlace(s, i, end)
		}
		if w.Tag != "DT" && w.Tag != "PRP$" && !strings.HasPrefix(w.Tag, "JJ") {
			return nil
		}
		i++
	}
	return nil
}

// knownPlace takes the longest run of words from i that the gazetteer knows, and
// goes on from "Russia's" to what of Russia is meant.
func (d *document) knownPlace(s *sentence, i, end int) *atleast.NamedPlace {
	for last := min(i+3, len(s.words)-1); last >= i; last-- {
		if s.words[last].End > end {
			continue
		}
		site, ok := place.Lookup(d.text[s.words[i].Start:s.words[last].End])
		if !ok {
			continue
		}
		found := &atleast.NamedPlace{Text: d.text[s.words[i].Start:s.words[last].End]}
		if site.Point {
			found.Lat, found.Lon = &site.Lat, &site.Lon
		}
		if last+2 < len(s.words) && s.words[last+1].Tag == "POS" {
			if inner := d.knownPlace(s, last+2, end); inner != nil {
				inner.Text = d.text[s.words[i].Start : s.words[i].Start+strings.Index(d.text[s.words[i].Start:], inner.Text)+len(inner.Text)]
				return inner
			}
		}
		return found
	}
	return nil
}
