package syntax

import (
	"bufio"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"slices"
)

// Training is how a model is learnt.
type Training struct {
	Rounds int    // how often every sentence is seen
	Seed   uint64 // the order of the sentences
}

// Learn reads a tagger, a parser and a labeller from parsed sentences and
// writes them to out as one model.
func (t Training) Learn(sentences [][]Word, out io.Writer) error {
	packed, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(packed)
	learnt := t.tagger(sentences)
	tagged := t.crossTagged(sentences)
	for _, p := range []*perceptron{learnt, t.parser(tagged), t.labeller(tagged)} {
		done, keys, rows := p.finish()
		if err := done.write(w, keys, rows); err != nil {
			return err
		}
	}
	if err := learnLemmas(sentences).write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return packed.Close()
}

// inOrder calls see for every sentence, in a new order each round.
func (t Training) inOrder(sentences [][]Word, see func([]Word)) {
	random := rand.New(rand.NewPCG(t.Seed, 1))
	for range t.Rounds {
		for _, i := range random.Perm(len(sentences)) {
			see(sentences[i])
		}
	}
}

func valuesOf(sentences [][]Word, value func(Word) string) []string {
	var all []string
	seen := map[string]bool{}
	for _, s := range sentences {
		for _, w := range s {
			if v := value(w); !seen[v] {
				seen[v] = true
				all = append(all, v)
			}
		}
	}
	slices.Sort(all)
	return all
}

func (t Training) tagger(sentences [][]Word) *perceptron {
	p := newPerceptron(valuesOf(sentences, func(w Word) string { return w.Tag }))
	t.inOrder(sentences, func(gold []Word) {
		s := slices.Clone(gold)
		for i := range s {
			features := tagFeatures(nil, s, i)
			guess := highest(p.score(features), anyClass)
			p.update(features, p.index[gold[i].Tag], guess)
			s[i].setTag(p.classes[guess])
		}
	})
	return p
}

// folds is in how many parts the corpus is tagged by a tagger that has not seen
// the part, so that the parser learns to live with the tagger's mistakes.
const folds = 4

func (t Training) crossTagged(sentences [][]Word) [][]Word {
	out := make([][]Word, len(sentences))
	for fold := range folds {
		var seen [][]Word
		for i, s := range sentences {
			if i%folds != fold {
				seen = append(seen, s)
			}
		}
		learnt, _, _ := t.tagger(seen).finish()
		for i := fold; i < len(sentences); i += folds {
			out[i] = slices.Clone(sentences[i])
			tagger{learnt}.tag(out[i], nil)
		}
	}
	return out
}

func (t Training) parser(sentences [][]Word) *perceptron {
	p := newPerceptron(moves)
	t.inOrder(sentences, func(gold []Word) {
		s := newState(slices.Clone(gold))
		heads := headsOf(gold)
		for !s.done() {
			features := slices.Clone(s.extract())
			scores := p.score(features)
			guess := highest(scores, s.allows)
			good := s.free(heads)
			truth := highest(scores, func(m int) bool { return good[m] })
			if truth < 0 || good[guess] {
				truth = guess
			}
			p.update(features, truth, guess)
			s.apply(guess)
		}
	})
	return p
}

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

func (t Training) labeller(sentences [][]Word) *perceptron {
	p := newPerceptron(valuesOf(sentences, func(w Word) string { return w.Rel }))
	t.inOrder(sentences, func(s []Word) {
		tree := familyOf(s)
		for i := range s {
			features := labelFeatures(nil, s, tree, i)
			p.update(features, p.index[s[i].Rel], highest(p.score(features), anyClass))
		}
	})
	return p
}

func highest(scores []float64, allowed func(int) bool) int {
	found := -1
	for c, s := range scores {
		if allowed(c) && (found < 0 || s > scores[found]) {
			found = c
		}
	}
	return found
}
