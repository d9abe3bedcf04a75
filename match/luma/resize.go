package luma

// Resize returns the plane at w by h pixels. Each new pixel is the mean of the
// area it covers where the picture shrinks, and lies between its neighbours
// where it grows.
func (p Plane) Resize(w, h int) Plane {
	if w == p.W && h == p.H {
		return p
	}
	out := NewPlane(w, h)
	if p.W == 0 || p.H == 0 {
		return out
	}
	across, down := resample(p.W, w), resample(p.H, h)
	acc := make([]int32, w)
	for y, tap := range down {
		clear(acc)
		for k, weight := range tap.weights {
			addRow(acc, p.Row(tap.from+k), across, weight)
		}
		row := out.Row(y)
		for x, sum := range acc {
			row[x] = uint8((sum + 1<<13) >> 14)
		}
	}
	return out
}

// addRow adds one source row, resampled and weighted, to the sums of a new row.
func addRow(acc []int32, row []uint8, across []taps, weight int32) {
	for x := range across {
		tap := &across[x]
		var sum int32
		src := row[tap.from : tap.from+len(tap.weights)]
		for k, w := range tap.weights {
			sum += w * int32(src[k])
		}
		// 14 bits across and 14 down would overflow with 8 of brightness.
		acc[x] += (sum >> 6) * weight >> 8
	}
}

// taps are the source pixels that make one new pixel: weights in 1/16384, the
// first belonging to pixel from.
type taps struct {
	from    int
	weights []int32
}

// resample returns the taps of every new pixel of a line of n pixels made m.
func resample(n, m int) []taps {
	out := make([]taps, m)
	scale := float64(n) / float64(m)
	for i := range out {
		if scale >= 1 {
			out[i] = cover(float64(i)*scale, float64(i+1)*scale, n)
		} else {
			out[i] = between((float64(i)+0.5)*scale-0.5, n)
		}
	}
	return out
}

// cover weighs each pixel by how much of it lies between lo and hi.
func cover(lo, hi float64, n int) taps {
	first, last := int(lo), min(int(hi), n-1)
	shares := make([]float64, 0, last-first+1)
	for k := first; k <= last; k++ {
		share := min(hi, float64(k+1)) - max(lo, float64(k))
		if share <= 1e-9 && k > first {
			break
		}
		shares = append(shares, max(share, 0)/(hi-lo))
	}
	return fixed(first, shares)
}

// between weighs the two pixels around position at.
func between(at float64, n int) taps {
	at = min(max(at, 0), float64(n-1))
	first := min(int(at), max(n-2, 0))
	if n == 1 {
		return fixed(0, []float64{1})
	}
	share := at - float64(first)
	return fixed(first, []float64{1 - share, share})
}

// fixed turns shares into whole numbers that add up to exactly 16384, so that a
// plain area keeps its brightness.
func fixed(from int, shares []float64) taps {
	const one = 1 << 14
	out := taps{from, make([]int32, len(shares))}
	left, most := int32(one), 0
	for i, s := range shares {
		out.weights[i] = int32(s*one + 0.5)
		left -= out.weights[i]
		if shares[i] > shares[most] {
			most = i
		}
	}
	out.weights[most] += left
	return out
}
