package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// stanceOf says how firmly the content is put.
func (s *sentence) stanceOf(a *attribution) (atleast.Stance, []string) {
	hedges := hedgesIn(s, a)
	switch {
	case a.lemma == "deny" || a.lemma == "dismiss" || a.lemma == "reject" || a.lemma == "refute":
		return atleast.Denied, hedges
	case a.lemma == "promise" || a.lemma == "pledge" || a.lemma == "vow" || a.lemma == "swear":
		return atleast.Promised, hedges
	case a.passive && a.head < 0:
		return atleast.Hedged, append(hedges, a.text(s))
	case len(hedges) > 0:
		return atleast.Hedged, hedges
	}
	return atleast.Asserted, hedges
}

func (a *attribution) text(s *sentence) string {
	var words []string
	for _, w := range s.words {
		if a.cue.from <= w.Start && w.End <= a.cue.to {
			words = append(words, w.Low)
		}
	}
	return strings.Join(words, " ")
}
