package claim

import "strings"

// leads reports whether verb c is the first finite verb of its sentence and has
// no subordinate word before it: whoever stands before it does what it says.
func (s *sentence) leads(c int) bool {
	if c == 0 || !finiteTag(s.words[c].Tag) {
		return false
	}
	for _, w := range s.words[:c] {
		if finiteTag(w.Tag) && w.Rel != "aux" && w.Rel != "aux:pass" && !publicized[w.Low] || subordinators[w.Low] || strings.HasPrefix(w.Tag, "W") {
			return false
		}
	}
	return true
}

// auxiliary returns the "has" or "had" of a verb such as "had said", else the verb.
func (s *sentence) auxiliary(c int) int {
	have := c - 1
	for have > 0 && s.words[have].Tag == "RB" {
		have--
	}
	if have >= 0 && s.words[c].Tag == "VBN" && s.words[have].Lemma == "have" {
		return have
	}
	return c
}

func finiteTag(tag string) bool {
	switch tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

var subordinators = wordSet("that if as because although though while whereas since unless until whether when where before after")

// plainClause returns where the clause begins that a main verb of saying brings in
// without "that", even where no verb of it was recognised: "the club says 4,410
// rowers upriver cut reeds". -1 if what follows is no clause.
func (s *sentence) plainClause(a *attribution, c, last int) int {
	next := last + 1
	if next+2 >= len(s.words) || a.passive || a.head >= c || !clausal[a.lemma] || !a.main && !s.leads(s.auxiliary(c)) || notNames[s.words[next].Low] {
		return -1
	}
	if a.lemma == "add" && !s.finiteBetween(next, len(s.words)) {
		return -1 // "added 12 looms"
	}
	if s.startsName(next) || s.words[next].Tag == "EX" || s.words[next].Low == "if" {
		return next
	}
	return -1
}

// measures reports whether verb c says what the poll or count that is its subject
// came to: "a poll had her at 12 percent", "estimates put the cost at $2 million".
func (s *sentence) measures(c int) bool {
	if s.putsAt(c) && (s.finite(c) || c > 0 && s.words[c].Tag == "VB" && s.isNoun(c-1)) {
		return true // "put" is its own past, which the tagger cannot see
	}
	if !placing[s.words[c].Lemma] && !s.hasSomebody(c) {
		return false
	}
	head := s.subjectOf(c)
	if !s.finite(c) {
		return s.counter(c) >= 0
	}
	if head >= 0 {
		head = s.namer(head, c)
	}
	if f, l, ok := s.leader(c); ok && head < 0 {
		head = s.headWithin(s.bytes(f, l))
	}
	return head >= 0 && head < c && countings[s.words[head].Low]
}

// counter returns the poll or count that participle c belongs to: "a poll giving Roe
// a 12-point lead", or -1.
func (s *sentence) counter(c int) int {
	if h := s.words[c].Head; s.words[c].Tag == "VBG" && s.words[c].Rel == "acl" && h < c && countings[s.words[h].Low] {
		return h
	}
	return -1
}

// putsAt reports whether verb c sets a figure, whoever does: "put the toll at some 12,000", "gave the toll as 15".
func (s *sentence) putsAt(c int) bool {
	before := setting[s.words[c].Lemma]
	if before == "" {
		return false
	}
	for i := c + 2; i+1 < len(s.words) && i < c+9 && !finiteTag(s.words[i].Tag) && s.words[i].Text != ","; i++ {
		if s.words[i].Low == before {
			return s.amount(i+1) || s.roughly(i+1) || s.margin(i+1)
		}
		if closeness[s.words[i].Low] && s.words[i+1].Low == "to" && i+2 < len(s.words) {
			return s.amount(i + 2)
		}
	}
	return false
}

// tallies reports whether verb c says how many somebody found: "has verified 65 deaths", "gave a figure of 54".
func (s *sentence) tallies(c int) bool {
	if !s.finite(c) || s.isPassive(c) {
		return false
	}
	i := c + 1
	for i < len(s.words) && s.words[i].Tag == "RB" && !roughWords[s.words[i].Low] {
		i++
	}
	if finding[s.words[c].Lemma] && i < len(s.words) {
		return s.amount(i) || s.roughly(i)
	}
	return giving[s.words[c].Lemma] && i+3 < len(s.words) && s.words[i].Tag == "DT" && countings[s.words[i+1].Low] && s.words[i+2].Low == "of" && (s.amount(i+3) || s.roughly(i+3))
}

// closeness is how a figure is set roughly: "put the number closer to 60".
var closeness = wordSet("closer close nearer")

// setting are the verbs that set a figure, and what stands before it.
var setting = map[string]string{"put": "at", "give": "as"}

// hasSomebody reports whether verb c is the "had" of "a poll had her at 12 percent".
func (s *sentence) hasSomebody(c int) bool {
	return s.words[c].Lemma == "have" && c+1 < len(s.words) && (s.words[c+1].Tag == "NNP" || s.words[c+1].Tag == "PRP")
}

// opensClause reports whether verb c is followed by "that" and a clause, as verbs are
// that say what somebody says, thinks or found, whichever they are: "determined that".
func (s *sentence) opensClause(c int) bool {
	next := c + 1
	return next+2 < len(s.words) && s.words[next].Low == "that" && s.words[next].Tag == "IN" && !causing[s.words[c].Lemma] && !s.thatThing(next) && s.finiteBetween(next+1, len(s.words))
}

// thatThing reports whether the "that" at word i points at a thing: "withdrew that bill".
func (s *sentence) thatThing(i int) bool {
	noun := i + 1
	return noun+1 < len(s.words) && s.words[noun].Tag == "NN" && !finiteTag(s.words[noun+1].Tag) && s.words[noun+1].Tag != "NN" && s.words[noun+1].Tag != "RB"
}

// causing are the verbs that bring their clause about, or mean it, instead of saying it.
var causing = wordSet("be mean ensure make cause happen entail follow guarantee assure prevent see help require seem appear so do have get take give such keep let arrange matter provide")

var (
	placing   = wordSet("put give peg place rank record register report reveal measure count")
	finding   = wordSet("verify record register log tally count document list identify")
	giving    = wordSet("give cite offer provide issue")
	countings = wordSet("figure number toll total poll polls survey surveys estimate estimates study studies count tally average averages projection projections forecast forecasts analysis census audit polling statistics figures data records")
)

// namer returns who does what verb c says where its subject by the tree is a day or
// a week: in "a poll out this week shows" the week shows nothing.
func (s *sentence) namer(head, c int) int {
	if head < 1 || head > c || !timely(s.words[head].Low) || !s.leads(c) && !publicized[s.words[head-1].Low] {
		return head
	}
	for i := head - 1; i > 0; i-- {
		if s.isNoun(i) && !timely(s.words[i].Low) {
			return i
		}
	}
	return head
}

func timely(low string) bool { return hollow[low] || notNames[low] }

// clausal are the verbs after which a noun begins a clause, or tells what was found.
var clausal = wordSet("say show find indicate estimate suggest reveal note add explain predict project believe think argue insist claim")

// resumed returns what goes on after a frame set between commas amid a clause:
// "the song, he said, was heard by 12 people". The words before first must be no
// clause yet.
func (s *sentence) resumed(first, last int) (span, bool) {
	if first < 2 || s.words[first-1].Text != "," || s.finiteBetween(0, first-1) {
		return span{}, false
	}
	comma := last + 1
	if comma >= len(s.words) || s.words[last].Lemma != "tell" && !s.tellsHow(comma) {
		return span{}, false
	}
	for comma < len(s.words) && comma < last+12 && s.words[comma].Text != "," {
		if isQuote(s.words[comma].Text) || finiteTag(s.words[comma].Tag) {
			return span{}, false
		}
		comma++
	}
	if comma+2 >= len(s.words) || s.words[comma].Text != "," || !s.finiteBetween(comma+1, len(s.words)) {
		return span{}, false
	}
	end := s.trimRight(comma+1, len(s.words)-1)
	return s.bytes(comma+1, end), end > comma+1
}

// tellsHow reports whether what follows a cue at word i tells when, where or how
// something was said, not what.
func (s *sentence) tellsHow(i int) bool {
	w := s.words[i]
	return w.Text == "," || w.Tag == "IN" && w.Low != "that" && w.Low != "if" || w.Tag == "RB" || timely(w.Low)
}

// asReported returns what follows "As the Post reported," at the start of a sentence.
func (s *sentence) asReported(c int) (span, bool) {
	if s.words[0].Low != "as" || c+3 >= len(s.words) || s.words[c+1].Text != "," || c > 12 || s.finiteBetween(1, c) {
		return span{}, false
	}
	end := s.trimRight(c+2, len(s.words)-1)
	return s.bytes(c+2, end), end > c+2
}

// beforeSubject returns where the noun phrase from..to ends if what follows its last
// comma is no part of it but does what comes next: "in a new poll, 12 percent | said".
func (s *sentence) beforeSubject(from, to int) int {
	if to+1 >= len(s.words) || !finiteTag(s.words[to+1].Tag) {
		return to
	}
	for i := to - 1; i > from; i-- {
		if s.words[i].Text == "," {
			return i - 1
		}
		if strings.HasPrefix(s.words[i].Tag, "W") || finiteTag(s.words[i].Tag) {
			return to
		}
	}
	return to
}

// introEnd returns where the noun phrase from..to ends that introduces a sentence.
// The parser now and then lets it run on over the comma into the sentence: "According
// to the agency, 306 of the 920 weavers agree".
func (s *sentence) introEnd(from, to int) int {
	if to+1 >= len(s.words) {
		return to
	}
	for i := from + 1; i < to; i++ {
		if s.words[i].Text != "," {
			continue
		}
		if next := s.words[i+1].Tag; s.words[to+1].Text != "," || next == "IN" || next == "CD" {
			return i - 1
		}
		break
	}
	return to
}
