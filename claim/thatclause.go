package claim

import "strings"

// thatAfter returns the "that" which follows a cue, at once or after the day,
// the channel and the hearer: "said on August 18 that", "told Reuters that". A
// "that" whose clause hangs on a noun in between is another.
func (s *sentence) thatAfter(last int) int {
	for i := last + 1; i < len(s.words) && i < last+14; i++ {
		w, before := s.words[i], s.words[i-1]
		switch {
		case w.Low == "that" && i == last+1 && i+1 < len(s.words) && s.words[i+1].Text == ",":
			return i
		case w.Low == "that" && w.Tag == "IN" && s.words[max(i-1, 0)].Tag != "RB":
			return i
		case w.Low == "that" && (i == last+1 && strings.HasPrefix(w.Tag, "W") || notNames[before.Low] || before.Tag == "CD" && i > 1 && notNames[s.words[i-2].Low] || occasions[before.Low] || before.Low == "media"):
			return i
		case w.Tag == "VBD", w.Tag == "VBZ", w.Tag == "VBP", w.Tag == "MD", isQuote(w.Text), w.Text == ":", w.Text == ".":
			return -1
		}
	}
	return -1
}

// thatBeyond returns the "that" behind where, when or how something is said, whatever
// the tree hangs it on, for a verb that has nothing else to say: "alleged in the suit
// that Roe earned 12 crowns".
func (s *sentence) thatBeyond(a *attribution, last int) int {
	if next := last + 1; !can(a.lemma, speech) || a.passive || next >= len(s.words) || s.words[next].Tag != "IN" || verbPrepositions[s.words[next].Low] && s.words[next].Low != "in" {
		return -1
	}
	for i := last + 2; i+1 < len(s.words) && i < last+10; i++ {
		if s.words[i].Low == "that" {
			if s.startsClause(i + 1) {
				return i
			}
			return -1
		}
		if !s.partOfPhrase(i) {
			return -1
		}
	}
	return -1
}

// startsClause reports whether a clause begins at word i: a noun or pronoun, and
// a verb that is finite before the sentence ends.
func (s *sentence) startsClause(i int) bool {
	if i >= len(s.words) {
		return false
	}
	switch t := s.words[i].Tag; {
	case strings.HasPrefix(t, "NN"), t == "PRP", t == "DT", t == "PRP$", t == "EX", strings.HasPrefix(t, "JJ"), t == "CD", t == "VBG", strings.HasPrefix(t, "W"):
	default:
		return false
	}
	if s.words[i].Tag == "CD" && i+1 < len(s.words) && (s.words[i+1].Tag == "VBN" || fates[s.words[i+1].Low]) {
		return true // as headlines leave out "were": "say 23 detained"
	}
	for j := i + 1; j < len(s.words); j++ {
		switch s.words[j].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		case ",", ".", ":":
			return false
		}
	}
	return false
}

// fates are what is said of people that are counted, in headlines without a verb: "12 dead".
var fates = wordSet("dead killed missing hurt injured wounded detained arrested rescued evacuated displaced trapped feared")
