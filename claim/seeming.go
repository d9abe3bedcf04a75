package claim

import "github.com/atleast-desk/atleast"

// seeming reads what is put down to appearance: "the mayor seemed to accept the
// 12 demands". Nobody is said to have it so; the report itself will not vouch for it.
func (d *document) seeming(s *sentence, c int) *attribution {
	if w := s.words[c]; w.Lemma != "seem" && w.Lemma != "appear" || !s.infinitive(c+1) {
		return nil
	}
	subject := s.nearestSubject(c)
	if subject < 0 || subject > c || s.words[subject].Low == "it" {
		return nil
	}
	first, last := s.nounPhrase(subject)
	cueFirst, _ := s.cueSpan(c, c)
	if first > last || last >= cueFirst {
		return nil
	}
	_, end := s.reach(c, func(k int) bool {
		return k < c || s.words[k].Rel == "conj" && s.words[k].Head == c || s.words[k].Rel == "parataxis"
	})
	for i := c + 1; i < end; i++ {
		if s.words[i].Tag == ":" {
			end = i - 1 // a dash or colon parts it from what else is told
		}
	}
	a := &attribution{sentence: s, verb: c, head: -1, lemma: s.words[c].Lemma, cue: s.bytes(cueFirst, c), passive: true,
		stance: atleast.Hedged, hedges: []string{s.words[c].Low}, why: []string{"hedge:" + s.words[c].Lemma}}
	a.contents = []span{s.bytes(s.widen(first), last), s.bytes(c+1, s.trimRight(c+1, max(end, c+2)))}
	return a
}
