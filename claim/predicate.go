package claim

import "strings"

// chain climbs from "say" in "went on to say" to the verb that has the subject.
func (s *sentence) chain(c int) int {
	for range 3 {
		h := s.words[c].Head
		if h < 0 || h > c || !s.isVerb(h) || s.words[c].Rel != "xcomp" || s.child(c, "nsubj") >= 0 || s.controller(c) >= 0 {
			break
		}
		c = h
	}
	return c
}

func (s *sentence) isPassive(c int) bool {
	if s.words[c].Tag != "VBN" && s.words[c].Tag != "VBD" {
		return false
	}
	if s.child(c, "aux:pass") >= 0 || s.child(c, "nsubj:pass") >= 0 && s.child(c, "aux") < 0 && s.words[c].Tag == "VBN" {
		return true
	}
	if s.isAsked(c) {
		return true
	}
	for i := c - 1; i >= 0 && i >= c-3; i-- {
		switch s.words[i].Low {
		case "was", "were", "been", "being", "is", "are", "be":
			return true
		}
		if t := s.words[i].Tag; t != "RB" && !strings.HasPrefix(t, "V") {
			break
		}
	}
	return false
}

// isAsked reports whether verb c tells what somebody is asked before the answer: "when
// asked if", "Asked about". Who answers does not ask.
func (s *sentence) isAsked(c int) bool {
	if s.words[c].Low != "asked" && s.words[c].Low != "questioned" && s.words[c].Low != "pressed" {
		return false
	}
	return c == 0 || s.words[c-1].Low == "when" || s.words[c-1].Low == "if"
}

// cueSpan returns the words that carry the cue: the verb with its auxiliaries,
// negation and adverbs, from the verb that has the subject on.
func (s *sentence) cueSpan(top, c int) (first, last int) {
	first, last = min(top, c), c
	for first > 0 {
		t := s.words[first-1]
		if t.Rel != "aux" && t.Rel != "aux:pass" && t.Rel != "cop" && t.Tag != "RB" && t.Tag != "MD" {
			break
		}
		first--
	}
	return first, last
}
