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
	Quote  func(img, behind *image.RGBA, rng *rand.Rand) *image.RGBA // instead of Do, for edits that need a second picture
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
		{Name: "quality-30", Class: Plain, Recall: 0.99, Save: 30, Do: same},
		{Name: "grey", Class: Plain, Recall: 0.99, Save: 85, Do: grey},
		{Name: "squash", Class: Plain, Recall: 0.99, Save: 85, Do: sized(0.75, 1)},
		{Name: "brighten", Class: Plain, Recall: 0.99, Save: 85, Do: brighten(1.25, 12)},
		{Name: "half-size", Class: Plain, Recall: 0.99, Save: 85, Do: sized(0.5, 0.5)},
		{Name: "mirror", Class: Plain, Recall: 0.99, Save: 85, Do: turned(1)},
		{Name: "rotate-90", Class: Plain, Recall: 0.99, Save: 85, Do: turned(5)},
		{Name: "rotate-180", Class: Plain, Recall: 0.99, Save: 85, Do: turned(2)},
		{Name: "rotate-270", Class: Plain, Recall: 0.99, Save: 85, Do: turned(7)},
		{Name: "letterbox", Class: Framed, Recall: 0.98, Save: 85, Do: bars(0, 0.16)},
		{Name: "pillarbox", Class: Framed, Recall: 0.98, Save: 85, Do: bars(0.2, 0)},
		{Name: "caption", Class: Framed, Recall: 0.98, Save: 85, Do: caption},
		{Name: "phone", Class: Framed, Recall: 0.98, Save: 85, Do: phone},
		{Name: "logo", Class: Framed, Recall: 0.98, Save: 85, Do: logo},
		{Name: "banner-12", Class: Framed, Recall: 0.98, Save: 85, Do: banner},
		{Name: "crop-5-one-side", Class: Cropped, Recall: 0.95, Save: 85, Do: cropped(0.05, 0, 0, 0)},
		{Name: "crop-80", Class: Cropped, Recall: 0.95, Save: 85, Do: cropped(0.1, 0.1, 0.1, 0.1)},
		{Name: "crop-70", Class: Cropped, Recall: 0.95, Save: 85, Do: cropped(0.15, 0.15, 0.15, 0.15)},
		{Name: "crop-70-corner", Class: Cropped, Recall: 0.95, Save: 85, Do: cropped(0.3, 0, 0, 0.3)},
		{Name: "screen-photo", Class: Perspective, Recall: 0.90, Save: 80, Do: screenPhoto},
		{Name: "quoted-quarter", Class: Perspective, Recall: 0.90, Save: 85, Quote: quoted},
	}
}

// Apply makes the edit's copy of a picture and saves it as JPEG. Edits that
// quote the picture put it before behind.
func (e Edit) Apply(img, behind image.Image, seed uint64) []byte {
	rng := rand.New(rand.NewPCG(seed, 1))
	if e.Quote != nil {
		return JPEG(e.Quote(RGBA(img), RGBA(behind), rng), e.Save)
	}
	return JPEG(e.Do(RGBA(img), rng), e.Save)
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
