package match

import (
	"cmp"
	"slices"

	"github.com/atleast-desk/atleast/match/luma"
)

// landmark is a place in a picture that can be found again after cropping,
// shrinking, turning or tilting: a corner, how large it is, which way its
// surroundings lean, and what they look like.
type landmark struct {
	x, y  uint16 // in 1/65535 of the upright picture's width and height
	level uint8  // its size: smaller pictures of the picture, see levelScale
	lean  uint8  // direction to the brighter side, 256 for a full circle
	looks looks
}

const (
	levelScale   = 1.26 // each level is smaller by this factor
	maxLevels    = 10
	leastLevel   = 40 // pixels of the shorter side below which a level is useless
	maxLandmarks = 520
	rim          = 14 // pixels from the edge that a landmark's surroundings need
)

// landmarks finds the landmarks of a picture, spread over it and over the
// levels; the same picture always gives the same.
func landmarks(p luma.Plane) []landmark {
	var out []landmark
	budget := float64(maxLandmarks) * (1 - 1/levelScale)
	for level := range maxLevels {
		if min(p.W, p.H) < leastLevel {
			break
		}
		soft := blurred(p)
		for _, c := range spread(enoughCorners(p, int(budget)), p.W, p.H, int(budget)) {
			out = append(out, describeAt(p, soft, c.x, c.y, level))
		}
		budget /= levelScale
		p = p.Resize(int(float64(p.W)/levelScale+0.5), int(float64(p.H)/levelScale+0.5))
	}
	return out
}

// corner is a place where brightness changes in more than one direction.
type corner struct {
	x, y  int
	score int32 // how strongly
}

// ring is the circle of pixels around a corner that is looked at, in order.
var ring = [16][2]int{{0, -3}, {1, -3}, {2, -2}, {3, -1}, {3, 0}, {3, 1}, {2, 2}, {1, 3}, {0, 3}, {-1, 3}, {-2, 2}, {-3, 1}, {-3, 0}, {-3, -1}, {-2, -2}, {-1, -3}}

// ringSteps are the shades by which the ring must be brighter or darker, tried
// in turn until there are corners enough.
var ringSteps = [...]int{26, 15, 8}

const ringRun = 9 // pixels of the ring in a row that must be

// enoughCorners finds several times n corners, if the picture has so many.
func enoughCorners(p luma.Plane, n int) (found []corner) {
	for _, step := range ringSteps {
		if found = corners(p, step); len(found) >= 4*n {
			break
		}
	}
	return found
}

// corners finds the pixels that are darker or brighter than a run of the ring
// around them, and stronger corners than their neighbours.
func corners(p luma.Plane, contrast int) []corner {
	var steps [16]int
	for i, d := range ring {
		steps[i] = d[1]*p.W + d[0]
	}
	scores := make([]int32, p.W*p.H)
	var found []corner
	for y := rim; y < p.H-rim; y++ {
		for x := rim; x < p.W-rim; x++ {
			at := y*p.W + x
			if isCorner(p.Pix, at, contrast, &steps) {
				scores[at] = strength(p, x, y)
				found = append(found, corner{x, y, scores[at]})
			}
		}
	}
	return slices.DeleteFunc(found, func(c corner) bool {
		at := c.y*p.W + c.x
		for _, step := range [8]int{-p.W - 1, -p.W, -p.W + 1, -1, 1, p.W - 1, p.W, p.W + 1} {
			if o := scores[at+step]; o > c.score || o == c.score && step < 0 {
				return true
			}
		}
		return c.score <= 0
	})
}

// isCorner reports whether nine pixels of the ring in a row are all brighter, or
// all darker, than the middle.
func isCorner(pix []uint8, at, contrast int, steps *[16]int) bool {
	middle := int(pix[at])
	low, high := middle-contrast, middle+contrast
	// A run of nine holds at least two of these four.
	bright, dark := 0, 0
	for i := 0; i < 16; i += 4 {
		v := int(pix[at+steps[i]])
		if v > high {
			bright++
		} else if v < low {
			dark++
		}
	}
	if bright < 2 && dark < 2 {
		return false
	}
	var brighter, darker uint32
	for i, step := range steps {
		v := int32(pix[at+step])
		brighter |= uint32(int32(high)-v) >> 31 << i
		darker |= uint32(v-int32(low)) >> 31 << i
	}
	return hasRun(brighter) || hasRun(darker)
}

// hasRun reports whether nine of sixteen bits in a circle are set in a row.
func hasRun(mask uint32) bool {
	mask |= mask << 16
	two := mask & (mask >> 1)
	four := two & (two >> 2)
	eight := four & (four >> 4)
	return eight&(mask>>(ringRun-1)) != 0
}

// strength is how much brightness changes around a pixel in its weaker
// direction (Harris and Stephens), over 7 by 7 pixels.
func strength(p luma.Plane, x, y int) int32 {
	var xx, yy, xy int64
	for j := y - 3; j <= y+3; j++ {
		up, row, low := p.Row(j - 1)[x-3:x+4], p.Row(j)[x-4:x+5], p.Row(j + 1)[x-3:x+4]
		for i := range up {
			gx, gy := int64(row[i+2])-int64(row[i]), int64(low[i])-int64(up[i])
			xx += gx * gx
			yy += gy * gy
			xy += gx * gy
		}
	}
	sum := xx + yy
	return int32((xx*yy - xy*xy - sum*sum/25) >> 18 / 49)
}

// spread picks the strongest corners, but from all over the picture: it goes
// round the cells of a grid and takes the next best of each.
func spread(found []corner, w, h, n int) []corner {
	side := max(16, isqrt(w*h/max(n/3, 1)))
	across := (w + side - 1) / side
	cells := make([][]corner, across*((h+side-1)/side))
	slices.SortFunc(found, func(a, b corner) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x))
	})
	for _, c := range found {
		i := c.y/side*across + c.x/side
		cells[i] = append(cells[i], c)
	}
	var out []corner
	for round := 0; len(out) < n && round < len(found); round++ {
		var next []corner
		for _, cell := range cells {
			if round < len(cell) {
				next = append(next, cell[round])
			}
		}
		if len(next) == 0 {
			break
		}
		slices.SortStableFunc(next, func(a, b corner) int { return cmp.Compare(b.score, a.score) })
		out = append(out, next[:min(len(next), n-len(out))]...)
	}
	return out
}

// isqrt is the whole part of the square root.
func isqrt(n int) int {
	r := 0
	for (r+1)*(r+1) <= n {
		r++
	}
	return r
}
