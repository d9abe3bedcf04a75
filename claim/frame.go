package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// framed reads direct speech by its frame, which is firmer ground than the tree
// of a sentence half of which somebody else speaks: a closing quotation mark (or
// comma), then verb and source in either order.
//
//	“…,” said Jane Roe, a spokeswoman.     “…,” Jane Roe, a spokeswoman, said.
func (d *document) framed(s *sentence, c int) *attribution {
	speaks := can(s.words[c].Lemma, speech)
	if !speaks && !clausal[s.words[c].Lemma] || !s.finite(c) {
		return nil
	}
	a := &attribution{sentence: s, verb: c, head: -1, lemma: s.words[c].Lemma, stance: atleast.Asserted, why: []string{"cue:" + s.words[c].Lemma, "frame"}}
	first, last := s.cueSpan(c, c)
	edge := first
	if f, l, ok := d.afterQuote(s, first); ok && speaks && !s.bringsIn(last+1) {
		a.source, edge = s.bytes(f, l), f
	} else if f, ok := s.afterComma(first, last); ok {
		a.source, edge = s.bytes(f, first-1), f
	} else if f, ok := s.apposed(first, last); ok && speaks {
		a.source, edge = s.bytes(f, s.trimRight(f, first-1)), f
	} else if f, ok := s.trailing(first, last); ok && speaks {
		a.source, edge = s.bytes(f, first-1), f
	} else if f, l, ok := d.inverted(s, first, last); ok && speaks {
		a.source, last = s.bytes(f, l), l
	} else if said, ok := d.questioned(s, first, last); ok && speaks {
		a.source, a.contents = s.bytes(0, s.trimRight(0, first-1)), []span{said}
	} else {
		return nil
	}
	a.cue = s.bytes(first, max(c, first))
	a.head = s.headWithin(a.source)
	if s.unframed(a, edge, last) {
		return nil
	}
	if rest, ok := s.amidRelative(edge, last); ok {
		a.contents = []span{rest}
	}
	if len(a.contents) == 0 {
		left, ok := d.before(s, edge)
		if !ok {
			return nil
		}
		a.contents = []span{left}
	}
	if right, ok := d.resumes(s, last); ok {
		a.contents = append(a.contents, right)
	} else if right, ok := s.goesOn(a, last); ok {
		a.contents = append(a.contents, right)
	}
	a.stance, a.hedges = s.stanceOf(a)
	return a
}

// goesOn returns the rest of a clause in which a frame stands between commas: "the toll
// is fair, he said, because 12 boats pay it".
func (s *sentence) goesOn(a *attribution, last int) (span, bool) {
	from := last + 2
	if from+1 >= len(s.words) || s.words[last+1].Text != "," || s.startsAside(from) || s.turns(from) {
		return span{}, false
	}
	if closes := s.wordAfter(a.content().to) - 1; closes < 0 || isQuote(s.words[closes].Text) {
		return span{}, false
	}
	end := s.trimRight(from, len(s.words)-1)
	return s.bytes(from, end), end > from
}

// bringsIn reports whether a clause begins at word i after a cue, so that the
// quotation before it is not what is said: while Roe spoke of “war,” Poe said they met.
func (s *sentence) bringsIn(i int) bool {
	return i < len(s.words) && (s.words[i].Low == "that" || s.words[i].Low == "if" || s.words[i].Tag != "PRP" && !timely(s.words[i].Low) && s.startsClause(i) && !s.hearers(i))
}

// hearers reports whether those who listen stand at word i, told of in a clause or
// followed by when it was: "told a crowd of 1,300 | who cheered".
func (s *sentence) hearers(i int) bool {
	for i++; i < len(s.words) && !finiteTag(s.words[i].Tag); i++ {
		if low := s.words[i].Low; low != "that" && (subordinators[low] || strings.HasPrefix(s.words[i].Tag, "W")) {
			return true
		}
	}
	return false
}

