package luma

import "errors"

// scan reads the header of a scan and decodes or skips what follows.
func (d *jpegDecoder) scan(s []byte) error {
	if d.kind == 0 {
		return errors.New("a scan before the frame")
	}
	if len(s) < 1 || len(s) < 4+2*int(s[0]) || s[0] < 1 || int(s[0]) > len(d.comps) {
		return errShort
	}
	comps, err := d.scanComponents(s[1 : 1+2*int(s[0])])
	if err != nil {
		return err
	}
	d.scanned = true
	p := pass{from: int(s[1+2*s[0]]), to: int(s[2+2*s[0]]), high: int(s[3+2*s[0]] >> 4), low: int(s[3+2*s[0]] & 15)}
	if d.kind == markerSOF2 {
		if err := p.check(len(comps)); err != nil {
			return err
		}
	}
	note(comps, p, d.kind == markerSOF2)
	if !d.needs(comps, p) {
		d.skipEntropy()
		return nil
	}
	if d.kind == markerSOF2 {
		return d.progressive(comps, p)
	}
	return d.eachBlock(comps, d.sequential)
}

// scanComponents returns the components a scan holds, with their tables.
func (d *jpegDecoder) scanComponents(s []byte) ([]*component, error) {
	var comps []*component
	for ; len(s) >= 2; s = s[2:] {
		found := false
		for i := range d.comps {
			c := &d.comps[i]
			if c.id != s[0] {
				continue
			}
			if s[1]>>4 > 3 || s[1]&15 > 3 {
				return nil, errors.New("huffman table out of range")
			}
			c.dc, c.ac, c.last = d.dc[s[1]>>4], d.ac[s[1]&15], 0
			comps = append(comps, c)
			found = true
			break
		}
		if !found {
			return nil, errors.New("a scan of an unknown component")
		}
	}
	return comps, nil
}

// needs reports whether the scan holds anything that is wanted.
func (d *jpegDecoder) needs(comps []*component, p pass) bool {
	if d.kind == markerSOF2 && d.edge == 1 && p.from > 0 {
		return false
	}
	for _, c := range comps {
		if c.wanted {
			return true
		}
	}
	return false
}

// blockDecoder decodes one block of a component, at a place of its plane.
type blockDecoder func(r *bitReader, c *component, x, y int) error

// eachBlock decodes the blocks of a scan in the order they are stored.
func (d *jpegDecoder) eachBlock(comps []*component, decode blockDecoder) error {
	stretches := d.entropy()
	r := &stretches[0]
	across, down := ceil(d.w, 8*d.hmax), ceil(d.h, 8*d.vmax)
	if len(comps) == 1 {
		across, down = comps[0].wide, comps[0].high
	}
	n := 0
	for y := range down {
		for x := range across {
			if d.restart > 0 && n > 0 && n%d.restart == 0 {
				if stretches = stretches[1:]; len(stretches) == 0 {
					return errShort
				}
				r = &stretches[0]
				for _, c := range comps {
					c.last = 0
				}
			}
			n++
			if err := decodeGroup(r, comps, decode, x, y); err != nil {
				return err
			}
		}
		if r.over() {
			return errShort
		}
	}
	return nil
}

// decodeGroup decodes the blocks that are stored together.
func decodeGroup(r *bitReader, comps []*component, decode blockDecoder, x, y int) error {
	if len(comps) == 1 {
		return decode(r, comps[0], x, y)
	}
	for _, c := range comps {
		for j := range c.v {
			for i := range c.h {
				if err := decode(r, c, x*c.h+i, y*c.v+j); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// note remembers which frequencies a scan brings, and down to which bit.
func note(comps []*component, p pass, progressive bool) {
	if !progressive {
		p = pass{to: 63}
	}
	for _, c := range comps {
		for k := p.from; k <= p.to; k++ {
			c.read[k] = p.low + 1
		}
	}
}

// whole reports what is missing of the picture where its data end. A file that
// says so itself may leave out what it likes of the finer frequencies; one that
// just stops was cut off, and shows less than it did.
func (d *jpegDecoder) whole(ended bool) error {
	if !d.scanned {
		return errors.New("no picture data")
	}
	for _, c := range d.comps {
		if !c.wanted {
			continue
		}
		for k, left := range c.read {
			if left == 0 && k == 0 || left != 1 && !ended {
				return errors.New("cut off: the data end before the last scan")
			}
		}
	}
	return nil
}
