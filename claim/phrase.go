package claim

import "strings"

// nounPhraseEnd returns the last word of the noun phrase that begins at word
// from, the phrases and clauses that hang on it included; from-1 if none begins there.
func (s *sentence) nounPhraseEnd(from int) int {
	if from >= len(s.words) {
		return from - 1
	}
	// The head is the highest word reachable to the right without leaving the phrase.
	head := from
	for s.words[head].Head > head && !s.isVerb(s.words[head].Head) && s.words[head].Head-head < 12 {
		head = s.words[head].Head
	}
	_, last := s.reach(head, func(c int) bool { return c > head && s.detached(c) })
	return s.trimRight(from, last)
}

// detached reports whether dependent c is no part of the noun phrase proper.
func (s *sentence) detached(c int) bool {
	switch s.words[c].Rel {
	case "parataxis", "punct", "advcl", "ccomp":
		return true
	}
	return s.words[c].Rel == "conj" && s.isVerb(c)
}

// trimRight steps back over punctuation at the end of words from..last, but not
// over the bracket that closes one opened within: "Lisa M. Madigan (D)".
func (s *sentence) trimRight(from, last int) int {
	if last >= from && last+1 < len(s.words) && s.words[last].Text != ")" && s.words[last+1].Text == ")" && s.opens(from, last) {
		return last + 1
	}
	if last >= from && s.words[last].Text == ")" && s.opens(from, last-1) {
		return last
	}
	for last >= from && isPunctuation(s.words[last].Text) {
		last--
	}
	return last
}

// opens reports whether a bracket opened within from..last is not closed there.
func (s *sentence) opens(from, last int) bool {
	depth := 0
	for i := from; i <= last; i++ {
		switch s.words[i].Text {
		case "(":
			depth++
		case ")":
			depth--
		}
	}
	return depth > 0
}

func isPunctuation(t string) bool {
	switch t {
	case ",", ".", ";", ":", "—", "–", "-", "--", "?", "!", "…", "...", "(", ")":
		return true
	}
	return false
}

func (s *sentence) isVerb(i int) bool { return strings.HasPrefix(s.words[i].Tag, "V") }

func (s *sentence) isNoun(i int) bool {
	t := s.words[i].Tag
	return strings.HasPrefix(t, "NN") || strings.HasPrefix(t, "PRP") && t != "PRP$"
}

// headOf returns the word within first..last that depends on a word outside.
func (s *sentence) headOf(first, last int) int {
	for i := first; i <= last; i++ {
		h := s.words[i].Head
		if (h < first || h > last) && !isPunctuation(s.words[i].Text) && s.words[i].Rel != "case" && s.words[i].Rel != "det" {
			return i
		}
	}
	return last
}

// nounPhrase returns the first and last word of the phrase of a head noun:
// what stands before it, its name, appositions and what hangs on it.
func (s *sentence) nounPhrase(head int) (first, last int) {
	first, last = s.reach(head, func(c int) bool {
		r := s.words[c].Rel
		if r == "punct" {
			return true
		}
		return s.detached(c) || s.dated(c) || r == "cc" && c < head || r == "case" && c < head || r == "mark" || r == "advmod" && c < head && c+1 < head && s.words[c+1].Text == ","
	})
	return first, s.trimRight(first, last)
}

// widen moves the start of a noun phrase to the left over what the parser left
// out: titles before a name, and the noun that a phrase with "of" belongs to.
func (s *sentence) widen(first int) int {
	for first > 0 {
		w := s.words[first-1]
		switch {
		case w.Text == "/" && first > 1:
			first -= 2
		case s.titleBefore(first - 1), w.Text == "-" && s.words[first-1].Start == s.words[max(0, first-2)].End && first > 1:
			first--
		case first > 1 && (w.Low == "of" || w.Low == "from" || w.Low == "in" && s.words[first].Tag == "CD") && (s.isNoun(first-2) || s.words[first-2].Tag == "CD" || s.words[first-2].Tag == "DT") && s.words[first-2].Text != ",":
			first -= 2
			for first > 0 && s.partOfPhrase(first-1) {
				first--
			}
		case s.words[first].Tag != "DT" && s.words[first].Tag != "PRP$" && (w.Tag == "DT" || w.Tag == "PRP$") && s.isNounish(first):
			first--
		default:
			return first
		}
	}
	return first
}

