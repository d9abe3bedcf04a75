package media

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// tile is a coded picture, taken from a file that heif-enc made.
type tile struct{ parameters, content []byte }

func tileOf(t testing.TB, c color.Color) tile {
	t.Helper()
	plain := image.NewRGBA(image.Rect(0, 0, 128, 128))
	draw.Draw(plain, plain.Rect, image.NewUniform(c), image.Point{}, draw.Src)
	file, err := os.ReadFile(converted(t, plain, "tile.heic", "heif-enc", "in", "-o", "out"))
	if err != nil {
		t.Fatal(err)
	}
	f := parsed(file)
	parameters, err := f.parameters(f.primary)
	if err != nil {
		t.Fatal(err)
	}
	content, err := f.content(f.primary, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	return tile{parameters, content}
}

func parsed(file []byte) *bmff {
	info := Info{Orientation: 1}
	f := newBMFF(&window{from: bytes.NewReader(file), size: int64(len(file)), left: probeBudget}, &info)
	_ = f.walk(box{upTo: f.size}, 0) // what was read before an error is there
	return f
}

func be16(values ...uint16) []byte {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint16(out, v)
	}
	return out
}

// gridOf writes the file of a phone: item 1 is the picture, 250 by 240 pixels of
// two by two tiles, turned by so many quarters anticlockwise; its kind is "grid".
func gridOf(tiles []tile, kind string, turn byte) []byte {
	ftyp := boxed("ftyp", []byte("heic\x00\x00\x00\x00mif1heic"))
	entries := [][]byte{be32(0), be16(uint16(len(tiles) + 1)), boxed("infe", be32(2<<24), be16(1, 0), []byte(kind), []byte{0})}
	links := []byte{0, 1, 2, 1, 0x82} // how many property numbers item 1 has, and which
	refs := be16(1, uint16(len(tiles)))
	for i := range tiles {
		id := uint16(i + 2)
		// The 1 says that a tile is not shown by itself.
		entries = append(entries, boxed("infe", be32(2<<24|1), be16(id, 0), []byte("hvc1"), []byte{0}))
		links = append(append(links, be16(id)...), 2, 3, 0x84)
		refs = append(refs, be16(id)...)
	}
	properties := boxed("iprp",
		boxed("ipco", boxed("ispe", be32(0, 250, 240)), boxed("irot", []byte{turn}), boxed("ispe", be32(0, 128, 128)), boxed("hvcC", tiles[0].parameters)),
		boxed("ipma", be32(0, uint32(len(tiles)+1)), links))
	meta := func(media uint32) []byte {
		places := append(be16(1, 1, 0, 1), be32(0, 8)...) // in idat
		for i, t := range tiles {
			places = append(append(places, be16(uint16(i+2), 0, 0, 1)...), be32(media, uint32(len(t.content)))...)
			media += uint32(len(t.content))
		}
		return boxed("meta", be32(0), boxed("hdlr", be32(0, 0), []byte("pict"), make([]byte, 13)), boxed("pitm", be32(0), be16(1)),
			boxed("idat", []byte{0, 0, 1, 1}, be16(250, 240)), boxed("iinf", entries...), boxed("iref", be32(0), boxed("dimg", refs)), properties,
			boxed("iloc", be32(1<<24), []byte{0x44, 0}, be16(uint16(len(tiles)+1)), places))
	}
	var content []byte
	for _, t := range tiles {
		content = append(content, t.content...)
	}
	begin := len(ftyp) + len(meta(0)) + 8
	return bytes.Join([][]byte{ftyp, meta(uint32(begin)), boxed("mdat", content)}, nil)
}

func fourTiles(t testing.TB) []tile {
	var tiles []tile
	for _, c := range fields {
		tiles = append(tiles, tileOf(t, c))
	}
	return tiles
}

func TestAGridIsNotItsFirstTile(t *testing.T) {
	s := sandbox(t)
	needs(t, "ffmpeg")
	tiles := fourTiles(t)
	for turn, order := range map[byte][4]int{0: {0, 1, 2, 3}, 1: {1, 3, 0, 2}, 3: {2, 0, 3, 1}} {
		path := write(t, gridOf(tiles, "grid", turn))
		got, err := s.Decode(t.Context(), path, Want{})
		if err != nil {
			t.Fatal(err)
		}
		want := image.Pt(250, 240)
		if turn%2 == 1 {
			want = image.Pt(240, 250)
		}
		if got.Bounds().Size() != want {
			t.Errorf("turned %d times: %v, want %v", turn, got.Bounds().Size(), want)
		}
		checkFields(t, got, order)
		checkFields(t, byLibheif(t, path), order)
	}
}

// byLibheif is what the common library makes of a file, so that the files made
// here are known to mean what they are meant to.
func byLibheif(t *testing.T, path string) image.Image {
	t.Helper()
	needs(t, "heif-convert")
	out := filepath.Join(t.TempDir(), "out.png")
	if said, err := exec.Command("heif-convert", path, out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	file, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	picture, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

func TestWhatIsNoWholeGridIsRefused(t *testing.T) {
	s := sandbox(t)
	needs(t, "ffmpeg")
	tiles := fourTiles(t)
	missing := append([]tile(nil), tiles...)
	missing[3].content = []byte{0, 0, 0, 1, 0x2a}
	good := gridOf(tiles, "grid", 0)
	for name, c := range map[string]struct {
		file []byte
		want Reason
	}{
		"three tiles of four":          {gridOf(tiles[:3], "grid", 0), Damaged},
		"a tile without a picture":     {gridOf(missing, "grid", 0), Damaged},
		"cut short":                    {good[:len(good)-100], Damaged},
		"an overlay":                   {gridOf(tiles, "iovl", 0), Unsupported},
		"a kind that nobody has":       {gridOf(tiles, "xxxx", 0), Unsupported},
		"tiles that are larger":        {bytes.Replace(good, be32(0, 128, 128), be32(0, 126, 126), 1), Damaged},
		"a header and nothing further": {heic(), Damaged},
	} {
		if _, err := s.Decode(t.Context(), write(t, c.file), Want{}); reasonOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

func FuzzTakeApart(f *testing.F) {
	some := tile{parameters: append(make([]byte, 21), 3, 0), content: []byte{0, 0, 0, 2, 0x26, 1}}
	f.Add(gridOf([]tile{some, some, some, some}, "grid", 1))
	f.Add(heic())
	f.Fuzz(func(t *testing.T, file []byte) {
		p := parsed(file)
		head, stream, err := p.takeApart()
		if err == nil && head.sound() && len(stream) > maxCoded {
			t.Fatalf("%d bytes of tiles from a file of %d", len(stream), len(file))
		}
	})
}
