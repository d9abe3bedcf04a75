package claim

import "strings"

// trailing returns the first word of a source in full that closes a sentence
// between a comma and its cue, whatever the tree makes of the clause before it:
//
//	Some 8,000 people gathered, police chief Odd Ranheim said on Saturday.
//	Five visitors were hurt, fire captain Jonas Weld told The Associated Press.
//
// A name of two words or more behind its office is seldom anything else.
func (s *sentence) trailing(cueFirst, cueLast int) (first int, ok bool) {
	name := cueFirst
	for name > 0 && strings.HasPrefix(s.words[name-1].Tag, "NNP") {
		name--
	}
	if cueFirst-name < 2 {
		return 0, false
	}
	for first = name; first > 0 && s.ofOffice(first-1); {
		first--
	}
	if first == name || first < 5 || s.words[first-1].Text != "," || !s.verbBetween(0, first-1) {
		return 0, false
	}
	return first, s.closes(cueLast)
}

// ofOffice reports whether word i can stand in the title before a name: "the
// mayor of Upper Halden", "fire service".
func (s *sentence) ofOffice(i int) bool {
	switch tag := s.words[i].Tag; tag {
	case "NN", "NNS", "JJ", "NNP", "DT", "POS", "PRP$":
		return true
	default:
		return s.words[i].Low == "of"
	}
}

func (s *sentence) verbBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.isVerb(i) {
			return true
		}
	}
	return false
}

// closes reports whether nothing is said after the cue but to whom and when.
func (s *sentence) closes(cue int) bool {
	for i := cue + 1; i < len(s.words); i++ {
		switch w := s.words[i]; {
		case w.Text == "." || w.Text == ";":
			return true
		case w.Text == "," || w.Text == ":" || w.Low == "that" || isQuote(w.Text) || finiteTag(w.Tag):
			return false
		}
	}
	return true
}
