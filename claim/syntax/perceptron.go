package syntax

import (
	"math"
	"slices"
)

// perceptron learns a linear classifier from its mistakes and keeps the average
// of all the weights it has had (Freund and Schapire), which generalises better
// than the last ones.
type perceptron struct {
	classes []string
	index   map[string]int
	rows    map[uint32][]average
	seen    float64
}

type average struct {
	now, total, since float64
}

func newPerceptron(classes []string) *perceptron {
	p := &perceptron{classes: classes, index: map[string]int{}, rows: map[uint32][]average{}}
	for i, c := range classes {
		p.index[c] = i
	}
	return p
}

func (p *perceptron) score(features []uint64) []float64 {
	scores := make([]float64, len(p.classes))
	for _, f := range features {
		for c, a := range p.rows[keyOf(f)] {
			scores[c] += a.now
		}
	}
	return scores
}

// update moves the weights of the features from the guess to the truth.
func (p *perceptron) update(features []uint64, truth, guess int) {
	p.seen++
	if truth == guess {
		return
	}
	for _, f := range features {
		row := p.rows[keyOf(f)]
		if row == nil {
			row = make([]average, len(p.classes))
			p.rows[keyOf(f)] = row
		}
		p.bump(&row[truth], 1)
		p.bump(&row[guess], -1)
	}
}

func (p *perceptron) bump(a *average, by float64) {
	a.total += (p.seen - a.since) * a.now
	a.since = p.seen
	a.now += by
}

// weightScale turns averaged weights into whole numbers.
const weightScale = 64

// dropped is how large a weight must be to be kept.
const dropped = 20

// finish averages, rounds and drops what rounds to nothing; rows are in the
// order of their keys, so that the same corpus gives the same file.
func (p *perceptron) finish() (*weights, []uint32, [][]vote) {
	var keys []uint32
	var rows [][]vote
	all := make([]uint32, 0, len(p.rows))
	for key := range p.rows {
		all = append(all, key)
	}
	slices.Sort(all)
	for _, key := range all {
		var row []vote
		for c, a := range p.rows[key] {
			mean := (a.total + (p.seen-a.since)*a.now) / max(1, p.seen)
			if w := math.Round(weightScale * mean); math.Abs(w) >= dropped {
				row = append(row, vote{uint16(c), int16(max(-32000, min(32000, w)))})
			}
		}
		if row != nil {
			keys, rows = append(keys, key), append(rows, row)
		}
	}
	w := &weights{classes: p.classes}
	w.place(keys, rows)
	return w, keys, rows
}
