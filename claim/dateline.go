package claim

import (
	"strings"

	"github.com/atleast-desk/atleast/claim/syntax"
)

// parse grows the tree of a sentence. A dateline gets a tree of its own, which hangs on
// the sentence: taken for its first words, "HOLM, May 2 (AFP) -" ends up as its subject.
func (s *sentence) parse(named func(string) bool) {
	cut := s.datelineEnd()
	syntax.English().Parse(s.words[cut:], named)
	if cut > 0 {
		syntax.English().Parse(s.words[:cut], named)
		s.join(cut)
	}
	s.children = childrenOf(s.words)
}

// join makes one tree of those of the words before and from cut.
func (s *sentence) join(cut int) {
	root := cut
	for i := cut; i < len(s.words); i++ {
		if s.words[i].Head < 0 {
			root = i
			continue
		}
		s.words[i].Head += cut
	}
	for i := range cut {
		if s.words[i].Head < 0 {
			s.words[i].Head, s.words[i].Rel = root, "parataxis"
		}
	}
}

// longestDateline is how many words a dateline has at most, its dash included.
const longestDateline = 16

// datelineEnd returns how many words the dateline has with which a sentence begins: a
// place in capitals, a day and an agency or neither, and a dash; "(ANSA) -" may stand
// before it, and a place without capitals before an agency: "Goma, May 6 (AFP) -".
func (s *sentence) datelineEnd() int {
	from := 0
	if len(s.words) > 4 && s.words[0].Text == "(" && s.words[2].Text == ")" && isDash(s.words[3].Text) {
		from = 4
	}
	return max(from, s.datelineFrom(from))
}

// fromDateline returns where the dateline begins that ends right before a byte, or the byte itself: its day is the day of
// what follows it.
func (s *sentence) fromDateline(at int) int {
	if s == nil || len(s.words) == 0 {
		return at
	}
	if cut := s.datelineEnd(); cut > 0 && s.words[cut].Start == at {
		return s.words[0].Start
	}
	return at
}

// datelineFrom is where the dateline ends that begins with a place at word from, or 0.
func (s *sentence) datelineFrom(from int) int {
	first := s.words[from].Text
	if len(first) < 3 || !startsLower(strings.ToLower(first)) || startsLower(first) {
		return 0
	}
	capitals := strings.ToUpper(first) == first
	for i := from + 1; i < min(len(s.words)-1, from+longestDateline); i++ {
		w := s.words[i]
		switch {
		case isDash(w.Text) && w.Start > s.words[i-1].End:
			if capitals || s.words[i-1].Text == ")" {
				return i + 1
			}
			return 0
		case startsLower(w.Text) && w.Low != "of" && w.Low != "the":
			return 0
		}
	}
	return 0
}

func isDash(t string) bool { return t == "-" || t == "--" || t == "—" || t == "–" || t == "―" }
