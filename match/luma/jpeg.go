package luma

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// jpegDecoder reads the brightness of one JPEG picture, baseline or progressive.
// Colour is skipped bit by bit and never computed, and where the wanted size
// allows it each block of 8 by 8 pixels is computed as 4 by 4, 2 by 2 or one.
type jpegDecoder struct {
	rest    []byte // what follows the marker being read
	w, h    int    // pixels of the picture
	want    int    // pixels of the longer side that are enough
	edge    int    // pixels computed of a block's side: 8, 4, 2 or 1
	kind    byte   // the frame's marker
	colours colours
	adobe   int // colour transform the Adobe segment states, -1 without one
	restart int // blocks groups between restart markers, 0 for none
	comps   []component
	hmax    int
	vmax    int
	quant   [4][64]int32 // by place in zigzag order
	dc, ac  [4]*huffman
	scratch []byte // entropy-coded bytes of the scan at hand, unstuffed
	scanned bool   // whether any scan was read
}

// component is one plane of a JPEG picture: brightness, a colour, ink.
type component struct {
	id           byte
	h, v         int // blocks across and down in each group
	quant        int
	wanted       bool
	wide, high   int // blocks that hold pixels
	stride, rows int // blocks stored: whole groups
	plane        Plane
	coefs        []int16 // progressive: 64 a block, in zigzag order, or 1 if no more is wanted
	last         int32   // the previous block's mean
	read         [64]int // of each frequency, in zigzag order, how many of its bits are still to come, plus one; 0 while none has
	dc, ac       *huffman
}

// colours says what the components are.
type colours int

const (
	grey colours = iota // or brightness and two colours: the first component is all we need
	rgb
	cmyk
	ycck
)

// The markers of a JPEG stream.
const (
	markerSOF0 = 0xc0 // baseline
	markerSOF1 = 0xc1 // extended
	markerSOF2 = 0xc2 // progressive
	markerDHT  = 0xc4
	markerJPG  = 0xc8
	markerSOFf = 0xcf
	markerDAC  = 0xcc
	markerRST0 = 0xd0
	markerRST7 = 0xd7
	markerSOI  = 0xd8
	markerEOI  = 0xd9
	markerSOS  = 0xda
	markerDQT  = 0xdb
	markerDRI  = 0xdd
	markerAPP0 = 0xe0
	markerAPPe = 0xee
	markerTEM  = 0x01
)

// errShort: the bytes end before the picture does.
var errShort = errors.New("the data end early")

func readJPEG(b []byte, side int) (Picture, error) {
	d := jpegDecoder{rest: b[2:], want: side, adobe: -1}
	if err := d.read(); err != nil {
		if !errors.Is(err, ErrUnsupported) && !errors.Is(err, ErrTooLarge) {
			err = fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		return Picture{}, fmt.Errorf("read jpeg: %w", err)
	}
	return Picture{
		Plane: d.finish(), FullW: d.w, FullH: d.h, Step: 8 / d.edge,
		Turn: TurnOf(orientation(b, "jpeg")), Format: "jpeg",
	}, nil
}

// read goes from marker to marker until the end of the picture.
func (d *jpegDecoder) read() error {
	for {
		marker, err := d.marker()
		if err != nil {
			// Phones and cameras leave the end marker out, or bytes behind it.
			if d.scanned && errors.Is(err, errShort) {
				return d.whole(false)
			}
			return err
		}
		switch {
		case marker == markerEOI:
			return d.whole(true)
		case marker == markerSOI || marker == markerTEM || marker >= markerRST0 && marker <= markerRST7:
			continue
		}
		segment, err := d.segment()
		if err != nil {
			return err
		}
		if err := d.take(marker, segment); err != nil {
			return err
		}
	}
}

// marker returns the next marker and steps behind it.
func (d *jpegDecoder) marker() (byte, error) {
	for i := 0; i+1 < len(d.rest); i++ {
		if m := d.rest[i+1]; d.rest[i] == 0xff && m != 0 && m != 0xff {
			d.rest = d.rest[i+2:]
			return m, nil
		}
	}
	return 0, errShort
}

// segment returns what belongs to the marker just read.
func (d *jpegDecoder) segment() ([]byte, error) {
	if len(d.rest) < 2 {
		return nil, errShort
	}
	n := int(binary.BigEndian.Uint16(d.rest))
	if n < 2 || n > len(d.rest) {
		return nil, errShort
	}
	segment := d.rest[2:n]
	d.rest = d.rest[n:]
	return segment, nil
}

// take reads one segment.
func (d *jpegDecoder) take(marker byte, segment []byte) error {
	switch {
	case marker == markerDHT:
		return d.tables(segment)
	case marker == markerDQT:
		return d.quantisers(segment)
	case marker == markerDRI:
		if len(segment) < 2 {
			return errShort
		}
		d.restart = int(binary.BigEndian.Uint16(segment))
	case marker == markerAPPe:
		if len(segment) >= 12 && string(segment[:5]) == "Adobe" {
			d.adobe = int(segment[11])
		}
	case marker == markerSOS:
		return d.scan(segment)
	case marker == markerDAC:
		return fmt.Errorf("%w: arithmetic-coded JPEG", ErrUnsupported)
	case marker >= markerSOF0 && marker <= markerSOFf && marker != markerJPG:
		return d.frame(marker, segment)
	}
	return nil
}
