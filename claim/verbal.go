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
	if !a.passive {
		a.head = s.subjectOf(top)
	} else if by := s.child(c, "obl:agent"); by >= 0 {
		a.head = by
	}
	if v := s.issued(c); v >= 0 {
		top = v
	}
	if strings.HasPrefix(s.words[top].Rel, "acl") && (!can(w.Lemma, speech) || s.words[top].Tag == "VB") {
		return nil
	}
	cueFirst, cueLast := s.cueSpan(top, c)
	a.cue = s.bytes(cueFirst, cueLast)
	first, last := cueFirst, cueLast
	if l, ok := s.opening(cueFirst); ok && (a.head < 0 || a.head > l) && !a.passive {
		a.head, a.source, first = l, s.bytes(0, l), 0
	} else if a.head >= 0 {
		subject := a.head
		a.head = s.namer(subject, c)
		f, l := s.sourcePhrase(a.head, cueFirst, cueLast)
		if a.head != subject {
			l = s.trimRight(f, cueFirst-1)
		}
		a.source = s.bytes(f, l)
		first, last = min(first, f), max(last, l)
		if last > c && f > c {
			last = l
		}
	}
	if !d.addContents(a, s, c, first, last) {
		return nil
	}
	if a.head < 0 && !a.passive || !s.soundSource(a) || s.firstPerson(a) {
		return nil
	}
	s.withhold(a)
	a.stance, a.hedges = s.stanceOf(a)
	return a
}

// reporting are the verbs whose subject is nearly always who speaks.
var reporting = wordSet(`say tell add note explain write report announce argue state declare insist reveal acknowledge warn tweet respond reply recall
	remark observe continue conclude suggest claim assert allege contend confirm deny promise pledge vow show find indicate point dismiss`)

// withhold takes back a source that is more often wrong than a newsroom can bear.
// Whoever thinks, wants or praises something under a pronoun, or without a name as
// the subject of another verb, is in one case of four a figure in somebody else's
// account.
func (s *sentence) withhold(a *attribution) {
	if reporting[a.lemma] || a.head < 0 {
		return
	}
	if tag := s.words[a.head].Tag; s.words[a.verb].Tag == "VBG" && !strings.HasPrefix(tag, "NNP") || strings.HasPrefix(tag, "PRP") && tag != "PRP$" {
		a.source, a.head = span{}, -1
		a.why = append(a.why, "source withheld")
	}
}

// afterQuote returns the words between a closing quotation mark and the cue:
// they name who speaks, however much is said about them.
func (d *document) afterQuote(s *sentence, cue int) (first, last int, ok bool) {
	last = s.trimRight(0, cue-1)
	for first = last; first >= 0 && !isQuote(s.words[first].Text); first-- {
		if last-first > 30 || s.words[first].Text == "." {
			return 0, 0, false
		}
	}
	if first <= 0 || first == last {
		return 0, 0, false
	}
	if q, inside := d.quoteAt(s.words[first].Start); !inside || q.to != s.words[first].End {
		return 0, 0, false
	}
	first++
	for first < last && isPunctuation(s.words[first].Text) {
		first++
	}
	return first, last, s.startsName(first)
}

// soundSource reports whether the words found for a source can name one: they
// neither begin nor end amid a phrase.
func (s *sentence) soundSource(a *attribution) bool {
	if a.source.empty() {
		return true
	}
	first, last := s.wordAfter(a.source.from), s.wordAfter(a.source.to)-1
	if last < first {
		return false
	}
	switch s.words[first].Tag {
	case "IN", "TO", "VB", "VBD", "VBZ", "VBP", "MD", "CC", "HYPH", "POS", ",", ".", ":":
		return false
	}
	switch s.words[last].Tag {
	case "IN", "TO", "CC", "DT", "MD", "VBZ", "VBP":
		return s.words[last].Low == "that" || s.words[first].Tag == "DT" && first == last
	}
	return a.head < 0 || s.words[a.head].Tag == "NNP" && !notNames[s.words[a.head].Low] || !hollow[s.words[a.head].Low] && !notNames[s.words[a.head].Low]
}

// hollow nouns say when, why or how; none of them speaks.
var hollow = wordSet(`addition fact week month year day today yesterday tomorrow effort months weeks years days time times part way case
	exception number turns need herself himself themselves itself result order hopes favor spite light`)

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

