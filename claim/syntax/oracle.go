package syntax

// By how much the right move, tag or relation must lead in training. Without a margin
// a linear model learns nothing more once it is right by a hair.
const (
	moveMargin = 100
	nameMargin = 30
)

// parser learns the moves and the relations from trees, along the way that it goes
// itself, mistakes included.
func (t Training) parser(sentences [][]Word) (p, labels *perceptron) {
	p = newPerceptron(moves, moveMargin)
	labels = newPerceptron(valuesOf(sentences, func(w Word) string { return w.Rel }), nameMargin)
	t.inOrder(sentences, func(gold, words []Word) {
		s := newState(words)
		heads := headsOf(gold)
		for !s.done() {
			features := s.extract()
			scores := p.score(features)
			guess := highest(scores, s.allows)
			good := s.free(heads)
			truth := highest(scores, func(m int) bool { return good[m] })
			p.update(features, scores, truth, highest(scores, func(m int) bool { return s.allows(m) && !good[m] }))
			top := s.at(0)
			s.apply(guess)
			if guess != shift {
				t.relation(labels, s, top, gold[top], heads[top])
			}
		}
	})
	return p, labels
}

// relation lets labels name the relation of a word that was attached just now, and
// learn from it where its head is right.
func (t Training) relation(labels *perceptron, s *state, child int, gold Word, head int) {
	features := s.labelFeatures(nil, child)
	scores := labels.score(features)
	guess := highest(scores, anyClass)
	if s.head[child] == head {
		truth := labels.index[gold.Rel]
		labels.update(features, scores, truth, highest(scores, butNot(truth)))
	}
	s.named(child, guess, labels.classes[guess])
}

func butNot(class int) func(int) bool { return func(c int) bool { return c != class } }

func headsOf(words []Word) []int {
	heads := make([]int, len(words))
	for i, w := range words {
		heads[i] = w.Head
		if w.Head < 0 {
			heads[i] = len(words)
		}
	}
	return heads
}

// free says which moves lose no dependency of the gold tree (Goldberg and Nivre's dynamic oracle).
func (s *state) free(gold []int) [3]bool {
	good := [3]bool{s.allows(shift), s.allows(right), s.allows(left)}
	if len(s.stack) == 0 {
		return good
	}
	top, next := s.at(0), s.next
	linked := func(a, b int) bool { return a < len(gold) && gold[a] == b || b < len(gold) && gold[b] == a }
	if next < s.root() {
		for _, below := range s.stack[:len(s.stack)-1] {
			good[shift] = good[shift] && !linked(next, below)
		}
		// The top may still wait for a head further right, or take next as its dependent.
		good[shift] = good[shift] && gold[top] != next
	}
	for later := next + 1; later <= s.root(); later++ {
		if linked(later, top) {
			good[left], good[right] = false, false
		}
	}
	if next < len(gold) && gold[next] == top {
		good[left], good[right] = false, false
	}
	if len(s.stack) >= 2 && gold[top] == s.at(1) {
		good[left] = false
	}
	if gold[top] == next {
		good[right] = false
	}
	return good
}
