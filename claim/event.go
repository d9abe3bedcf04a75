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
		if s.tollBefore(at, start) {
			return "die"
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
// and the noun: "32 captured soldiers", "14 dead".
func (s *sentence) eventOn(at int) string {
	counted := s.wordAfter(at)
	for i := counted; i < len(s.words) && !strings.HasPrefix(s.words[i].Tag, "NN"); i++ {
		if s.words[i].Tag == "CD" && i > counted+boundWords || s.words[i].Low == "with" {
			break
		}
		if e := states[s.words[i].Low]; e != "" && i > 0 {
			return e
		}
		if w := s.words[i]; strings.HasSuffix(w.Low, "ed") && (w.Tag == "VBN" || w.Tag == "JJ") && (i == 0 || s.words[i-1].Text != "-") {
			return syntax.English().Lemma(w.Low, "VBN")
		}
		if t := s.words[i].Tag; strings.HasPrefix(t, "V") && t != "VBN" || t == "." {
			return ""
		}
	}
	return s.eventAfter(at)
}

// relativeEvent reads what happened to those whom noun i counts from the clause that
// follows, where the sentence does not tell of what they did: "the list holds the
// names of 134 people who were detained".
func (s *sentence) relativeEvent(i int) string {
	if !strings.HasPrefix(s.words[i].Tag, "NN") || strings.HasPrefix(s.words[i].Rel, "nsubj") || i+2 >= len(s.words) || s.words[i+1].Low != "who" {
		return ""
	}
	for k := i + 2; k < len(s.words) && k <= i+4; k++ {
		if e := states[s.words[k].Low]; e != "" {
			return e
		}
		if w := s.words[k]; strings.HasPrefix(w.Tag, "V") && !auxiliaries[w.Low] {
			return strings.ToLower(w.Lemma)
		}
	}
	return ""
}

// auxiliaries stand before the verb that says what happened.
var auxiliaries = wordSet("be is are was were been being has have had")

// boundWords is how many words a bound may have before its number: "at least 14".
const boundWords = 4

// states are the adjectives that say what happened to those counted.
var states = map[string]string{"dead": "die", "missing": "miss", "unaccounted": "miss", "homeless": "displace", "ill": "sicken", "sick": "sicken", "unwell": "sicken"}

// eventAfter reads it from the participle that follows: "265 soldiers captured by August 12".
func (s *sentence) eventAfter(at int) string {
	for i := s.wordAfter(at); i+1 < len(s.words) && i < s.wordAfter(at)+8; i++ {
		next := s.words[i+1]
		if e := states[next.Low]; e != "" && strings.HasPrefix(s.words[i].Tag, "NN") {
			return e
		}
		if e := s.relativeEvent(i); e != "" {
			return e
		}
		if strings.HasPrefix(s.words[i].Tag, "NN") && next.Tag == "VBN" && (next.Rel == "acl" || next.Head == i) {
			return syntax.English().Lemma(next.Low, "VBN")
		}
		if t := next.Tag; t == "VBD" || t == "VBZ" || t == "VBP" || t == "IN" || t == "." {
			return ""
		}
	}
	return ""
}

// tollBefore reports whether a number is that of a toll named before it in the
// bytes from start on: "the death toll rose to 14".
func (s *sentence) tollBefore(at, start int) bool {
	counted := s.wordAfter(at)
	for i := counted - 1; i >= 0 && i >= counted-tollReach && s.words[i].Start >= start; i-- {
		switch w := s.words[i]; {
		case w.Low == "toll" || w.Low == "tolls":
			return i == 0 || !otherTolls[s.words[i-1].Low]
		case w.Tag == "CD" && i < counted-farFromToll:
			return false
		case w.Text == ";" || w.Low == "which" || w.Low == "who":
			return false
		}
	}
	return false
}

// How many words may lie between a toll and its number, and of these how many
// between its number and the one it replaces: "from 11 to 14".
const (
	tollReach   = 16
	farFromToll = 3
)

// otherTolls are said of what is no death toll.
var otherTolls = wordSet("road bridge tunnel highway injury heavy terrible emotional")

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
	if e := s.stateAfter(i); e != "" {
		return e
	}
	return strings.ToLower(s.words[i].Lemma)
}

// stateAfter reads what happened from the state that a verb puts somebody in: "fell
// ill", "were confirmed dead", "are reported to be missing".
func (s *sentence) stateAfter(verb int) string {
	if !settles[s.words[verb].Lemma] {
		return ""
	}
	for i := verb + 1; i < len(s.words) && i <= verb+stateReach; i++ {
		if e := states[s.words[i].Low]; e != "" {
			return e
		}
		if t := s.words[i].Tag; strings.HasPrefix(t, "NN") || t == "CD" || t == "," || t == "." {
			break
		}
	}
	return ""
}

// stateReach is how many words behind its verb a state stands.
const stateReach = 4

// settles are the verbs that put somebody in a state, or say that they are in one.
var settles = wordSet("be fall become get go feel find report confirm declare pronounce list remain lie presume fear believe leave")

func (s *sentence) depth(i int) int {
	d := 0
	for s.words[i].Head >= 0 && d < len(s.words) {
		i = s.words[i].Head
		d++
	}
	return d
}
