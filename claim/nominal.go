package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// sayingNouns name an act of saying, thinking or wanting.
var sayingNouns = wordSet(`statement claim allegation accusation assertion argument promise pledge vow threat warning suggestion proposal plan
	call demand request appeal decision belief view opinion hope fear concern worry doubt criticism complaint praise support opposition
	endorsement announcement report estimate prediction forecast denial refusal insistence contention conclusion finding ruling order
	comment remark question answer response description account story rumor rumour speculation suspicion acknowledgment admission
	confession declaration testimony recommendation objection desire intention intent willingness effort commitment vision message idea notion theory
	ban rejection condemnation attack defense backing assurance advice charge
	assumption expectation consensus perception impression reminder goal aim ambition plea pitch bid offer talk`)

// nominal reads a noun of saying with whose it is and what it says: "his promise
// to build", "the decision by the mayor to build", "she made a promise to build".
func (d *document) nominal(s *sentence, i int) *attribution {
	w := s.words[i]
	if !strings.HasPrefix(w.Tag, "NN") || !sayingNouns[w.Low] && !sayingNouns[strings.TrimSuffix(w.Low, "s")] {
		return nil
	}
	a := &attribution{sentence: s, verb: i, head: -1, lemma: w.Low, stance: atleast.Asserted, why: []string{"cue:" + w.Low}}
	cueLast, from := s.nounComplement(i)
	if from < 0 {
		return nil
	}
	cueFirst := i
	for cueFirst > 0 && s.partOfPhrase(cueFirst-1) && s.words[cueFirst-1].Tag != "PRP$" && s.words[cueFirst-1].Tag != "POS" {
		cueFirst--
	}
	if owner := s.child(i, "nmod:poss"); owner >= 0 {
		_, ownerLast := s.reach(owner, nil)
		cueFirst = max(cueFirst, ownerLast+1)
		a.head = owner
		f, l := s.reach(owner, nil)
		a.source = s.bytes(f, l)
	} else if !s.ownedElsewhere(a, i, cueFirst, &from) {
		if !s.unowned(cueFirst, from) {
			return nil
		}
		a.source, a.head, a.passive = span{}, -1, true
	}
	a.cue = s.bytes(cueFirst, cueLast)
	_, end := s.reach(i, func(k int) bool { return k < i })
	if s.words[from-1].Lemma == "be" {
		end = len(s.words) - 1
	}
	if end = s.trimRight(from, max(end, s.clauseEnd(from))); end < from {
		return nil
	}
	a.contents = []span{d.grow(s.bytes(from, end))}
	a.doubted = a.head >= 0 && a.head < i
	a.stance, a.hedges = s.stanceOf(a)
	return a
}

// nounComplement returns the last word of the cue and the first of what the noun
// at word i says; from is -1 where it says nothing.
func (s *sentence) nounComplement(i int) (cueLast, from int) {
	i = s.pastTime(i)
	if i+2 >= len(s.words) {
		return i, -1
	}
	if is := s.equated(i); is >= 0 {
		return i, is + 1
	}
	switch s.words[i+1].Low {
	case "that", "to":
		return i, i + 1
	case "of", "for", "about", "on", "against":
		if s.startsName(i + 2) {
			return i + 1, i + 2
		}
	case "by":
		return i, i + 1
	}
	return i, -1
}

// pastTime returns the last of the words that say when behind the noun at word i:
// "Roe's pledge last month | to build".
func (s *sentence) pastTime(i int) int {
	for last := i + 1; last < len(s.words) && last < i+4; last++ {
		if timely(s.words[last].Low) {
			return last
		}
		if t := s.words[last].Tag; t != "JJ" && t != "IN" && t != "DT" {
			break
		}
	}
	return i
}

// equated returns the "is" in "the concern within the guild is that", or -1.
func (s *sentence) equated(i int) int {
	for is := i + 1; is+1 < len(s.words) && is < i+10; is++ {
		if s.words[is].Lemma == "be" && finiteTag(s.words[is].Tag) && s.words[is+1].Low == "that" && s.words[is+1].Tag == "IN" {
			return is
		}
		if finiteTag(s.words[is].Tag) || s.words[is].Text == "," {
			break
		}
	}
	return -1
}

// ownedElsewhere finds whose a noun of saying is that has no owner before it: who
// comes after "by", or whoever makes, gives or repeats it.
func (s *sentence) ownedElsewhere(a *attribution, i, cueFirst int, from *int) bool {
	if s.words[*from].Low == "by" {
		by := *from + 1
		to := by
		for to < len(s.words) && to < by+12 && s.words[to].Low != "to" && s.words[to].Low != "that" && !finiteTag(s.words[to].Tag) {
			to++
		}
		if to+1 >= len(s.words) || s.words[to].Low != "that" && !s.infinitive(to) {
			return false
		}
		a.source, *from = s.bytes(by, to-1), to
		a.head = s.headWithin(a.source)
		return s.soundSource(a)
	}
	verb := s.words[i].Head
	if verb < 0 || verb > i || !lends[s.words[verb].Lemma] || s.words[*from].Low != "that" && !s.infinitive(*from) {
		return false
	}
	if a.head = s.subjectOf(s.chain(verb)); a.head < 0 || a.head > verb {
		return false
	}
	f, l := s.sourcePhrase(a.head, verb, cueFirst)
	a.source = s.bytes(f, l)
	return s.soundSource(a)
}

// unowned reports whether what a noun of saying holds can stand without anybody whose it
// is: a clause, or what somebody does something with, "hiring, with plans to build".
func (s *sentence) unowned(cueFirst, from int) bool {
	if s.words[from].Low == "that" {
		return s.words[from].Tag == "IN" && s.finiteBetween(from, len(s.words))
	}
	return cueFirst > 0 && s.words[cueFirst-1].Low == "with" && s.infinitive(from)
}

// lends are the verbs that make a noun of saying their subject's own.
var lends = wordSet(`make give issue offer announce repeat keep break voice express raise renew have hold sign float unveil release outline
	file publish send introduce back lay share drop abandon face win`)

// clauseEnd returns the last word of the infinitive or clause that begins at word
// from, as far as its verb reaches.
func (s *sentence) clauseEnd(from int) int {
	for k := from + 1; k < len(s.words) && k < from+12; k++ {
		if s.words[k].Tag == "VB" || finiteTag(s.words[k].Tag) && s.words[from].Low == "that" {
			if s.words[k].Head > k && finiteTag(s.words[k].Tag) {
				k = s.words[k].Head // "would come"
			}
			_, last := s.reach(k, func(c int) bool { return c < from || s.words[c].Rel == "parataxis" || s.words[c].Rel == "punct" })
			return last
		}
	}
	return from
}
