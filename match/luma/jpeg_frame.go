package luma

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// unsupportedFrames names the kinds of JPEG that are not read, by their marker.
var unsupportedFrames = map[byte]string{
	0xc3: "lossless JPEG", 0xc5: "hierarchical JPEG", 0xc6: "hierarchical JPEG", 0xc7: "hierarchical JPEG",
	0xc9: "arithmetic-coded JPEG", 0xca: "arithmetic-coded JPEG", 0xcb: "arithmetic-coded JPEG",
	0xcd: "arithmetic-coded JPEG", 0xce: "arithmetic-coded JPEG", 0xcf: "arithmetic-coded JPEG",
}

// frame reads the header that states size and components.
func (d *jpegDecoder) frame(marker byte, s []byte) error {
	switch {
	case d.kind != 0:
		return errors.New("two frames in one picture")
	case unsupportedFrames[marker] != "":
		return fmt.Errorf("%w: %s", ErrUnsupported, unsupportedFrames[marker])
	case len(s) < 6 || len(s) < 6+3*int(s[5]):
		return errShort
	case s[0] != 8:
		return fmt.Errorf("%w: %d-bit JPEG", ErrUnsupported, s[0])
	}
	d.kind = marker
	d.h, d.w = int(binary.BigEndian.Uint16(s[1:])), int(binary.BigEndian.Uint16(s[3:]))
	if d.h == 0 {
		return fmt.Errorf("%w: JPEG that states its height at the end", ErrUnsupported)
	}
	if err := d.components(s[6:], int(s[5])); err != nil {
		return err
	}
	d.edge = d.edgeFor(d.want)
	bytesPerPixel := 1
	if marker == markerSOF2 && d.edge > 1 {
		bytesPerPixel = 3
	}
	wanted := d.wantComponents()
	shrunk := 8 / d.edge
	if marker == markerSOF2 && d.edge > 1 {
		shrunk = 1 // all frequencies must be held until the last scan
	}
	if err := checkSize((d.w+shrunk-1)/shrunk, (d.h+shrunk-1)/shrunk, bytesPerPixel*wanted); err != nil {
		return err
	}
	d.allocate()
	return nil
}

// components reads the sampling of each component.
func (d *jpegDecoder) components(s []byte, n int) error {
	if n != 1 && n != 3 && n != 4 {
		return fmt.Errorf("%w: JPEG of %d components", ErrUnsupported, n)
	}
	d.hmax, d.vmax = 1, 1
	for i := range n {
		c := component{id: s[3*i], h: int(s[3*i+1] >> 4), v: int(s[3*i+1] & 15), quant: int(s[3*i+2])}
		if c.h < 1 || c.h > 4 || c.v < 1 || c.v > 4 || c.quant > 3 {
			return errors.New("component out of range")
		}
		if n == 1 {
			c.h, c.v = 1, 1 // a single component is never grouped
		}
		d.hmax, d.vmax = max(d.hmax, c.h), max(d.vmax, c.v)
		d.comps = append(d.comps, c)
	}
	return nil
}

// edgeFor returns the least number of pixels of a block's side that still makes
// the longer side want pixels long.
func (d *jpegDecoder) edgeFor(want int) int {
	if want <= 0 {
		return 8
	}
	for _, edge := range []int{1, 2, 4} {
		if max(d.w, d.h)*edge/8 >= want {
			return edge
		}
	}
	return 8
}

// wantComponents marks the components that brightness is made of and returns
// their number.
func (d *jpegDecoder) wantComponents() int {
	ids := make([]byte, len(d.comps))
	for i, c := range d.comps {
		ids[i] = c.id
	}
	switch {
	case len(ids) == 4 && d.adobe == 2:
		d.colours = ycck
		d.comps[0].wanted, d.comps[3].wanted = true, true
		return 2
	case len(ids) == 4:
		d.colours = cmyk
	case len(ids) == 3 && (d.adobe == 0 || d.adobe < 0 && string(ids) == "RGB"):
		d.colours = rgb
	default:
		d.comps[0].wanted = true
		return 1
	}
	for i := range d.comps {
		d.comps[i].wanted = true
	}
	return len(d.comps)
}

// allocate lays the components out in blocks.
func (d *jpegDecoder) allocate() {
	groupsX, groupsY := ceil(d.w, 8*d.hmax), ceil(d.h, 8*d.vmax)
	for i := range d.comps {
		c := &d.comps[i]
		c.wide, c.high = ceil(ceil(d.w*c.h, d.hmax), 8), ceil(ceil(d.h*c.v, d.vmax), 8)
		c.stride, c.rows = groupsX*c.h, groupsY*c.v
		if !c.wanted {
			continue
		}
		if d.kind == markerSOF2 {
			c.coefs = make([]int16, c.stride*c.rows*d.kept())
		} else {
			c.plane = NewPlane(c.stride*d.edge, c.rows*d.edge)
		}
	}
}

// kept is the number of coefficients held for each block of a progressive picture.
func (d *jpegDecoder) kept() int {
	if d.edge == 1 {
		return 1
	}
	return 64
}

func ceil(n, by int) int { return (n + by - 1) / by }

// quantisers reads what the coefficients are to be multiplied with.
func (d *jpegDecoder) quantisers(s []byte) error {
	for len(s) > 0 {
		wide, to := int(s[0]>>4), s[0]&15
		s = s[1:]
		if wide > 1 || to > 3 || len(s) < 64*(1+wide) {
			return errors.New("quantisation table out of range")
		}
		for i := range 64 {
			if wide == 1 {
				d.quant[to][i] = int32(binary.BigEndian.Uint16(s[2*i:]))
			} else {
				d.quant[to][i] = int32(s[i])
			}
		}
		s = s[64*(1+wide):]
	}
	return nil
}
