package pdq

import (
	"math"

	"github.com/atleast-desk/atleast/match/luma"
)

const kept = 16 // frequencies kept along each axis, from 1; 0 is the mean and left out

// Spectrum is the lowest 16 by 16 frequencies of a picture, the mean left out:
// row i holds frequency i+1 down, column j frequency j+1 across.
type Spectrum [kept][kept]float32

// cosines[i][k] is the share of point k in frequency i+1. Points k and 63-k
// have equal shares in even frequencies and opposite ones in odd, so half of
// them are enough.
var cosines = func() (c [kept][grid / 2]float32) {
	scale := math.Sqrt(2.0 / grid)
	for i := range c {
		for k := range c[i] {
			c[i][k] = float32(scale * math.Cos(math.Pi/(2*grid)*float64((i+1)*(2*k+1))))
		}
	}
	return c
}()

// Spectrum returns the frequencies of the points (a cosine transform).
func (p *Points) Spectrum() *Spectrum {
	var down [kept][grid]float32
	for k := range grid / 2 {
		var even, odd [grid]float32
		for j := range grid {
			even[j] = p[k][j] + p[grid-1-k][j]
			odd[j] = p[k][j] - p[grid-1-k][j]
		}
		for i := range kept {
			if i%2 == 0 { // frequency i+1 is odd
				addRow(&down[i], &odd, cosines[i][k])
			} else {
				addRow(&down[i], &even, cosines[i][k])
			}
		}
	}
	var out Spectrum
	for i := range down {
		transformRow(&out[i], &down[i])
	}
	return &out
}

func transformRow(out *[kept]float32, row *[grid]float32) {
	var even, odd [grid / 2]float32
	for k := range even {
		even[k] = row[k] + row[grid-1-k]
		odd[k] = row[k] - row[grid-1-k]
	}
	for j := range out {
		half := &even
		if j%2 == 0 {
			half = &odd
		}
		var sum float32
		for k, c := range &cosines[j] {
			sum += c * half[k]
		}
		out[j] = sum
	}
}

// Hash sets the bit of each frequency that is stronger than the median.
func (s *Spectrum) Hash() Hash {
	var flat [kept * kept]float32
	for i := range s {
		copy(flat[i*kept:], s[i][:])
	}
	middle := median(flat[:])
	var h Hash
	for k, v := range flat {
		if v > middle {
			h.setBit(k)
		}
	}
	return h
}

// Turned returns the spectrum of the picture laid down as t says, without
// looking at the picture again: axes swap, and odd frequencies change sign
// along an axis that is reversed.
func (s *Spectrum) Turned(t luma.Turn) *Spectrum {
	var out Spectrum
	swap := t.Swaps()
	for i := range s {
		for j := range s[i] {
			v := s[i][j] // frequency i+1 down and j+1 across of the stored picture
			if t.ReversesAcross() && j%2 == 0 {
				v = -v
			}
			if t.ReversesDown() && i%2 == 0 {
				v = -v
			}
			if swap {
				out[j][i] = v
			} else {
				out[i][j] = v
			}
		}
	}
	return &out
}

// Hashes returns the fingerprints of the picture in all eight turns.
func (s *Spectrum) Hashes() (all [luma.Turns]Hash) {
	for t := range all {
		all[t] = s.Turned(luma.Turn(t)).Hash()
	}
	return all
}
