package count

import (
	"math"
	"slices"
)

// index holds some groups so that all of them that are apart from one, or all
// that are not, are found and taken out without asking one by one. Each taking
// costs what it takes and little more, so that a walk over everything that
// hangs together is near-linear, however many pairs there are.
type index struct {
	b       *board
	entries []entry // in the order of the boxes
	boxes   []box
	leaf    []int32 // box of each entry
	classes []class
	places  map[int32][]int32 // further entries of groups with more than one
	*scratch
}

// entry is one fact of a group.
type entry struct{ fact, group int32 }

// class is the entries of one kind: a tree over those with place and time, and
// a list of the others.
type class struct {
	kind    int32
	root    int32 // -1: no tree
	roaming []entry
}

// box bounds the entries of a stretch in place and time.
type box struct {
	low, high        [3]float64
	fromLow, fromTop float64
	toLow, toTop     float64
	radLow, radTop   float64
	start, end       int32
	parent, left     int32 // left is followed by right; 0: a leaf
	live             int32
}

// leafSize is the most entries of a box that is not divided.
const leafSize = 8

// newIndex indexes groups by one fact each, or by all their facts.
func newIndex(b *board, groups []int32, allFacts bool) *index {
	x := &index{b: b, scratch: b.borrow(groups), places: map[int32][]int32{}}
	byKind := map[int32][]entry{}
	for _, g := range groups {
		facts := b.groups[g].facts
		if !allFacts {
			facts = []int32{b.spokesman(g)}
		}
		for _, f := range facts {
			byKind[b.facts[f].kind] = append(byKind[b.facts[f].kind], entry{f, g})
		}
	}
	kinds := make([]int32, 0, len(byKind))
	for k := range byKind {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		x.classes = append(x.classes, x.class(k, byKind[k]))
	}
	x.locate()
	return x
}

// spokesman is the fact by which a group is looked up: one with place and time
// if there is one.
func (b *board) spokesman(g int32) int32 {
	for _, f := range b.groups[g].facts {
		if b.facts[f].placed {
			return f
		}
	}
	return b.groups[g].facts[0]
}

func (x *index) class(kind int32, entries []entry) class {
	c := class{kind: kind, root: -1}
	start := int32(len(x.entries))
	for _, e := range entries {
		if x.b.facts[e.fact].placed {
			x.entries = append(x.entries, e)
		} else {
			c.roaming = append(c.roaming, e)
		}
	}
	if end := int32(len(x.entries)); end > start {
		c.root = int32(len(x.boxes))
		x.boxes = append(x.boxes, box{start: start, end: end, parent: -1})
		x.build(c.root)
	}
	return c
}

// build divides a box at the median of its widest side until it is a leaf.
func (x *index) build(at int32) {
	x.measure(at)
	bx := x.boxes[at]
	if bx.end-bx.start <= leafSize {
		return
	}
	side, widest := 0, 0.0
	for d := range 3 {
		if w := (bx.high[d] - bx.low[d]) * longest; w > widest {
			side, widest = d, w
		}
	}
	if (bx.toTop-bx.fromLow)*x.b.speed > widest {
		side = 3
	}
	middle := (bx.start + bx.end) / 2
	x.divide(x.entries[bx.start:bx.end], int(middle-bx.start), side)
	left := int32(len(x.boxes))
	x.boxes[at].left = left
	x.boxes = append(x.boxes, box{start: bx.start, end: middle, parent: at}, box{start: middle, end: bx.end, parent: at})
	x.build(left)
	x.build(left + 1)
}

func (x *index) measure(at int32) {
	bx := &x.boxes[at]
	inf := math.Inf(1)
	bx.low, bx.high = [3]float64{inf, inf, inf}, [3]float64{-inf, -inf, -inf}
	bx.fromLow, bx.fromTop, bx.toLow, bx.toTop, bx.radLow, bx.radTop = inf, -inf, inf, -inf, inf, -inf
	for _, e := range x.entries[bx.start:bx.end] {
		f := &x.b.facts[e.fact]
		for d, v := range [3]float64{f.x, f.y, f.z} {
			bx.low[d], bx.high[d] = min(bx.low[d], v), max(bx.high[d], v)
		}
		bx.fromLow, bx.fromTop = min(bx.fromLow, f.from), max(bx.fromTop, f.from)
		bx.toLow, bx.toTop = min(bx.toLow, f.to), max(bx.toTop, f.to)
		bx.radLow, bx.radTop = min(bx.radLow, f.radius), max(bx.radTop, f.radius)
	}
	bx.live = bx.end - bx.start
}

func (x *index) key(e entry, side int) float64 {
	f := &x.b.facts[e.fact]
	switch side {
	case 0:
		return f.x
	case 1:
		return f.y
	case 2:
		return f.z
	}
	return f.from + f.to
}

// divide brings the k least entries along a side to the front (Hoare's
// selection).
func (x *index) divide(list []entry, k, side int) {
	low, high := 0, len(list)-1
	for low < high {
		pivot := x.key(list[(low+high)/2], side)
		i, j := low, high
		for i <= j {
			for x.key(list[i], side) < pivot {
				i++
			}
			for x.key(list[j], side) > pivot {
				j--
			}
			if i <= j {
				list[i], list[j] = list[j], list[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			high = j
		case k >= i:
			low = i
		default:
			return
		}
	}
}

// locate notes where the entries of each group are.
func (x *index) locate() {
	x.leaf = make([]int32, len(x.entries))
	for at := range x.boxes {
		if bx := &x.boxes[at]; bx.left == 0 {
			for e := bx.start; e < bx.end; e++ {
				x.leaf[e] = int32(at)
			}
		}
	}
	for at, e := range x.entries {
		if x.place[e.group] < 0 {
			x.place[e.group] = int32(at)
		} else {
			x.places[e.group] = append(x.places[e.group], int32(at))
		}
	}
}

// take takes a group out.
func (x *index) take(g int32) {
	x.gone[g] = true
	if at := x.place[g]; at >= 0 {
		x.dim(at)
		for _, at := range x.places[g] {
			x.dim(at)
		}
	}
}

// dim counts an entry off the boxes that hold it.
func (x *index) dim(entry int32) {
	for at := x.leaf[entry]; at >= 0; at = x.boxes[at].parent {
		x.boxes[at].live--
	}
}

// nearestChord and farthestChord bound the chord from a fact to a box.
func (bx *box) nearestChord(f *fact) float64 {
	sum := 0.0
	for d, v := range [3]float64{f.x, f.y, f.z} {
		gap := max(bx.low[d]-v, v-bx.high[d], 0)
		sum += gap * gap
	}
	return math.Sqrt(sum)
}

func (bx *box) farthestChord(f *fact) float64 {
	sum := 0.0
	for d, v := range [3]float64{f.x, f.y, f.z} {
		gap := max(v-bx.low[d], bx.high[d]-v)
		sum += gap * gap
	}
	return math.Sqrt(sum)
}

// apart reports that every entry of a box is elsewhere than a fact. The chord
// is shorter than the arc.
func (x *index) apart(bx *box, f *fact) bool {
	reach := x.b.speed * max(f.to-bx.fromLow, bx.toTop-f.from)
	return beyond(shortest*bx.nearestChord(f)-f.radius-bx.radTop, reach)
}

// near reports that no entry of a box is elsewhere than a fact.
func (x *index) near(bx *box, f *fact) bool {
	reach := x.b.speed * max(f.to-bx.fromTop, bx.toLow-f.from)
	arc := 2 * math.Asin(min(1, bx.farthestChord(f)/2))
	return !beyond(longest*arc-f.radius-bx.radLow, reach)
}
