package intake_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/intake"
)

// shelf keeps bytes in memory and enters everything.
type shelf struct {
	kept    map[atleast.Digest][]byte
	entered []atleast.Find
	broken  error
}

func (s *shelf) Put(_ context.Context, r io.Reader) (atleast.Digest, int64, error) {
	b, err := io.ReadAll(r)
	if err = errors.Join(err, s.broken); err != nil {
		return atleast.Digest{}, 0, fmt.Errorf("put: %w", err)
	}
	s.kept[atleast.DigestOf(b)] = b
	return atleast.DigestOf(b), int64(len(b)), nil
}

func (s *shelf) Open(_ context.Context, d atleast.Digest) (io.ReadSeekCloser, error) {
	return struct {
		io.ReadSeeker
		io.Closer
	}{bytes.NewReader(s.kept[d]), io.NopCloser(nil)}, nil
}

func (s *shelf) Enter(_ context.Context, item atleast.Item, find atleast.Find) (intake.Kept, error) {
	s.entered = append(s.entered, find)
	return intake.Kept{Item: item, New: true, NewFind: true}, nil
}

var noon = time.Date(2024, 8, 14, 12, 0, 0, 0, time.UTC)

func newIntake() (intake.Intake, *shelf) {
	s := &shelf{kept: map[atleast.Digest][]byte{}}
	return intake.Intake{Blobs: s, Book: s, Now: func() time.Time { return noon }}, s
}

func file(name string, r io.Reader) intake.File {
	return intake.File{Name: name, Where: "https://example.org/" + name, Open: func() (io.ReadCloser, error) { return io.NopCloser(r), nil }}
}

func onDisk(path string) intake.File {
	return intake.File{Name: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

func TestAdd(t *testing.T) {
	in, s := newIntake()
	kept, err := in.Add(t.Context(), "kursk", "m.r", file(`C:\desk\statement.txt`, strings.NewReader("102 were captured")))
	if err != nil {
		t.Fatal(err)
	}
	want := atleast.Item{Digest: atleast.DigestOf([]byte("102 were captured")), Size: 17, Kind: atleast.Report,
		Type: "text/plain", Name: "statement.txt", First: noon}
	if kept.Item != want {
		t.Errorf("item is %+v; want %+v", kept.Item, want)
	}
	find := atleast.Find{Item: want.Digest, Case: "kursk", Where: `https://example.org/C:\desk\statement.txt`, At: noon, By: "m.r"}
	if len(s.entered) != 1 || s.entered[0] != find {
		t.Errorf("entered %+v; want %+v", s.entered, find)
	}
}

func TestUnusable(t *testing.T) {
	for _, test := range []struct {
		name, want string
		file       intake.File
	}{
		{"empty", "it is empty", file("a", strings.NewReader(""))},
		{"folder", "it is a folder", onDisk(t.TempDir())},
		{"absent", "there is no such file", onDisk(filepath.Join(t.TempDir(), "absent"))},
		{"cut off", "ended too early", file("a", io.MultiReader(strings.NewReader("half"), iotest.ErrReader(io.ErrUnexpectedEOF)))},
		{"broken", "the cable was pulled", file("a", iotest.ErrReader(errors.New("the cable was pulled")))},
		{"too large", "larger than 100 bytes", file("a", bytes.NewReader(make([]byte, 101)))},
		{"forbidden", "may not be read", intake.File{Name: "a", Open: func() (io.ReadCloser, error) { return nil, fs.ErrPermission }}},
	} {
		t.Run(test.name, func(t *testing.T) {
			in, s := newIntake()
			in.Limit = 100
			_, err := in.Add(t.Context(), "kursk", "m.r", test.file)
			if !errors.Is(err, intake.ErrUnusable) || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), test.file.Name) {
				t.Errorf("Add = %v; want ErrUnusable that names the file and says %q", err, test.want)
			}
			if len(s.kept)+len(s.entered) > 0 {
				t.Errorf("something of it was kept: %v, %v", s.kept, s.entered)
			}
		})
	}
}

func TestAtTheLimit(t *testing.T) {
	in, _ := newIntake()
	in.Limit = 100
	if _, err := in.Add(t.Context(), "kursk", "m.r", file("a", bytes.NewReader(make([]byte, 100)))); err != nil {
		t.Error(err)
	}
}

func TestBrokenStoreIsNotTheFilesFault(t *testing.T) {
	in, s := newIntake()
	s.broken = errors.New("no space left on device")
	_, err := in.Add(t.Context(), "kursk", "m.r", file("a", strings.NewReader("text")))
	if !errors.Is(err, s.broken) || errors.Is(err, intake.ErrUnusable) {
		t.Errorf("Add = %v; want the store's own error", err)
	}
}

