// Package mangle makes the copies of a picture that circulate: re-encoded,
// cropped, captioned, photographed off a screen. What matching finds is measured
// on them, and tests are made of them. Every edit is the same for the same seed.
package mangle

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"math/rand/v2"

	xdraw "golang.org/x/image/draw"
)

// Edit is one way in which a picture is changed before it is posted again.
type Edit struct {
	Name   string
	Class  string  // edits of a class share a target
	Recall float64 // part of such copies that must be found
	Save   int     // JPEG quality the copy is saved at
	Do     func(*image.RGBA, *rand.Rand) *image.RGBA
}

// The classes of edits.
const (
	Plain       = "re-encode, tone, size, turn"
	Framed      = "bars, captions, logos"
	Cropped     = "crops"
	Perspective = "off a screen, quoted"
)

// Edits lists the edits that recall is measured with.
func Edits() []Edit {
	return []Edit{
		{"quality-30", Plain, 0.99, 30, same},
		{"grey", Plain, 0.99, 85, grey},
		{"squash", Plain, 0.99, 85, sized(0.75, 1)},
		{"brighten", Plain, 0.99, 85, brighten(1.25, 12)},
		{"half-size", Plain, 0.99, 85, sized(0.5, 0.5)},
		{"mirror", Plain, 0.99, 85, turned(1)},
		{"rotate-90", Plain, 0.99, 85, turned(5)},
		{"rotate-180", Plain, 0.99, 85, turned(2)},
		{"rotate-270", Plain, 0.99, 85, turned(7)},
		{"letterbox", Framed, 0.98, 85, bars(0, 0.16)},
		{"pillarbox", Framed, 0.98, 85, bars(0.2, 0)},
		{"caption", Framed, 0.98, 85, caption},
		{"phone", Framed, 0.98, 85, phone},
		{"logo", Framed, 0.98, 85, logo},
		{"banner-12", Framed, 0.98, 85, banner},
		{"crop-5-one-side", Cropped, 0.95, 85, cropped(0.05, 0, 0, 0)},
		{"crop-80", Cropped, 0.95, 85, cropped(0.1, 0.1, 0.1, 0.1)},
		{"crop-70", Cropped, 0.95, 85, cropped(0.15, 0.15, 0.15, 0.15)},
		{"crop-70-corner", Cropped, 0.95, 85, cropped(0.3, 0, 0, 0.3)},
		{"screen-photo", Perspective, 0.90, 80, screenPhoto},
		{"quoted-quarter", Perspective, 0.90, 85, quoted},
	}
}

// Apply makes the edit's copy of a picture and saves it as JPEG.
func (e Edit) Apply(img image.Image, seed uint64) []byte {
	return JPEG(e.Do(RGBA(img), rand.New(rand.NewPCG(seed, 1))), e.Save)
}

// JPEG encodes a picture.
func JPEG(img image.Image, quality int) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		panic("mangle: encode: " + err.Error()) // a bytes.Buffer takes everything, and sizes are ours
	}
	return b.Bytes()
}

// RGBA returns a copy of the picture with its corner at 0, 0.
func RGBA(img image.Image) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Src)
	return out
}

func canvas(w, h int, c color.Color) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	fill(out, out.Rect, c)
	return out
}

func fill(img *image.RGBA, r image.Rectangle, c color.Color) {
	draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src)
}

// paste lays src over the rectangle of dst, shrunk or stretched to fit.
func paste(dst *image.RGBA, r image.Rectangle, src image.Image) {
	xdraw.CatmullRom.Scale(dst, r, src, src.Bounds(), draw.Src, nil)
}

func same(img *image.RGBA, _ *rand.Rand) *image.RGBA { return img }

func grey(img *image.RGBA, _ *rand.Rand) *image.RGBA {
	g := image.NewGray(img.Rect)
	draw.Draw(g, g.Rect, img, image.Point{}, draw.Src)
	return RGBA(g)
}

func sized(x, y float64) func(*image.RGBA, *rand.Rand) *image.RGBA {
	return func(img *image.RGBA, _ *rand.Rand) *image.RGBA {
		w, h := int(float64(img.Rect.Dx())*x), int(float64(img.Rect.Dy())*y)
		out := canvas(w, h, color.Black)
		paste(out, out.Rect, img)
		return out
	}
}

func brighten(gain, offset float64) func(*image.RGBA, *rand.Rand) *image.RGBA {
	return func(img *image.RGBA, _ *rand.Rand) *image.RGBA {
		out := RGBA(img)
		for i, v := range out.Pix {
			if i%4 != 3 {
				out.Pix[i] = clamp(float64(v)*gain + offset)
			}
		}
		return out
	}
}

func clamp(v float64) uint8 { return uint8(min(max(v+0.5, 0), 255)) }

// turned lays the picture down as EXIF's orientation o+1 says.
func turned(o int) func(*image.RGBA, *rand.Rand) *image.RGBA {
	return func(img *image.RGBA, _ *rand.Rand) *image.RGBA {
		w, h := img.Rect.Dx(), img.Rect.Dy()
		out := canvas(w, h, color.Black)
		if o >= 4 {
			out = canvas(h, w, color.Black)
		}
		for y := range out.Rect.Dy() {
			for x := range out.Rect.Dx() {
				sx, sy := x, y
				if o >= 4 {
					sx, sy = y, x
				}
				if o == 1 || o == 2 || o == 6 || o == 7 {
					sx = w - 1 - sx
				}
				if o == 2 || o == 3 || o == 5 || o == 6 {
					sy = h - 1 - sy
				}
				out.SetRGBA(x, y, img.RGBAAt(sx, sy))
			}
		}
		return out
	}
}

// cropped cuts the given parts off the left, top, right and bottom.
func cropped(left, top, right, bottom float64) func(*image.RGBA, *rand.Rand) *image.RGBA {
	return func(img *image.RGBA, _ *rand.Rand) *image.RGBA {
		w, h := float64(img.Rect.Dx()), float64(img.Rect.Dy())
		return RGBA(img.SubImage(image.Rect(int(left*w), int(top*h), int(w-right*w), int(h-bottom*h))))
	}
}