// afterComma returns the first word of a source between a clause and the cue that
// closes it: "the talks failed, the minister said on Monday".
func (s *sentence) afterComma(cueFirst, cueLast int) (first int, ok bool) {
	first = cueFirst
	for first > 0 && s.inSource(first-1, cueFirst) {
		first--
	}
	if first > 0 && s.words[first-1].Text != "," && s.closes(cueLast) {
		first = s.lastPhrase(cueFirst)
	}
	closes := cueLast+1 == len(s.words) || s.words[cueLast+1].Text == "." || s.words[cueLast+1].Text == ";"
	if first == cueFirst || first < 3 || s.words[first-1].Text != "," || !s.finiteBetween(0, first-1) && !closes {
		return 0, false
	}
	end := cueLast + 1
	for end < len(s.words) && s.words[end].Text != "," && s.words[end].Text != "." && s.words[end].Text != ";" {
		end++
	}
	if end == cueLast+1 {
		return first, true
	}
	for _, w := range s.words[cueLast+1 : end] {
		if w.Low == "that" || w.Text == ":" || isQuote(w.Text) {
			return 0, false
		}
	}
	next := s.words[cueLast+1]
	return first, !s.finiteBetween(cueLast+1, end) && (notNames[next.Low] || next.Tag == "IN" || next.Tag == "RB")
}

// inSource reports whether word i goes on leftward with the source that stands before a cue: "two aid workers and a lawyer".
func (s *sentence) inSource(i, cueFirst int) bool {
	switch next := i + 1; {
	case s.partOfPhrase(i), s.words[i].Tag == "CD" && next < cueFirst:
		return true
	case s.words[i].Tag == "VBG":
		return next < cueFirst && s.isNounish(next)
	case s.words[i].Tag == "CC":
		return next < cueFirst && i > 0 && s.isNounish(i-1)
	default:
		return s.words[i].Tag == "PRP" && next == cueFirst
	}
}

// lastPhrase returns the first word behind the last comma before a cue where a noun
// phrase and nothing else stands between: "…, a study by the Guild of Millers | found".
// Else it returns the cue.
func (s *sentence) lastPhrase(cue int) int {
	first := cue
	for first > 0 && s.words[first-1].Text != "," {
		first--
		if t := s.words[first].Tag; finiteTag(t) || t[0] == 'W' || s.words[first].Low == "that" || isPunctuation(s.words[first].Text) || isQuote(s.words[first].Text) {
			return cue
		}
	}
	if !s.startsPhrase(first) || timely(s.words[first].Low) {
		return cue
	}
	return first
}