// firstPerson reports whether it is the writer of quoted words who thinks or
// wants: what "I think" holds was said by somebody, and this is not who.
func (s *sentence) firstPerson(a *attribution) bool {
	if a.head < 0 || can(a.lemma, speech) && !can(a.lemma, thought) && !can(a.lemma, wish) {
		return false
	}
	switch s.words[a.head].Low {
	case "i", "we", "you", "me", "us":
		return true
	}
	return false
}

// chain climbs from "say" in "went on to say" to the verb that has the subject.
func (s *sentence) chain(c int) int {
	for range 3 {
		h := s.words[c].Head
		if h < 0 || h > c || !s.isVerb(h) || s.words[c].Rel != "xcomp" || s.child(c, "nsubj") >= 0 {
			break
		}
		c = h
	}
	return c
}

func (s *sentence) isPassive(c int) bool {
	if s.words[c].Tag != "VBN" && s.words[c].Tag != "VBD" {
		return false
	}
	if s.child(c, "aux:pass") >= 0 || s.child(c, "nsubj:pass") >= 0 && s.child(c, "aux") < 0 && s.words[c].Tag == "VBN" {
		return true
	}
	for i := c - 1; i >= 0 && i >= c-3; i-- {
		switch s.words[i].Low {
		case "was", "were", "been", "being", "is", "are", "be":
			return true
		}
		if t := s.words[i].Tag; t != "RB" && !strings.HasPrefix(t, "V") {
			break
		}
	}
	return false
}

// subjectOf returns the word that names who does what verb c says, or -1.
func (s *sentence) subjectOf(c int) int {
	for range 6 {
		if subject := s.nearestSubject(c); subject >= 0 {
			return s.relative(subject, c)
		}
		h := s.words[c].Head
		if h < 0 {
			break
		}
		switch s.words[c].Rel {
		case "conj", "advcl", "xcomp", "parataxis":
			if !s.isVerb(h) && s.words[c].Rel != "conj" && s.child(h, "cop") < 0 {
				return -1
			}
			c = h
		case "acl", "acl:relcl":
			return h
		default:
			return s.beside(c)
		}
	}
	return s.beside(c)
}

// nearestSubject returns the subject closest to the left of c, else to its right:
// the parser sometimes hangs the subject of what is said on the verb that says it.
func (s *sentence) nearestSubject(c int) int {
	best := -1
	for _, k := range s.children[c] {
		if strings.HasPrefix(s.words[k].Rel, "nsubj") && (best < 0 || k < c) {
			best = k
		}
	}
	return best
}

// opening returns the words from the start of the sentence to the cue where no
// other finite verb stands among them: a list too long for the parser can still
// be a subject.
func (s *sentence) opening(cue int) (last int, ok bool) {
	switch s.words[cue].Tag {
	case "VBD", "VBZ", "VBP":
	default:
		return 0, false
	}
	for i := range cue {
		switch s.words[i].Tag {
		case "VBZ", "VBP", "MD", ":", "IN", "W", "WP", "TO":
			return 0, false
		}
	}
	last = s.trimRight(0, cue-1)
	return last, last >= 0 && last < 20 && s.isNoun(last)
}

// relative replaces "who" by the noun it stands for.
func (s *sentence) relative(subject, verb int) int {
	switch s.words[subject].Low {
	case "who", "which", "that":
		if h := s.words[verb].Head; h >= 0 && h < subject && s.isNoun(h) && s.words[subject].Low == "that" {
			return h
		}
	}
	return subject
}

// beside finds a subject by position where the tree has none: the noun right
// before the verb, or right after it as in "said Caddell".
func (s *sentence) beside(c int) int {
	for i := c - 1; i >= 0 && i >= c-4; i-- {
		if strings.HasSuffix(s.words[i].Low, "self") {
			continue
		}
		if s.isNoun(i) {
			return i
		}
		if t := s.words[i].Tag; t != "RB" && t != "MD" && !strings.HasPrefix(t, "V") {
			break
		}
	}
	return -1
}

// sourcePhrase returns the words that name the source, kept apart from the cue.
func (s *sentence) sourcePhrase(head, cueFirst, cueLast int) (first, last int) {
	first, last = s.nounPhrase(head)
	first = s.widen(first)
	if head < cueFirst {
		last = min(last, cueFirst-1)
	} else {
		first = max(first, cueLast+1)
	}
	last = s.trimRight(first, last)
	for last > first && s.words[last].Tag == "CC" {
		last = s.trimRight(first, last-1)
	}
	return first, last
}

