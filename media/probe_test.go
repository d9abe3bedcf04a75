package media

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"io"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/atleast-desk/atleast"
)

func TestProbePictures(t *testing.T) {
	for kind, file := range encoded(t, quarters(400, 200)) {
		got, err := Probe(bytes.NewReader(file), int64(len(file)))
		want := Info{Type: kind, Width: 400, Height: 200, Orientation: 1, Frames: 1}
		if err != nil || got != want {
			t.Errorf("%s: %+v, %v; want %+v", kind, got, err, want)
		}
		if got.Kind() != atleast.Photo {
			t.Errorf("%s is of kind %s", kind, got.Kind())
		}
	}
	turned := withOrientation(encoded(t, quarters(400, 200))["image/jpeg"], 6)
	got, err := Probe(bytes.NewReader(turned), int64(len(turned)))
	if err != nil || got.Width != 200 || got.Height != 400 {
		t.Errorf("a turned JPEG is %+v, %v", got, err)
	}
}

func TestProbeReadsHeadersOnly(t *testing.T) {
	file := append(hugePNG(40000), make([]byte, 64<<20)...)
	count := &counter{r: bytes.NewReader(file)}
	got, err := Probe(count, int64(len(file)))
	if err != nil || got.Pixels() != 1600000000 {
		t.Fatalf("%+v, %v", got, err)
	}
	if count.n > probeBudget {
		t.Errorf("%d bytes were read", count.n)
	}
}

type counter struct {
	r io.ReaderAt
	n int
}

func (c *counter) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.r.ReadAt(p, off)
	c.n += n
	return n, err
}

// boxed is one box of an ISO base media file.
func boxed(name string, parts ...[]byte) []byte {
	body := bytes.Join(parts, nil)
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)+8))
	return append(append(out, name...), body...)
}

func be32(values ...uint32) []byte {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint32(out, v)
	}
	return out
}

// heic has a thumbnail and a primary item, which is turned by a quarter.
func heic() []byte {
	properties := boxed("ipco",
		boxed("ispe", be32(0, 64, 48)), boxed("ispe", be32(0, 4032, 3024)), boxed("irot", []byte{3}))
	links := boxed("ipma", be32(0, 2), []byte{0, 7, 1, 1, 0, 9, 2, 2, 0x83})
	return append(boxed("ftyp", []byte("heic\x00\x00\x00\x00mif1heic")),
		boxed("meta", be32(0), boxed("pitm", be32(0), []byte{0, 9}, make([]byte, 8)), boxed("iprp", properties, links))...)
}

// movie is an MP4 of 2.5 seconds, 1280 by 720, turned upright from lying.
func movie(matrix ...uint32) []byte {
	head := boxed("mvhd", be32(0, 0, 0, 1000, 2500), make([]byte, 80))
	track := boxed("tkhd", be32(0, 0, 0, 1, 0, 2500, 0, 0, 0, 0), be32(matrix...), make([]byte, 28), be32(1280<<16, 720<<16))
	handler := boxed("hdlr", be32(0, 0), []byte("vide"), make([]byte, 13))
	sizes := boxed("stsz", be32(0, 0, 75))
	return append(boxed("ftyp", []byte("isom\x00\x00\x02\x00isomiso2")),
		boxed("moov", head, boxed("trak", track, boxed("mdia", handler, boxed("minf", boxed("stbl", sizes)))))...)
}

// element is one element of Matroska with a size of one byte.
func element(id []byte, parts ...[]byte) []byte {
	body := bytes.Join(parts, nil)
	return append(append(bytes.Clone(id), 0x80|byte(len(body))), body...)
}

func webm() []byte {
	length := binary.BigEndian.AppendUint64(nil, math.Float64bits(7250))
	info := element([]byte{0x15, 0x49, 0xa9, 0x66}, element([]byte{0x2a, 0xd7, 0xb1}, []byte{0x0f, 0x42, 0x40}), element([]byte{0x44, 0x89}, length))
	video := element([]byte{0xe0}, element([]byte{0xb0}, []byte{2, 0x80}), element([]byte{0xba}, []byte{1, 0x68}))
	tracks := element([]byte{0x16, 0x54, 0xae, 0x6b}, element([]byte{0xae}, element([]byte{0x83}, []byte{1}), video),
		element([]byte{0xae}, element([]byte{0x83}, []byte{2})))
	head := element([]byte{0x1a, 0x45, 0xdf, 0xa3}, element([]byte{0x42, 0x82}, []byte("webm")))
	segment := []byte{0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff} // of unknown size
	return bytes.Join([][]byte{head, segment, info, tracks, {0x1f, 0x43, 0xb6, 0x75, 0x80}}, nil)
}

func wav() []byte {
	le := binary.LittleEndian
	out := append([]byte("RIFF\x00\x00\x00\x00WAVEfmt "), 16, 0, 0, 0, 1, 0, 1, 0)
	out = le.AppendUint32(le.AppendUint32(out, 8000), 16000)
	out = append(append(out, 2, 0, 16, 0), "data"...)
	return append(le.AppendUint32(out, 48000), make([]byte, 48000)...)
}

func animatedWebP() []byte {
	out := []byte("RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02\x00\x00\x00")
	out = append(out, 0x1f, 3, 0, 0x57, 2, 0) // 800 by 600
	for range 3 {
		frame := make([]byte, 16)
		frame[12] = 100 // milliseconds
		out = append(append(out, "ANMF\x10\x00\x00\x00"...), frame...)
	}
	return out
}

