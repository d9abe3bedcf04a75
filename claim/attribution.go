package claim

import (
	"sort"
	"strings"

	"github.com/atleast-desk/atleast"
)

// attribution says that somebody says something: the words that name the source,
// carry the cue and hold what is said.
type attribution struct {
	sentence  *sentence
	source    span
	head      int // the word that names the source, or -1
	cue       span
	verb      int // the word that carries the cue, or -1
	lemma     string
	contents  []span // in the order of the text
	stance    atleast.Stance
	hedges    []string
	main      bool         // the cue is the verb of its sentence, whatever its tree makes of it
	passive   bool         // the source is left unsaid
	own       bool         // the report itself says so: no source, no cue
	doubted   bool         // the source is too often wrong to be given
	disclaims bool         // what is said is that something could not be verified
	who       *speaker     // the source in full where it was read without a tree
	via       []string     // likewise its relays
	inner     *attribution // who says what this tells that somebody said, or nil
	why       []string
}

// speaker names a source.
type speaker struct {
	name string
	kind atleast.SpeakerKind
}

// content is everything said, from first word to last.
func (a *attribution) content() span {
	if len(a.contents) == 0 {
		return span{}
	}
	return span{a.contents[0].from, a.contents[len(a.contents)-1].to}
}

// attributions finds all there are in the passage, the outermost where one lies
// in what another says, in the order of the text.
func (d *document) attributions() []*attribution {
	var all []*attribution
	for _, s := range d.sentences {
		all = append(all, d.inSentence(s)...)
	}
	for _, p := range d.paragraphs {
		if p.lang != "en" {
			all = append(all, d.slavicAttributions(p, all)...)
			continue
		}
		if a := d.labelled(p, d.named); a != nil {
			all = append(all, a)
		} else if a := d.signed(p, d.named); a != nil {
			all = append(all, a)
		}
	}
	all = outermost(d.introduced(all))
	d.addQuotes(all)
	all = outermost(all)
	sort.SliceStable(all, func(i, j int) bool { return all[i].content().from < all[j].content().from })
	return all
}

func (d *document) inSentence(s *sentence) []*attribution {
	var out []*attribution
	for i := range s.words {
		if _, quoted := d.quoteAt(s.words[i].Start); quoted && s.words[i].Low != `"` {
			continue
		}
		if a := d.cueAt(s, i); a != nil && len(a.contents) > 0 {
			out = append(out, a)
		}
	}
	s.takeTurns(out)
	s.nest(out)
	for _, a := range out {
		if a.doubted {
			a.takeBack()
		}
	}
	return out
}

// cueAt reads the attribution whose cue is at word i, or nil.
func (d *document) cueAt(s *sentence, i int) *attribution {
	w := s.words[i]
	switch {
	case w.Low == "according" && i+1 < len(s.words) && s.words[i+1].Low == "to":
		return d.accordingTo(s, i, i+1)
	case w.Low == "per" && s.perSource(i):
		return d.accordingTo(s, i, i)
	case w.Low == "as" && i == 0 && i+2 < len(s.words) && s.words[i+2].Low == "by" && can(s.words[i+1].Lemma, speech):
		return d.accordingTo(s, i+1, i+2)
	case w.Low == "in":
		return d.polled(s, i)
	case strings.HasPrefix(w.Tag, "V"):
		return d.verbAt(s, i)
	case strings.HasPrefix(w.Tag, "NN"):
		return d.nominal(s, i)
	case w.Low == "reportedly" || w.Low == "allegedly":
		return d.adverbial(s, i)
	}
	return nil
}

// perSource reports whether a sentence ends with ", per the coast guard".
func (s *sentence) perSource(i int) bool {
	if i < 3 || s.words[i-1].Text != "," || i+1 >= len(s.words) || s.words[i+1].Tag == "NN" {
		return false
	}
	to := s.nounPhraseEnd(i + 1)
	return to > i && (to+1 == len(s.words) || s.words[to+1].Text == ".")
}

// verbAt tries what a verb can be: a disclaimer, a cue, a fact about footage.
func (d *document) verbAt(s *sentence, i int) *attribution {
	if a := d.disclaimer(s, i); a != nil {
		return a
	}
	if a := d.framed(s, i); a != nil {
		return a
	}
	if a := d.seeming(s, i); a != nil {
		return a
	}
	if cueVerbs[s.words[i].Lemma] != 0 || s.measures(i) || s.tallies(i) || s.judges(i) || s.opensClause(i) {
		if a := d.verbal(s, i); a != nil {
			return a
		}
	}
	return d.footageFact(s, i)
}

// outermost drops what lies within the content of another attribution.
func outermost(all []*attribution) []*attribution {
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i].content(), all[j].content()
		return a.from < b.from || a.from == b.from && a.to > b.to
	})
	var out []*attribution
	for _, a := range all {
		inside := false
		for k := len(out) - 1; k >= 0 && k >= len(out)-8; k-- {
			for _, c := range out[k].contents {
				inside = inside || c.holds(a.cue) || c == a.content()
			}
			inside = inside || out[k].source.holds(a.cue) && out[k].sentence == a.sentence
		}
		if !inside {
			out = append(out, a)
		}
	}
	return out
}

// accordingTo reads "according to the poll", whose cue are the words from i to last, before, after or amid what is said.
func (d *document) accordingTo(s *sentence, i, last int) *attribution {
	a := &attribution{sentence: s, verb: i, head: -1, lemma: "according to", cue: s.bytes(i, last), stance: atleast.Asserted, why: []string{"cue:according to"}}
	from := last + 1
	to := s.nounPhraseEnd(from)
	if i == 0 || s.words[i-1].Tag == "CC" || s.words[i-1].Text == "," {
		to = s.introEnd(from, to)
	}
	to = s.beforeSubject(from, to)
	if to < from {
		return nil
	}
	a.source = s.bytes(from, to)
	a.head = s.headOf(from, to)
	first := i
	for first > 0 && s.words[first-1].Tag == "RB" {
		first--
	}
	a.contents = s.around(d, first, to)
	return a
}

// adverbial reads "who were reportedly abandoned": somebody says so, unnamed.
func (d *document) adverbial(s *sentence, i int) *attribution {
	a := &attribution{sentence: s, verb: i, head: -1, lemma: s.words[i].Low, cue: s.bytes(i, i), passive: true,
		stance: atleast.Hedged, hedges: []string{s.words[i].Low}, why: []string{"hedge:" + s.words[i].Low}}
	head := s.words[i].Head
	if head < 0 {
		return nil
	}
	first, last := s.reach(head, func(c int) bool {
		return s.words[c].Rel == "punct" || s.words[c].Rel == "conj" && s.child(c, "nsubj") >= 0
	})
	a.contents = []span{s.bytes(first, last)}
	return a
}
