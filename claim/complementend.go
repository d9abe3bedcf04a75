package claim

import "strings"

// complementEnd returns the last word of what is said from word from on. What
// the main verb of a sentence brings in runs to its end, unless somebody goes on
// to do something else.
func (s *sentence) complementEnd(a *attribution, c, from int) int {
	end := len(s.words) - 1
	if s.words[c].Head >= 0 && s.words[c].Rel != "conj" && !a.main && !s.leads(c) || !can(a.lemma, speech) && !can(a.lemma, evidence) && !can(a.lemma, thought) {
		_, end = s.reach(c, func(k int) bool {
			return s.words[k].Rel == "parataxis" || s.words[k].Rel == "conj" && k > from && s.words[k].Head == c && !s.isRelative(k)
		})
	}
	if s.words[c].Tag != "VBG" || s.words[c].Rel != "acl" || !can(a.lemma, opinion) {
		end = max(end, s.clauseVerbEnd(from, end)) // what a participle criticises has no verb of its own
	}
	for _, k := range s.children[c] {
		if k > from && s.words[k].Rel == "conj" && s.isVerb(k) && !s.isRelative(k) {
			first, _ := s.reach(k, nil)
			if first > 0 && s.words[first].Tag != "CC" && s.words[first-1].Tag != "CC" && s.leads(s.auxiliary(c)) && (firm[a.lemma] || s.child(k, "cc") < 0) {
				continue // nothing joins the two: what follows goes on saying it
			}
			end = min(end, max(first-1, from))
			if cc := end; cc > from && (s.words[cc].Low == "and" || s.words[cc].Low == "but") {
				end--
			}
		}
	}
	if siding[a.lemma] {
		end = s.beforeMargin(from, end)
	}
	return s.trimRight(from, max(s.stop(a, c, from, s.beforeSemicolon(a, from, end)), from))
}

// clauseVerbEnd returns how far the verb reaches of the clause that begins at word
// from and that the tree breaks off before its verb: "claims the bridge | is safe".
func (s *sentence) clauseVerbEnd(from, end int) int {
	if s.words[from].Low != "that" && !s.startsClause(from) || s.finiteBetween(from, max(from, end+1)) {
		return end
	}
	for v := end + 1; v < len(s.words); v++ {
		if finiteTag(s.words[v].Tag) {
			for s.words[v].Head > v && strings.HasPrefix(s.words[v].Rel, "aux") || s.words[v].Head > v && s.words[v].Rel == "cop" {
				v = s.words[v].Head
			}
			_, last := s.reach(v, func(k int) bool { return k < from || s.words[k].Rel == "parataxis" })
			return last
		}
		if t := s.words[v].Tag; t == "CC" || t == "," || t == ":" || t[0] == 'W' || subordinators[s.words[v].Low] {
			break
		}
	}
	return end
}

// beforeSemicolon ends what somebody wants or praises at a semicolon, after which somebody else may want another thing,
// and what somebody says where somebody else begins to speak there: "the union said 12 died; police put the toll at nine".
func (s *sentence) beforeSemicolon(a *attribution, from, end int) int {
	goesOn := (can(a.lemma, speech) || can(a.lemma, evidence)) && a.lemma != "call"
	for i := from; i < end; i++ {
		if s.words[i].Text == ";" && (!goesOn || s.anotherSpeaks(i+1)) {
			return i - 1
		}
	}
	return end
}

// anotherSpeaks reports whether a clause begins at word i in which somebody named or described says something.
func (s *sentence) anotherSpeaks(i int) bool {
	for c := i + 1; c < len(s.words) && c < i+8; c++ {
		if s.finite(c) || s.words[c].Tag == "VBP" {
			return s.isNounish(c-1) && (can(s.words[c].Lemma, speech) || s.putsAt(c) || s.tallies(c))
		}
	}
	return false
}

// isRelative reports whether "who" or "which" does what verb k says.
func (s *sentence) isRelative(k int) bool {
	subject := s.nearestSubject(k)
	return subject >= 0 && subject < k && strings.HasPrefix(s.words[subject].Tag, "W")
}
