package syntax

// freeFromMarks takes dependents away from punctuation, which has none in a treebank:
// they depend on what the mark depends on, or the first of them takes its place.
func freeFromMarks(words []Word) {
	for i := range words {
		h := words[i].Head
		if h < 0 || isMark(words[i]) || !isMark(words[h]) {
			continue
		}
		above := aboveMarks(words, h)
		if !isMark(words[above]) {
			words[i].Head = above
			continue
		}
		words[above].Head, words[above].Rel = i, "punct"
		words[i].Head, words[i].Rel = -1, "root"
	}
}

// aboveMarks returns the nearest word above a mark that is none, or the topmost mark.
func aboveMarks(words []Word, mark int) int {
	for isMark(words[mark]) && words[mark].Head >= 0 {
		mark = words[mark].Head
	}
	return mark
}

func isMark(w Word) bool {
	switch w.Tag {
	case ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH":
		return true
	}
	return false
}
