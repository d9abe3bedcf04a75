package media

import (
	"encoding/binary"
	"strings"
)

// maxLinks bounds the associations read from one ipma box; a phone's HEIC, cut
// into tiles, has some hundreds.
const maxLinks = 8192

// property reads one child of ipco. Each counts, known or not: ipma refers to them by number.
func (f *bmff) property(b box) error {
	var p property
	switch b.name {
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
	var turn int
	var mirror byte
	for _, l := range f.links {
		if l.item != f.primary || l.index < 1 || l.index > len(f.properties) {
			continue
		}
		p := f.properties[l.index-1]
		if p.width > 0 {
			f.info.Width, f.info.Height, f.info.Frames = p.width, p.height, 1
		}
		turn, mirror = turn+p.turn, max(mirror, p.mirror)
	}
	f.info.Orientation = pictureTurn(turn%4, mirror)
}

// pictureTurn says quarter turns anticlockwise, then a mirror (1 about the
// horizontal axis, 2 about the vertical), in EXIF's counting.
func pictureTurn(turn int, mirror byte) int {
	return [3][4]int{{1, 8, 3, 6}, {4, 7, 2, 5}, {2, 5, 4, 7}}[mirror%3][turn]
}
