package claim

// stop returns the last word of what is said among words from..end: it is over
// where the same speaker turns to another act of saying ("that the plan failed,
// calling it a farce", "but noted that"), and what is no clause where another begins.
func (s *sentence) stop(a *attribution, c, from, end int) int {
	quoted := false
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
		if s.words[i].Tag == "CC" && s.alsoSays(c, i+1) {
			return i - 1
		}
	}
	return end
}

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

// firm are the verbs that bring in whole statements: a further clause is more of them.
var firm = wordSet("say tell add note write report find show explain announce estimate continue argue")