func TestNobodyAdds(t *testing.T) {
	in, s := newIntake()
	if _, err := in.Add(t.Context(), "kursk", "", file("a", strings.NewReader("text"))); !errors.Is(err, atleast.ErrInvalid) || len(s.entered) > 0 {
		t.Errorf("Add = %v, entered %v; want ErrInvalid and nothing", err, s.entered)
	}
}

func picture(t *testing.T, encode func(io.Writer, image.Image) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b, image.NewGray(image.Rect(0, 0, 6, 4))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestLook(t *testing.T) {
	drawn := picture(t, png.Encode)
	photo := picture(t, func(w io.Writer, i image.Image) error { return jpeg.Encode(w, i, nil) })
	for _, test := range []struct {
		name, content, wantType string
		kind                    atleast.Kind
		width, height           int
	}{
		{"png", drawn, "image/png", atleast.Photo, 6, 4},
		{"jpeg", photo, "image/jpeg", atleast.Photo, 6, 4},
		{"jpeg cut off", photo[:30], "image/jpeg", atleast.Photo, 0, 0},
		{"mp4", "\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp42\x00\x00\x00\x08free", "video/mp4", atleast.Video, 0, 0},
		{"ogg", "OggS\x00\x02" + strings.Repeat("\x00", 60), "audio/ogg", atleast.Audio, 0, 0},
		{"pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj", "application/pdf", atleast.Report, 0, 0},
		{"page", "<!DOCTYPE html><html><body>", "text/html", atleast.Report, 0, 0},
		{"page after blank lines", "\xef\xbb\xbf" + strings.Repeat("\n ", 600) + "<html>", "text/html", atleast.Report, 0, 0},
		{"xhtml", `<?xml version="1.0"?><!DOCTYPE HTML><HTML xmlns="x">`, "application/xhtml+xml", atleast.Report, 0, 0},
		{"text", "102 були захоплені", "text/plain", atleast.Report, 0, 0},
		{"blank", " \n\n", "text/plain", atleast.Report, 0, 0},
		{"utf-16", "\xff\xfe1\x000\x002\x00", "text/plain", atleast.Report, 0, 0},
		{"windows-1251", "\xf1\xee\xeb\xe4\xe0\xf2\xfb", "text/plain", atleast.Report, 0, 0},
		{"docx", zipOf(t, "word/document.xml", "<w:document/>"), intake.TypeWord, atleast.Report, 0, 0},
		{"odt", zipOf(t, "mimetype", intake.TypeOpenDocument, "content.xml", "<a/>"), intake.TypeOpenDocument, atleast.Report, 0, 0},
		{"spreadsheet", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a/>"), "application/zip", atleast.Other, 0, 0},
		{"letter", "Message-ID: <a@b>\r\nFrom: c@d\r\n\r\nHello", "text/plain", atleast.Report, 0, 0},
		{"zip", "PK\x03\x04rest", "application/zip", atleast.Other, 0, 0},
		{"noise", "\x00\x01\x02\x03", "application/octet-stream", atleast.Other, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := intake.Look(strings.NewReader(test.content), int64(len(test.content)))
			if err != nil {
				t.Fatal(err)
			}
			want := atleast.Item{Size: int64(len(test.content)), Kind: test.kind, Type: test.wantType, Width: test.width, Height: test.height}
			if got.Length = 0; got != want {
				t.Errorf("Look = %+v; want %+v", got, want)
			}
		})
	}
}

func TestLookAtABrokenStore(t *testing.T) {
	broken := errors.New("input/output error")
	content := struct {
		io.Reader
		io.Seeker
	}{iotest.ErrReader(broken), strings.NewReader("")}
	if _, err := intake.Look(content, 10); !errors.Is(err, broken) {
		t.Errorf("Look = %v; want the reader's own error", err)
	}
}

// Whatever the bytes, an item comes out that says what they are.
func FuzzLook(f *testing.F) {
	f.Add([]byte("%PDF-1.7"))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif"))
	f.Add([]byte("<?xml <html"))
	f.Fuzz(func(t *testing.T, content []byte) {
		item, err := intake.Look(bytes.NewReader(content), int64(len(content)))
		if err != nil || item.Type == "" || item.Kind == "" || item.Width < 0 || item.Height < 0 || !(item.Length >= 0) {
			t.Errorf("Look = %+v, %v", item, err)
		}
	})
}
