package luma

// shade turns a sum of 1<<bits times the shade, 128 below, into a pixel.
func shade(sum int32, bits uint) uint8 {
	v := (sum+1<<(bits-1))>>bits + 128
	if uint32(v) > 255 {
		return uint8(^(v >> 31)) // 0 below, 255 above
	}
	return uint8(v)
}

// inverse computes a block's pixels from its coefficients, of which none behind
// place end of the zigzag order is other than 0.
func inverse(b *block, end int, pix []uint8, stride, edge int) {
	switch {
	case end <= 1:
		flat(shade(b[0], 3), pix, stride, edge)
	case edge == 8:
		inverse8(b, pix, stride)
	case edge == 4:
		inverse4(b, pix, stride)
	default:
		inverse2(b, pix, stride)
	}
}

// flat fills a block with one shade.
func flat(v uint8, pix []uint8, stride, edge int) {
	for y := range edge {
		row := pix[y*stride:][:edge]
		for x := range row {
			row[x] = v
		}
	}
}

// inverse2 computes 2 by 2 pixels from the lowest four frequencies.
func inverse2(b *block, pix []uint8, stride int) {
	// Each of the three others has weight cos(pi/4)*sqrt(2) = 1 of the mean's.
	s, h, v, d := b[0], b[1], b[8], b[9]
	up, low := pix[:2], pix[stride:][:2]
	up[0], up[1] = shade(s+h+v+d, 3), shade(s-h+v-d, 3)
	low[0], low[1] = shade(s+h-v-d, 3), shade(s-h-v+d, 3)
}

// Constants of the cosine transform in 1/8192.
const (
	fixBits    = 13
	cos1of8    = 10703 // sqrt(2)*cos(pi/8)
	cos3of8    = 4433  // sqrt(2)*cos(3*pi/8)
	rowBits    = 2     // kept between columns and rows
	roundCol   = 1 << (fixBits - rowBits - 1)
	columnDown = fixBits - rowBits
)

// inverse4 computes 4 by 4 pixels from the lowest sixteen frequencies.
func inverse4(b *block, pix []uint8, stride int) {
	var mid [16]int32
	for x := range 4 {
		s0, s1, s2, s3 := b[x], b[8+x], b[16+x], b[24+x]
		even0, even1 := (s0+s2)<<fixBits, (s0-s2)<<fixBits
		odd0, odd1 := s1*cos1of8+s3*cos3of8, s1*cos3of8-s3*cos1of8
		mid[x] = (even0 + odd0 + roundCol) >> columnDown
		mid[4+x] = (even1 + odd1 + roundCol) >> columnDown
		mid[8+x] = (even1 - odd1 + roundCol) >> columnDown
		mid[12+x] = (even0 - odd0 + roundCol) >> columnDown
	}
	for y := range 4 {
		m := mid[4*y : 4*y+4 : 4*y+4]
		even0, even1 := (m[0]+m[2])<<fixBits, (m[0]-m[2])<<fixBits
		odd0, odd1 := m[1]*cos1of8+m[3]*cos3of8, m[1]*cos3of8-m[3]*cos1of8
		row := pix[y*stride:][:4]
		const down = fixBits + rowBits + 3
		row[0], row[1] = shade(even0+odd0, down), shade(even1+odd1, down)
		row[2], row[3] = shade(even1-odd1, down), shade(even0-odd0, down)
	}
}
