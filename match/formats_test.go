package match

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match/mangle"
	"github.com/atleast-desk/atleast/media"
	"github.com/atleast-desk/atleast/media/confine"
)

// converted has a program make a file of a picture, which it reads as PNG or PPM.
// Of its arguments "in" and "out" stand for the files; "-" means that the program
// reads its standard input and writes its standard output.
func converted(t *testing.T, picture image.Image, name, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("needs %s, which is not installed", program)
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.png"), filepath.Join(dir, name)
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(in, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		switch arg {
		case "in":
			args[i] = in
		case "out":
			args[i] = out
		}
	}
	if said, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Skipf("needs a %s that makes %s: %v: %s", program, name, err, said)
	}
	return out
}

// ofJPEG has cjpeg make one kind of JPEG of a picture.
func ofJPEG(t *testing.T, picture image.Image, args ...string) string {
	t.Helper()
	portable := converted(t, picture, "in.ppm", "ffmpeg", "-v", "error", "-i", "in", "out")
	out := filepath.Join(t.TempDir(), "out.jpg")
	if _, err := exec.LookPath("cjpeg"); err != nil {
		t.Skip("needs cjpeg, which is not installed")
	}
	if said, err := exec.Command("cjpeg", append(args, "-outfile", out, portable)...).CombinedOutput(); err != nil {
		t.Skipf("needs a cjpeg that knows %v: %v: %s", args, err, said)
	}
	return out
}

func strictSandbox(t *testing.T) *media.Sandbox {
	t.Helper()
	if confine.Landlock() == 0 {
		t.Skip("needs a kernel with landlock, which this machine does not have")
	}
	s := &media.Sandbox{}
	t.Cleanup(func() { s.Close() })
	return s
}

// A picture is found again in every format in which it can be stored.
func TestEveryFormatMatches(t *testing.T) {
	s := strictSandbox(t)
	scene := mangle.Scene(11, 641, 427)
	original := filepath.Join(t.TempDir(), "original.jpg")
	if err := os.WriteFile(original, mangle.JPEG(scene, 90), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]func(t *testing.T) string{
		"HEIC": func(t *testing.T) string {
			return converted(t, scene, "a.heic", "heif-enc", "-q", "50", "in", "-o", "out")
		},
		"AVIF": func(t *testing.T) string { return converted(t, scene, "a.avif", "avifenc", "-s", "10", "in", "out") },
		"AVIF, a grid": func(t *testing.T) string {
			return converted(t, mangle.Scene(11, 640, 426), "a.avif", "avifenc", "-s", "10", "--grid", "2x2", "in", "out")
		},
		"AVIF, turned": func(t *testing.T) string {
			return converted(t, scene, "a.avif", "avifenc", "-s", "10", "--irot", "3", "in", "out")
		},
		"WebP": func(t *testing.T) string {
			return converted(t, scene, "a.webp", "ffmpeg", "-v", "error", "-i", "in", "out")
		},
		"TIFF": func(t *testing.T) string {
			return converted(t, scene, "a.tiff", "ffmpeg", "-v", "error", "-i", "in", "out")
		},
		"progressive JPEG": func(t *testing.T) string { return ofJPEG(t, scene, "-progressive", "-quality", "60") },
		"grey JPEG":        func(t *testing.T) string { return ofJPEG(t, scene, "-grayscale", "-quality", "60") },
	} {
		t.Run(name, func(t *testing.T) {
			var entries []Entry
			for i, path := range []string{original, file(t)} {
				print, err := ReadFile(t.Context(), s, path)
				if err != nil {
					t.Fatal(err)
				}
				entries = append(entries, Entry{Path: path, Digest: atleast.Digest{byte(i + 1)}, Kind: atleast.Photo, Fingerprint: print})
			}
			if groups := Groups(entries, nil); len(groups) != 1 {
				t.Errorf("%d groups, want the two in one", len(groups))
			}
		})
	}
}

// What cannot be read is called what it is, and never matches anything.
func TestWhatIsNotReadIsNamed(t *testing.T) {
	s := strictSandbox(t)
	scene := mangle.Scene(11, 320, 240)
	progressive := func(t *testing.T) string {
		path := ofJPEG(t, scene, "-progressive")
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		second := bytes.Index(b, []byte{0xff, 0xda}) + 2
		second += bytes.Index(b[second:], []byte{0xff, 0xc4})
		if err := os.WriteFile(path, b[:second], 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	written := func(b []byte) func(*testing.T) string {
		return func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "file")
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	changed := func(at int, to ...byte) []byte {
		b := mangle.JPEG(scene, 80)
		copy(b[bytes.Index(b, []byte{0xff, 0xc0})+at:], to)
		return b
	}
	for name, c := range map[string]struct {
		file func(t *testing.T) string
		want media.Reason
	}{
		"arithmetic-coded JPEG":              {func(t *testing.T) string { return ofJPEG(t, scene, "-arithmetic") }, media.Unsupported},
		"12-bit JPEG":                        {written(changed(4, 12)), media.Unsupported},
		"lossless JPEG":                      {written(changed(1, 0xc3)), media.Unsupported},
		"JPEG with its height at the end":    {written(changed(5, 0, 0)), media.Unsupported},
		"JPEG 2000":                          {written([]byte("\x00\x00\x00\x0cjP  \r\n\x87\n\x00\x00\x00\x14ftypjp2 ")), media.Unsupported},
		"progressive JPEG of one scan":       {progressive, media.Damaged},
		"HEIC of which only the header came": {written([]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")), media.Damaged},
		"film of which only the header came": {written([]byte("\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2")), media.Damaged},
		"no picture":                         {written([]byte("Ukraine says")), media.Unknown},
	} {
		t.Run(name, func(t *testing.T) {
			print, err := ReadFile(t.Context(), s, c.file(t))
			var refused *media.Refused
			if !errors.As(err, &refused) || refused.Reason != c.want || !print.IsZero() {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}
