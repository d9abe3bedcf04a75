package luma_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/mangle"
)

// withChecksum gives a PNG header its checksum again after it was changed.
func withChecksum(b []byte) []byte {
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

func TestOtherFormats(t *testing.T) {
	scene := mangle.Scene(3, 60, 40)
	want := luma.FromImage(scene)
	for format, encode := range map[string]func(*bytes.Buffer) error{
		"png":  func(b *bytes.Buffer) error { return png.Encode(b, scene) },
		"gif":  func(b *bytes.Buffer) error { return gif.Encode(b, scene, nil) },
		"bmp":  func(b *bytes.Buffer) error { return bmp.Encode(b, scene) },
		"tiff": func(b *bytes.Buffer) error { return tiff.Encode(b, scene, nil) },
	} {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			t.Fatal(err)
		}
		p := read(t, b.Bytes(), 20)
		if _, mean := difference(t, p.Plane, want); p.Format != format || mean > 12 || format != "gif" && mean > 0.6 {
			t.Errorf("%s: read as %s, differs by %.2f shades in the mean", format, p.Format, mean)
		}
	}
}

// What is transparent is seen before white.
func TestTransparent(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	img.SetNRGBA(1, 0, color.NRGBA{A: 255})
	for name, img := range map[string]image.Image{"NRGBA": img, "RGBA": mangle.RGBA(img)} {
		if p := luma.FromImage(img); p.Pix[0] != 255 || p.Pix[1] != 0 {
			t.Errorf("%s: shades %v, want white and black", name, p.Pix)
		}
	}
}

// A kind that is not read is called so, and not damaged.
func TestOtherUnsupported(t *testing.T) {
	var b bytes.Buffer
	if err := tiff.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	fax := bytes.Replace(b.Bytes(), []byte{3, 1, 3, 0, 1, 0, 0, 0, 1, 0}, []byte{3, 1, 3, 0, 1, 0, 0, 0, 99, 0}, 1)
	for name, file := range map[string][]byte{
		"a TIFF of another compression": fax,
		"a WebP that moves":             []byte("RIFF\x40\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02\x00\x00\x00\x07\x00\x00\x07\x00\x00ANIM\x06\x00\x00\x00\x00\x00\x00\x00\x00\x00"),
	} {
		if _, err := luma.Read(file, 0); !errors.Is(err, luma.ErrUnsupported) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestResizeKeepsShade(t *testing.T) {
	for _, shade := range []uint8{0, 1, 100, 254, 255} {
		p := luma.NewPlane(37, 23)
		for i := range p.Pix {
			p.Pix[i] = shade
		}
		for _, size := range [][2]int{{1, 1}, {5, 22}, {36, 23}, {80, 60}, {37, 90}} {
			for _, v := range p.Resize(size[0], size[1]).Pix {
				if v != shade {
					t.Fatalf("%d at %v became %d", shade, size, v)
				}
			}
		}
	}
}
