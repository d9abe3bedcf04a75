package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// verbal reads the attribution that verb c brings in, or nil.
func (d *document) verbal(s *sentence, c int) *attribution {
	w := s.words[c]
	if c > 0 && s.words[c-1].Text == "-" && s.words[c-1].End == w.Start {
		return nil // "self-described"
	}
	if s.statesNothing(c) {
		return nil
	}
	a := &attribution{sentence: s, verb: c, head: -1, lemma: w.Lemma, stance: atleast.Asserted, why: []string{"cue:" + w.Lemma}}
	top := s.chain(c)
	a.passive = s.isPassive(c)
	if main := s.trails(c); main >= 0 {
		a.head = s.subjectOf(main)
	} else if !a.passive {
		a.head = s.subjectOf(top)
	} else if by := s.child(c, "obl:agent"); by >= 0 {
		a.head = by
	}
	if v := s.issued(c); v >= 0 {
		top = v
	}
	cueFirst, cueLast := s.cueSpan(top, c)
	if strings.HasPrefix(s.words[top].Rel, "acl") && s.counter(c) < 0 && (!can(w.Lemma, speech) && (!can(w.Lemma, opinion) || siding[w.Lemma] || w.Tag != "VBG") || s.words[top].Tag == "VB") && !s.leads(cueFirst) {
		return nil
	}
	a.cue = s.bytes(cueFirst, cueLast)
	first, last := cueFirst, cueLast
	pictures, pictured := s.pictured(c)
	if _, ok := s.asReported(c); ok && cueFirst > 1 && can(w.Lemma, speech) {
		a.source = s.bytes(1, s.trimRight(1, cueFirst-1))
		a.head, a.passive, first = s.headWithin(a.source), false, 0
	} else if l, ok := s.opening(cueFirst); ok && (a.head < 0 || a.head > l) && !a.passive {
		a.head, a.source, first = l, s.bytes(0, l), 0
	} else if pictured && !a.passive {
		a.head, a.source, first = pictures, s.bytes(0, s.trimRight(0, cueFirst-1)), 0
		a.main = true
		a.who = &speaker{s.textOf(0, s.pictureEnd(pictures, c)), atleast.Group}
	} else if head, l, ok := s.aside(cueFirst); ok && !a.passive {
		a.head, a.source, first = head, s.bytes(0, l), 0
	} else if a.head >= 0 {
		subject := a.head
		a.head = s.namer(subject, c)
		f, l := s.sourcePhrase(a.head, cueFirst, cueLast)
		if a.head != subject {
			l = s.trimRight(f, cueFirst-1)
		}
		a.source = s.bytes(f, l)
		if first = min(first, f); f < cueLast+4 {
			last = max(last, l)
		}
	} else if f, l, ok := s.leader(s.joined(c, cueFirst)); ok && !a.passive {
		a.head, a.source, first = s.headWithin(s.bytes(f, l)), s.bytes(f, l), f
	}
	if !d.addContents(a, s, c, first, last) {
		return nil
	}
	if a.source.empty() {
		a.head = -1 // a tree that makes a bracket the subject names nobody
	}
	if s.firstPerson(a) {
		return nil
	}
	if a.head < 0 && !a.passive || !s.soundSource(a) {
		if !s.statesClause(a, c) {
			return nil
		}
		a.takeBack()
	} else if s.blurred(a) {
		a.takeBack()
	}
	if !pictured {
		s.withhold(a, top, cueFirst)
	}
	if siding[a.lemma] && !a.passive && (a.doubted || a.head < 0) {
		return nil
	}
	a.stance, a.hedges = s.stanceOf(a)
	return a
}

// reporting are the verbs whose subject is nearly always who speaks.
var reporting = wordSet(`say tell add note explain write report announce argue state declare insist reveal acknowledge warn tweet respond reply recall
	remark observe continue conclude suggest claim assert allege contend confirm deny promise pledge vow show find indicate point dismiss`)

// firstPerson reports whether it is the writer of quoted words who thinks or
// wants: what "I think" holds was said by somebody, and this is not who.
func (s *sentence) firstPerson(a *attribution) bool {
	if a.head < 0 || vows[a.lemma] || can(a.lemma, speech) && !can(a.lemma, thought) && !can(a.lemma, wish) {
		return false
	}
	switch s.words[a.head].Low {
	case "i", "we", "you", "me", "us":
		return true
	}
	return false
}

// statesClause reports whether verb c says a whole clause or gives somebody's words,
// so that somebody says so even where it was not seen who.
func (s *sentence) statesClause(a *attribution, c int) bool {
	if !can(a.lemma, speech) || !s.finite(c) && (c > 0 || s.words[c].Tag != "VBG") {
		return false
	}
	from := s.wordAfter(a.content().from)
	return s.words[from].Low == "that" || isQuote(s.words[from].Text) && !can(a.lemma, opinion)
}

// vows bind whoever utters them.
var vows = wordSet("pledge promise vow swear propose")

// issued returns the verb of "issued a statement saying", or -1: who speaks is
// whoever issues it.
func (s *sentence) issued(c int) int {
	h := s.words[c].Head
	if h < 0 || h > c || s.words[c].Rel != "acl" || !documents[s.words[h].Low] {
		return -1
	}
	if v := s.words[h].Head; v >= 0 && v < h && s.isVerb(v) && (s.words[h].Rel == "obj" || s.words[h].Rel == "obl") {
		return v
	}
	return -1
}

var documents = wordSet("statement letter release tweet email e-mail memo post message note speech video ad sign")
