package claim

import "strings"

// withhold takes back a source that is more often wrong than a newsroom can bear:
// whoever speaks in a clause that depends on another is often a figure in somebody
// else's account, whose own frame was not seen.
func (s *sentence) withhold(a *attribution, top, cueFirst int) {
	if a.head < 0 {
		return
	}
	sure := s.words[top].Head < 0 || s.leads(cueFirst) || s.stands(a, top)
	a.doubted = !sure || s.words[a.head].Low == "you" // who reads says nothing
}

// takeBack leaves open who says it.
func (a *attribution) takeBack() {
	a.source, a.head = span{}, -1
	a.why = append(a.why, "source withheld")
}

// stands reports whether a clause that depends on another can be trusted with who
// says what. Beside or under the main clause whoever is said to speak nearly always
// does; within what is told of a noun, "who" and a name speak. What lies deeper is
// somebody's account more often than the report's own.
func (s *sentence) stands(a *attribution, top int) bool {
	tag, rel := s.words[a.head].Tag, s.words[top].Rel
	named := strings.HasPrefix(tag, "NNP")
	mark := s.child(top, "mark")
	if mark >= 0 && rel == "ccomp" && asides[s.words[mark].Low] {
		rel = "advcl" // "said so after Roe announced it"
	}
	if t := s.speaksAlong(top); t >= 0 {
		return s.words[t].Head < 0 || s.leads(t)
	}
	switch rel {
	case "acl:relcl":
		return (tag == "WP" || named) && can(a.lemma, speech)
	case "acl":
		return s.words[a.verb].Tag == "VBN"
	case "ccomp", "parataxis":
		return false
	}
	switch {
	case strings.HasPrefix(tag, "W"), s.within(top):
		return false
	case reporting[a.lemma], rel != "conj" && can(a.lemma, speech):
		return true
	}
	return false
}

// within reports whether the clause of verb top lies in what is said, or told of a
// noun, by a verb that does not begin the sentence.
func (s *sentence) within(top int) bool {
	for h := s.words[top].Head; h >= 0; h = s.words[h].Head {
		switch s.words[h].Rel {
		case "ccomp", "xcomp", "acl", "acl:relcl":
			return !s.leads(h)
		}
	}
	return false
}
