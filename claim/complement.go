package claim

import "strings"

// addContents finds what is said: to the right of the cue, to the left, or on both sides.
func (d *document) addContents(a *attribution, s *sentence, c, first, last int) bool {
	if right, ok := s.asReported(c); ok && can(a.lemma, speech) {
		a.contents = append(a.contents, right)
		return true
	}
	if right, ok := s.resumed(first, last); ok && can(a.lemma, speech) && s.finite(c) {
		if left, ok := s.leftOf(d, first); ok {
			a.contents = append(a.contents, left)
		}
		a.contents = append(a.contents, right)
		return true
	}
	if right, ok := d.rightOf(a, s, c, last); ok {
		a.contents = append(a.contents, s.withoutAside(right)...)
		if about, ok := s.patient(c, first, s.wordAfter(right.from)); ok && a.passive {
			a.contents = []span{about, right}
			return true
		}
		if left, ok := d.interrupted(s, first); ok && s.finite(c) {
			a.contents = append([]span{left}, a.contents...)
		}
		return true
	}
	if !can(a.lemma, speech) && !can(a.lemma, thought) || !s.finite(c) || a.head >= 0 && strings.HasPrefix(s.words[a.head].Tag, "W") {
		return false
	}
	if left, ok := d.before(s, first); ok {
		a.contents = append(a.contents, left)
		return true
	}
	return false
}

