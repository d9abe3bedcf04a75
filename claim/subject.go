package claim

import "strings"

// subjectOf returns the word that names who does what verb c says, or -1.
func (s *sentence) subjectOf(c int) int {
	if who := s.amid(c); who >= 0 {
		return who
	}
	for range 6 {
		if subject := s.nearestSubject(c); subject >= 0 {
			return s.relative(subject, c)
		}
		h := s.words[c].Head
		if h < 0 {
			break
		}
		if o := s.controller(c); o >= 0 {
			return o
		}
		if o := s.adjacent(c); o >= 0 {
			return o
		}
		if t := s.speaksAlong(c); t >= 0 {
			c = t
			continue
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
		if !strings.HasPrefix(s.words[k].Rel, "nsubj") || best >= 0 && (k > c || timely(s.words[k].Low)) || k > c+6 {
			continue
		}
		best = k
	}
	return best
}

// adjacent returns the noun right before finite verb c where the phrase it ends
// follows a word that begins a clause, or -1: "as a new poll | showed". A verb that
// shares its subject with another never stands so.
func (s *sentence) adjacent(c int) int {
	first, _ := s.cueSpan(c, c)
	if first < 2 || !finiteTag(s.words[first].Tag) || !s.isNoun(first-1) {
		return -1
	}
	from := first - 1
	for from > 0 && (s.partOfPhrase(from-1) || s.words[from-1].Low == "of") {
		from--
	}
	if before := s.words[max(from-1, 0)]; from > 0 && (subordinators[before.Low] || before.Tag == "CC" || before.Text == ";") {
		return first - 1
	}
	return -1
}

// speaksAlong returns the verb of saying whose subject goes on to speak in verb c, or
// -1, where the tree joins c to what is said: "Roe said she welcomed it and added".
func (s *sentence) speaksAlong(c int) int {
	h := s.words[c].Head
	first, _ := s.cueSpan(c, c)
	if s.words[c].Rel != "conj" || h < 0 || first == 0 || s.words[first-1].Tag != "CC" || !can(s.words[c].Lemma, speech) || can(s.words[h].Lemma, speech) {
		return -1
	}
	t := s.words[h].Head
	if s.words[h].Rel != "ccomp" || t < 0 || t > h || !can(s.words[t].Lemma, speech) || s.words[t].Tag != s.words[c].Tag {
		return -1
	}
	return t
}

// controller returns the object that does what infinitive c says, or -1: in "Roe
// asked the union to explain" the union explains.
func (s *sentence) controller(c int) int {
	h := s.words[c].Head
	if s.words[c].Tag != "VB" || h < 0 || h > c || !moving[s.words[h].Lemma] {
		return -1
	}
	if o := s.child(h, "obj", "iobj"); o > h && o < c {
		return o
	}
	return -1
}

// moving are the verbs of getting somebody to do something.
var moving = wordSet(`ask tell urge order force lead cause require allow permit enable encourage persuade convince prompt push press help make let
	get drive compel pressure invite challenge instruct advise warn remind expect want direct authorize forbid teach beg implore send inspire
	see hear watch leave`)

// opening returns the words from the start of the sentence to the cue where no
// other finite verb stands among them: a list too long for the parser can still
// be a subject.
func (s *sentence) opening(cue int) (last int, ok bool) {
	switch s.words[cue].Tag {
	case "VBD", "VBZ", "VBP":
	default:
		return 0, false
	}
	if s.amid(cue) >= 0 {
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

// amid returns who speaks where a verb and the source after it stand between commas
// amid a clause, or -1: "the bridge, said Roe and others, would hold".
func (s *sentence) amid(c int) int {
	if c < 2 || s.words[c-1].Text != "," || c+1 >= len(s.words) || !can(s.words[c].Lemma, speech) || !s.startsName(c+1) {
		return -1
	}
	comma := c + 2
	for comma < len(s.words) && (s.partOfPhrase(comma) || s.words[comma].Tag == "CC") {
		comma++
	}
	if comma+1 >= len(s.words) || s.words[comma].Text != "," || !finiteTag(s.words[comma+1].Tag) {
		return -1
	}
	if who := s.child(c, "nsubj"); who > c && who < comma {
		return who
	}
	last := c + 1
	for last+1 < comma && s.words[last+1].Tag != "CC" {
		last++
	}
	return last
}

// leader returns the last word of the noun phrase with which a sentence begins
// where verb c is its first: whoever that is does what the verb says, whatever
// stands between.
func (s *sentence) leader(c int) (first, last int, ok bool) {
	if !s.leads(c) {
		return 0, 0, false
	}
	for first < c && !s.startsPhrase(first) {
		if s.words[first].Tag != "CC" {
			for first < c && s.words[first].Text != "," {
				first++
			}
		}
		first++
	}
	last = s.trimRight(first, c-1)
	return first, last, first < c && last >= first && last-first < 20
}

// joined returns the verb to which verb c is joined by "and", else the first word of its cue.
func (s *sentence) joined(c, cueFirst int) int {
	if h := s.words[c].Head; s.words[c].Rel == "conj" && h >= 0 && h < c && finiteTag(s.words[c].Tag) && s.words[h].Tag == s.words[c].Tag {
		return h
	}
	return cueFirst
}

// trails returns the main verb that participle c follows after a comma ("Roe left,
// saying it was late"), or -1: both have one subject. Of main clauses joined to each
// other it is the last that has a subject of its own.
func (s *sentence) trails(c int) int {
	before := c - 1
	for before > 0 && s.words[before].Tag == "RB" {
		before--
	}
	if s.words[c].Tag != "VBG" || before < 1 || s.words[before].Text != "," || s.child(c, "nsubj") >= 0 {
		return -1
	}
	main := -1
	for i := range before {
		w := s.words[i]
		if main < 0 && s.leads(i) && w.Head < 0 || main >= 0 && w.Rel == "conj" && w.Head == main && s.child(i, "nsubj") >= 0 {
			main = i
		}
	}
	return main
}

// aside returns the noun phrase with which a sentence begins where a verb follows
// what is told about it between commas: "Roe, who runs the mill, said". Then the
// noun before the first comma does what verb c says.
func (s *sentence) aside(c int) (head, last int, ok bool) {
	if c < 4 || s.words[c-1].Text != "," || !s.startsPhrase(0) {
		return 0, 0, false
	}
	for comma := 1; comma < c-2; comma++ {
		if s.isVerb(comma) || s.words[comma].Tag == "MD" {
			return 0, 0, false
		}
		if s.words[comma].Text != "," {
			continue
		}
		switch s.words[comma+1].Low {
		case "who", "which", "whose":
			return s.headWithin(s.bytes(0, comma-1)), s.trimRight(0, c-2), s.isNoun(comma - 1)
		}
		return 0, 0, false
	}
	return 0, 0, false
}

// startsPhrase reports whether word i begins a noun phrase outright.
func (s *sentence) startsPhrase(i int) bool {
	return s.startsName(i) && s.words[i].Tag != "RB" && s.words[i].Tag != "IN"
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
		if s.isNoun(i) || i == 0 && c == 1 && s.words[i].Tag == "VB" {
			return i // nobody is told to do something right before a verb: it is a name
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
	first = s.afterIntroduction(first, last, head)
	last = s.trimRight(first, last)
	for last > first && s.words[last].Tag == "CC" {
		last = s.trimRight(first, last-1)
	}
	if last < cueFirst && s.onlyTime(last+1, cueFirst-1) {
		last = cueFirst - 1
	}
	return first, last
}

// afterIntroduction moves the start of a source over an opening that the parser took
// into it: "For instance, [a Guild poll]".
func (s *sentence) afterIntroduction(first, last, head int) int {
	if first != 1 || s.words[0].Tag != "IN" {
		return first
	}
	for i := first; i < last && i < head; i++ {
		if s.words[i].Text == "," {
			return i + 1
		}
	}
	return first
}

// onlyTime reports whether words first..last say when and nothing else: "this week".
func (s *sentence) onlyTime(first, last int) bool {
	if first > last || !timely(s.words[last].Low) || notNames[s.words[last].Low] {
		return false
	}
	for i := first; i < last; i++ {
		if t := s.words[i].Tag; t != "DT" && t != "JJ" && t != "RB" {
			return false
		}
	}
	return true
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

// blurred reports whether the words found for a source are half somebody's words, or no more than an adjective: who
// speaks is among them, and they do not say where.
func (s *sentence) blurred(a *attribution) bool {
	if a.source.empty() {
		return false
	}
	marks := 0
	first, last := s.wordAfter(a.source.from), s.wordAfter(a.source.to)-1
	for i := first; i <= last; i++ {
		if isQuote(s.words[i].Text) {
			marks++
		}
	}
	return marks%2 == 1 || first == last && s.words[first].Tag == "JJ"
}

// hollow nouns say when, why or how; none of them speaks.
var hollow = wordSet(`addition fact week month year day today yesterday tomorrow effort months weeks years days time times evening morning afternoon night noon midnight weekend moment hour hours minute minutes season particular part way case
	exception number turns need herself himself themselves itself result order hopes favor spite light`)