func apng() []byte {
	file := hugePNG(30)
	return append(file, "\x00\x00\x00\x08acTL\x00\x00\x00\x05\x00\x00\x00\x00\x00\x00\x00\x00"...)
}

var upside = []uint32{0, 1 << 16, 0, 0xffff0000}

var made = map[string]struct {
	file []byte
	want Info
}{
	"heic": {heic(), Info{Type: "image/heic", Width: 3024, Height: 4032, Orientation: 6, Frames: 1}},
	"mp4":  {movie(1<<16, 0), Info{Type: "video/mp4", Width: 1280, Height: 720, Orientation: 1, Frames: 75, LengthS: 2.5}},
	"phone held upright": {movie(upside[:2]...), Info{Type: "video/mp4", Width: 720, Height: 1280, Orientation: 6, Frames: 75,
		LengthS: 2.5}},
	"webm": {webm(), Info{Type: "video/webm", Width: 640, Height: 360, Orientation: 1, LengthS: 7.25, Sound: true}},
	"wav":  {wav(), Info{Type: "audio/wav", Orientation: 1, LengthS: 3, Sound: true}},
	"webp": {animatedWebP(), Info{Type: "image/webp", Width: 800, Height: 600, Orientation: 1, Frames: 3, LengthS: 0.3}},
	"apng": {apng(), Info{Type: "image/png", Width: 30, Height: 30, Orientation: 1, Frames: 5}},
}

func TestProbeMade(t *testing.T) {
	for name, c := range made {
		got, err := Probe(bytes.NewReader(c.file), int64(len(c.file)))
		if err != nil || got != c.want {
			t.Errorf("%s: %+v, %v\nwant %+v", name, got, err, c.want)
		}
	}
}

func TestProbeRealFiles(t *testing.T) {
	for name, want := range map[string]Info{
		"videos/doorknob-hd-no-bar.mp4": {Type: "video/mp4", Width: 1280, Height: 720, Orientation: 1},
		"pdq/dih/bridge-1-original.jpg": {Type: "image/jpeg", Width: 1600, Height: 1004, Orientation: 1},
		"photos/test/100007.jpg":        {Type: "image/jpeg", Width: 481, Height: 321, Orientation: 1},
	} {
		path := corpus(t, name)
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ProbeFile(file)
		file.Close()
		if err != nil || got.Type != want.Type || got.Width != want.Width || got.Height != want.Height {
			t.Errorf("%s: %+v, %v; want %+v", name, got, err, want)
		}
	}
}

func TestProbeRefuses(t *testing.T) {
	nested := []byte{}
	for range 200 {
		nested = boxed("moov", nested)
	}
	for name, c := range map[string]struct {
		file []byte
		want Reason
	}{
		"empty":                  {nil, Unknown},
		"text":                   {[]byte("Ukraine says it captured 102 soldiers"), Unknown},
		"text in UTF-16":         {[]byte("\xff\xfeU\x00k\x00r\x00a\x00i\x00n\x00e\x00"), Unknown},
		"a JPEG of two bytes":    {[]byte("\xff\xd8\xff"), Damaged},
		"boxes within boxes":     {append(boxed("ftyp", []byte("isom")), nested...), Damaged},
		"a box smaller than one": {append(boxed("ftyp", []byte("isom")), "\x00\x00\x00\x03moov"...), Damaged},
		"endless padding":        {append([]byte("\xff\xd8"), bytes.Repeat([]byte{0xff}, 8<<20)...), Damaged},
	} {
		_, err := Probe(bytes.NewReader(c.file), int64(len(c.file)))
		if reasonOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

type broken struct{}

func (broken) ReadAt([]byte, int64) (int, error) { return 0, os.ErrPermission }

func TestProbePassesOnTheReadersError(t *testing.T) {
	if _, err := Probe(broken{}, 100); !errors.Is(err, os.ErrPermission) {
		t.Errorf("got %v", err)
	}
}

func FuzzProbe(f *testing.F) {
	for _, c := range made {
		f.Add(c.file)
	}
	for _, file := range encoded(f, quarters(8, 8)) {
		f.Add(file)
	}
	small, _ := filepath.Glob("testdata/probe/*")
	for _, path := range small {
		if b, err := os.ReadFile(path); err == nil {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		count := &counter{r: bytes.NewReader(file)}
		info, err := Probe(count, int64(len(file)))
		if err != nil && reasonOf(err) == "" {
			t.Fatalf("an error without a reason: %v", err)
		}
		if count.n > probeBudget {
			t.Fatalf("%d bytes were read", count.n)
		}
		if info.Width < 0 || info.Height < 0 || info.Frames < 0 || !(info.LengthS >= 0) {
			t.Fatalf("nonsense: %+v", info)
		}
	})
}

func FuzzUnpack(f *testing.F) {
	f.Add(pack(quarters(3, 2)))
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\x00\x00\x00\x01"))
	f.Fuzz(func(t *testing.T, packed []byte) {
		picture, err := unpack(packed)
		if err != nil {
			return
		}
		if size := picture.Bounds().Size(); size == (image.Point{}) || !bytes.Equal(pack(picture), packed) {
			t.Fatalf("%v does not come back", size)
		}
	})
}
