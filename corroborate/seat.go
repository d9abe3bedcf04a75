package corroborate

import (
	"strings"

	"github.com/atleast-desk/atleast/place"
)

// sideOfSeat returns the country of the place whose office somebody holds, as
// far as the gazetteer knows it: "Rostov governor".
func sideOfSeat(descriptions []description) string {
	for _, d := range descriptions {
		for _, w := range wordsOf(d.text) {
			name := d.text[w.start:w.end]
			if _, role := roleOf(singular(w.text)); role || titles[w.text] || name == strings.ToLower(name) {
				continue
			}
			for _, seat := range []string{name + " region", name} {
				if side := countryOf(seat); side != "" {
					return side
				}
			}
		}
	}
	return ""
}

// countryOf returns the country in which a place of the gazetteer lies, of the
// two whose regions it knows.
func countryOf(name string) string {
	site, ok := place.Lookup(name)
	if !ok {
		return ""
	}
	for _, country := range []string{"Russia", "Ukraine"} {
		if land, known := place.Lookup(country); known && site.Lies(land) == place.Inside {
			side, _ := sideOf(fold(country))
			return side
		}
	}
	return ""
}

// sideOfOwner returns the side of which the sentence says that the speaker is
// its own: "Russia destroyed 37 vehicles, its defence ministry said".
func (s *statement) sideOfOwner() string {
	span := s.claim.Spans.Source
	if span == nil || span[0] < s.sentence[0] || span[1] > s.sentence[1] || span[0] > span[1] {
		return ""
	}
	front := tokens(s.report.Text[s.sentence[0]:span[1]])
	for i, w := range front {
		if w == "its" && i >= len(front)-phraseWords {
			return sideIn(front[:i])
		}
	}
	return ""
}

// armedAct reports whether the claim is about what sides do to each other.
func (s *statement) armedAct() bool {
	return armed[s.scope.Event] || s.scope.Event == "kill" && s.scope.Noun == "soldier"
}

// partyTo reports whether a side speaks of its own deeds or losses.
func (s *statement) partyTo(side string) bool {
	if side == s.scope.Side {
		return true
	}
	list := tokens(s.claim.Quote)
	if len(list) > 0 && selves[list[0]] {
		return true
	}
	for _, w := range list {
		if named, _ := sideOf(w); named == side {
			return true
		}
	}
	return false
}

// selves are the words by which a speaker speaks of its own side.
var selves = words("it they we our its their his her")

// allSide reports whether a name says nothing but a side.
func allSide(name string) bool {
	for _, w := range tokens(name) {
		if _, ok := sideOf(w); !ok && w != "the" {
			return false
		}
	}
	return true
}
