package media

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"image"
	"os"
)

// A picture in a HEIF file (HEIC, AVIF) is often cut into tiles, each coded by
// itself, and a program that takes the first tile for the picture reads it
// wrongly. So the file is taken apart here, and ffmpeg, which knows how such
// tiles are coded, is handed nothing but the coded tiles of the primary item.

// coded is the head of what a child answers: how the picture is to be put
// together from the tiles that follow as a stream.
type coded struct {
	Form        string // of the stream of tiles, as ffmpeg calls it: "hevc" or "ivf"
	Cols, Rows  int
	Tile        image.Point     // pixels of one
	Crop        image.Rectangle // of what the tiles make
	Orientation int
	Range       string // of the shades, as ffmpeg calls it, where the file says: "pc" for 0 to 255, "tv" for 16 to 235
}

// isHEIF reports whether the file is a picture whose tiles are found here. One
// that moves and names no picture of its own is a film to ffmpeg.
func isHEIF(path string) bool {
	file, err := open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	info, err := ProbeFile(file)
	return err == nil && heifTypes[info.Type]
}

var heifTypes = map[string]bool{"image/heic": true, "image/heif": true, "image/avif": true}

// size is that of the picture as it is stored.
func (c coded) size() image.Point { return c.Crop.Size() }

// sound reports whether the numbers can be meant, wherever they come from.
func (c coded) sound() bool {
	if c.Cols < 1 || c.Rows < 1 || c.Cols > 256 || c.Rows > 256 || c.Cols*c.Rows > maxItems || c.Tile.X < 1 || c.Tile.Y < 1 || c.Tile.X > 1<<16 || c.Tile.Y > 1<<16 {
		return false
	}
	all := image.Rect(0, 0, c.Cols*c.Tile.X, c.Rows*c.Tile.Y)
	return (c.Form == "hevc" || c.Form == "ivf") && !c.Crop.Empty() && c.Crop.In(all) && int64(all.Max.X)*int64(all.Max.Y) <= MaxPixels &&
		(c.Range == "" || c.Range == "pc" || c.Range == "tv")
}

// maxCoded is how many bytes the coded tiles of a picture may take.
const maxCoded = 96 << 20

// tilesTask is how a child is asked to take a HEIF file apart.
const tilesTask = "tiles"

func runTiles(in *os.File, _ []byte) ([]byte, error) {
	stat, err := in.Stat()
	if err != nil {
		return nil, err
	}
	info := Info{Orientation: 1}
	f := newBMFF(&window{from: in, size: stat.Size(), left: probeBudget}, &info)
	if err := f.walk(box{upTo: f.size}, 0); err != nil && f.primary == 0 {
		return nil, err
	}
	head, stream, err := f.takeApart()
	if err != nil {
		return nil, err
	}
	if !head.sound() {
		return nil, refuse(Damaged, "its tiles do not make a picture: %+v", head)
	}
	text, err := json.Marshal(head)
	if err != nil {
		return nil, err
	}
	return append(binary.BigEndian.AppendUint32(nil, uint32(len(text))), append(text, stream...)...), nil
}

// readCoded reads what runTiles answers.
func readCoded(answer []byte) (c coded, stream []byte, err error) {
	if len(answer) < 4 || uint64(len(answer)-4) < uint64(binary.BigEndian.Uint32(answer)) {
		return c, nil, refuse(Crashed, "an answer of %d bytes is no picture", len(answer))
	}
	text := answer[4:][:binary.BigEndian.Uint32(answer)]
	if err := json.Unmarshal(text, &c); err != nil || !c.sound() {
		return c, nil, refuse(Crashed, "an answer that makes no picture: %.100q", text)
	}
	return c, answer[4+len(text):], nil
}

// takeApart finds the tiles of the primary item and copies them.
func (f *bmff) takeApart() (coded, []byte, error) {
	look := f.shown(f.primary)
	head := coded{Cols: 1, Rows: 1, Tile: look.size, Crop: look.crop, Orientation: look.orientation, Range: f.shades(f.primary)}
	kind, err := f.itemType(f.primary)
	if err != nil {
		return head, nil, err
	}
	if kind == "grid" {
		return f.takeGrid(head)
	}
	head.Form = codecs[kind].form
	stream, err := f.stream(kind, []uint32{f.primary})
	return head, stream, err
}

// takeGrid copies the tiles of a picture that is put together from equal ones.
func (f *bmff) takeGrid(head coded) (coded, []byte, error) {
	tiles, err := f.madeOf(f.primary)
	if err != nil {
		return head, nil, err
	}
	head.Cols, head.Rows, err = f.gridShape()
	if err != nil {
		return head, nil, err
	}
	if len(tiles) != head.Cols*head.Rows {
		return head, nil, refuse(Damaged, "a grid of %d by %d with %d tiles", head.Cols, head.Rows, len(tiles))
	}
	look := f.shown(tiles[0])
	head.Tile = look.size
	if head.Range == "" {
		head.Range = f.shades(tiles[0])
	}
	kind, err := f.itemType(tiles[0])
	if err != nil {
		return head, nil, err
	}
	for _, tile := range tiles {
		other, err := f.itemType(tile)
		if err != nil {
			return head, nil, err
		}
		if other != kind || f.shown(tile) != look || look.orientation != 1 || look.crop.Size() != look.size || !f.sameCoding(tile, tiles[0]) {
			return head, nil, refuse(Unsupported, "a grid of tiles that are not alike")
		}
	}
	head.Form = codecs[kind].form
	stream, err := f.stream(kind, tiles)
	return head, stream, err
}

// gridShape reads how many tiles lie side by side and one upon the other.
func (f *bmff) gridShape() (cols, rows int, err error) {
	grid, err := f.content(f.primary, 64)
	if err != nil {
		return 0, 0, err
	}
	if len(grid) < 8 || grid[0] != 0 {
		return 0, 0, refuse(Damaged, "a grid that does not say its shape")
	}
	return int(grid[3]) + 1, int(grid[2]) + 1, nil
}

// sameCoding reports whether two items are decoded with the same parameters.
func (f *bmff) sameCoding(a, b uint32) bool {
	one, err := f.parameters(a)
	if err != nil {
		return false
	}
	other, err := f.parameters(b)
	return err == nil && bytes.Equal(one, other)
}

// shades says which shades black and white are, where a colr box does.
func (f *bmff) shades(item uint32) string {
	for p := range f.propertiesOf(item) {
		if p.name != "colr" {
			continue
		}
		if b, err := f.at(p.at, 11); err == nil && string(b[:4]) == "nclx" {
			if b[10]&0x80 != 0 {
				return "pc"
			}
			return "tv"
		}
	}
	return ""
}
