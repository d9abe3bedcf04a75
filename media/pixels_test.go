package media

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
)

// quarters is a picture of four plain fields, so that any turn of it can be told.
func quarters(w, h int) *image.RGBA {
	p := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			p.Set(x, y, fields[y*2/h*2+x*2/w])
		}
	}
	return p
}

var fields = [4]color.RGBA{{220, 20, 20, 255}, {20, 220, 20, 255}, {20, 20, 220, 255}, {230, 230, 230, 255}}

func encoded(t testing.TB, p image.Image) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for kind, encode := range map[string]func(*bytes.Buffer) error{
		"image/jpeg": func(b *bytes.Buffer) error { return jpeg.Encode(b, p, &jpeg.Options{Quality: 95}) },
		"image/png":  func(b *bytes.Buffer) error { return png.Encode(b, p) },
		"image/gif":  func(b *bytes.Buffer) error { return gif.Encode(b, p, nil) },
		"image/bmp":  func(b *bytes.Buffer) error { return bmp.Encode(b, p) },
		"image/tiff": func(b *bytes.Buffer) error { return tiff.Encode(b, p, nil) },
	} {
		var buf bytes.Buffer
		if err := encode(&buf); err != nil {
			t.Fatal(err)
		}
		out[kind] = buf.Bytes()
	}
	return out
}

func TestDecode(t *testing.T) {
	s := sandbox(t)
	for kind, file := range encoded(t, quarters(400, 200)) {
		for _, want := range []Want{{}, {Max: 100}, {Max: 37, Grey: true}, {Grey: true}} {
			got, err := s.Decode(t.Context(), write(t, file), want)
			if err != nil {
				t.Fatalf("%s %+v: %v", kind, want, err)
			}
			if size := fit(image.Pt(400, 200), want.Max); got.Bounds().Size() != size {
				t.Errorf("%s %+v is %v, want %v", kind, want, got.Bounds().Size(), size)
			}
			checkFields(t, got, [4]int{0, 1, 2, 3})
		}
	}
}

// checkFields compares the middles of the four fields.
func checkFields(t *testing.T, got image.Image, order [4]int) {
	t.Helper()
	size := got.Bounds().Size()
	for i, field := range order {
		at := image.Pt(size.X*(1+2*(i%2))/4, size.Y*(1+2*(i/2))/4)
		a, b := got.At(at.X, at.Y), got.ColorModel().Convert(fields[field])
		if !near(a, b) {
			t.Errorf("field %d is %v, want %v", i, a, b)
		}
	}
}

func near(a, b color.Color) bool {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	const most = 60 << 8 // a GIF's palette is coarse
	for _, d := range []int{int(r1) - int(r2), int(g1) - int(g2), int(b1) - int(b2)} {
		if d > most || d < -most {
			return false
		}
	}
	return true
}

// withOrientation puts an EXIF segment behind the start of a JPEG.
func withOrientation(file []byte, orientation byte) []byte {
	exif := append([]byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), orientation, 0, 0, 0, 0, 0, 0)
	segment := append([]byte{0xff, 0xe1, 0, byte(len(exif) + 2)}, exif...)
	return append(append([]byte{0xff, 0xd8}, segment...), file[2:]...)
}

func TestOrientation(t *testing.T) {
	s := sandbox(t)
	file := encoded(t, quarters(400, 200))["image/jpeg"]
	for orientation, order := range map[byte][4]int{
		1: {0, 1, 2, 3}, 2: {1, 0, 3, 2}, 3: {3, 2, 1, 0}, 4: {2, 3, 0, 1},
		5: {0, 2, 1, 3}, 6: {2, 0, 3, 1}, 7: {3, 1, 2, 0}, 8: {1, 3, 0, 2},
	} {
		got, err := s.Decode(t.Context(), write(t, withOrientation(file, orientation)), Want{Max: 100})
		if err != nil {
			t.Fatal(err)
		}
		if tall := got.Bounds().Dy() > got.Bounds().Dx(); tall != (orientation >= 5) {
			t.Errorf("orientation %d is shown as %v", orientation, got.Bounds())
		}
		checkFields(t, got, order)
	}
}

func TestThumbnail(t *testing.T) {
	s := sandbox(t)
	for kind, file := range encoded(t, quarters(400, 200)) {
		small, err := s.Thumbnail(t.Context(), write(t, file), 64)
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		got, err := jpeg.Decode(bytes.NewReader(small))
		if err != nil || got.Bounds().Size() != image.Pt(64, 32) {
			t.Errorf("%s: %v, %v", kind, got.Bounds(), err)
		}
	}
}

// hugePNG is small, sound, and claims side by side pixels.
func hugePNG(side uint32) []byte {
	out := []byte("\x89PNG\r\n\x1a\n")
	head := binary.BigEndian.AppendUint32(nil, side)
	head = append(binary.BigEndian.AppendUint32(head, side), 8, 2, 0, 0, 0)
	for name, body := range map[string][]byte{"IHDR": head} {
		out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
		chunk := append([]byte(name), body...)
		out = append(out, chunk...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(chunk))
	}
	return out
}

func TestWhatCannotBeDecodedIsSaid(t *testing.T) {
	s := sandbox(t)
	files := encoded(t, quarters(64, 64))
	arithmetic := bytes.Replace(files["image/jpeg"], []byte{0xff, 0xc0}, []byte{0xff, 0xc9}, 1)
	for name, c := range map[string]struct {
		file []byte
		want Reason
	}{
		"forty thousand pixels square": {hugePNG(40000), TooLarge},
		"cut short":                    {files["image/png"][:120], Damaged},
		"no picture":                   {[]byte("<html>"), Unknown},
		"empty":                        {nil, Unknown},
		"arithmetic coding":            {arithmetic, Unsupported},
	} {
		path := write(t, c.file)
		if _, err := s.Decode(t.Context(), path, Want{}); reasonOf(err) != c.want {
			t.Errorf("%s: decode says %v, want %s", name, err, c.want)
		}
		if _, err := s.Thumbnail(t.Context(), path, 64); reasonOf(err) != c.want {
			t.Errorf("%s: thumbnail says %v, want %s", name, err, c.want)
		}
	}
}

func TestWithoutChildNothingStarts(t *testing.T) {
	inMain = false
	defer func() { inMain = true }()
	if _, err := new(Sandbox).Decode(context.Background(), write(t, hugePNG(1)), Want{}); err == nil {
		t.Error("a program that does not call Child would start itself again and again")
	}
}