// cueSpan returns the words that carry the cue: the verb with its auxiliaries,
// negation and adverbs, from the verb that has the subject on.
func (s *sentence) cueSpan(top, c int) (first, last int) {
	first, last = min(top, c), c
	for first > 0 {
		t := s.words[first-1]
		if t.Rel != "aux" && t.Rel != "aux:pass" && t.Rel != "cop" && t.Tag != "RB" && t.Tag != "MD" {
			break
		}
		first--
	}
	return first, last
}

// addContents finds what is said: to the right of the cue, to the left, or on both sides.
func (d *document) addContents(a *attribution, s *sentence, c, first, last int) bool {
	if right, ok := s.asReported(c); ok && can(a.lemma, speech) {
		a.contents = append(a.contents, right)
		return true
	}
	if right, ok := s.resumed(first, last); ok && can(a.lemma, speech) && s.finite(c) {
		if left, ok := s.leftOf(d, first); ok {
			a.contents = append(a.contents, left, right)
			return true
		}
	}
	if right, ok := d.rightOf(a, s, c, last); ok {
		a.contents = append(a.contents, right)
		if about, ok := s.patient(c, first, s.wordAfter(right.from)); ok && a.passive {
			a.contents = []span{about, right}
			return true
		}
		if left, ok := d.interrupted(s, first); ok && s.finite(c) {
			a.contents = append([]span{left}, a.contents...)
		}
		return true
	}
	if !can(a.lemma, speech) && !can(a.lemma, thought) || !s.finite(c) {
		return false
	}
	if left, ok := d.before(s, first); ok {
		a.contents = append(a.contents, left)
		return true
	}
	return false
}

// before returns the content that a closing comma or quotation mark parts from the cue.
func (d *document) before(s *sentence, first int) (span, bool) {
	if first < 2 {
		return span{}, false
	}
	switch t := s.words[first-1].Text; {
	case t == ",", isQuote(t), t == "—", t == "–", t == "-", t == "--":
		return s.leftOf(d, first)
	}
	return span{}, false
}

// interrupted returns the part of a quotation that stands before the cue where
// another part follows it.
func (d *document) interrupted(s *sentence, first int) (span, bool) {
	if first < 2 || !isQuote(s.words[first-1].Text) {
		return span{}, false
	}
	return s.leftOf(d, first)
}

// rightOf returns what follows the cue as its complement.
func (d *document) rightOf(a *attribution, s *sentence, c, last int) (span, bool) {
	from := s.thatAfter(last)
	for _, k := range s.children[c] {
		if from >= 0 {
			break
		}
		if k > last && (s.words[k].Rel == "ccomp" || s.words[k].Rel == "xcomp" && (can(a.lemma, wish) || a.passive || can(a.lemma, thought))) {
			f, _ := s.reach(k, nil)
			from = max(f, last+1)
		}
	}
	for i := last + 1; i < len(s.words) && i < last+14 && from < 0; i++ {
		if isQuote(s.words[i].Text) {
			from = i
		} else if s.words[i].Text == "." || s.words[i].Text == ";" {
			break
		}
	}
	if from < 0 && (can(a.lemma, speech) || can(a.lemma, thought) || can(a.lemma, evidence)) && !a.passive && s.startsClause(last+1) {
		from = last + 1
	}
	if from < 0 {
		from = s.plainClause(a, c, last)
	}
	if from < 0 && a.passive {
		from = s.passiveThing(last)
	}
	if from < 0 && !a.passive && !bare[a.lemma] {
		from = s.objectOf(a, c, last)
	}
	if from < 0 {
		return span{}, false
	}
	for from < len(s.words) && isPunctuation(s.words[from].Text) {
		from++
	}
	end := s.complementEnd(a, c, from)
	if end < from || from >= len(s.words) {
		return span{}, false
	}
	out := s.bytes(from, end)
	if q, ok := d.quoteAt(s.words[from].Start); ok && q.from == s.words[from].Start {
		out.to = max(out.to, q.to)
	}
	return d.grow(out), true
}

