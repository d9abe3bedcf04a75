package luma

import "errors"

// block is the coefficients of one block in natural order, row by row, and one
// more place where what lies behind the end of a block may be written.
type block [65]int32

// natural is the place of each coefficient of the zigzag order. What a damaged
// block states behind its end goes to place 64.
var natural = func() (n [64 + 64 + 16]uint8) {
	x, y := 0, 0
	for i := range n {
		if i >= 64 {
			n[i] = 64
			continue
		}
		n[i] = uint8(8*y + x)
		switch up := (x+y)%2 == 0; {
		case up && x == 7:
			y++
		case up && y == 0:
			x++
		case up:
			x, y = x+1, y-1
		case y == 7:
			x++
		case x == 0:
			y++
		default:
			x, y = x-1, y+1
		}
	}
	return n
}()

// lastNeeded is the place in zigzag order behind which no coefficient matters
// to a block computed edge by edge pixels large.
func lastNeeded(edge int) int {
	switch edge {
	case 1:
		return 0
	case 2:
		return 4
	case 4:
		return 24
	}
	return 63
}

var errNoTable = errors.New("a huffman table is missing")

// sequential decodes a block of a baseline picture.
func (d *jpegDecoder) sequential(r *bitReader, c *component, x, y int) error {
	if c.dc == nil || c.ac == nil {
		return errNoTable
	}
	if !c.wanted {
		r.mean(c.dc)
		r.skip(c.ac, 1)
		return nil
	}
	quant := &d.quant[c.quant]
	c.last += r.mean(c.dc)
	mean := c.last * quant[0]
	if d.edge == 1 {
		r.skip(c.ac, 1)
		c.plane.Pix[y*c.plane.W+x] = shade(mean, 3)
		return nil
	}
	var b block
	b[0] = mean
	end := r.coefficients(c.ac, &b, quant, lastNeeded(d.edge))
	inverse(&b, end, c.plane.Pix[y*d.edge*c.plane.W+x*d.edge:], c.plane.W, d.edge)
	return nil
}

// coefficients decodes those of a block up to place need, skips the rest, and
// returns the place behind the last one it wrote.
func (r *bitReader) coefficients(h *huffman, b *block, quant *[64]int32, need int) int {
	k, end := 1, 1
	for k <= need {
		r.fill()
		if e := h.fast[r.acc>>(64-lookBits)]; e != 0 {
			r.acc <<= e & 0xff
			r.have -= int(e & 0xff)
			k += int(e >> 8 & 0xff)
			if v := int32(e) >> 16; v != 0 {
				b[natural[k-1]] = v * quant[(k-1)&63]
				end = k
			}
			continue
		}
		symbol := r.symbol(h)
		run, size := int(symbol>>4), int(symbol&15)
		if size == 0 {
			if run < 15 {
				return end
			}
			k += 16
			continue
		}
		k += run
		b[natural[k]] = r.value(size) * quant[k&63]
		k++
		end = k
	}
	r.skip(h, k)
	return min(end, 64)
}

// skip steps over the rest of a block, from place k.
func (r *bitReader) skip(h *huffman, k int) {
	for k < 64 {
		r.fill()
		acc, have := r.acc, r.have
		for have >= jumpBits {
			j := h.jump[acc>>(64-jumpBits)]
			// What fills the block to its last place has no end written behind
			// it: a jump may go on into the next block there.
			if j == 0 || k+j.moves() >= 64 {
				break
			}
			acc <<= j.bits()
			have -= j.bits()
			k += j.moves()
			if j.ends() {
				r.acc, r.have = acc, have
				return
			}
		}
		r.acc, r.have = acc, have
		if k = r.step(h, k); k < 0 {
			return
		}
	}
}

// step steps over one coefficient at place k and returns the place behind it,
// -1 behind the end of the block.
func (r *bitReader) step(h *huffman, k int) int {
	symbol := r.symbol(h)
	run, size := int(symbol>>4), int(symbol&15)
	if size == 0 && run < 15 {
		return -1
	}
	r.take(size)
	return k + run + 1
}
