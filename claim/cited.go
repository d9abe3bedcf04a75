package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// cites reports whether word i passes on what others say: ", citing hospital sources", ", quoting the minister".
func (s *sentence) cites(i int) bool {
	w := s.words[i]
	if w.Low != "citing" && w.Low != "quoting" || i < 2 || s.words[i-1].Text != "," && s.words[i-1].Tag != "CC" {
		return false
	}
	to := s.nounPhraseEnd(i + 1)
	if to <= i {
		return false
	}
	head := s.headOf(i+1, to)
	return head > i && (strings.HasPrefix(s.words[head].Tag, "NNP") || labels[s.words[head].Low] || s.isName(to) && strings.HasPrefix(s.words[to].Tag, "NNP"))
}

// cited is the source that whoever speaks in a passes on, as an attribution of its own; nil where there is none.
func (d *document) cited(a *attribution) *attribution {
	s := a.sentence
	for i := s.wordAfter(a.cue.to); i < len(s.words); i++ {
		if _, quoted := d.quoteAt(s.words[i].Start); quoted || !s.cites(i) {
			continue
		}
		to := s.nounPhraseEnd(i + 1)
		return &attribution{sentence: s, verb: i, head: s.headOf(i+1, to), lemma: "cite", cue: s.bytes(i, i), source: s.bytes(i+1, to)}
	}
	return nil
}

// passOn makes of whoever speaks the relay of whom he cites.
func (d *document) passOn(c *atleast.Claim, by *attribution, n *names) {
	cited := d.cited(by)
	if cited == nil || c.Speaker == "" {
		return
	}
	if who, kind := d.speaker(cited, n); who != "" {
		c.Via = append([]string{c.Speaker}, c.Via...)
		c.Speaker, c.SpeakerKind = who, kind
		c.Why = append(c.Why, "via:"+strings.ToLower(cited.sentence.words[cited.verb].Text))
	}
}
