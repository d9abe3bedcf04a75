package claim

// takeTurns ends what one source of a sentence says where another begins to: "the
// mill burned, the mayor said, and police say 12 died" are two turns, and so is what
// stands before and after the comma of "while Roe says it held, Poe says it broke".
// all are in the order of the text.
func (s *sentence) takeTurns(all []*attribution) {
	for i, b := range all {
		at, ok := s.turnAt(b)
		if !ok {
			continue
		}
		for k := i - 1; k >= 0 && k >= i-nearby; k-- {
			if a := all[k]; a.verb < at && s.partsFrom(a, b, at) {
				s.endBefore(a, at)
			}
		}
	}
}

// turnAt returns the first word of the clause in which a source speaks that stands
// before its cue.
func (s *sentence) turnAt(b *attribution) (at int, ok bool) {
	if b.source.empty() || b.verb < 0 || !finiteTag(s.words[s.auxiliary(b.verb)].Tag) || b.source.from > b.cue.from {
		return 0, false
	}
	at = s.wordAfter(b.source.from)
	for at > 1 && (s.words[at-1].Tag == "RB" || s.words[at-1].Text == "," && s.words[at-2].Tag == "RB") {
		at--
	}
	return at, at > 1 && at < len(s.words)
}

// partsFrom reports whether the clause of b that begins at a word is no part of what
// the source of a says.
func (s *sentence) partsFrom(a, b *attribution, at int) bool {
	if (a.lemma == "in" || can(a.lemma, evidence)) && s.numbered(b.source) {
		return false // those whom a poll counts say what it found
	}
	if top := s.chain(b.verb); s.words[top].Rel == "conj" && s.words[top].Head == a.verb {
		return true
	}
	before := s.words[at-1]
	switch {
	case before.Text == ";":
		return can(b.lemma, speech) || can(b.lemma, evidence)
	case before.Text == ",":
		return s.opensAside(a)
	case before.Tag == "CC", contrasts[before.Low]:
		return at > 1 && (s.words[at-2].Text == "," || s.words[at-2].Text == ";") && (can(b.lemma, speech) || s.putsAt(b.verb))
	}
	return false
}

// contrasts join what another says to what somebody said.
var contrasts = wordSet("while though although whereas")

// opensAside reports whether the cue of an attribution stands in a clause that opens
// its sentence with a subordinate word: what comes after it is the main clause.
func (s *sentence) opensAside(a *attribution) bool {
	first := 0
	for first < len(s.words) && (s.words[first].Tag == "CC" || isQuote(s.words[first].Text)) {
		first++
	}
	return first < a.verb && subordinators[s.words[first].Low] && !s.finiteBetween(first, s.auxiliary(a.verb))
}

// endBefore ends what an attribution holds before a word.
func (s *sentence) endBefore(a *attribution, at int) {
	last := s.trimRight(0, at-1)
	for last >= 0 && (s.words[last].Tag == "CC" || contrasts[s.words[last].Low]) {
		last = s.trimRight(0, last-1)
	}
	end := s.words[last].End
	for i := range a.contents {
		if c := &a.contents[i]; c.from < end && s.words[at].Start < c.to {
			c.to = end
		}
	}
}
