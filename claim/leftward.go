package claim

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
	if q, ok := d.quoteAt(s.words[first-1].Start); ok && q.from > s.words[0].Start {
		return span{}, false // on "The Morning Show," Roe said
	}
	return s.leftOf(d, first)
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
	return first, last, s.startsName(first) && !s.acts(first, last)
}
