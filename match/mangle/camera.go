package mangle

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
)

// screenPhoto photographs the picture off a screen: turned up to 10 degrees
// around both axes and a little in the hand, the screen's frame and the room
// around it, a soft lens, uneven light, scan lines and noise.
func screenPhoto(img *image.RGBA, rng *rand.Rand) *image.RGBA {
	angle := func(most float64) float64 { return (2*rng.Float64() - 1) * most * math.Pi / 180 }
	w, h := img.Rect.Dx(), img.Rect.Dy()
	shape := float64(h) / float64(w)
	back := cameraBack(angle(10), angle(10), angle(2), 1.12+0.1*shape) // the screen does not quite fill the picture
	out := canvas(w, h, color.Black)
	frame := color.RGBA{15, 15, 16, 255}
	room := color.RGBA{uint8(90 + rng.IntN(80)), uint8(80 + rng.IntN(70)), uint8(70 + rng.IntN(70)), 255}
	lineStep := 2.2 + rng.Float64()
	for y := range h {
		for x := range w {
			sx, sy := back((float64(x)+0.5)/float64(w)*2-1, ((float64(y)+0.5)/float64(h)*2-1)*shape)
			u, v := (sx+1)/2*float64(w), (sy/shape+1)/2*float64(h)
			light := 0.85 + 0.2*float64(x)/float64(w) - 0.1*float64(y)/float64(h)
			light *= 1 + 0.03*math.Sin(2*math.Pi*v/lineStep)
			c := lookUp(img, u, v, frame, room)
			out.SetRGBA(x, y, color.RGBA{
				clamp(float64(c.R)*light + 3*rng.NormFloat64()), clamp(float64(c.G)*light + 3*rng.NormFloat64()),
				clamp(float64(c.B)*light + 3*rng.NormFloat64()), 255})
		}
	}
	return out
}

// cameraBack returns where on a flat screen, two units wide, a camera turned by
// the given angles sees the point x, y of its own picture; the picture's sides are
// zoom times as long as the screen's.
func cameraBack(pan, tilt, roll, zoom float64) func(x, y float64) (float64, float64) {
	const distance = 3.0
	sp, cp := math.Sincos(pan)
	st, ct := math.Sincos(tilt)
	sr, cr := math.Sincos(roll)
	return func(x, y float64) (float64, float64) {
		x, y = x*zoom, y*zoom
		x, y = cr*x-sr*y, sr*x+cr*y
		// The ray through (x, y, distance), turned back, meets the screen's plane.
		dx, dy, dz := x, y, distance
		dy, dz = ct*dy-st*dz, st*dy+ct*dz
		dx, dz = cp*dx-sp*dz, sp*dx+cp*dz
		ox, oy, oz := distance*sp*ct, st*distance, -distance*ct*cp
		t := -oz / dz
		return ox + dx*t, oy + dy*t
	}
}

// lookUp samples softly, and sees the screen's frame and the room beyond the picture.
func lookUp(img *image.RGBA, u, v float64, frame, room color.RGBA) color.RGBA {
	w, h := float64(img.Rect.Dx()), float64(img.Rect.Dy())
	rim := 0.03 * w
	switch {
	case u < -rim || v < -rim || u > w+rim || v > h+rim:
		return room
	case u < 0 || v < 0 || u >= w || v >= h:
		return frame
	}
	var r, g, b, n float64
	for _, d := range [5][2]float64{{0, 0}, {-0.7, 0}, {0.7, 0}, {0, -0.7}, {0, 0.7}} {
		x, y := min(max(u+d[0], 0), w-1), min(max(v+d[1], 0), h-1)
		c := img.RGBAAt(int(x), int(y))
		r, g, b, n = r+float64(c.R), g+float64(c.G), b+float64(c.B), n+1
	}
	return color.RGBA{clamp(r / n), clamp(g / n), clamp(b / n), 255}
}

// quoted shows the picture at a quarter of the width and height, within another.
func quoted(img, behind *image.RGBA, rng *rand.Rand) *image.RGBA {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := canvas(w, h, color.Black)
	paste(out, out.Rect, behind)
	iw, ih := w/4, h/4
	x, y := w/20, h/20
	if rng.IntN(2) == 0 {
		x = w - iw - x
	}
	if rng.IntN(2) == 0 {
		y = h - ih - y
	}
	paste(out, image.Rect(x, y, x+iw, y+ih), img)
	return out
}
