package claim

import "strings"

// patient returns the words of whom or what a passive frame is about: in "the mayor
// was accused of taking 12 bribes" and "half the voters are expected to stay at home"
// what is said begins before the cue.
func (s *sentence) patient(c, cueFirst, contentFirst int) (span, bool) {
	if contentFirst == 0 || contentFirst >= len(s.words) {
		return span{}, false
	}
	if low := s.words[contentFirst].Low; low != "to" && !namesWhat[s.words[contentFirst-1].Low] {
		return span{}, false
	}
	p := s.child(c, "nsubj:pass", "nsubj")
	if p < 0 || p >= cueFirst || s.words[p].Low == "it" || s.words[p].Low == "who" || s.words[p].Low == "which" || s.words[p].Low == "that" {
		return span{}, false
	}
	first, last := s.nounPhrase(p)
	return s.bytes(s.widen(first), min(last, cueFirst-1)), true
}

// passiveThing returns the word after the preposition with which a passive brings in
// what is said: "was accused of", "is described as"; -1 if there is none.
func (s *sentence) passiveThing(last int) int {
	if next := last + 1; next+1 < len(s.words) && namesWhat[s.words[next].Low] {
		return next + 1
	}
	return -1
}

// namesWhat are the prepositions between a passive and what is said of its subject.
var namesWhat = wordSet("of as with")

// statesNothing reports whether the form in which word c stands says nothing on
// anybody's behalf: "compared with last year", "is assured of winning".
func (s *sentence) statesNothing(c int) bool {
	w := s.words[c]
	if w.Tag == "VBN" && s.describes(c) {
		return true
	}
	if s.staysUnnamed(c) || s.cites(c) {
		return true
	}
	if w.Low == "compared" {
		return w.Tag == "VBN" || c > 0 && s.words[c-1].Text == ","
	}
	return w.Low == "assured" && s.isPassive(c) || w.Low == "called" && s.titles(c)
}

// staysUnnamed reports whether somebody at verb c only asks not to be named: "declined to be identified".
func (s *sentence) staysUnnamed(c int) bool {
	i := c + 1
	if i < len(s.words) && s.words[i].Low == "not" {
		i++
	}
	return i+2 < len(s.words) && s.words[i].Low == "to" && s.words[i+1].Low == "be" && namings[s.words[i+2].Low]
}

var namings = wordSet("named identified quoted")

// titles reports whether "called" gives the noun before it its name: "a band called
// the Reeds".
func (s *sentence) titles(c int) bool {
	noun := c - 1
	if noun > 0 && s.words[noun].Text == "," {
		noun--
	}
	return noun > 0 && s.words[noun].Tag == "NN" && (s.words[c].Tag == "VBN" || s.words[c].Rel == "acl")
}

// describes reports whether participle c stands before a noun or amount as an
// adjective does: "12 promised boats", "an estimated 12 boats".
func (s *sentence) describes(c int) bool {
	if c == 0 || c+1 >= len(s.words) || !strings.HasPrefix(s.words[c+1].Tag, "NN") && !s.amount(c+1) {
		return false
	}
	switch t := s.words[c-1].Tag; t {
	case "DT", "PRP$", "POS":
		return true
	case "CD", "IN", "CC":
		return !s.amount(c + 1)
	default:
		return strings.HasPrefix(t, "JJ")
	}
}
