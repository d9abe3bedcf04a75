package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// Suggestion is what somebody else takes for a claim with a number: a model, for
// example, that has read the report too.
type Suggestion struct {
	Quote   string `json:"quote"`   // words of the report
	Speaker string `json:"speaker"` // words of the report that name who says so
}

// Suggested returns the claims that suggestions make and the report bears out,
// marked as a "proposal". Each has to pass what the desk's own reading does: its
// words stand in the report, once and within a sentence; that sentence names the
// speaker and has a verb of saying, both outside the quote; and the grammar reads
// a number in it. All else is left out. English only.
func Suggested(r Report, suggestions []Suggestion) []atleast.Claim {
	d := parse(r)
	names, when, numbers := d.names(), d.times(), d.quantities()
	var out []atleast.Claim
	for _, s := range suggestions {
		a := d.suggested(s)
		if a == nil {
			continue
		}
		for _, q := range numbers {
			if !a.content().holds(span{q.Start, q.End}) {
				continue
			}
			c := d.claim(a, &q, names)
			d.situate(&c, when)
			if c.Speaker != "" {
				out = append(out, c)
			}
		}
	}
	return out
}

// suggested finds a suggestion in the report, or returns nil.
func (d *document) suggested(s Suggestion) *attribution {
	at := strings.Index(d.text, s.Quote)
	if s.Quote == "" || s.Speaker == "" || at < 0 || strings.LastIndex(d.text, s.Quote) != at {
		return nil
	}
	said := span{at, at + len(s.Quote)}
	in := d.sentenceAt(at)
	if in == nil || !in.holds(said) || d.paragraphs[in.paragraph].lang != "en" {
		return nil
	}
	from := strings.Index(d.text[in.from:in.to], s.Speaker)
	if from < 0 {
		return nil
	}
	source := span{in.from + from, in.from + from + len(s.Speaker)}
	first, last := in.wordAfter(source.from), in.wordAfter(source.to)-1
	cue := in.sayingBeside(source, said)
	if source.from < said.to && said.from < source.to || last < first || cue < 0 {
		return nil
	}
	a := &attribution{sentence: in, source: source, head: in.headOf(first, last), verb: cue, lemma: in.words[cue].Lemma, cue: in.bytes(cue, cue),
		contents: []span{said}, stance: atleast.Asserted, why: []string{"proposal", "cue:" + in.words[cue].Lemma}}
	if !in.soundSource(a) {
		return nil
	}
	a.stance, a.hedges = in.stanceOf(a)
	return a
}

// sayingBeside returns the verb of saying nearest to a source that stands
// outside what is said, or -1.
func (s *sentence) sayingBeside(source, said span) int {
	best, nearest := -1, len(s.words)
	at := s.wordAfter(source.from)
	for i, w := range s.words {
		outside := !said.holds(span{w.Start, w.End}) && !source.holds(span{w.Start, w.End})
		if distance := max(i-at, at-i); outside && can(w.Lemma, speech) && s.finite(i) && distance < nearest {
			best, nearest = i, distance
		}
	}
	return best
}
