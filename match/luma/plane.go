// Package luma reads pictures as brightness alone: what fingerprints are made
// of. JPEG is read by a decoder of its own that does no more work than the
// wanted size needs; other formats by the decoders of the Go project. Sizes are
// taken from headers and held to a cap before anything is decoded.
package luma

// Plane is a picture's brightness, one byte a pixel, rows from the top without
// gaps: 0 is black and 255 white.
type Plane struct {
	W, H int
	Pix  []uint8
}

// NewPlane returns a black plane of w by h pixels.
func NewPlane(w, h int) Plane { return Plane{W: w, H: h, Pix: make([]uint8, w*h)} }

// Row returns the pixels of row y. They are the plane's own, not a copy.
func (p Plane) Row(y int) []uint8 { return p.Pix[y*p.W : (y+1)*p.W] }

// Crop returns a copy of the pixels with x0 <= x < x1 and y0 <= y < y1. The box
// must lie within the plane.
func (p Plane) Crop(x0, y0, x1, y1 int) Plane {
	out := NewPlane(x1-x0, y1-y0)
	for y := range out.H {
		copy(out.Row(y), p.Row(y0 + y)[x0:x1])
	}
	return out
}

// Fit returns the plane shrunk, its shape kept, so that its longer side has at
// most side pixels. A plane that fits is returned as it is.
func (p Plane) Fit(side int) Plane {
	longer := max(p.W, p.H)
	if longer <= side {
		return p
	}
	w := max(1, (p.W*side+longer/2)/longer)
	h := max(1, (p.H*side+longer/2)/longer)
	return p.Resize(w, h)
}
