package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// footageNouns are what origins are made of: pictures and recordings.
var footageNouns = wordSet(`photo photos video videos footage picture pictures image images clip clips recording recordings photograph photographs visuals screenshot screenshots`)

var publishing = wordSet(`release publish post share circulate upload broadcast obtain review film verify analyze analyse geolocate`)

// footageFact reads what the report itself says about where footage comes from:
// "Ukrainian media released photos".
func (d *document) footageFact(s *sentence, c int) *attribution {
	if !publishing[s.words[c].Lemma] || s.isPassive(c) {
		return nil
	}
	object, subject := s.child(c, "obj"), s.child(c, "nsubj")
	if object < 0 || subject < 0 || !footageNouns[s.words[object].Low] {
		return nil
	}
	first, _ := s.nounPhrase(subject)
	_, last := s.reach(object, func(k int) bool { return s.words[k].Rel == "acl:relcl" })
	return &attribution{sentence: s, verb: c, head: -1, lemma: s.words[c].Lemma, own: true, stance: atleast.Asserted,
		contents: []span{s.bytes(first, s.trimRight(first, last))}, why: []string{"footage:" + s.words[c].Lemma}}
}

var verifying = wordSet("verify confirm authenticate corroborate")

// disclaimer reads "could not independently verify the footage".
func (d *document) disclaimer(s *sentence, c int) *attribution {
	if !verifying[s.words[c].Lemma] {
		return nil
	}
	top := s.chain(c)
	first, last := s.cueSpan(top, c)
	cue := strings.ToLower(d.text[s.words[first].Start:s.words[last].End])
	if !strings.Contains(cue, "not ") && !strings.Contains(cue, "n't ") && !strings.Contains(cue, "n’t ") && !strings.Contains(cue, "unable") && !strings.Contains(cue, "never ") {
		return nil
	}
	a := &attribution{sentence: s, verb: c, head: -1, lemma: s.words[c].Lemma, cue: s.bytes(first, last), stance: atleast.Disclaimer,
		hedges: []string{cue}, disclaims: true, why: []string{"disclaimer"}}
	from := first
	if a.passive = s.isPassive(c); !a.passive {
		if a.head = s.subjectOf(top); a.head < 0 {
			return nil
		}
		f, l := s.sourcePhrase(a.head, first, last)
		a.source, from = s.bytes(f, l), min(first, f)
	} else if patient := s.child(c, "nsubj:pass"); patient >= 0 {
		from, _ = s.nounPhrase(patient)
	}
	_, end := s.reach(c, func(k int) bool { return s.words[k].Rel == "parataxis" || s.words[k].Rel == "conj" })
	a.contents = []span{s.bytes(from, s.trimRight(from, max(end, last)))}
	return a
}
