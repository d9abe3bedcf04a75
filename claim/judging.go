package claim

// judges reports whether verb c says what somebody takes a thing for, as verbs of
// picturing and placing do before "as": "cast the vote as a race of two".
func (s *sentence) judges(c int) bool {
	if !picturing[s.words[c].Lemma] || s.isPassive(c) || c+1 >= len(s.words) || !s.startsName(c+1) {
		return false
	}
	for i := c + 2; i < len(s.words) && i < c+10; i++ {
		switch w := s.words[i]; {
		case w.Low == "as":
			return i+1 < len(s.words) && s.words[i+1].Low != "well" && s.words[i-1].Low != "such"
		case finiteTag(w.Tag), isPunctuation(w.Text), w.Tag == "CC", w.Low == "that":
			return false
		}
	}
	return false
}

var picturing = wordSet("paint cast rank rate see frame identify single classify pitch sell recast")