// rightOf returns what follows the cue as its complement.
func (d *document) rightOf(a *attribution, s *sentence, c, last int) (span, bool) {
	from := s.thatAfter(last)
	if from < 0 {
		from = s.thatBeyond(a, last)
	}
	if from < 0 && can(a.lemma, question) && last+2 < len(s.words) && wondered[s.words[last+1].Low] {
		from = last + 1
	}
	if from < 0 && !a.passive && last+1 < len(s.words) && s.words[last+1].Low == "for" {
		from = s.objectOf(a, c, last)
	}
	for _, k := range s.children[c] {
		if from >= 0 {
			break
		}
		if k > last && (s.words[k].Rel == "ccomp" || s.words[k].Rel == "xcomp" && (can(a.lemma, wish) || a.passive || can(a.lemma, thought))) {
			if f, _ := s.reach(k, nil); !s.semicolonWithin(last+1, k) {
				from = s.fromAmount(max(f, last+1), last)
			}
		}
	}
	if from < 0 && s.infinitive(last+1) && (a.passive || can(a.lemma, wish)) {
		from = last + 1
	}
	if from < 0 {
		from = s.quoteAfter(a, last)
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
	last = s.pastWhen(last)
	if from < 0 && !a.passive && (!bare[a.lemma] || last+1 < len(s.words) && reaching[s.words[last+1].Low]) {
		from = s.objectOf(a, c, last)
	}
	if from < 0 {
		return span{}, false
	}
	for from < len(s.words) && isPunctuation(s.words[from].Text) {
		from++
	}
	if from >= len(s.words) {
		return span{}, false
	}
	opens := from
	from = s.fromSubject(a, from, last)
	end := s.complementEnd(a, c, from)
	if end < from || end == from && s.words[from].Low == "that" && from+1 < len(s.words) && s.words[from+1].Text == ":" {
		return span{}, false
	}
	out := s.bytes(from, end)
	if q, ok := d.quoteAt(s.words[opens].Start); ok && (q.from == s.words[opens].Start || q.from == s.words[opens-1].Start) {
		out.to = max(out.to, q.to)
	}
	if q, ok := d.quoteAt(out.to - 1); ok && q.from > out.from && q.to > s.to && s.trimRight(from, len(s.words)-1) == end {
		out.to = q.to // a quotation amid it runs on into the next sentence
	}
	return d.grow(out), true
}

// pastWhen returns the last of the words that say when right behind the cue, if a
// preposition or "to" brings in what is said behind them: "agreed in 2011 | to a toll".
func (s *sentence) pastWhen(last int) int {
	i := last + 1
	for i < len(s.words) && i < last+4 && (s.words[i].Tag == "IN" || s.words[i].Tag == "JJ" || s.words[i].Tag == "DT") {
		i++
	}
	if i+1 >= len(s.words) || !timely(s.words[i].Low) && !looksLikeYear(s.words[i].Text) || !verbPrepositions[s.words[i+1].Low] {
		return last
	}
	return i
}

// semicolonWithin reports whether a semicolon stands among words from..to-1.
func (s *sentence) semicolonWithin(from, to int) bool {
	for i := from; i < to; i++ {
		if s.words[i].Text == ";" {
			return true
		}
	}
	return false
}

// infinitive reports whether "to" and the verb it belongs to begin at word i.
func (s *sentence) infinitive(i int) bool {
	if i+1 >= len(s.words) || s.words[i].Low != "to" {
		return false
	}
	for i++; i+1 < len(s.words) && s.words[i].Tag == "RB"; i++ {
		continue
	}
	return s.words[i].Tag == "VB"
}

// fromAmount moves the start of what is said back over the words of a number that
// the parser hangs on the verb: "show [as many as] 12 percent".
func (s *sentence) fromAmount(from, last int) int {
	for i := last + 1; i < from; i++ {
		switch t := s.words[i].Tag; {
		case t == "RB", t == "IN", t == "CD", t == "DT", strings.HasPrefix(t, "JJ"):
		default:
			return from
		}
	}
	return last + 1
}

// fromSubject moves the start of what is said back over whom or what it is about,
// which the parser hangs on the verb: "says [the mayor] knew", "called [him] a liar".
// Whom a verb of telling addresses is no part of it.
func (s *sentence) fromSubject(a *attribution, from, last int) int {
	next := last + 1
	if from <= next || hearing[a.lemma] || a.passive || !s.startsName(next) || wondered[s.words[from].Low] {
		return from
	}
	if isQuote(s.words[from].Text) && !timely(s.words[next].Low) && s.startsClause(next) {
		return next // a clause of which only some words are quoted
	}
	for i := next; i < from; i++ {
		switch t := s.words[i].Tag; {
		case timely(s.words[i].Low) && s.words[i-1].Tag != "IN":
			return from
		case t == "POS", t == "CC", t == "PRP", t == "IN" && s.words[i].Low != "that", t == "HYPH", s.partOfPhrase(i), t == "RB", isQuote(s.words[i].Text) && i == from-1:
		default:
			return from
		}
	}
	return next
}

// wondered are the words after which somebody asked precedes what is asked.
var wondered = wordSet("if whether why how what who when where")

// hearing are the verbs whose object is who listens.
var hearing = wordSet("tell remind warn assure inform advise notify brief convince persuade reassure caution address answer")

// bare verbs bring in clauses and quotations, never a thing.
var bare = wordSet(`say ask tell think know feel want try decide be continue respond reply answer remark hope
	offer claim continue gather charge add boast find threaten decline refuse aspire pretend resolve volunteer read`)

// reaching are the prepositions with which bare verbs name a thing: "asked for", "thinks of".
var reaching = wordSet("for about of")

// objectOf returns where the thing begins that is praised, reported or called
// for, or -1. A preposition that belongs to the verb goes to the cue.
func (s *sentence) objectOf(a *attribution, c, last int) int {
	next := last + 1
	if next < len(s.words) && verbPrepositions[s.words[next].Low] && !s.roughly(next) && (s.words[next].Tag == "IN" || s.words[next].Tag == "TO" || s.words[next].Tag == "RP") {
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
	if next+1 < len(s.words) && (s.finite(c) || s.child(c, "aux") >= 0) && (s.startsName(next) || s.words[next].Tag == "VBG") && !notNames[s.words[next].Low] {
		return next
	}
	return -1
}

var verbPrepositions = wordSet("for to on about against with of out up at into over")
