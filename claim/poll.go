package claim

import "github.com/atleast-desk/atleast"

// polled reads "in a Fox News poll, 45 percent say so": what a poll found.
func (d *document) polled(s *sentence, i int) *attribution {
	to, opens := s.pollOpening(i)
	if !opens {
		to = s.beforeSubject(i+1, s.nounPhraseEnd(i+1))
	}
	for head := i + 1; head <= to && head < i+10; head++ {
		if s.isVerb(head) {
			return nil
		}
		if !polls[s.words[head].Low] {
			continue
		}
		a := &attribution{sentence: s, verb: i, head: head, lemma: "in", cue: s.bytes(i, i), source: s.bytes(i+1, to), stance: atleast.Asserted, why: []string{"cue:in a poll"}}
		if !s.soundSource(a) || s.words[head].Tag[0] != 'N' {
			return nil
		}
		a.contents = s.around(d, i, to)
		if goesOn := to + 1; len(a.contents) == 1 && goesOn < len(s.words)-1 && finiteTag(s.words[goesOn].Tag) {
			a.contents = append(a.contents, s.bytes(goesOn, s.trimRight(goesOn, len(s.words)-1)))
		}
		if !s.counts(a.contents) || s.toldBefore(i) || a.content().from < a.cue.from && !s.certainPolls(i, head, to) {
			return nil
		}
		return a
	}
	return nil
}

// certainPolls reports whether it is told which polls stand at word head of the phrase
// first..to: "polls taken in May", "the average of polls". In the polls, without more,
// somebody leads or trails for nobody to answer for.
func (s *sentence) certainPolls(first, head, to int) bool {
	if s.words[head].Low != "polls" || to > head && (s.words[head+1].Tag == "VBN" || s.words[head+1].Tag == "IN") {
		return true
	}
	for _, w := range s.words[first:head] {
		if w.Low == "average" {
			return true
		}
	}
	return false
}

var polls = wordSet("poll polls survey surveys polling")

// pollOpening returns the last word before the comma that parts "In a poll released
// last week" from what the poll found.
func (s *sentence) pollOpening(i int) (to int, ok bool) {
	if i > 0 && s.words[i-1].Tag != "CC" && s.words[i-1].Text != "," {
		return 0, false
	}
	for to = i + 1; to+1 < len(s.words) && to < i+24; to++ {
		w := s.words[to]
		if finiteTag(w.Tag) && !publicized[w.Low] {
			return 0, false
		}
		if polls[w.Low] {
			ok = true
		}
		if s.words[to+1].Text == "," && ok {
			return to, true
		}
	}
	return 0, false
}

// publicized are the participles that tell how a poll or paper came out; taken for
// verbs, they would hide the verb that says what it found.
var publicized = wordSet("released conducted published taken commissioned issued obtained posted completed sponsored")

// counts reports whether a number stands in what is said: a poll that found none
// is only where somebody stands.
func (s *sentence) counts(contents []span) bool {
	for _, w := range s.words {
		for _, c := range contents {
			if w.Tag == "CD" && c.from <= w.Start && w.End <= c.to {
				return true
			}
		}
	}
	return false
}

// toldBefore reports whether somebody else has the word before word i; those whom
// the poll counts are nobody else.
func (s *sentence) toldBefore(i int) bool {
	for c := range i {
		if s.words[c].Tag == "CD" {
			return false
		}
		if finiteTag(s.words[c].Tag) && can(s.words[c].Lemma, speech) {
			return true
		}
	}
	return false
}
