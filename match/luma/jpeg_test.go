package luma_test

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/mangle"
)

// read is the plane of a picture that must be readable.
func read(t *testing.T, b []byte, side int) luma.Picture {
	t.Helper()
	p, err := luma.Read(b, side)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// difference is the largest and the mean difference of two planes of one size.
func difference(t *testing.T, a, b luma.Plane) (largest int, mean float64) {
	t.Helper()
	if a.W != b.W || a.H != b.H {
		t.Fatalf("%d by %d pixels, want %d by %d", a.W, a.H, b.W, b.H)
	}
	sum := 0
	for i, v := range a.Pix {
		d := int(max(v, b.Pix[i]) - min(v, b.Pix[i]))
		largest = max(largest, d)
		sum += d
	}
	return largest, float64(sum) / float64(len(a.Pix))
}

// Each JPEG in testdata lies beside what the common C library makes of it, as
// grey PNG. Where that library cuts colours off, the brightness of what is left
// differs from the one stored.
func TestJPEGKinds(t *testing.T) {
	files, err := filepath.Glob("testdata/*.png")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".png")
		want := read(t, load(t, file), 0).Plane
		b := load(t, "testdata/"+name+".jpg")
		got := read(t, b, 0)
		largest, mean := difference(t, got.Plane, want)
		if mean > 1.5 || strings.HasPrefix(name, "grey") && largest > 0 {
			t.Errorf("%s: differs by up to %d shades, %.2f in the mean", name, largest, mean)
		}
		for side, step := range map[int]int{83: 1, 41: 2, 20: 4, 10: 8} {
			small := read(t, b, side)
			if small.Step != step || small.FullW != 83 || small.FullH != 61 {
				t.Errorf("%s at %d: step %d of %d by %d", name, side, small.Step, small.FullW, small.FullH)
			}
			if _, mean := difference(t, small.Crop(0, 0, 83/step, 61/step), shrunk(want, step)); mean > 3.5 {
				t.Errorf("%s at %d: differs by %.2f shades in the mean", name, side, mean)
			}
		}
	}
}