// complementEnd returns the last word of what is said from word from on. What
// the main verb of a sentence brings in runs to its end, unless somebody goes on
// to do something else.
func (s *sentence) complementEnd(a *attribution, c, from int) int {
	end := len(s.words) - 1
	if s.words[c].Head >= 0 && s.words[c].Rel != "conj" && !s.leads(c) || !can(a.lemma, speech) && !can(a.lemma, evidence) && !can(a.lemma, thought) {
		_, end = s.reach(c, func(k int) bool {
			return s.words[k].Rel == "parataxis" || s.words[k].Rel == "conj" && k > from && s.words[k].Head == c
		})
	}
	for _, k := range s.children[c] {
		if k > from && s.words[k].Rel == "conj" && s.isVerb(k) {
			first, _ := s.reach(k, nil)
			end = min(end, max(first-1, from))
			if cc := end; cc > from && (s.words[cc].Low == "and" || s.words[cc].Low == "but") {
				end--
			}
		}
	}
	return s.trimRight(from, max(end, from))
}

// thatAfter returns the "that" which follows a cue, at once or after the day,
// the channel and the hearer: "said on August 18 that", "told Reuters that". A
// "that" whose clause hangs on a noun in between is another.
func (s *sentence) thatAfter(last int) int {
	for i := last + 1; i < len(s.words) && i < last+14; i++ {
		w, before := s.words[i], s.words[i-1]
		switch {
		case w.Low == "that" && i == last+1 && i+1 < len(s.words) && s.words[i+1].Text == ",":
			return i
		case w.Low == "that" && w.Tag == "IN" && s.words[max(i-1, 0)].Tag != "RB":
			return i
		case w.Low == "that" && (i == last+1 && strings.HasPrefix(w.Tag, "W") || notNames[before.Low] || before.Tag == "CD" || occasions[before.Low] || before.Low == "media"):
			return i
		case w.Tag == "VBD", w.Tag == "VBZ", w.Tag == "VBP", w.Tag == "MD", isQuote(w.Text), w.Text == ":", w.Text == ".":
			return -1
		}
	}
	return -1
}

// bare verbs bring in clauses and quotations, never a thing.
var bare = wordSet("say ask tell think know feel want try decide be continue respond reply answer remark hope")

// objectOf returns where the thing begins that is praised, reported or called
// for, or -1. A preposition that belongs to the verb goes to the cue.
func (s *sentence) objectOf(a *attribution, c, last int) int {
	next := last + 1
	if next < len(s.words) && verbPrepositions[s.words[next].Low] && (s.words[next].Tag == "IN" || s.words[next].Tag == "TO" || s.words[next].Tag == "RP") {
		if next+1 < len(s.words) && (s.startsName(next+1) || s.words[next+1].Tag == "VBG" || strings.HasPrefix(s.words[next+1].Tag, "W")) {
			if a.cue.to <= s.words[next].Start {
				a.cue.to = s.words[next].End
			}
			return next + 1
		}
		return -1
	}
	if o := s.child(c, "obj", "xcomp"); o > last {
		first, _ := s.reach(o, nil)
		return max(first, next)
	}
	if next < len(s.words) && s.finite(c) && s.startsName(next) && !notNames[s.words[next].Low] {
		return next
	}
	return -1
}

var verbPrepositions = wordSet("for to on about against with of out up at into over")

// startsClause reports whether a clause begins at word i: a noun or pronoun, and
// a verb that is finite before the sentence ends.
func (s *sentence) startsClause(i int) bool {
	if i >= len(s.words) {
		return false
	}
	switch t := s.words[i].Tag; {
	case strings.HasPrefix(t, "NN"), t == "PRP", t == "DT", t == "PRP$", t == "EX", strings.HasPrefix(t, "JJ"), t == "CD", t == "VBG", strings.HasPrefix(t, "W"):
	default:
		return false
	}
	for j := i + 1; j < len(s.words); j++ {
		switch s.words[j].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		case ",", ".", ":":
			return false
		}
	}
	return false
}

// stanceOf says how firmly the content is put.
func (s *sentence) stanceOf(a *attribution) (atleast.Stance, []string) {
	hedges := hedgesIn(s, a)
	switch {
	case a.lemma == "deny" || a.lemma == "dismiss" || a.lemma == "reject" || a.lemma == "refute":
		return atleast.Denied, hedges
	case a.lemma == "promise" || a.lemma == "pledge" || a.lemma == "vow" || a.lemma == "swear":
		return atleast.Promised, hedges
	case a.passive && a.head < 0:
		return atleast.Hedged, append(hedges, a.text(s))
	case len(hedges) > 0:
		return atleast.Hedged, hedges
	}
	return atleast.Asserted, hedges
}

func (a *attribution) text(s *sentence) string {
	var words []string
	for _, w := range s.words {
		if a.cue.from <= w.Start && w.End <= a.cue.to {
			words = append(words, w.Low)
		}
	}
	return strings.Join(words, " ")
}
