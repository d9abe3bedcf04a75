package media

import (
	"encoding/binary"
	"image"
	"iter"
	"strings"
)

// maxLinks bounds the associations read from one ipma box; a phone's HEIC, cut
// into tiles, has some hundreds.
const maxLinks = 8192

// property reads one child of ipco. Each counts, known or not: ipma refers to them by number.
func (f *bmff) property(b box) error {
	p := property{box: b}
	switch b.name {
	case "clap":
		fractions, err := f.at(b.at, 32)
		if err != nil {
			return err
		}
		p.aperture = readAperture(fractions)
	case "ispe":
		size, err := f.at(b.at+4, 8)
		if err != nil {
			return err
		}
		p.width = int(binary.BigEndian.Uint32(size) & 0x7fffffff)
		p.height = int(binary.BigEndian.Uint32(size[4:]) & 0x7fffffff)
	case "irot", "imir":
		v, err := f.at(b.at, 1)
		if err != nil {
			return err
		}
		if b.name == "irot" {
			p.turn = int(v[0] & 3)
		} else {
			p.mirror = 1 + v[0]&1
		}
	}
	f.properties = append(f.properties, p)
	return nil
}

// item reads which item is the picture (pitm) and which properties items have (ipma).
func (f *bmff) item(b box) error {
	head, err := f.at(b.at, 8)
	if err != nil {
		return err
	}
	if b.name == "ipma" {
		return f.associations(b, head[0], head[3])
	}
	if head[0] == 0 {
		f.primary = uint32(binary.BigEndian.Uint16(head[4:]))
	} else {
		f.primary = binary.BigEndian.Uint32(head[4:])
	}
	return nil
}

func (f *bmff) associations(b box, version, flags byte) error {
	entries, err := f.be32(b.at + 4)
	if err != nil {
		return err
	}
	idLen := int64(2)
	if version > 0 {
		idLen = 4
	}
	off := b.at + 8
	for range min(entries, maxLinks) {
		item, err := f.number(off, idLen)
		if err != nil {
			return err
		}
		count, err := f.at(off+idLen, 1)
		if err != nil {
			return err
		}
		n := int(count[0])
		if off, err = f.link(off+idLen+1, item, n, flags&1 != 0); err != nil {
			return err
		}
	}
	return nil
}

// link reads the n property numbers of one item, each with a bit for "essential" on top.
func (f *bmff) link(off int64, item uint32, n int, wide bool) (int64, error) {
	length, mask := int64(1), uint32(0x7f)
	if wide {
		length, mask = 2, 0x7fff
	}
	for range n {
		index, err := f.number(off, length)
		if err != nil {
			return off, err
		}
		if len(f.links) < maxLinks {
			f.links = append(f.links, link{item, int(index & mask)})
		}
		off += length
	}
	return off, nil
}

func (f *bmff) number(off, length int64) (uint32, error) {
	b, err := f.at(off, int(length))
	if err != nil {
		return 0, err
	}
	var v uint32
	for _, digit := range b {
		v = v<<8 | uint32(digit)
	}
	return v, nil
}

// settlePicture takes size and turn of the primary item once all boxes are read.
func (f *bmff) settlePicture() {
	if !strings.HasPrefix(f.info.Type, "image/") {
		return
	}
	shown := f.shown(f.primary)
	if shown.size.X > 0 {
		f.info.Width, f.info.Height, f.info.Frames = shown.crop.Dx(), shown.crop.Dy(), 1
	}
	f.info.Orientation = shown.orientation
}

// appearance is how an item is to be shown, as its properties say: of so many
// pixels, this part, turned so.
type appearance struct {
	size        image.Point
	crop        image.Rectangle
	orientation int // in EXIF's counting
}

// shown gathers the properties of an item that say how it looks. Cropping goes
// before turning, and turning before mirroring, whatever their order.
func (f *bmff) shown(item uint32) appearance {
	var a appearance
	var cut aperture
	turn, mirror := 0, byte(0)
	for p := range f.propertiesOf(item) {
		if p.width > 0 {
			a.size = image.Pt(p.width, p.height)
		}
		if p.aperture != (aperture{}) {
			cut = p.aperture
		}
		turn, mirror = turn+p.turn, max(mirror, p.mirror)
	}
	a.crop = cut.of(a.size)
	a.orientation = pictureTurn(turn%4, mirror)
	return a
}

// propertiesOf gives the properties linked to an item.
func (f *bmff) propertiesOf(item uint32) iter.Seq[property] {
	return func(yield func(property) bool) {
		for _, l := range f.links {
			if l.item == item && l.index >= 1 && l.index <= len(f.properties) && !yield(f.properties[l.index-1]) {
				return
			}
		}
	}
}

// aperture is the part of a picture that is meant to be seen: its size, and how
// far its middle lies from the picture's.
type aperture struct{ width, height, right, down float64 }

func readAperture(b []byte) aperture {
	fraction := func(at int) float64 {
		return float64(int32(binary.BigEndian.Uint32(b[at:]))) / float64(int32(binary.BigEndian.Uint32(b[at+4:])))
	}
	return aperture{fraction(0), fraction(8), fraction(16), fraction(24)}
}

// of is the part of a picture of that size; all of it where the numbers make no sense.
func (a aperture) of(size image.Point) image.Rectangle {
	whole := image.Rectangle{Max: size}
	left := a.right + (float64(size.X)-a.width)/2
	top := a.down + (float64(size.Y)-a.height)/2
	for _, v := range []float64{left, top, a.width, a.height} {
		if !(v >= 0 && v <= 1<<31) || a.width < 1 || a.height < 1 { // "not a number" fails the first
			return whole
		}
	}
	part := image.Rect(int(left), int(top), int(left+a.width+0.5), int(top+a.height+0.5)).Intersect(whole)
	if part.Empty() {
		return whole
	}
	return part
}

// pictureTurn says quarter turns anticlockwise, then a mirror (1 about the
// horizontal axis, 2 about the vertical), in EXIF's counting.
func pictureTurn(turn int, mirror byte) int {
	return [3][4]int{{1, 8, 3, 6}, {4, 7, 2, 5}, {2, 5, 4, 7}}[mirror%3][turn]
}
