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
	if i+1 >= len(s.words) || !timely(s.words[i].Low) && !isYear(s.words[i].Text) || !verbPrepositions[s.words[i+1].Low] {
		return last
	}
	return i
}

// isYear reports whether a word is the number of a year of ours.
func isYear(text string) bool { return len(text) == 4 && (text[:2] == "19" || text[:2] == "20") }

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
// the parser hangs on the verb: "show [as many as] 30 percent".
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

// complementEnd returns the last word of what is said from word from on. What
// the main verb of a sentence brings in runs to its end, unless somebody goes on
// to do something else.
func (s *sentence) complementEnd(a *attribution, c, from int) int {
	end := len(s.words) - 1
	if s.words[c].Head >= 0 && s.words[c].Rel != "conj" && !a.main && !s.leads(c) || !can(a.lemma, speech) && !can(a.lemma, evidence) && !can(a.lemma, thought) {
		_, end = s.reach(c, func(k int) bool {
			return s.words[k].Rel == "parataxis" || s.words[k].Rel == "conj" && k > from && s.words[k].Head == c && !s.isRelative(k)
		})
	}
	if s.words[c].Tag != "VBG" || s.words[c].Rel != "acl" || !can(a.lemma, opinion) {
		end = max(end, s.clauseVerbEnd(from, end)) // what a participle criticises has no verb of its own
	}
	for _, k := range s.children[c] {
		if k > from && s.words[k].Rel == "conj" && s.isVerb(k) && !s.isRelative(k) {
			first, _ := s.reach(k, nil)
			if first > 0 && s.words[first].Tag != "CC" && s.words[first-1].Tag != "CC" && s.leads(s.auxiliary(c)) && (firm[a.lemma] || s.child(k, "cc") < 0) {
				continue // nothing joins the two: what follows goes on saying it
			}
			end = min(end, max(first-1, from))
			if cc := end; cc > from && (s.words[cc].Low == "and" || s.words[cc].Low == "but") {
				end--
			}
		}
	}
	if siding[a.lemma] {
		end = s.beforeMargin(from, end)
	}
	return s.trimRight(from, max(s.stop(a, c, from, s.beforeSemicolon(a, from, end)), from))
}

// clauseVerbEnd returns how far the verb reaches of the clause that begins at word
// from and that the tree breaks off before its verb: "claims the bridge | is safe".
func (s *sentence) clauseVerbEnd(from, end int) int {
	if s.words[from].Low != "that" && !s.startsClause(from) || s.finiteBetween(from, max(from, end+1)) {
		return end
	}
	for v := end + 1; v < len(s.words); v++ {
		if finiteTag(s.words[v].Tag) {
			for s.words[v].Head > v && strings.HasPrefix(s.words[v].Rel, "aux") || s.words[v].Head > v && s.words[v].Rel == "cop" {
				v = s.words[v].Head
			}
			_, last := s.reach(v, func(k int) bool { return k < from || s.words[k].Rel == "parataxis" })
			return last
		}
		if t := s.words[v].Tag; t == "CC" || t == "," || t == ":" || t[0] == 'W' || subordinators[s.words[v].Low] {
			break
		}
	}
	return end
}

// beforeSemicolon ends what somebody wants or praises at a semicolon, after which somebody else may want another thing,
// and what somebody says where somebody else begins to speak there: "the union said 12 died; police put the toll at nine".
func (s *sentence) beforeSemicolon(a *attribution, from, end int) int {
	goesOn := (can(a.lemma, speech) || can(a.lemma, evidence)) && a.lemma != "call"
	for i := from; i < end; i++ {
		if s.words[i].Text == ";" && (!goesOn || s.anotherSpeaks(i+1)) {
			return i - 1
		}
	}
	return end
}

// anotherSpeaks reports whether a clause begins at word i in which somebody named or described says something.
func (s *sentence) anotherSpeaks(i int) bool {
	for c := i + 1; c < len(s.words) && c < i+8; c++ {
		if s.finite(c) || s.words[c].Tag == "VBP" {
			return s.isNounish(c-1) && (can(s.words[c].Lemma, speech) || s.putsAt(c) || s.tallies(c))
		}
	}
	return false
}

// isRelative reports whether "who" or "which" does what verb k says.
func (s *sentence) isRelative(k int) bool {
	subject := s.nearestSubject(k)
	return subject >= 0 && subject < k && strings.HasPrefix(s.words[subject].Tag, "W")
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
		case w.Low == "that" && (i == last+1 && strings.HasPrefix(w.Tag, "W") || notNames[before.Low] || before.Tag == "CD" && i > 1 && notNames[s.words[i-2].Low] || occasions[before.Low] || before.Low == "media"):
			return i
		case w.Tag == "VBD", w.Tag == "VBZ", w.Tag == "VBP", w.Tag == "MD", isQuote(w.Text), w.Text == ":", w.Text == ".":
			return -1
		}
	}
	return -1
}

// thatBeyond returns the "that" behind where, when or how something is said, whatever
// the tree hangs it on, for a verb that has nothing else to say: "alleged in the suit
// that Roe earned 12 crowns".
func (s *sentence) thatBeyond(a *attribution, last int) int {
	if next := last + 1; !can(a.lemma, speech) || a.passive || next >= len(s.words) || s.words[next].Tag != "IN" || verbPrepositions[s.words[next].Low] && s.words[next].Low != "in" {
		return -1
	}
	for i := last + 2; i+1 < len(s.words) && i < last+10; i++ {
		if s.words[i].Low == "that" {
			if s.startsClause(i + 1) {
				return i
			}
			return -1
		}
		if !s.partOfPhrase(i) {
			return -1
		}
	}
	return -1
}

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
	if s.words[i].Tag == "CD" && i+1 < len(s.words) && (s.words[i+1].Tag == "VBN" || fates[s.words[i+1].Low]) {
		return true // as headlines leave out "were": "say 23 detained"
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

// fates are what is said of people that are counted, in headlines without a verb: "12 dead".
var fates = wordSet("dead killed missing hurt injured wounded detained arrested rescued evacuated displaced trapped feared")
