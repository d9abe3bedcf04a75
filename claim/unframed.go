package claim

import "strings"

// unframed reports whether what looks like the frame of speech is none: its source is
// no noun phrase, or one told about the word before ("a thing | she asked for"), its
// verb a participle ("parts added | by Roe"), or it stands after no more than a clause
// that opens the sentence ("when asked about “war,” Roe said they met").
func (s *sentence) unframed(a *attribution, edge, cueLast int) bool {
	last := s.wordAfter(a.source.to) - 1
	first := s.wordAfter(a.source.from)
	switch {
	case !s.soundSource(a), last > first && last < a.verb && s.words[last].Tag == "PRP":
		return true
	case a.source.from > a.cue.from && s.toldAside(a):
		return true
	case cueLast+1 < len(s.words) && s.words[cueLast+1].Low == "by" && s.words[a.verb].Tag == "VBN":
		return true
	}
	return edge < a.verb && s.onlyOpens(edge, cueLast+1)
}

// toldAside reports whether what precedes a cue is a noun and what is told of it
// between commas: "a guard, who asked not to be named, | said".
func (s *sentence) toldAside(a *attribution) bool {
	_, _, ok := s.aside(s.wordAfter(a.cue.from))
	return ok
}

// onlyOpens reports whether the words before word edge are a subordinate clause and
// what the sentence is about begins at word next.
func (s *sentence) onlyOpens(edge, next int) bool {
	if !subordinators[s.words[0].Low] || s.words[0].Low == "that" || next >= len(s.words) || isPunctuation(s.words[next].Text) {
		return false
	}
	acts := false
	for _, w := range s.words[:max(edge-1, 0)] {
		if acts && w.Text == "," {
			return false
		}
		acts = acts || finiteTag(w.Tag)
	}
	return true
}

// amidRelative returns what goes on after a frame that stands amid a relative clause:
// "the toll, which, Roe said, | would rise".
func (s *sentence) amidRelative(edge, cueLast int) (span, bool) {
	if edge < 2 || cueLast+3 >= len(s.words) || !strings.HasPrefix(s.words[edge-2].Tag, "W") || s.words[cueLast+1].Text != "," {
		return span{}, false
	}
	return s.bytes(cueLast+2, s.trimRight(cueLast+2, len(s.words)-1)), true
}

// quoteAfter returns where the quotation opens that follows a cue, or -1. What comes
// after a comma and a verb of saying is quoted from whoever that verb is about, and
// after any verb where the cue itself quotes nobody.
func (s *sentence) quoteAfter(a *attribution, cueLast int) int {
	comma := false
	for i := cueLast + 1; i < len(s.words) && i < cueLast+14; i++ {
		switch w := s.words[i]; {
		case isQuote(w.Text):
			return i
		case w.Text == ".", w.Text == ";", comma && finiteTag(w.Tag) && (can(w.Lemma, speech) || !can(a.lemma, speech)):
			return -1
		case w.Text == ",":
			comma = true
		}
	}
	return -1
}
