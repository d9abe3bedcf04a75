package media

import (
	"encoding/binary"
	"math"
	"math/bits"
	"strings"
)

// The elements of Matroska that are read, by their identifiers.
const (
	ebmlHeader      = 0x1a45dfa3
	ebmlDocType     = 0x4282
	mkvSegment      = 0x18538067
	mkvInfo         = 0x1549a966
	mkvScale        = 0x2ad7b1
	mkvDuration     = 0x4489
	mkvTracks       = 0x1654ae6b
	mkvTrackEntry   = 0xae
	mkvTrackType    = 0x83
	mkvVideo        = 0xe0
	mkvPixelWidth   = 0xb0
	mkvPixelHeight  = 0xba
	mkvCluster      = 0x1f43b675
	maxEBMLElements = 4096
)

// mkv reads the elements of one file.
type mkv struct {
	*window
	info     *Info
	elements int
	scale    float64 // nanoseconds a tick
	ticks    float64
}

func readMatroska(w *window, info *Info) error {
	f := &mkv{window: w, info: info, scale: 1e6}
	err := f.walk(0, w.size, 0)
	info.LengthS = f.ticks * f.scale / 1e9
	if info.Width == 0 && info.Sound {
		info.Type = strings.Replace(info.Type, "video/", "audio/", 1)
	}
	if info.Width > 0 || info.Sound {
		return nil
	}
	if err == nil {
		err = refuse(Damaged, "no track says what it shows")
	}
	return err
}

func (f *mkv) walk(off, upTo int64, depth int) error {
	for off < upTo {
		if f.elements++; f.elements > maxEBMLElements || depth > maxDepth {
			return errBudget
		}
		id, n, err := f.vint(off, false)
		if err != nil {
			return err
		}
		size, m, err := f.vint(off+n, true)
		if err != nil {
			return err
		}
		begin := off + n + m
		if begin > upTo {
			return refuse(Damaged, "an element at byte %d begins beyond the one it is in", off)
		}
		end := upTo // an element of unknown size, or one cut short, goes on to the end
		if size >= 0 && size < upTo-begin {
			end = begin + size
		}
		if id == mkvCluster { // the pictures begin; the header is over
			return nil
		}
		if err := f.visit(id, begin, end, depth); err != nil {
			return err
		}
		off = end
	}
	return nil
}

func (f *mkv) visit(id, at, upTo int64, depth int) error {
	switch id {
	case ebmlHeader, mkvSegment, mkvInfo, mkvTracks, mkvTrackEntry, mkvVideo:
		return f.walk(at, upTo, depth+1)
	}
	if upTo-at > 8 || upTo == at {
		return nil
	}
	b, err := f.at(at, int(upTo-at))
	if err != nil {
		return err
	}
	var v uint64
	for _, digit := range b {
		v = v<<8 | uint64(digit)
	}
	f.take(id, v, b)
	return nil
}

func (f *mkv) take(id int64, v uint64, b []byte) {
	switch id {
	case ebmlDocType:
		if string(b) == "webm" {
			f.info.Type = "video/webm"
		}
	case mkvScale:
		f.scale = float64(v)
	case mkvDuration:
		if len(b) == 4 {
			f.ticks = float64(math.Float32frombits(binary.BigEndian.Uint32(b)))
		} else {
			f.ticks = math.Float64frombits(v)
		}
	case mkvTrackType:
		f.info.Sound = f.info.Sound || v == 2
	case mkvPixelWidth:
		f.info.Width = max(f.info.Width, int(v&0x7fffffff))
	case mkvPixelHeight:
		f.info.Height = max(f.info.Height, int(v&0x7fffffff))
	}
}

// vint reads a number of variable length and says how long it was. The marker
// bit is part of an identifier and no part of a size, where all ones mean
// "unknown" and are returned as -1.
func (f *mkv) vint(off int64, isSize bool) (value, length int64, err error) {
	first, err := f.at(off, 1)
	if err != nil {
		return 0, 0, err
	}
	n := bits.LeadingZeros8(first[0]) + 1
	if n > 8 {
		return 0, 0, refuse(Damaged, "an element at byte %d begins with a zero", off)
	}
	b, err := f.at(off, n)
	if err != nil {
		return 0, 0, err
	}
	for _, digit := range b {
		value = value<<8 | int64(digit)
	}
	if !isSize {
		return value, int64(n), nil
	}
	mask := int64(1)<<(7*n) - 1
	if value &= mask; value == mask {
		return -1, int64(n), nil
	}
	return value, int64(n), nil
}
