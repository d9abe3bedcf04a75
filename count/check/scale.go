package check

import (
	"fmt"
	"math/big"
)

// scale is the common denominator of some weights.
type scale struct {
	denominator *big.Int
	sum         *big.Rat // of the weights' sizes
}

func newScale() scale { return scale{big.NewInt(1), new(big.Rat)} }

// add takes in one more weight; nil is zero.
func (s scale) add(w *big.Rat) {
	if w == nil || s.denominator.BitLen() > 64 {
		return
	}
	if !w.IsInt() {
		shared := new(big.Int).GCD(nil, nil, s.denominator, w.Denom())
		s.denominator.Mul(s.denominator, shared.Quo(w.Denom(), shared))
	}
	s.sum.Add(s.sum, new(big.Rat).Abs(w))
}

// tooFine refuses weights whose sums might not fit in 64 bits.
func (s scale) tooFine() error {
	if s.denominator.Cmp(big.NewInt(maxScale)) > 0 {
		return fmt.Errorf("weights: %w: their common denominator is above %d", ErrBudget, int64(maxScale))
	}
	scaled := new(big.Rat).SetInt(s.denominator)
	if scaled.Mul(scaled, s.sum).Cmp(new(big.Rat).SetInt64(maxScaled)) > 0 {
		return fmt.Errorf("weights: %w: their sum over the denominator is above %d", ErrBudget, int64(maxScaled))
	}
	return nil
}

// of is the weight in whole units.
func (s scale) of(w *big.Rat) int64 {
	if w == nil {
		return 0
	}
	units := new(big.Rat).SetInt(s.denominator)
	return units.Mul(units, w).Num().Int64()
}
