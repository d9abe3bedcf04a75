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
// place in capitals, a day and an agency or neither, and a dash.
func (s *sentence) datelineEnd() int {
	if len(s.words[0].Text) < 3 || strings.ToUpper(s.words[0].Text) != s.words[0].Text || !startsLower(strings.ToLower(s.words[0].Text)) {
		return 0
	}
	for i, w := range s.words[:min(len(s.words)-1, longestDateline)] {
		switch {
		case i == 0:
		case isDash(w.Text) && w.Start > s.words[i-1].End:
			return i + 1
		case startsLower(w.Text) && w.Low != "of" && w.Low != "the":
			return 0
		}
	}
	return 0
}

func isDash(t string) bool { return t == "-" || t == "--" || t == "—" || t == "–" || t == "―" }
