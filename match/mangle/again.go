package mangle

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
)

// Again stands in for a second photograph of the same scene moments later, from
// a step aside: near things shift against far ones, a few things have moved, the
// camera is held a little differently. It is another picture, and must not be
// taken for a copy. The parallax is the largest shift between near and far, as a
// part of the width.
func Again(img image.Image, parallax float64, seed uint64) *image.RGBA {
	rng := rand.New(rand.NewPCG(seed, 3))
	src := RGBA(img)
	w, h := src.Rect.Dx(), src.Rect.Dy()
	depth := relief(rng)
	shift := parallax * float64(w)
	zoom, aside, above := 1+0.02*rng.NormFloat64(), 0.02*float64(w)*rng.NormFloat64(), 0.02*float64(h)*rng.NormFloat64()
	sin, cos := math.Sincos(rng.NormFloat64() * math.Pi / 180)
	movers := walking(rng, w, h, shift)
	out := canvas(w, h, color.Black)
	for y := range h {
		for x := range w {
			u, v := float64(x)/float64(w), float64(y)/float64(h)
			near := depth(u, v)
			cx, cy := (float64(x)-float64(w)/2)*zoom, (float64(y)-float64(h)/2)*zoom
			sx := cos*cx - sin*cy + float64(w)/2 + aside + shift*near
			sy := sin*cx + cos*cy + float64(h)/2 + above + 0.2*shift*near
			for _, m := range movers {
				if math.Hypot((u-m.x)/m.rx, (v-m.y)/m.ry) < 1 {
					sx += m.dx
				}
			}
			c := src.RGBAAt(int(min(max(sx, 0), float64(w-1))), int(min(max(sy, 0), float64(h-1))))
			noise := 3 * rng.NormFloat64()
			out.SetRGBA(x, y, color.RGBA{clamp(float64(c.R) + noise), clamp(float64(c.G) + noise), clamp(float64(c.B) + noise), 255})
		}
	}
	return out
}

// relief is how near each point is, from -0.5 for far to 0.5: the ground comes
// nearer towards the bottom, and things stand on it.
func relief(rng *rand.Rand) func(u, v float64) float64 {
	const things = 6
	var at [things][4]float64
	for i := range at {
		at[i] = [4]float64{rng.Float64(), rng.Float64(), 0.08 + 0.15*rng.Float64(), rng.Float64() - 0.5}
	}
	return func(u, v float64) float64 {
		near := 0.5*v - 0.25
		for _, t := range at {
			if math.Hypot(u-t[0], (v-t[1])/1.8) < t[2] {
				near = t[3]
			}
		}
		return near
	}
}

// mover is a part of the scene, in fractions, that has moved by dx pixels.
type mover struct{ x, y, rx, ry, dx float64 }

func walking(rng *rand.Rand, w, h int, shift float64) []mover {
	movers := make([]mover, 3)
	for i := range movers {
		size := 0.05 + 0.05*rng.Float64()
		movers[i] = mover{rng.Float64(), rng.Float64(), size, 1.5 * size * float64(w) / float64(h), (2*rng.Float64() - 1) * (shift + 0.04*float64(w))}
	}
	return movers
}
