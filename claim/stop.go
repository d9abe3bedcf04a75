package claim

// stop returns the last word of what is said among words from..end: it is over
// where the same speaker turns to another act of saying ("that the plan failed,
// calling it a farce", "but noted that"), and what is no clause where another begins.
func (s *sentence) stop(a *attribution, c, from, end int) int {
	quoted, counted := false, s.numbered(a.source)
	for i := from; i < end-1; i++ {
		if isQuote(s.words[i].Text) {
			quoted = !quoted
		}
		if quoted || i == from {
			continue
		}
		if s.words[i].Text == "," && (s.turns(i+1) || !firm[a.lemma] && s.turnsAway(i+1, end) && (s.words[from].Low != "that" || s.finiteBetween(from, i))) {
			return i - 1
		}
		if counted && s.compares(i) {
			return i - 1
		}
		if s.words[i].Tag == "CC" && (s.alsoSays(c, i+1) || s.speaksAgain(i+1)) {
			return i - 1
		}
	}
	return end
}

// numbered reports whether the source is a number of people: what the others say,
// to whom they are compared, is another matter.
func (s *sentence) numbered(source span) bool {
	for _, w := range s.words {
		if source.holds(span{w.Start, w.End}) && (w.Tag == "CD" || shares[w.Low]) {
			return true
		}
	}
	return false
}

var shares = wordSet("percent half majority third thirds quarter quarters")

// compares reports whether others who answered differently come at word i, or how
// the number compares: "compared with 12 percent", ", while 12 percent", "and 12 percent
// said", ", a 12-point lead".
func (s *sentence) compares(i int) bool {
	w := s.words[i]
	switch {
	case w.Low == "compared":
		return true
	case w.Tag == "CC", setsBeside[w.Low]:
		return s.others(i+1) && s.finiteBetween(i+1, len(s.words))
	case w.Text != "," && w.Text != ";":
		return false
	}
	next := i + 1
	for next < len(s.words)-1 && (s.words[next].Tag == "RB" || s.words[next].Tag == "CC" || setsBeside[s.words[next].Low]) {
		next++
	}
	return s.words[next].Tag == "CD" || s.words[next].Low == "compared" || s.margin(next) || next > i+1 && s.words[next].Low != "that"
}

// margin reports whether word i begins how one number compares to another: "a
// 12-point lead", "a bit more than the 12 percent".
func (s *sentence) margin(i int) bool {
	for j := i + 1; s.words[i].Low == "a" && j < len(s.words) && j < i+6; j++ {
		if s.amount(j) {
			return true
		}
	}
	return false
}

// others reports whether a number of people begins at word i.
func (s *sentence) others(i int) bool {
	return i < len(s.words) && (s.words[i].Tag == "CD" || s.roughly(i))
}

// setsBeside are the words that set what others answered beside what is said.
var setsBeside = wordSet("while whereas after")

// turns reports whether a participle of saying begins at word i: "calling it a farce".
func (s *sentence) turns(i int) bool {
	return s.words[i].Tag == "VBG" && (can(s.words[i].Lemma, speech) || can(s.words[i].Lemma, opinion)) && s.words[i].Low != "speaking"
}

// turnsAway reports whether words i..end begin a clause of their own.
func (s *sentence) turnsAway(i, end int) bool {
	switch s.words[i].Low {
	case "but", "while", "even", "though", "although", "he", "she", "they":
		return s.finiteBetween(i+1, end+1)
	}
	return false
}

// alsoSays reports whether a verb of saying in the form of verb c, and without a
// subject of its own, begins at word i.
func (s *sentence) alsoSays(c, i int) bool {
	for i < len(s.words)-1 && s.words[i].Tag == "RB" {
		i++
	}
	return s.words[i].Tag == s.words[c].Tag && finiteTag(s.words[c].Tag) && can(s.words[i].Lemma, speech)
}

// speaksAgain reports whether "he", "she" or "they" say something else at word i: "and
// she told the guild that".
func (s *sentence) speaksAgain(i int) bool {
	if s.words[i].Tag != "PRP" || s.words[i].Low == "it" {
		return false
	}
	for i++; i < len(s.words)-1 && s.words[i].Tag == "RB"; i++ {
		continue
	}
	return can(s.words[i].Lemma, speech) && s.finite(i) && s.thatAfter(i) > 0
}

// firm are the verbs that bring in whole statements: a further clause is more of them.
var firm = wordSet("say tell add note write report find show explain announce estimate continue argue point indicate state predict project")
