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
	var out []atleast.Claim
	places := placesOf(r.Text, suggestions)
	rd := begin(r)
	for d := range rd.documents() {
		when, numbers := d.times(), d.quantities()
		for i, s := range suggestions {
			a := d.suggested(s, places[i])
			if a == nil {
				continue
			}
			for _, q := range numbers {
				if !a.content().holds(span{q.Start, q.End}) {
					continue
				}
				c := d.claim(a, &q, rd.names)
				d.situate(&c, when)
				if c.Speaker != "" {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// placesOf returns where the quotes stand; -1 where they do not, or more than once.
func placesOf(text string, suggestions []Suggestion) []int {
	places := make([]int, len(suggestions))
	for i, s := range suggestions {
		if places[i] = strings.Index(text, s.Quote); s.Quote == "" || strings.LastIndex(text, s.Quote) != places[i] {
			places[i] = -1
		}
	}
	return places
}

// suggested finds a suggestion whose quote stands at a place, or returns nil
// where the passage does not bear it out.
func (d *document) suggested(s Suggestion, at int) *attribution {
	if s.Speaker == "" || at < 0 {
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
