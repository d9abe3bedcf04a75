package match

import (
	"math"
	"slices"

	"github.com/atleast-desk/atleast/match/luma"
)

// closeup is an overlay made for measuring small shifts: of both pictures what
// stands out from its surroundings, around shade standing.
type closeup struct {
	overlay
	cut []bool // pixels whose shade a camera or an editor may have cut off
}

const (
	standing  = 256 // shade of what does not stand out
	around    = 4   // pixels to each side that are surroundings
	darkest   = 12  // shades beyond which brightness may have been cut off
	brightest = 240
)

// layClosely lays b over a as lay does, but so that nothing seems moved by the
// way it is sampled: through a smooth curve, each pixel the mean of as many
// points as it is larger than b's, both softened alike. What is brighter or
// flatter in one place than in another is levelled.
func layClosely(a, b *side, p Projection) *closeup {
	o := &closeup{overlay: overlay{w: a.fine.W, h: a.fine.H}}
	o.a, o.b = make([]float32, o.w*o.h), make([]float32, o.w*o.h)
	px := p.inPixels(o.w, o.h, b.fine.W, b.fine.H)
	size := math.Sqrt(math.Abs(px.growth(float64(o.w)/2, float64(o.h)/2)))
	n := min(max(int(math.Ceil(size-0.25)), 1), 5)
	for y := range o.h {
		for x := range o.w {
			i := y*o.w + x
			if o.b[i] = meanAt(b.fine, px, x, y, n); o.b[i] == outside {
				o.a[i] = outside
				continue
			}
			o.a[i] = float32(a.fine.Pix[i])
		}
	}
	o.a, o.b = softened(o.a, o.w), softened(o.b, o.w)
	o.cut = make([]bool, len(o.a))
	for i := range o.cut {
		o.cut[i] = min(o.a[i], o.b[i]) < darkest || max(o.a[i], o.b[i]) > brightest
	}
	o.cut = spreadOut(o.cut, o.w)
	o.a, o.b = standingOut(o.a, o.w), standingOut(o.b, o.w)
	return o
}

// spreadOut adds to marked pixels those within two of them across and down,
// whose shades they are part of.
func spreadOut(marked []bool, w int) []bool {
	out := slices.Clone(marked)
	for i, cut := range marked {
		for _, step := range [...]int{-2, -1, 1, 2, -2 * w, -w, w, 2 * w} {
			if j := i + step; cut && j >= 0 && j < len(out) {
				out[j] = true
			}
		}
	}
	return out
}

// standingOut takes the mean of its surroundings from each pixel.
func standingOut(shades []float32, w int) []float32 {
	h := len(shades) / w
	sums, counts := make([]float64, (w+1)*(h+1)), make([]float64, (w+1)*(h+1))
	for y := range h {
		for x := range w {
			i, v, n := (y+1)*(w+1)+x+1, 0.0, 0.0
			if shade := shades[y*w+x]; shade != outside {
				v, n = float64(shade), 1
			}
			sums[i] = v + sums[i-1] + sums[i-w-1] - sums[i-w-2]
			counts[i] = n + counts[i-1] + counts[i-w-1] - counts[i-w-2]
		}
	}
	out := make([]float32, len(shades))
	for i, shade := range shades {
		x0, y0 := max(i%w-around, 0), max(i/w-around, 0)
		x1, y1 := min(i%w+around+1, w), min(i/w+around+1, h)
		in := func(s []float64) float64 { return s[y1*(w+1)+x1] - s[y0*(w+1)+x1] - s[y1*(w+1)+x0] + s[y0*(w+1)+x0] }
		if out[i] = outside; shade != outside {
			out[i] = standing + shade - float32(in(sums)/in(counts))
		}
	}
	return out
}

// meanAt is the mean of n by n points of p within a pixel of another picture.
func meanAt(p luma.Plane, px Projection, x, y, n int) float32 {
	var sum float32
	for i := range n {
		for j := range n {
			u, v := px.At(float64(x)+(float64(i)+0.5)/float64(n), float64(y)+(float64(j)+0.5)/float64(n))
			shade := smoothAt(p, u-0.5, v-0.5)
			if shade == outside {
				return outside
			}
			sum += shade
		}
	}
	return sum / float32(n*n)
}

// smoothAt returns the shade at x, y from the sixteen pixels around it (the
// curve of Catmull and Rom).
func smoothAt(p luma.Plane, x, y float64) float32 {
	if !(x >= -0.5 && y >= -0.5 && x <= float64(p.W)-0.5 && y <= float64(p.H)-0.5) {
		return outside
	}
	x0, y0 := math.Floor(x), math.Floor(y)
	across, down := cubic(float32(x-x0)), cubic(float32(y-y0))
	var sum float32
	for j, weight := range down {
		row := p.Row(min(max(int(y0)+j-1, 0), p.H-1))
		var line float32
		for i, w := range across {
			line += w * float32(row[min(max(int(x0)+i-1, 0), p.W-1)])
		}
		sum += weight * line
	}
	return max(sum, 0)
}

// cubic are the weights of four pixels in a row for a point that lies t after
// the second.
func cubic(t float32) [4]float32 {
	return [4]float32{
		t * (-1 + t*(2-t)) / 2,
		1 + t*t*(-5+3*t)/2,
		t * (1 + t*(4-3*t)) / 2,
		t * t * (t - 1) / 2,
	}
}

// softened weighs every pixel with its neighbours, 1 2 1 in both directions.
// What borders on outside becomes outside.
func softened(shades []float32, w int) []float32 {
	out := make([]float32, len(shades))
	copy(out, shades)
	for _, step := range [2]int{1, w} {
		before := make([]float32, len(out))
		copy(before, out)
		for i := step; i+step < len(out); i++ {
			left, here, right := before[i-step], before[i], before[i+step]
			if left == outside || here == outside || right == outside {
				out[i] = outside
				continue
			}
			out[i] = (left + 2*here + right) / 4
		}
	}
	return out
}
