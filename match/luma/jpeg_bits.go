package luma

import (
	"bytes"
	"encoding/binary"
)

// bitReader takes bits off an entropy-coded stretch of bytes.
type bitReader struct {
	buf  []byte // ends in padding zeros
	at   int    // the next byte to load
	acc  uint64 // the next bits, the first one highest
	have int    // how many of them count
	size int    // bytes of buf before the padding
}

// padding is enough for loading eight bytes at any place.
const padding = 16

// entropy returns the entropy-coded stretches of a scan, one for each restart
// interval, freed of the zeros stuffed behind each 0xff, and steps behind them.
func (d *jpegDecoder) entropy() []bitReader {
	out := d.scratch[:0]
	if cap(out) < len(d.rest)+padding {
		out = make([]byte, 0, len(d.rest)+len(d.rest)/64+2*padding)
	}
	var ends []int
	rest := d.rest
	for {
		i := bytes.IndexByte(rest, 0xff)
		if i < 0 || i+1 >= len(rest) {
			out = append(out, rest...)
			rest = rest[len(rest):]
			break
		}
		next := rest[i+1]
		if next == 0 {
			out = append(out, rest[:i+1]...)
			rest = rest[i+2:]
			continue
		}
		out = append(out, rest[:i]...)
		if next < markerRST0 || next > markerRST7 {
			if next == 0xff { // a fill byte
				rest = rest[i+1:]
				continue
			}
			rest = rest[i:]
			break
		}
		ends = append(ends, len(out))
		out = append(out, make([]byte, padding)...)
		rest = rest[i+2:]
	}
	ends = append(ends, len(out))
	out = append(out, make([]byte, padding)...)
	d.rest, d.scratch = rest, out

	readers := make([]bitReader, len(ends))
	from := 0
	for i, end := range ends {
		readers[i] = bitReader{buf: out[from : end+padding], size: end - from}
		from = end + padding
	}
	return readers
}

// skipEntropy steps behind the entropy-coded bytes of a scan that is not needed.
func (d *jpegDecoder) skipEntropy() {
	rest := d.rest
	for {
		i := bytes.IndexByte(rest, 0xff)
		if i < 0 || i+1 >= len(rest) {
			d.rest = rest[len(rest):]
			return
		}
		if next := rest[i+1]; next != 0 && next != 0xff && (next < markerRST0 || next > markerRST7) {
			d.rest = rest[i:]
			return
		}
		rest = rest[i+1:]
	}
}

// fill makes sure of at least 32 bits. Behind the end they are zeros.
func (r *bitReader) fill() {
	if r.have >= 32 {
		return
	}
	if r.at+8 > len(r.buf) {
		r.at, r.have = len(r.buf), 64 // the padding is spent: over tells
		return
	}
	r.acc |= binary.BigEndian.Uint64(r.buf[r.at:]) >> (r.have & 63)
	n := (63 - r.have) >> 3
	r.at += n
	r.have += 8 * n
}

// over reports whether more bits were taken than there are.
func (r *bitReader) over() bool { return r.at-r.have/8 > r.size || r.at == len(r.buf) }

// take returns the next n bits, at most 16.
func (r *bitReader) take(n int) uint32 {
	r.fill()
	v := uint32(r.acc >> (64 - uint(n)) & (1<<16 - 1))
	r.acc <<= uint(n)
	r.have -= n
	return v
}

// spoil makes the reader end here: what was read is no JPEG.
func (r *bitReader) spoil() byte {
	r.at, r.have = len(r.buf), 64
	return 0
}

// symbol decodes the next symbol. What is no code spoils the reader.
func (r *bitReader) symbol(h *huffman) byte {
	r.fill()
	if c := h.code[r.acc>>(64-lookBits)]; c != 0 {
		r.acc <<= c >> 8
		r.have -= int(c >> 8)
		return byte(c)
	}
	next := uint32(r.acc >> 48)
	length := lookBits + 1
	for length < 17 && next >= h.limit[length] {
		length++
	}
	if length == 17 {
		return r.spoil()
	}
	r.acc <<= uint(length)
	r.have -= length
	k := int32(next>>(16-length)) + h.offset[length]
	if k < 0 || int(k) >= len(h.symbols) {
		return r.spoil()
	}
	return h.symbols[k]
}

// value reads a value of so many bits.
func (r *bitReader) value(size int) int32 { return extend(r.take(size), size) }

// mean reads the difference of a block's mean from the one before.
func (r *bitReader) mean(h *huffman) int32 {
	r.fill()
	if e := h.fast[r.acc>>(64-lookBits)]; e != 0 {
		r.acc <<= e & 0xff
		r.have -= int(e & 0xff)
		return int32(int16(e >> 16))
	}
	return r.value(min(int(r.symbol(h)), 15))
}
