package luma

import "errors"

// pass says which bits of which coefficients a progressive scan holds: places
// from to to of the zigzag order, down to bit low; high is the bit the pass
// before went down to, or 0 for the first.
type pass struct{ from, to, high, low int }

func (p pass) check(comps int) error {
	if p.from > p.to || p.to > 63 || p.low > 13 || p.high > 0 && p.high != p.low+1 || p.from > 0 && comps > 1 || p.from == 0 && p.to > 0 {
		return errors.New("progressive scan out of range")
	}
	return nil
}

// progressive decodes a scan of a progressive picture.
func (d *jpegDecoder) progressive(comps []*component, p pass) error {
	kept := d.kept()
	switch {
	case p.from == 0 && p.high == 0:
		return d.eachBlock(comps, func(r *bitReader, c *component, x, y int) error {
			if c.dc == nil {
				return errNoTable
			}
			c.last += r.mean(c.dc)
			if c.wanted {
				c.coefs[(y*c.stride+x)*kept] = int16(c.last << p.low)
			}
			return nil
		})
	case p.from == 0:
		return d.eachBlock(comps, func(r *bitReader, c *component, x, y int) error {
			if bit := r.take(1); c.wanted {
				c.coefs[(y*c.stride+x)*kept] |= int16(bit << p.low)
			}
			return nil
		})
	}
	s := &spectral{pass: p, restart: d.restart}
	return d.eachBlock(comps, func(r *bitReader, c *component, x, y int) error {
		if c.ac == nil {
			return errNoTable
		}
		at := (y*c.stride + x) * 64
		coefs := (*[64]int16)(c.coefs[at : at+64])
		s.begin()
		if p.high == 0 {
			s.first(r, c.ac, coefs)
		} else {
			s.refine(r, c.ac, coefs)
		}
		return nil
	})
}

// spectral decodes the passes over coefficients other than means.
type spectral struct {
	pass
	restart int
	seen    int // blocks so far
	skip    int // blocks to come that have nothing new
}

// begin forgets the blocks to be skipped where a restart interval begins.
func (s *spectral) begin() {
	if s.restart > 0 && s.seen%s.restart == 0 {
		s.skip = 0
	}
	s.seen++
}

// first decodes the first pass over a block.
func (s *spectral) first(r *bitReader, h *huffman, coefs *[64]int16) {
	if s.skip > 0 {
		s.skip--
		return
	}
	for k := s.from; k <= s.to; k++ {
		r.fill()
		if e := h.fast[r.acc>>(64-lookBits)]; e>>16 != 0 { // a value, told in one step
			r.acc <<= e & 0xff
			r.have -= int(e & 0xff)
			if k += int(e>>8&0xff) - 1; k <= s.to {
				coefs[k] = int16(int32(e) >> 16 << s.low)
			}
			continue
		}
		symbol := r.symbol(h)
		run, size := int(symbol>>4), int(symbol&15)
		if size == 0 {
			if run < 15 {
				s.skip = 1<<run + int(r.take(run)) - 1
				return
			}
			k += 15
			continue
		}
		k += run
		v := r.value(size) << s.low
		if k <= s.to {
			coefs[k] = int16(v)
		}
	}
}

// refine decodes a later pass: one more bit of coefficients that are known, and
// new ones of size one.
func (s *spectral) refine(r *bitReader, h *huffman, coefs *[64]int16) {
	k := s.from
	if s.skip == 0 {
		for k <= s.to {
			symbol := r.symbol(h)
			run, size := int(symbol>>4), int(symbol&15)
			var fresh int16
			switch {
			case size > 0:
				fresh = -1 << s.low
				if r.take(1) == 1 {
					fresh = 1 << s.low
				}
			case run < 15:
				s.skip = 1<<run + int(r.take(run))
			}
			if s.skip > 0 {
				break
			}
			k = s.sharpen(r, coefs, k, run)
			if fresh != 0 && k <= s.to {
				coefs[k] = fresh
			}
			k++
		}
	}
	if s.skip > 0 {
		s.skip--
		s.sharpen(r, coefs, k, 64)
	}
}

// sharpen gives each known coefficient from place k its next bit, until so many
// unknown ones were passed; it returns the place of the one behind them.
func (s *spectral) sharpen(r *bitReader, coefs *[64]int16, k, unknown int) int {
	bit := int16(1) << s.low
	for ; k <= s.to; k++ {
		c := coefs[k]
		switch {
		case c == 0:
			if unknown == 0 {
				return k
			}
			unknown--
		case r.take(1) == 0:
		case c > 0:
			coefs[k] = c | bit
		default:
			coefs[k] = -(-c | bit)
		}
	}
	return k
}
