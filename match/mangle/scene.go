package mangle

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
)

// Scene draws a picture that is like no other seed's: ground and sky, many
// overlapping shapes, grain. It stands in for photographs in tests.
func Scene(seed uint64, w, h int) *image.RGBA {
	rng := rand.New(rand.NewPCG(seed, 2))
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	gradient(out, rng)
	for range 40 + rng.IntN(40) {
		shape(out, rng)
	}
	for i := range out.Pix {
		if i%4 != 3 {
			out.Pix[i] = clamp(float64(out.Pix[i]) + 4*rng.NormFloat64())
		}
	}
	return out
}

func anyColour(rng *rand.Rand) color.RGBA {
	return color.RGBA{uint8(rng.IntN(256)), uint8(rng.IntN(256)), uint8(rng.IntN(256)), 255}
}

func gradient(out *image.RGBA, rng *rand.Rand) {
	top, bottom := anyColour(rng), anyColour(rng)
	w, h := out.Rect.Dx(), out.Rect.Dy()
	for y := range h {
		f := float64(y) / float64(h)
		c := color.RGBA{
			clamp(float64(top.R)*(1-f) + float64(bottom.R)*f), clamp(float64(top.G)*(1-f) + float64(bottom.G)*f),
			clamp(float64(top.B)*(1-f) + float64(bottom.B)*f), 255}
		for x := range w {
			out.SetRGBA(x, y, c)
		}
	}
}

// shape draws an ellipse or a tilted box, striped or plain.
func shape(out *image.RGBA, rng *rand.Rand) {
	w, h := float64(out.Rect.Dx()), float64(out.Rect.Dy())
	cx, cy := rng.Float64()*w, rng.Float64()*h
	rx, ry := (0.02+0.13*rng.Float64())*w, (0.02+0.13*rng.Float64())*w
	sin, cos := math.Sincos(rng.Float64() * math.Pi)
	plain, stripe := anyColour(rng), anyColour(rng)
	round, step := rng.IntN(2) == 0, 3+rng.Float64()*20
	if rng.IntN(2) == 0 {
		stripe = plain
	}
	reach := math.Hypot(rx, ry)
	for y := max(0, int(cy-reach)); y < min(int(h), int(cy+reach)); y++ {
		for x := max(0, int(cx-reach)); x < min(int(w), int(cx+reach)); x++ {
			dx, dy := float64(x)-cx, float64(y)-cy
			u, v := (cos*dx+sin*dy)/rx, (cos*dy-sin*dx)/ry
			if round && u*u+v*v > 1 || !round && (math.Abs(u) > 1 || math.Abs(v) > 1) {
				continue
			}
			c := plain
			if int((u+1)*rx/step)%2 == 0 {
				c = stripe
			}
			out.SetRGBA(x, y, c)
		}
	}
}
