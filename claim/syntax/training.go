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
	// Vectors tell which words are alike, of those too that no sentence holds.
	Vectors *Vectors
}

// Learn reads a tagger, a parser and a labeller from parsed sentences and
// writes them to out as one model.
func (t Training) Learn(sentences [][]Word, out io.Writer) error {
	packed, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(packed)
	kin := t.Vectors.groups(sentences, t.Seed)
	for _, s := range sentences {
		kin.mark(s)
	}
	learnt := t.tagger(sentences)
	moves, relations := t.parser(t.crossTagged(sentences))
	if err := kin.write(w); err != nil {
		return err
	}
	for _, p := range []*perceptron{learnt, moves, relations} {
		if err := p.finish(leastInModel).write(w, p.classes); err != nil {
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

// inOrder calls see for a copy of every sentence, in a new order each round.
// Now and then words of the copy are unknown, the rarer the more often, so that
// what is learnt of their groups suffices without them.
func (t Training) inOrder(sentences [][]Word, see func(gold, copied []Word)) {
	random := rand.New(rand.NewPCG(t.Seed, 1))
	counts := formCounts(sentences)
	for range t.Rounds {
		for _, i := range random.Perm(len(sentences)) {
			s := slices.Clone(sentences[i])
			for j := range s {
				if random.Float64() < 1/(1+float64(counts[s[j].form])) {
					s[j].form = rare
				}
			}
			see(sentences[i], s)
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
	p := newPerceptron(valuesOf(sentences, func(w Word) string { return w.Tag }), nameMargin)
	var features []uint64
	t.inOrder(sentences, func(gold, s []Word) {
		for i := range s {
			features = tagFeatures(features[:0], s, i)
			scores := p.score(features)
			truth := p.index[gold[i].Tag]
			p.update(features, scores, truth, highest(scores, butNot(truth)))
			s[i].setTag(p.classes[highest(scores, anyClass)])
		}
	})
	return p
}

// folds is in how many parts the corpus is tagged by a tagger that has not seen
// the part, so that the parser learns to live with the tagger's mistakes.
const folds = 4

func (t Training) crossTagged(sentences [][]Word) [][]Word {
	out := make([][]Word, len(sentences))
	quick := Training{Rounds: max(1, t.Rounds/2), Seed: t.Seed}
	for fold := range folds {
		var seen [][]Word
		for i, s := range sentences {
			if i%folds != fold {
				seen = append(seen, s)
			}
		}
		learnt := quick.tagger(seen)
		quickly := tagger{newWeights(learnt.classes, learnt.finish(leastInTraining))}
		for i := fold; i < len(sentences); i += folds {
			out[i] = slices.Clone(sentences[i])
			quickly.tag(out[i], nil)
		}
	}
	return out
}

func highest(scores []float32, allowed func(int) bool) int {
	found := -1
	for c, s := range scores {
		if allowed(c) && (found < 0 || s > scores[found]) {
			found = c
		}
	}
	return found
}
