package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// nest remembers who speaks in what an attribution holds where that is all it holds:
// "Reuters reported that Roe said 12 had died". all are those of a sentence.
func (s *sentence) nest(all []*attribution) {
	for i, b := range all {
		if b.source.empty() || b.source.from > b.cue.from || !can(b.lemma, speech) || !strings.HasPrefix(s.words[b.head].Tag, "NNP") {
			continue
		}
		for k := max(0, i-nearby); k < min(len(all), i+nearby); k++ {
			if a := all[k]; a != b && a.inner == nil && s.holdsOnly(a, b) {
				told := *b
				a.inner = &told
			}
		}
	}
}

// holdsOnly reports whether what a holds begins with the source of b, which goes on to speak.
func (s *sentence) holdsOnly(a, b *attribution) bool {
	if len(a.contents) != 1 || !a.contents[0].holds(b.cue) {
		return false
	}
	first := s.wordAfter(a.contents[0].from)
	if first < len(s.words) && s.words[first].Low == "that" {
		first++
	}
	return first == s.wordAfter(b.source.from)
}

// throughOutlet makes an outlet that tells what somebody said the relay of whoever
// said it: the outlet vouches for no more than that it was said.
func (d *document) throughOutlet(c *atleast.Claim, by *attribution, n *names) {
	if by.inner == nil || c.Speaker == "" || !isOutlet(c.Speaker) {
		return
	}
	who, kind := d.speaker(by.inner, n)
	if who == "" || kind != atleast.Named || who == c.Speaker {
		return
	}
	c.Via = append(append(d.relays(by.inner, n), c.Speaker), c.Via...)
	c.Speaker, c.SpeakerKind = who, kind
	c.Why = append(c.Why, "via:told by")
}
