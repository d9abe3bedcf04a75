package mangle

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
)

// cameraPart is the part of each side of the photograph that both cameras of
// Again see: enough is left around it for the second to look aside.
const cameraPart = 0.84

// Again draws two photographs of the same scene out of one: the first is its
// middle, the second is taken moments later, from a step aside: near things shift
// against far ones, a few things have moved, the camera is held a little
// differently, the noise is another. Neither is a copy of the other. The parallax
// is the largest shift between near and far, as a part of the width.
func Again(img image.Image, parallax float64, seed uint64) (first, second *image.RGBA) {
	rng := rand.New(rand.NewPCG(seed, 3))
	src := RGBA(img)
	full := src.Rect.Size()
	w, h := int(cameraPart*float64(full.X)), int(cameraPart*float64(full.Y))
	left, top := (full.X-w)/2, (full.Y-h)/2
	depth := relief(rng)
	shift := parallax * float64(w)
	zoom, aside, above := 1+0.02*rng.NormFloat64(), 0.02*float64(w)*rng.NormFloat64(), 0.02*float64(h)*rng.NormFloat64()
	sin, cos := math.Sincos(rng.NormFloat64() * math.Pi / 180)
	movers := walking(rng, w, h, shift)
	first, second = canvas(w, h, color.Black), canvas(w, h, color.Black)
	for y := range h {
		for x := range w {
			first.SetRGBA(x, y, src.RGBAAt(left+x, top+y))
			u, v := float64(x)/float64(w), float64(y)/float64(h)
			near := depth(u, v)
			cx, cy := (float64(x)-float64(w)/2)*zoom, (float64(y)-float64(h)/2)*zoom
			sx := cos*cx - sin*cy + float64(full.X)/2 + aside + shift*near
			sy := sin*cx + cos*cy + float64(full.Y)/2 + above + 0.2*shift*near
			for _, m := range movers {
				if math.Hypot((u-m.x)/m.rx, (v-m.y)/m.ry) < 1 {
					sx += m.dx
				}
			}
			second.SetRGBA(x, y, grained(between(src, sx, sy), 3, rng))
		}
	}
	return first, second
}

// grained adds noise of the given deviation, the same to all colours.
func grained(c color.RGBA, sigma float64, rng *rand.Rand) color.RGBA {
	noise := sigma * rng.NormFloat64()
	return color.RGBA{clamp(float64(c.R) + noise), clamp(float64(c.G) + noise), clamp(float64(c.B) + noise), 255}
}

// between is the colour between the four pixels around x, y; beyond the picture
// that of its edge.
func between(img *image.RGBA, x, y float64) color.RGBA {
	x, y = min(max(x, 0), float64(img.Rect.Dx()-1)), min(max(y, 0), float64(img.Rect.Dy()-1))
	x0, y0 := int(x), int(y)
	x1, y1 := min(x0+1, img.Rect.Dx()-1), min(y0+1, img.Rect.Dy()-1)
	fx, fy := x-float64(x0), y-float64(y0)
	p, q, r, s := img.RGBAAt(x0, y0), img.RGBAAt(x1, y0), img.RGBAAt(x0, y1), img.RGBAAt(x1, y1)
	mix := func(p, q, r, s uint8) uint8 {
		return clamp((float64(p)*(1-fx)+float64(q)*fx)*(1-fy) + (float64(r)*(1-fx)+float64(s)*fx)*fy)
	}
	return color.RGBA{mix(p.R, q.R, r.R, s.R), mix(p.G, q.G, r.G, s.G), mix(p.B, q.B, r.B, s.B), 255}
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
