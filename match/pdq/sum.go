package pdq

import (
	"slices"

	"github.com/atleast-desk/atleast/match/luma"
)

// smallest is the shortest side that can be fingerprinted; below it the hash
// and its quality are zero.
const smallest = 5

// Points is a picture reduced to 64 by 64 points of brightness, 0 to 255: all
// that a fingerprint is computed from.
type Points [grid][grid]float32

// Sum returns the fingerprint of a picture and its quality, 0 to 100: how much
// there is to see in it. Fingerprints of quality under 50 say little, and equal
// ones prove nothing.
func Sum(p luma.Picture) (Hash, int) {
	points, ok := Reduce(p)
	if !ok {
		return Hash{}, 0
	}
	return points.Hash(), points.Quality()
}

// Reduce returns the points of a picture, or false if it is under five pixels
// wide or high.
func Reduce(p luma.Picture) (*Points, bool) {
	if p.FullW < smallest || p.FullH < smallest || p.W == 0 || p.H == 0 {
		return nil, false
	}
	thin := p.FullW > thinned || p.FullH > thinned
	across := axis{full: p.FullW, have: p.W, step: p.Step, thin: thin}.windows()
	down := axis{full: p.FullH, have: p.H, step: p.Step, thin: thin}.windows()

	var out Points
	var row [grid]float32
	next := 0 // rows before it are done with: windows of neighbours may overlap
	for y := range p.H {
		for next < grid && y >= down[next].from+len(down[next].weights) {
			next++
		}
		if next == grid {
			break
		}
		if y < down[next].from {
			continue
		}
		sumRow(&row, p.Row(y), across)
		for i := next; i < grid && y >= down[i].from; i++ {
			if k := y - down[i].from; k < len(down[i].weights) {
				addRow(&out[i], &row, down[i].weights[k])
			}
		}
	}
	return &out, true
}

// sumRow weighs one row of pixels into 64 points.
func sumRow(out *[grid]float32, pix []uint8, across *[grid]window) {
	for i := range across {
		w := &across[i]
		src := pix[w.from:]
		src = src[:len(w.weights)]
		var sum float32
		for k, weight := range w.weights {
			sum += weight * float32(src[k])
		}
		out[i] = sum
	}
}

func addRow(out, row *[grid]float32, weight float32) {
	for i, v := range row {
		out[i] += weight * v
	}
}

// Hash returns the fingerprint of the points.
func (p *Points) Hash() Hash { return p.Spectrum().Hash() }

// Quality returns how much there is to see, 0 to 100: the sum of the
// differences between neighbouring points that are large enough to notice.
func (p *Points) Quality() int {
	sum := 0
	for i := range grid {
		for j := range grid {
			if i+1 < grid {
				sum += notable(p[i][j] - p[i+1][j])
			}
			if j+1 < grid {
				sum += notable(p[i][j] - p[i][j+1])
			}
		}
	}
	return min(100, sum/90)
}

// notable is a difference in hundredths of the whole range, fractions dropped.
func notable(d float32) int {
	n := int(d * 100 / 255)
	if n < 0 {
		return -n
	}
	return n
}

// median returns the lower median, which is what the published program calls one.
func median(values []float32) float32 {
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	return sorted[(len(sorted)-1)/2]
}

// enoughSide is the longer side from which a JPEG's fingerprint no longer gains:
// those of shrunk planes stay within ten bits of the published program's.
const enoughSide = 200

// Read returns the fingerprint of an encoded picture and its quality, as the
// published program prints them: pixels as stored, orientation ignored. Of a
// large JPEG no more is decoded than the fingerprint needs. The error wraps one
// of package luma's.
func Read(b []byte) (Hash, int, error) {
	p, err := luma.Read(b, enoughSide)
	if err != nil {
		return Hash{}, 0, err
	}
	h, quality := Sum(p)
	return h, quality, nil
}
