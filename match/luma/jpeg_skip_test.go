package luma

import (
	"math/rand/v2"
	"testing"
)

// Coefficients are stepped over many at a time; one at a time must end at the
// same bit, also where a block is filled to its last place and has no end mark.
func TestJumpsEndWhereStepsDo(t *testing.T) {
	h, err := newHuffman(
		[]byte{0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 5},
		[]byte{0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07, 0x22,
			0x71, 0x14, 0x32, 0x81, 0x91, 0xa1, 0x08, 0x23, 0x42, 0xb1, 0xc1, 0x15, 0x52, 0xd1, 0xf0, 0x24, 0x33, 0x62, 0x72, 0x82, 0x09, 0x0a, 0x16, 0x17, 0x18},
		false)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	full := 0
	for range 20_000 {
		buf := make([]byte, 400+padding)
		for i := range buf[:400] {
			buf[i] = byte(random.Uint32())
		}
		jumping, stepping := bitReader{buf: buf, size: 400}, bitReader{buf: buf, size: 400}
		from := 1 + random.IntN(63)
		jumping.skip(h, from)
		k := from
		for k >= 0 && k < 64 {
			k = stepping.step(h, k)
		}
		if k == 64 {
			full++
		}
		if jumping.at*8-jumping.have != stepping.at*8-stepping.have {
			t.Fatalf("from place %d: jumps end at bit %d, steps at %d", from,
				jumping.at*8-jumping.have, stepping.at*8-stepping.have)
		}
	}
	if full == 0 {
		t.Error("no block was filled to its last place")
	}
}
