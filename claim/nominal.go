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
	ban rejection condemnation attack defense backing assurance advice charge`)

// nominal reads a noun of saying with whose it is and what it says: "his promise
// to build", "the report that 12 died".
func (d *document) nominal(s *sentence, i int) *attribution {
	w := s.words[i]
	if !strings.HasPrefix(w.Tag, "NN") || !sayingNouns[w.Low] && !sayingNouns[strings.TrimSuffix(w.Low, "s")] {
		return nil
	}
	owner := s.child(i, "nmod:poss")
	if owner < 0 {
		return nil
	}
	from := i + 1
	if from+1 >= len(s.words) {
		return nil
	}
	a := &attribution{sentence: s, verb: i, head: owner, lemma: w.Low, stance: atleast.Asserted, why: []string{"cue:" + w.Low}}
	cueFirst := i
	_, ownerLast := s.reach(owner, nil)
	for cueFirst-1 > ownerLast && s.partOfPhrase(cueFirst-1) {
		cueFirst--
	}
	cueLast := i
	switch next := s.words[from].Low; {
	case next == "that" || next == "to":
	case (next == "of" || next == "for" || next == "about" || next == "on" || next == "against") && s.startsName(from+1):
		cueLast = from
		from++
	default:
		return nil
	}
	f, l := s.reach(owner, nil)
	a.source, a.cue = s.bytes(f, l), s.bytes(cueFirst, cueLast)
	_, end := s.reach(i, func(k int) bool { return k < i })
	end = s.trimRight(from, end)
	if end < from {
		return nil
	}
	a.contents = []span{d.grow(s.bytes(from, end))}
	a.stance, a.hedges = s.stanceOf(a)
	return a
}
