package luma

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"io"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
	"golang.org/x/image/webp"
)

// MaxBytes is the memory a decoded picture may take. A header that asks for
// more is believed, and the picture refused.
const MaxBytes = 256 << 20

// codec is how one format is read.
type codec struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

var codecs = map[string]codec{
	"png":  {png.DecodeConfig, png.Decode},
	"gif":  {gif.DecodeConfig, gif.Decode}, // the first picture of a moving one
	"webp": {webp.DecodeConfig, webp.Decode},
	"tiff": {tiff.DecodeConfig, tiff.Decode},
	"bmp":  {bmp.DecodeConfig, bmp.Decode},
}

func readOther(b []byte, format string) (Picture, error) {
	c := codecs[format]
	config, err := c.config(bytes.NewReader(b))
	if err != nil {
		return Picture{}, fmt.Errorf("read %s header: %w: %w", format, fault(b, err), err)
	}
	if err := checkSize(config.Width, config.Height, depth(config.ColorModel)); err != nil {
		return Picture{}, fmt.Errorf("read %s: %w", format, err)
	}
	img, err := c.decode(bytes.NewReader(b))
	if err != nil {
		return Picture{}, fmt.Errorf("read %s: %w: %w", format, fault(b, err), err)
	}
	p := Of(FromImage(img))
	p.Format = format
	p.Turn = TurnOf(orientation(b, format))
	return p, nil
}

// fault tells a kind of picture that the decoder does not know from a damaged one.
func fault(b []byte, err error) error {
	var pngKind png.UnsupportedError
	var tiffKind tiff.UnsupportedError
	if errors.As(err, &pngKind) || errors.As(err, &tiffKind) || errors.Is(err, bmp.ErrUnsupported) || movingWebP(b) {
		return ErrUnsupported
	}
	return ErrDamaged
}

// movingWebP knows a WebP of several pictures by a bit of its header.
func movingWebP(b []byte) bool {
	const moving = 2
	return len(b) > 20 && string(b[8:16]) == "WEBPVP8X" && b[20]&moving != 0
}

// checkSize refuses pictures without pixels and with too many of them.
func checkSize(w, h, bytesPerPixel int) error {
	switch {
	case w <= 0 || h <= 0:
		return fmt.Errorf("%w: %d by %d pixels", ErrDamaged, w, h)
	case w > MaxBytes/bytesPerPixel/h:
		return fmt.Errorf("%w: %d by %d pixels need more than %d MB; shrink it first", ErrTooLarge, w, h, MaxBytes>>20)
	}
	return nil
}

// depth is the bytes a decoded pixel takes.
func depth(m color.Model) int {
	switch m {
	case color.GrayModel:
		return 1
	case color.Gray16Model:
		return 2
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	}
	if _, indexed := m.(color.Palette); indexed {
		return 1
	}
	return 4
}

// FromImage returns the brightness of an image. What is transparent is seen
// before white, as pages show it.
func FromImage(img image.Image) Plane {
	b := img.Bounds()
	out := NewPlane(b.Dx(), b.Dy())
	switch img := img.(type) {
	case *image.Gray:
		for y := range out.H {
			copy(out.Row(y), img.Pix[y*img.Stride:])
		}
	case *image.Paletted:
		fromPaletted(out, img)
	case *image.NRGBA:
		for y := range out.H {
			fromNRGBA(out.Row(y), img.Pix[y*img.Stride:])
		}
	default:
		fromAny(out, img)
	}
	return out
}

func fromPaletted(out Plane, img *image.Paletted) {
	var shade [256]uint8
	for i, c := range img.Palette {
		if i < len(shade) {
			shade[i] = brightness(c)
		}
	}
	for y := range out.H {
		row := out.Row(y)
		for x, i := range img.Pix[y*img.Stride:][:len(row)] {
			row[x] = shade[i]
		}
	}
}

func fromNRGBA(row []uint8, pix []uint8) {
	for x := range row {
		p := pix[4*x : 4*x+4 : 4*x+4]
		v := mix(uint32(p[0]), uint32(p[1]), uint32(p[2]))
		if a := uint32(p[3]); a != 255 {
			v = (v*a + 255*(255-a) + 127) / 255
		}
		row[x] = uint8(v)
	}
}

func fromAny(out Plane, img image.Image) {
	b := img.Bounds()
	for y := range out.H {
		row := out.Row(y)
		for x := range row {
			row[x] = brightness(img.At(b.Min.X+x, b.Min.Y+y))
		}
	}
}

func brightness(c color.Color) uint8 {
	r, g, b, a := c.RGBA()
	v := (299*r+587*g+114*b+500)/1000 + (0xffff - a)
	return uint8(min(v, 0xffff) * 255 / 0xffff)
}

// mix is the brightness of a colour, 0 to 255.
func mix(r, g, b uint32) uint32 { return (299*r + 587*g + 114*b + 500) / 1000 }