// finiteBetween reports whether a finite verb stands among words from..to-1.
func (s *sentence) finiteBetween(from, to int) bool {
	for _, w := range s.words[from:to] {
		switch w.Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// finite reports whether verb c can be the verb of a clause: "said", "says".
func (s *sentence) finite(c int) bool {
	switch s.words[c].Tag {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN":
		return s.child(c, "aux") >= 0 || strings.HasSuffix(s.words[c].Low, "ed") || pastAlike[s.words[c].Low]
	}
	return false
}

// pastAlike are the verbs of saying whose past is like their participle.
var pastAlike = wordSet("said found told held thought heard")

// headWithin returns the word of a source that names it: the first name or noun
// that nothing else in the phrase governs.
func (s *sentence) headWithin(source span) int {
	from := s.wordAfter(source.from)
	to := from
	for to+1 < len(s.words) && s.words[to+1].End <= source.to && s.words[to+1].Text != "," {
		to++
	}
	for i := to; i >= from; i-- {
		if s.isNoun(i) && !s.belongs(i) {
			return i
		}
	}
	return to
}

// belongs reports whether word i only says whose, where or which something else is, or is joined to a word that does.
func (s *sentence) belongs(i int) bool {
	w := s.words[i]
	return w.Rel == "nmod" || w.Rel == "obl" || w.Rel == "conj" && w.Head >= 0 && w.Head < i && s.belongs(w.Head)
}

// inverted returns the source that follows its verb: "said Jane Roe, who leads the union".
func (d *document) inverted(s *sentence, cueFirst, cueLast int) (first, last int, ok bool) {
	if cueFirst == 0 || !d.closesSpeech(s, cueFirst-1) || !isQuote(s.words[cueFirst-1].Text) && !s.clauseBefore(cueFirst) {
		return 0, 0, false
	}
	first = cueLast + 1
	if first >= len(s.words) || !s.startsName(first) {
		return 0, 0, false
	}
	for last = first; last+1 < len(s.words) && !s.endsSource(last+1); last++ {
		continue
	}
	return first, s.trimRight(first, last), !s.acts(first, last)
}

// acts reports whether somebody among words first..last does something outside a
// relative clause: they hold a clause, not only who speaks.
func (s *sentence) acts(first, last int) bool {
	for i := first; i <= last; i++ {
		switch t := s.words[i].Tag; {
		case strings.HasPrefix(t, "W"), s.words[i].Low == "that":
			return false
		case finiteTag(t):
			return true
		}
	}
	return false
}

// clauseBefore reports whether a whole clause ends at the comma before a verb that
// can stand before its subject, and no clause follows: "the talks failed, said Roe".
func (s *sentence) clauseBefore(cue int) bool {
	switch s.words[cue].Low {
	case "said", "says", "reported", "reports", "wrote", "writes", "added":
	default:
		return false
	}
	verb := false
	for _, w := range s.words[:cue-1] {
		verb = verb || w.Tag == "VBD" || w.Tag == "VBZ" || w.Tag == "VBP" || w.Tag == "MD"
	}
	for _, w := range s.words[cue+1:] {
		if w.Low == "that" {
			return false
		}
	}
	return verb
}

// closesSpeech reports whether word i is a comma or closing quotation mark after speech.
func (d *document) closesSpeech(s *sentence, i int) bool {
	t := s.words[i].Text
	if isQuote(t) {
		q, ok := d.quoteAt(s.words[i].Start)
		return ok && q.to == s.words[i].End
	}
	return t == "," && i > 2
}

// startsName reports whether a noun phrase can begin at word i.
func (s *sentence) startsName(i int) bool {
	switch t := s.words[i].Tag; t {
	case "DT", "PDT", "PRP$", "CD", "PRP", "$":
		return true
	case "RB", "IN":
		return s.roughly(i)
	default:
		return titles[s.words[i].Low] || strings.HasPrefix(t, "NN") || strings.HasPrefix(t, "JJ")
	}
}

// roughly reports whether words that bound a number begin at word i: "about 12",
// "at least 12", "as many as 12".
func (s *sentence) roughly(i int) bool {
	if !roughWords[s.words[i].Low] {
		return false
	}
	for j := i + 1; j < len(s.words) && j < i+4; j++ {
		if s.amount(j) {
			return true
		}
		if t := s.words[j].Tag; t != "RB" && t != "IN" && !strings.HasPrefix(t, "JJ") {
			return false
		}
	}
	return false
}

var roughWords = wordSet("about around over under at up nearly almost roughly approximately some more less fewer between as just only not exactly")

// amount reports whether word i begins a number or a sum of money.
func (s *sentence) amount(i int) bool {
	return s.words[i].Tag == "CD" || s.words[i].Tag == "$"
}

// endsSource reports whether a source that follows its verb ends before word i:
// speech goes on, or it is told when and how it was said.
func (s *sentence) endsSource(i int) bool {
	w := s.words[i]
	if isQuote(w.Text) || w.Text == "." || w.Text == ";" || w.Text == ":" {
		return true
	}
	if i+1 >= len(s.words) {
		return false
	}
	next := s.words[i+1]
	if w.Text == "," && (next.Tag == "VBG" || asides[next.Low] || isQuote(next.Text) || s.speaksOn(i+1)) {
		return true
	}
	return (w.Low == "in" || w.Low == "on" || w.Low == "at" || w.Low == "during" || w.Low == "after") && s.tellsWhen(i+1) || notNames[w.Low] && i > 0 && s.words[i-1].Text != ","
}

// speaksOn reports whether a relative clause at word i tells what else was said:
// "said Roe, who added that".
func (s *sentence) speaksOn(i int) bool {
	for c := i + 1; s.words[i].Low == "who" && c < len(s.words) && c < i+4; c++ {
		if can(s.words[c].Lemma, speech) && s.finite(c) {
			return s.thatAfter(c) >= 0
		}
	}
	return false
}

// asides begin what is told about the saying, not about the source.
var asides = wordSet("in on at during after before as when while according per via citing but and adding")

// tellsWhen reports whether the words from i on name a day, or an occasion for speaking.
func (s *sentence) tellsWhen(i int) bool {
	for j := i; j < len(s.words) && j < i+4; j++ {
		if notNames[s.words[j].Low] || occasions[s.words[j].Low] {
			return true
		}
		if t := s.words[j].Tag; t != "DT" && !strings.HasPrefix(t, "JJ") && t != "NN" && t != "PRP$" && t != "NNP" {
			return false
		}
	}
	return false
}

var occasions = wordSet(`interview statement email e-mail speech tweet post release conference phone telephone briefing hearing debate letter op-ed appearance
	call message remarks address blog video podcast news show program rally event meeting twitter facebook telegram`)

// resumes returns the second part of speech that its frame interrupts.
func (d *document) resumes(s *sentence, last int) (span, bool) {
	for i := last + 1; i < len(s.words) && i <= last+14; i++ {
		if !isQuote(s.words[i].Text) {
			continue
		}
		if q, ok := d.quoteAt(s.words[i].Start); ok && q.from == s.words[i].Start {
			return q, true
		}
	}
	return span{}, false
}
