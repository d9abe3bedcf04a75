package check

import (
	"math"
	"slices"
	"sort"
)

// A tree of boxes in space and time finds pairs of spots without looking at all
// of them. Its leaves hold leafSize spots in the order of a space-filling curve.
const leafSize = 8

// box bounds the spots below a node of the tree.
type box struct {
	lo, hi      int // the spots, as a range of tree.order
	left, right int // the nodes below; none in a leaf
	min, max    [3]float64
	from, to    [2]float64 // least and greatest
	length      float64    // least to - from
	radius      float64    // greatest
}

type tree struct {
	spots []spot
	order []int // indexes of spots
	boxes []box
}

// newTree arranges the known ones among the spots.
func newTree(spots []spot, chosen []int, speed float64) *tree {
	t := &tree{spots: spots, order: slices.Clone(chosen)}
	if len(chosen) == 0 {
		return t
	}
	whole := t.bound(0, len(chosen))
	keyed := make([]struct {
		key  uint64
		spot int
	}, len(chosen))
	for i, n := range chosen {
		keyed[i].key, keyed[i].spot = curve(&spots[n], &whole, speed), n
	}
	sort.Slice(keyed, func(i, j int) bool { return keyed[i].key < keyed[j].key })
	for i := range keyed {
		t.order[i] = keyed[i].spot
	}
	t.grow(0, len(chosen))
	return t
}

// curve interleaves the bits of place and time, each measured in metres, so
// that spots which are near in both come near in order (Morton's curve).
func curve(s *spot, whole *box, speed float64) uint64 {
	size := max(1, speed*(whole.from[1]-whole.from[0]))
	for axis := range s.at {
		size = max(size, whole.max[axis]-whole.min[axis])
	}
	var key uint64
	for axis := range 4 {
		metres := speed * (s.from - whole.from[0])
		if axis < 3 {
			metres = s.at[axis] - whole.min[axis]
		}
		cell := uint64(min(1, metres/size) * 0x7fff)
		for bit := range 15 {
			key |= cell >> bit & 1 << (4*bit + axis)
		}
	}
	return key
}

// grow adds the node of a range with all below it, and returns its number.
func (t *tree) grow(lo, hi int) int {
	n := len(t.boxes)
	t.boxes = append(t.boxes, t.bound(lo, hi))
	if hi-lo > leafSize {
		middle := (lo + hi) / 2
		left := t.grow(lo, middle)
		right := t.grow(middle, hi)
		t.boxes[n].left, t.boxes[n].right = left, right
	}
	return n
}

func (t *tree) bound(lo, hi int) box {
	inf := math.Inf(1)
	b := box{lo: lo, hi: hi, length: inf,
		min: [3]float64{inf, inf, inf}, max: [3]float64{-inf, -inf, -inf},
		from: [2]float64{inf, -inf}, to: [2]float64{inf, -inf}}
	for _, i := range t.order[lo:hi] {
		s := &t.spots[i]
		for axis, x := range s.at {
			b.min[axis], b.max[axis] = min(b.min[axis], x), max(b.max[axis], x)
		}
		b.from = [2]float64{min(b.from[0], s.from), max(b.from[1], s.from)}
		b.to = [2]float64{min(b.to[0], s.to), max(b.to[1], s.to)}
		b.length = min(b.length, s.to-s.from)
		b.radius = max(b.radius, s.radius)
	}
	return b
}

// pairs visits every pair of spots except those in boxes for which skip holds,
// until visit returns false.
func (t *tree) pairs(skip func(a, b *box) bool, visit func(i, j int) bool) bool {
	return len(t.order) == 0 || t.between(0, 0, skip, visit)
}

func (t *tree) between(m, n int, skip func(a, b *box) bool, visit func(i, j int) bool) bool {
	a, b := &t.boxes[m], &t.boxes[n]
	switch {
	case skip(a, b):
		return true
	case a.left == 0 && b.left == 0:
		return t.each(a, b, m == n, visit)
	case m == n:
		return t.between(a.left, a.left, skip, visit) && t.between(a.left, a.right, skip, visit) &&
			t.between(a.right, a.right, skip, visit)
	case b.left == 0 || a.left != 0 && a.hi-a.lo >= b.hi-b.lo:
		return t.between(a.left, n, skip, visit) && t.between(a.right, n, skip, visit)
	}
	return t.between(m, b.left, skip, visit) && t.between(m, b.right, skip, visit)
}

func (t *tree) each(a, b *box, self bool, visit func(i, j int) bool) bool {
	for i := a.lo; i < a.hi; i++ {
		first := b.lo
		if self {
			first = i + 1
		}
		for j := first; j < b.hi; j++ {
			if !visit(t.order[i], t.order[j]) {
				return false
			}
		}
	}
	return true
}

// allFar reports that every spot of a is surely far from every spot of b. The
// slack is for rounding.
func allFar(a, b *box, speed float64) bool {
	var gap float64
	for axis := range a.min {
		gap += square(max(0, a.min[axis]-b.max[axis], b.min[axis]-a.max[axis]))
	}
	longest := max(a.to[1]-b.from[0], b.to[1]-a.from[0])
	return math.Sqrt(gap)*(1-1e-9) > a.radius+b.radius+speed*longest+0.01
}

// allNear reports that no spot of a is far from any spot of b. Every pair is
// at least the mean of its two lengths of time apart.
func allNear(a, b *box, speed float64) bool {
	var span float64
	for axis := range a.min {
		span += square(max(a.max[axis]-b.min[axis], b.max[axis]-a.min[axis]))
	}
	shortest := max(a.to[0]-b.from[1], b.to[0]-a.from[1], (a.length+b.length)/2)
	return longestWay(math.Sqrt(span)) < speed*shortest*(1-1e-9)-0.01
}
