package luma

// The eight-point transform after Loeffler, Ligtenberg and Moschytz (1989), with
// eleven multiplications, in whole numbers of 13 fraction bits: the one the
// common C library uses when accuracy counts, so that pixels come out equal.
const (
	fix0298 = 2446
	fix0390 = 3196
	fix0541 = 4433
	fix0765 = 6270
	fix0899 = 7373
	fix1175 = 9633
	fix1501 = 12299
	fix1847 = 15137
	fix1961 = 16069
	fix2053 = 16819
	fix2562 = 20995
	fix3072 = 25172
)

// inverse8 computes 8 by 8 pixels.
func inverse8(b *block, pix []uint8, stride int) {
	var mid [64]int32
	for x := range 8 {
		if b[8+x]|b[16+x]|b[24+x]|b[32+x]|b[40+x]|b[48+x]|b[56+x] == 0 {
			v := b[x] << rowBits
			for y := range 8 {
				mid[8*y+x] = v
			}
			continue
		}
		e, o := halves(b[x], b[8+x], b[16+x], b[24+x], b[32+x], b[40+x], b[48+x], b[56+x])
		for y := range 4 {
			mid[8*y+x] = (e[y] + o[y] + roundCol) >> columnDown
			mid[8*(7-y)+x] = (e[y] - o[y] + roundCol) >> columnDown
		}
	}
	const down = fixBits + rowBits + 3
	for y := range 8 {
		m := mid[8*y : 8*y+8 : 8*y+8]
		e, o := halves(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7])
		row := pix[y*stride:][:8]
		row[0], row[7] = shade(e[0]+o[0], down), shade(e[0]-o[0], down)
		row[1], row[6] = shade(e[1]+o[1], down), shade(e[1]-o[1], down)
		row[2], row[5] = shade(e[2]+o[2], down), shade(e[2]-o[2], down)
		row[3], row[4] = shade(e[3]+o[3], down), shade(e[3]-o[3], down)
	}
}

// halves returns the parts of a line's first four points that come from its even
// and its odd frequencies. The last four have the odd parts with the other sign.
func halves(s0, s1, s2, s3, s4, s5, s6, s7 int32) (even, odd [4]int32) {
	z := (s2 + s6) * fix0541
	t2, t3 := z-s6*fix1847, z+s2*fix0765
	t0, t1 := (s0+s4)<<fixBits, (s0-s4)<<fixBits
	even = [4]int32{t0 + t3, t1 + t2, t1 - t2, t0 - t3}

	z1, z2, z3, z4 := s7+s1, s5+s3, s7+s3, s5+s1
	z5 := (z3 + z4) * fix1175
	z1, z2 = -z1*fix0899, -z2*fix2562
	z3, z4 = z5-z3*fix1961, z5-z4*fix0390
	odd = [4]int32{s1*fix1501 + z1 + z4, s3*fix3072 + z2 + z3, s5*fix2053 + z2 + z4, s7*fix0298 + z1 + z3}
	return even, odd
}
