package syntax

import (
	"cmp"
	"math"
	"slices"
)

// perceptron learns a linear classifier from its mistakes and keeps the average
// of all the weights it has had (Freund and Schapire), which generalises better
// than the last ones.
type perceptron struct {
	classes []string
	index   map[string]int
	margin  float32   // by how much the right class must lead to be left alone
	table   []place   // open-addressed
	keys    []uint32  // of the rows, in the order in which they came
	now     []float32 // of every row a weight for every class
	sum     []float64 // of every weight its changes, each times how many decisions came before
	seen    float64
	found   []uint32 // the rows of the features scored last
}

// place tells where the row of a feature is; row 0 is an empty place.
type place struct{ key, row uint32 }

func newPerceptron(classes []string, margin float32) *perceptron {
	p := &perceptron{classes: classes, margin: margin, index: map[string]int{}, table: make([]place, 1<<16)}
	for i, c := range classes {
		p.index[c] = i
	}
	p.grow(0)
	return p
}

// grow adds an empty row; the first one is that of features not met yet.
func (p *perceptron) grow(key uint32) uint32 {
	p.keys = append(p.keys, key)
	p.now = append(p.now, make([]float32, len(p.classes))...)
	p.sum = append(p.sum, make([]float64, len(p.classes))...)
	return uint32(len(p.keys) - 1)
}

// score adds up the weights of the features. As in weights.score, all are looked up
// before any is counted.
func (p *perceptron) score(features []uint64) []float32 {
	p.found = p.found[:0]
	mask := uint32(len(p.table) - 1)
	var first [most]place
	for i, f := range features {
		first[i] = p.table[keyOf(f)&mask]
	}
	for i, f := range features {
		key := keyOf(f)
		here := first[i]
		for at := key & mask; here.row != 0 && here.key != key; {
			at = (at + 1) & mask
			here = p.table[at]
		}
		p.found = append(p.found, here.row)
	}
	scores := make([]float32, len(p.classes))
	for _, row := range p.found {
		if row == 0 {
			continue
		}
		at := int(row) * len(scores)
		for c, weight := range p.now[at : at+len(scores)] {
			scores[c] += weight
		}
	}
	return scores
}

// update moves the weights of the features that were scored last from the rival, the
// best of the wrong classes, to the truth, unless the truth leads by the margin. A
// truth or rival below zero is none.
func (p *perceptron) update(features []uint64, scores []float32, truth, rival int) {
	p.seen++
	if truth < 0 || rival < 0 || scores[truth]-scores[rival] > p.margin {
		return
	}
	for i, row := range p.found {
		if row == 0 {
			row = p.add(keyOf(features[i]))
		}
		p.bump(int(row)*len(p.classes)+truth, 1)
		p.bump(int(row)*len(p.classes)+rival, -1)
	}
}

func (p *perceptron) bump(at int, by float32) {
	p.now[at] += by
	p.sum[at] += float64(by) * p.seen
}

// add returns the row of a key, a new one if it has none.
func (p *perceptron) add(key uint32) uint32 {
	if len(p.keys)*2 > len(p.table) {
		p.spread()
	}
	mask := uint32(len(p.table) - 1)
	at := key & mask
	for p.table[at].row != 0 {
		if p.table[at].key == key {
			return p.table[at].row
		}
		at = (at + 1) & mask
	}
	p.table[at] = place{key, p.grow(key)}
	return p.table[at].row
}

// spread makes the table twice as large.
func (p *perceptron) spread() {
	old := p.table
	p.table = make([]place, 2*len(old))
	mask := uint32(len(p.table) - 1)
	for _, here := range old {
		if here.row == 0 {
			continue
		}
		at := here.key & mask
		for p.table[at].row != 0 {
			at = (at + 1) & mask
		}
		p.table[at] = here
	}
}

// weightScale turns averaged weights into whole numbers.
const weightScale = 64

// How large a weight must be to be kept, in the model and in taggers that only the
// training needs, which can be large.
const (
	leastInModel    = 40
	leastInTraining = 12
)

// finish averages, rounds and drops what is below the least; rows are in the
// order of their keys, so that the same corpus gives the same file.
func (p *perceptron) finish(least float64) rows {
	order := make([]int, len(p.keys)-1)
	for i := range order {
		order[i] = i + 1
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(p.keys[a], p.keys[b]) })
	var out rows
	for _, at := range order {
		before := len(out.votes)
		for c := range p.classes {
			if w := p.average(at*len(p.classes) + c); math.Abs(w) >= least {
				out.votes = append(out.votes, vote{uint16(c), int16(max(-32000, min(32000, w)))})
			}
		}
		if len(out.votes) > before {
			out.keys, out.ends = append(out.keys, p.keys[at]), append(out.ends, uint32(len(out.votes)))
		}
	}
	return out
}

// average is the mean of all the values that a weight has had, scaled and rounded.
func (p *perceptron) average(at int) float64 {
	return math.Round(weightScale * (float64(p.now[at]) - p.sum[at]/max(1, p.seen)))
}
