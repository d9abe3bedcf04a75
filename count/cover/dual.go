package cover

import (
	"math"
	"math/big"
)

// denominators are tried in turn for weights that a person can check by hand.
// Beyond them the weights are as fine as the floating point.
var denominators = []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 18, 20, 24, 28, 30, 36, 40, 48, 60, 72, 84, 90, 120, 180, 240, 360, 420, 840, 2520, scale}

// certify turns the duals of a relaxation into a proof in fractions: whole
// weights k, divided by the weight M of the heaviest type under them. Whatever
// the floating point did, no type then weighs more than 1. It returns the
// simplest proof whose floor reaches target, else the highest found.
func (r *relaxation) certify(target int64) *Proof {
	var best *Proof
	for _, d := range denominators {
		if !r.promises(d, target) && d != scale {
			continue
		}
		proof := r.certifyAt(d)
		if proof == nil {
			continue
		}
		if proof.Impossible || proof.Floor >= target {
			return proof
		}
		if best == nil || proof.Floor > best.Floor {
			best = proof
		}
	}
	return best
}

// promises reports whether weights of denominator d could reach the target.
func (r *relaxation) promises(d float64, target int64) bool {
	sum := 0.0
	for i := range r.rows {
		sum += float64(r.dual(i, d)) * r.right[i]
	}
	return sum > float64(target-1)*d*(1-1e-9)-0.5
}

func (r *relaxation) certifyAt(d float64) *Proof {
	weight, terms := r.weights(d)
	s, complete := r.heaviest(weight, terms, 0)
	if !complete {
		return nil
	}
	sum := new(big.Int)
	for i, row := range r.rows {
		k := big.NewInt(r.dual(i, d))
		sum.Add(sum, k.Mul(k, big.NewInt(row.right)))
	}
	if s == nil {
		if sum.Sign() <= 0 {
			return nil
		}
		return r.proof(d, int64(d), math.MaxInt64, true)
	}
	heaviest := weigh(s, weight, terms)
	if sum.Sign() < 0 {
		sum.SetInt64(0)
	}
	floor, rest := new(big.Int).DivMod(sum, big.NewInt(heaviest), new(big.Int))
	if rest.Sign() > 0 {
		floor.Add(floor, big.NewInt(1))
	}
	return r.proof(d, heaviest, floor.Int64(), false)
}

func weigh(s Set, weight []int64, terms []term) int64 {
	sum := int64(0)
	for v := s.First(0); v >= 0; v = s.First(v + 1) {
		sum += weight[v]
	}
	for _, term := range terms {
		if holds(s, term.nodes) {
			sum += term.weight
		}
	}
	return sum
}

// proof writes the duals, whole at denominator d, as fractions of den. The rows
// up to base are groups, the others the splits above.
func (r *relaxation) proof(d float64, den, floor int64, impossible bool) *Proof {
	p := &Proof{Floor: floor, Impossible: impossible}
	weights := make(map[int]*Weight)
	for i, row := range r.rows {
		k := r.dual(i, d)
		f := newFraction(max(k, -k), den)
		switch {
		case i >= r.base:
			p.Terms = append(p.Terms, f)
		case k != 0:
			v := row.nodes[0]
			if weights[v] == nil {
				weights[v] = &Weight{Node: v, Y: Fraction{0, 1}, Z: Fraction{0, 1}}
			}
			if row.atLeast {
				weights[v].Y = f
			} else {
				weights[v].Z = f
			}
		}
	}
	for v := range r.p.Low {
		if w := weights[v]; w != nil {
			p.Weights = append(p.Weights, *w)
		}
	}
	return p
}

func newFraction(num, den int64) Fraction {
	a, b := num, den
	for b != 0 {
		a, b = b, a%b
	}
	return Fraction{num / a, den / a}
}