func (s *sentence) isNounish(i int) bool {
	t := s.words[i].Tag
	return strings.HasPrefix(t, "NN") || strings.HasPrefix(t, "JJ") || t == "CD"
}

func (s *sentence) partOfPhrase(i int) bool {
	t := s.words[i].Tag
	return s.isNounish(i) || t == "DT" || t == "PRP$" || t == "HYPH" || t == "POS"
}

// titleBefore reports whether word i is an office, party or origin before a name.
func (s *sentence) titleBefore(i int) bool {
	w := s.words[i]
	if !s.isNounish(i) || !strings.HasPrefix(s.words[i+1].Tag, "NN") {
		return false
	}
	return titles[w.Low] || w.Tag == "NN" && s.isName(i+1) && hasAny(w.Low, "er", "or", "ist", "man", "woman", "person", "ian", "ent", "ant", "ate", "ee", "chief", "host", "mogul", "aide") || w.Tag == "NNP" && s.isName(i+1) || strings.HasPrefix(w.Tag, "JJ") && s.isName(i+1)
}

func hasAny(s string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// dated reports whether what hangs on c says when: "a poll in June", "the campaign on Monday".
func (s *sentence) dated(c int) bool {
	low := s.words[c].Low
	return (notNames[low] || low == "week" || low == "month") && s.child(c, "case") >= 0
}

// around returns what stands in the sentence before word first and after word
// last: what a parenthesis such as "according to the poll" is about.
func (s *sentence) around(d *document, first, last int) []span {
	var out []span
	if left, ok := s.leftOf(d, first); ok {
		out = append(out, left)
	}
	if last+2 < len(s.words) && (s.words[last+1].Text == "," || len(out) == 0) {
		from := last + 1
		if s.words[from].Text == "," {
			from++
		}
		if end := s.trimRight(from, len(s.words)-1); end > from && (len(out) == 0 || !s.startsAside(from)) {
			out = append(out, d.grow(s.bytes(from, end)))
		}
	}
	return out
}

// startsAside reports whether what begins at word i is a remark on what was said
// before, not more of it.
func (s *sentence) startsAside(i int) bool {
	switch s.words[i].Low {
	case "which", "who", "and", "but", "while", "as", "a", "an", "though", "although":
		return true
	}
	return strings.HasSuffix(s.words[i].Tag, "VBG")
}

// leftOf returns the content that ends before word g: everything from where the
// sentence, or the quotation that reaches into it, begins.
func (s *sentence) leftOf(d *document, g int) (span, bool) {
	last := g - 1
	for last >= 0 && isPunctuation(s.words[last].Text) {
		last--
	}
	if last < 0 || last == 0 && !isQuote(s.words[0].Text) && s.words[0].End-s.words[0].Start < 4 {
		return span{}, false
	}
	from := s.words[0].Start
	if cut := s.datelineEnd(); cut < last {
		from = s.words[cut].Start
	}
	if q, ok := d.quoteAt(s.words[last].Start); ok && q.from < from {
		from = q.from
	}
	for skip := s.wordAfter(from); skip < last && isPunctuation(s.words[skip].Text) && from == s.words[skip].Start; skip++ {
		from = s.words[skip+1].Start
	}
	return d.grow(span{from, s.words[last].End}), true
}

func isQuote(t string) bool {
	switch t {
	case `"`, "“", "”", "«", "»", "„", "''", "``":
		return true
	}
	return false
}

// grow takes in the punctuation and mark that close a quotation at the end of s.
func (d *document) grow(s span) span {
	if q, ok := d.quoteAt(s.to - 1); ok && q.to > s.to && q.to-s.to <= 6 {
		s.to = q.to
	}
	return s
}
