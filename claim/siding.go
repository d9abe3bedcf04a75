package claim

// siding are the verbs that tell which side somebody takes. Where it is not seen who,
// they tell of money and votes more often than of words: "groups backing Roe".
var siding = wordSet("back support oppose favor favour prefer champion")

// beforeMargin ends what somebody sides with before the words that tell how many do,
// or by how much: "preferred Roe | 51 percent to 24", "backed her | by 12 points".
func (s *sentence) beforeMargin(from, end int) int {
	for i := from; i < end; i++ {
		if t := s.words[i].Tag; t != "NNP" && t != "PRP" {
			continue
		}
		next := i + 1
		if s.words[next].Text == "," {
			next++
		}
		if s.measured(next, end) {
			return i
		}
	}
	return end
}

// measured reports whether words i..end begin with an amount, "by" before it or not.
func (s *sentence) measured(i, end int) bool {
	if i > end || s.words[i].Low != "by" {
		return i <= end && s.amount(i)
	}
	for j := i + 1; j <= min(i+3, end); j++ {
		if s.amount(j) {
			return true
		}
	}
	return false
}