func load(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// shrunk is the mean of each step by step pixels, those left over cut off.
func shrunk(p luma.Plane, step int) luma.Plane {
	w, h := p.W/step, p.H/step
	return p.Crop(0, 0, w*step, h*step).Resize(w, h)
}

// The brightness read agrees with the Go library's, at every size of picture.
func TestJPEGSizes(t *testing.T) {
	for w := 1; w < 40; w += 3 {
		for h := 1; h < 40; h += 5 {
			b := mangle.JPEG(mangle.Scene(uint64(w*100+h), w, h), 75)
			img, err := jpeg.Decode(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			y := img.(*image.YCbCr)
			want := luma.NewPlane(w, h)
			for row := range h {
				copy(want.Row(row), y.Y[row*y.YStride:])
			}
			if largest, _ := difference(t, read(t, b, 0).Plane, want); largest > 2 {
				t.Errorf("%d by %d: differs by %d shades", w, h, largest)
			}
		}
	}
}

// Colour systems that are told from the Adobe segment: the Go library decides.
func TestJPEGInks(t *testing.T) {
	for name, transform := range map[string]byte{"cmyk": 0, "ycck": 2} {
		b := load(t, "testdata/cmyk.jpg")
		b[bytes.Index(b, []byte("Adobe"))+11] = transform
		img, err := jpeg.Decode(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if _, mean := difference(t, read(t, b, 0).Plane, luma.FromImage(img)); mean > 12 {
			t.Errorf("%s: differs by %.2f shades in the mean", name, mean)
		}
	}
}

func TestJPEGOrientation(t *testing.T) {
	p := read(t, load(t, "testdata/turned.jpg"), 0)
	upright := p.Upright()
	if p.Turn != luma.TurnOf(6) || p.FullW != 83 || upright.W != 61 || upright.H != 83 {
		t.Errorf("turn %d, %d wide as stored, %d by %d upright", p.Turn, p.FullW, upright.W, upright.H)
	}
}

func TestJPEGUnsupported(t *testing.T) {
	good := load(t, "testdata/baseline420.jpg")
	frame := bytes.Index(good, []byte{0xff, 0xc0})
	for name, change := range map[string]func([]byte){
		"arithmetic-coded": func(b []byte) { b[frame+1] = 0xc9 },
		"lossless":         func(b []byte) { b[frame+1] = 0xc3 },
		"hierarchical":     func(b []byte) { b[frame+1] = 0xc5 },
		"12-bit":           func(b []byte) { b[frame+4] = 12 },
		"height":           func(b []byte) { b[frame+5], b[frame+6] = 0, 0 },
		"2 components":     func(b []byte) { b[frame+9] = 2 },
	} {
		b := bytes.Clone(good)
		change(b)
		_, err := luma.Read(b, 0)
		if !errors.Is(err, luma.ErrUnsupported) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A picture cut off anywhere before its last bytes is refused, never guessed at.
func TestJPEGCutOff(t *testing.T) {
	for _, name := range []string{"baseline420", "restarts", "grey"} {
		b := load(t, "testdata/"+name+".jpg")
		for n := range len(b) - 40 {
			if _, err := luma.Read(b[:n], 0); err == nil {
				t.Fatalf("%s: read from %d of %d bytes", name, n, len(b))
			}
		}
	}
}

// A progressive picture begins coarse and gets finer: one that is cut off is not
// the picture, however much of it there is. Only its last bytes say nothing.
func TestJPEGCutOffBetweenScans(t *testing.T) {
	for _, name := range []string{"progressive", "grey-progressive"} {
		b := load(t, "testdata/"+name+".jpg")
		scans := bytes.Count(b, []byte{0xff, 0xda})
		for n := range len(b) {
			cut := bytes.HasPrefix(b[n:], []byte{0xff, 0xda}) || bytes.HasPrefix(b[n:], []byte{0xff, 0xc4})
			if _, err := luma.Read(b[:n], 0); cut && !errors.Is(err, luma.ErrDamaged) {
				t.Errorf("%s: %d of %d scans in %d of %d bytes: %v", name, bytes.Count(b[:n], []byte{0xff, 0xda}), scans, n, len(b), err)
			}
		}
		if _, err := luma.Read(b[:len(b)-2], 0); err != nil {
			t.Errorf("%s: without the marker at its end: %v", name, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	// A header that claims 40,000 pixels square, in a few bytes.
	huge := image.NewGray(image.Rect(0, 0, 1, 1))
	var b bytes.Buffer
	if err := png.Encode(&b, huge); err != nil {
		t.Fatal(err)
	}
	claim := b.Bytes()
	copy(claim[16:], []byte{0, 0, 0x9c, 0x40, 0, 0, 0x9c, 0x40})
	if _, err := luma.Read(withChecksum(claim), 0); !errors.Is(err, luma.ErrTooLarge) {
		t.Errorf("png: %v", err)
	}
	jpg := load(t, "testdata/progressive.jpg")
	frame := bytes.Index(jpg, []byte{0xff, 0xc2})
	copy(jpg[frame+5:], []byte{0xff, 0xff, 0xff, 0xff})
	if _, err := luma.Read(jpg, 0); !errors.Is(err, luma.ErrTooLarge) {
		t.Errorf("jpeg: %v", err)
	}
}

// Bytes changed at random are read or refused, and never crash.
func TestJPEGDamaged(t *testing.T) {
	for _, name := range []string{"baseline444", "progressive", "grey-progressive", "restarts", "cmyk"} {
		good := load(t, "testdata/"+name+".jpg")
		rng := rand.New(rand.NewPCG(1, 2))
		for range 400 {
			b := bytes.Clone(good)
			for range 1 + rng.IntN(8) {
				b[rng.IntN(len(b))] = byte(rng.IntN(256))
			}
			if p, err := luma.Read(b, rng.IntN(100)); err == nil && len(p.Pix) != p.W*p.H {
				t.Fatalf("%s: %d pixels of %d by %d", name, len(p.Pix), p.W, p.H)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.jpg")
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b, 0)
		f.Add(b, 20)
	}
	f.Fuzz(func(t *testing.T, b []byte, side int) {
		p, err := luma.Read(b, side)
		if err == nil && len(p.Pix) != p.W*p.H {
			t.Fatalf("%d pixels of %d by %d", len(p.Pix), p.W, p.H)
		}
	})
}
