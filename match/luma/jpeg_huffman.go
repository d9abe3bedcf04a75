package luma

import "errors"

// lookBits is how many bits are looked at to decode a symbol in one step.
const lookBits = 10

// jumpBits is how many bits are looked at to step over coefficients.
const jumpBits = 12

// jump steps over coefficients that are not needed, as many as are whole in the
// next bits: 8 bits of how many coefficients they are, one of whether the end of
// the block follows, 7 of their length with that end. Zero if not one is whole.
type jump uint16

func newJump(bits, moves int, ends bool) jump {
	j := jump(moves<<8 | bits)
	if ends {
		j |= 1 << 7
	}
	return j
}

func (j jump) bits() int  { return int(j & 0x7f) }
func (j jump) moves() int { return int(j >> 8) }
func (j jump) ends() bool { return j>>7&1 != 0 }

// huffman decodes symbols and the values that follow them.
type huffman struct {
	// fast tells, from the next ten bits, a whole symbol with the value behind
	// it, if it is that short: 8 bits of length, 8 of how many coefficients it
	// moves on, 16 of value. Zero if it is longer.
	fast [1 << lookBits]uint32
	// code tells a symbol alone: its length and, below, the symbol. Zero if it is longer.
	code [1 << lookBits]uint16
	// jump tells how far to step over all the whole coefficients the next bits
	// hold. It is empty for means.
	jump    [1 << jumpBits]jump
	limit   [18]uint32 // by length: the first code that is longer, in 16 bits
	offset  [17]int32  // by length: where its symbols begin, less its first code
	symbols []byte
}

// endOfBlock moves on past every coefficient.
const endOfBlock = 64

// tables reads Huffman tables.
func (d *jpegDecoder) tables(s []byte) error {
	for len(s) > 0 {
		if len(s) < 17 {
			return errShort
		}
		class, to := s[0]>>4, s[0]&15
		n := 0
		for _, count := range s[1:17] {
			n += int(count)
		}
		if class > 1 || to > 3 || n > 256 || len(s) < 17+n {
			return errors.New("huffman table out of range")
		}
		t, err := newHuffman(s[1:17], s[17:17+n], class == 0)
		if err != nil {
			return err
		}
		if class == 0 {
			d.dc[to] = t
		} else {
			d.ac[to] = t
		}
		s = s[17+n:]
	}
	return nil
}

// newHuffman makes a table from the number of codes of each length and the
// symbols in order of their codes. Symbols for means hold a value's length
// alone, others also the zeros before it.
func newHuffman(counts, symbols []byte, means bool) (*huffman, error) {
	h := &huffman{symbols: append([]byte(nil), symbols...)}
	code, k := uint32(0), 0
	for length := 1; length <= 16; length++ {
		h.offset[length] = int32(k) - int32(code)
		for range counts[length-1] {
			if code >= 1<<length {
				return nil, errors.New("huffman table has more codes than fit")
			}
			if length <= lookBits {
				h.enter(code, length, symbols[k], means)
			}
			code++
			k++
		}
		h.limit[length] = code << (16 - length)
		code <<= 1
	}
	h.limit[17] = 1 << 16
	if !means {
		h.lay()
	}
	return h, nil
}

// lay finds the jump for all next bits there may be.
func (h *huffman) lay() {
	for i := range h.jump {
		bits, moves, ends := 0, 0, false
		for !ends {
			code := h.code[i<<bits&(1<<jumpBits-1)>>(jumpBits-lookBits)]
			run, size := int(code>>4&15), int(code&15)
			length := int(code>>8) + size
			if code>>8 == 0 || bits+length > jumpBits {
				break
			}
			bits += length
			if ends = size == 0 && run < 15; !ends {
				moves += run + 1
			}
		}
		h.jump[i] = newJump(bits, moves, ends)
	}
}

// enter fills the tables for a code of at most lookBits bits.
func (h *huffman) enter(code uint32, length int, symbol byte, means bool) {
	spare := lookBits - length
	first := code << spare
	size, moves := int(symbol&15), int(symbol>>4)+1
	switch {
	case means:
		size, moves = int(symbol), 1
	case size == 0 && moves == 1:
		moves = endOfBlock
	}
	for i := range uint32(1) << spare {
		h.code[first+i] = uint16(length)<<8 | uint16(symbol)
		if size <= spare {
			value := extend(i>>(spare-size), size)
			h.fast[first+i] = uint32(uint16(value))<<16 | uint32(moves)<<8 | uint32(length+size)
		}
	}
}

// extend reads a value of so many bits: the lower half of them mean negatives.
func extend(bits uint32, size int) int32 {
	if size == 0 {
		return 0
	}
	if bits < 1<<(size-1) {
		return int32(bits) - 1<<size + 1
	}
	return int32(bits)
}
