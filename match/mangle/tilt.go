package mangle

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
)

// Filling is what an editor puts where a tilted picture leaves its frame empty.
type Filling string

// The fillings that editors offer.
const (
	Black    Filling = "black"
	DrawnOut Filling = "edge drawn out"
	Mirrored Filling = "mirrored"
	Inside   Filling = "cut to what is full"
)

// Fillings lists them.
func Fillings() []Filling { return []Filling{Black, DrawnOut, Mirrored, Inside} }

// insideZoom is the part of a tilted picture that is full whatever the tilt.
const insideZoom = 0.8

// Tilt shows the picture as if turned by up to 10 degrees around both axes and 3
// in its plane, cut off where it leaves the frame and filled where it does not
// reach. It is a copy.
func Tilt(img image.Image, with Filling, seed uint64) *image.RGBA {
	rng := rand.New(rand.NewPCG(seed, 4))
	angle := func(most float64) float64 { return (2*rng.Float64() - 1) * most * math.Pi / 180 }
	src := RGBA(img)
	w, h := float64(src.Rect.Dx()), float64(src.Rect.Dy())
	zoom := 1.0
	if with == Inside {
		zoom = insideZoom
	}
	back := cameraBack(angle(10), angle(10), angle(3), zoom)
	out := canvas(src.Rect.Dx(), src.Rect.Dy(), color.Black)
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			u, v := back((2*float64(x)+1)/w-1, ((2*float64(y)+1)/h-1)*h/w)
			u, v = (u+1)/2*w-0.5, (v*w/h+1)/2*h-0.5
			beyond := u < -0.5 || v < -0.5 || u > w-0.5 || v > h-0.5
			switch {
			case beyond && with == Black:
				continue
			case beyond && with == Mirrored:
				u, v = folded(u, w), folded(v, h)
			}
			out.SetRGBA(x, y, between(src, u, v))
		}
	}
	return out
}

// folded brings a coordinate back into a side, as in a mirror at its end.
func folded(u, side float64) float64 {
	if u < -0.5 {
		u = -1 - u
	}
	if u > side-0.5 {
		u = 2*side - 1 - u
	}
	return u
}
