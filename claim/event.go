package claim

import (
	"strings"

	"github.com/atleast-desk/atleast/claim/syntax"
)

// hollowVerbs carry no event of their own: the event is what comes after them.
var hollowVerbs = wordSet("manage begin start continue try seek attempt appear seem go come be have do help let make get keep use")

// eventWithin returns the lemma of what happened in the bytes from start to end:
// the highest verb there, or what governs the quantity at byte at.
func (s *sentence) eventWithin(start, end, at int) string {
	if at >= 0 {
		if e := s.eventOn(at); e != "" {
			return e
		}
		if e := s.eventOver(at, start, end); e != "" {
			return e
		}
	}
	best, depth := -1, 1<<30
	for i, w := range s.words {
		if w.Start < start || w.End > end || !s.isVerb(i) || strings.HasPrefix(w.Rel, "aux") {
			continue
		}
		if d := s.depth(i); d < depth {
			best, depth = i, d
		}
	}
	if best < 0 {
		return ""
	}
	return s.meaning(best)
}

// eventOn reads what happened to those counted from the words between the number
// and the noun: "32 captured soldiers".
func (s *sentence) eventOn(at int) string {
	for i := s.wordAfter(at); i < len(s.words) && !strings.HasPrefix(s.words[i].Tag, "NN"); i++ {
		if w := s.words[i]; strings.HasSuffix(w.Low, "ed") && (w.Tag == "VBN" || w.Tag == "JJ") && (i == 0 || s.words[i-1].Text != "-") {
			return syntax.English().Lemma(w.Low, "VBN")
		}
		if t := s.words[i].Tag; strings.HasPrefix(t, "V") && t != "VBN" || t == "." {
			return ""
		}
	}
	return s.eventAfter(at)
}

// eventAfter reads it from the participle that follows: "265 soldiers captured by August 12".
func (s *sentence) eventAfter(at int) string {
	for i := s.wordAfter(at); i+1 < len(s.words) && i < s.wordAfter(at)+8; i++ {
		next := s.words[i+1]
		if strings.HasPrefix(s.words[i].Tag, "NN") && next.Tag == "VBN" && (next.Rel == "acl" || next.Head == i) {
			return syntax.English().Lemma(next.Low, "VBN")
		}
		if t := next.Tag; t == "VBD" || t == "VBZ" || t == "VBP" || t == "IN" || t == "." {
			return ""
		}
	}
	return ""
}

// eventOver climbs from the word at a byte to the verb above it, between start and end.
func (s *sentence) eventOver(at, start, end int) string {
	i := s.wordAfter(at)
	for range 12 {
		if i >= len(s.words) || i < 0 || s.words[i].Start < start || s.words[i].Start >= end {
			return ""
		}
		if s.isVerb(i) {
			return s.meaning(i)
		}
		i = s.words[i].Head
	}
	return ""
}

// meaning goes on from a hollow verb to the one it introduces.
func (s *sentence) meaning(i int) string {
	for range 3 {
		next := s.child(i, "xcomp")
		if !hollowVerbs[s.words[i].Lemma] || next < 0 || !s.isVerb(next) {
			break
		}
		i = next
	}
	return strings.ToLower(s.words[i].Lemma)
}

func (s *sentence) depth(i int) int {
	d := 0
	for s.words[i].Head >= 0 && d < len(s.words) {
		i = s.words[i].Head
		d++
	}
	return d
}
