package claim

// apposed returns the first word of a source told in two parts between commas that
// closes a sentence: "12 died, the head of the service, Ada Orr, said".
func (s *sentence) apposed(cueFirst, cueLast int) (first int, ok bool) {
	second := s.phraseBetween(cueFirst - 1)
	if second < 0 || !s.closes(cueLast) {
		return 0, false
	}
	comma := s.phraseBetween(second)
	if comma < 0 || !s.finiteBetween(0, comma) || !s.hasName(comma+1, cueFirst-1) {
		return 0, false
	}
	return comma + 1, true
}

// phraseBetween returns the comma before the noun phrase that ends at the comma at
// word i, or -1.
func (s *sentence) phraseBetween(i int) int {
	if i < 2 || s.words[i].Text != "," {
		return -1
	}
	comma := i - 1
	for comma > 0 && s.words[comma].Text != "," {
		if w := s.words[comma]; !s.partOfPhrase(comma) && w.Low != "of" && w.Low != "at" && w.Low != "for" && w.Low != "in" && w.Low != "and" {
			return -1
		}
		comma--
	}
	if comma < 2 || comma == i-1 || timely(s.words[comma+1].Low) || !s.startsPhrase(comma+1) || s.amount(comma+1) {
		return -1
	}
	return comma
}

func (s *sentence) hasName(from, to int) bool {
	for i := from; i < to; i++ {
		if s.words[i].Tag == "NNP" && s.isName(i) {
			return true
		}
	}
	return false
}
