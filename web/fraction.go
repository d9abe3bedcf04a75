package web

import "math/big"

// fraction reads a weight as a certificate writes it ("1/2") to draw by; what
// it cannot read weighs nothing.
func fraction(text string) float64 {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return 0
	}
	x, _ := r.Float64()
	return x
}
