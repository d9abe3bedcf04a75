package claim

import "strings"

// withhold takes back a source that is more often wrong than a newsroom can bear:
// whoever speaks in a clause that depends on another is often a figure in somebody
// else's account, whose own frame was not seen.
func (s *sentence) withhold(a *attribution, top, cueFirst int) {
	if a.head < 0 || s.words[top].Head < 0 || s.leads(cueFirst) || s.stands(a, top) {
		return
	}
	a.doubted = true
}

// takeBack leaves open who says it.
func (a *attribution) takeBack() {
	a.source, a.head = span{}, -1
	a.why = append(a.why, "source withheld")
}

// stands reports whether a clause that depends on another can be trusted with who
// says what. Beside or under the main clause a name does what the verb says nearly
// always, and a noun where the verb reports; "who" speaks where it does nothing but speak.
func (s *sentence) stands(a *attribution, top int) bool {
	tag, rel := s.words[a.head].Tag, s.words[top].Rel
	mark := s.child(top, "mark")
	if mark >= 0 && rel == "ccomp" && asides[s.words[mark].Low] {
		rel = "advcl" // "said so after Roe announced it"
	}
	switch rel {
	case "advcl", "conj":
		switch {
		case strings.HasPrefix(tag, "W"), strings.HasPrefix(tag, "PRP"):
			return false
		case strings.HasPrefix(tag, "NNP"):
			return reporting[a.lemma] || rel == "advcl" && !can(a.lemma, thought)
		case s.words[a.verb].Tag == "VBG" && s.trails(a.verb) < 0:
			return false
		}
		return reporting[a.lemma]
	case "acl:relcl":
		return strings.HasPrefix(tag, "W") && can(a.lemma, speech)
	case "acl", "ccomp", "parataxis":
		return false
	}
	return true
}
