package media

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// converted has a program make a file of a picture; arguments "in" and "out" stand for the two.
func converted(t testing.TB, p image.Image, out, program string, args ...string) string {
	t.Helper()
	needs(t, program)
	dir := t.TempDir()
	var file bytes.Buffer
	if err := png.Encode(&file, p); err != nil {
		t.Fatal(err)
	}
	in, made := filepath.Join(dir, "in.png"), filepath.Join(dir, out)
	if err := os.WriteFile(in, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		switch arg {
		case "in":
			args[i] = in
		case "out":
			args[i] = made
		}
	}
	if said, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Skipf("needs a %s that makes %s: %v: %s", program, out, err, said)
	}
	return made
}

func heicOf(t testing.TB, w, h int) string {
	return converted(t, quarters(w, h), "out.heic", "heif-enc", "in", "-o", "out")
}

func avifOf(t testing.TB, w, h int, more ...string) string {
	return converted(t, quarters(w, h), "out.avif", "avifenc", append(append([]string{"-s", "10"}, more...), "in", "out")...)
}

func TestHEIF(t *testing.T) {
	s := sandbox(t)
	needs(t, "ffmpeg")
	whole := [4]int{0, 1, 2, 3}
	for name, c := range map[string]struct {
		make  func(t testing.TB) string
		size  image.Point
		order [4]int
	}{
		"HEIC":                     {func(t testing.TB) string { return heicOf(t, 400, 200) }, image.Pt(400, 200), whole},
		"HEIC of odd size, a grid": {func(t testing.TB) string { return heicOf(t, 401, 203) }, image.Pt(401, 203), whole},
		"AVIF":                     {func(t testing.TB) string { return avifOf(t, 400, 200) }, image.Pt(400, 200), whole},
		"AVIF of odd size":         {func(t testing.TB) string { return avifOf(t, 401, 203) }, image.Pt(401, 203), whole},
		"AVIF of dull colours":     {func(t testing.TB) string { return avifOf(t, 400, 200, "-r", "l", "-y", "420") }, image.Pt(400, 200), whole},
		"AVIF in 10 bits":          {func(t testing.TB) string { return avifOf(t, 400, 200, "-d", "10") }, image.Pt(400, 200), whole},
		"AVIF, a grid":             {func(t testing.TB) string { return avifOf(t, 400, 200, "--grid", "2x2") }, image.Pt(400, 200), whole},
		"AVIF turned":              {func(t testing.TB) string { return avifOf(t, 400, 200, "--irot", "1") }, image.Pt(200, 400), [4]int{1, 3, 0, 2}},
		"AVIF mirrored":            {func(t testing.TB) string { return avifOf(t, 400, 200, "--imir", "1") }, image.Pt(400, 200), [4]int{1, 0, 3, 2}},
		"AVIF cut to its right half": {func(t testing.TB) string { return avifOf(t, 400, 200, "-y", "444", "--crop", "200,0,200,200") },
			image.Pt(200, 200), [4]int{1, 1, 3, 3}},
	} {
		t.Run(name, func(t *testing.T) {
			path := c.make(t)
			file, err := os.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			info, err := ProbeFile(file)
			if err != nil || image.Pt(info.Width, info.Height) != c.size {
				t.Errorf("its header reads %+v, %v; want %v", info, err, c.size)
			}
			for _, want := range []Want{{}, {Max: 100, Grey: true}} {
				got, err := s.Decode(t.Context(), path, want)
				if err != nil {
					t.Fatal(err)
				}
				if size := fit(c.size, want.Max); got.Bounds().Size() != size {
					t.Errorf("%+v is %v, want %v", want, got.Bounds().Size(), size)
				}
				checkFields(t, got, c.order)
			}
		})
	}
}
