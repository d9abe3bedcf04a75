package match

import (
	"math"

	"github.com/atleast-desk/atleast/match/luma"
)

// Box is a part of a picture: left, top, right and bottom in fractions of its
// width and height.
type Box [4]float64

// everything is the whole picture.
var everything = Box{0, 0, 1, 1}

// area is the fraction of the picture within the box.
func (b Box) area() float64 { return max(0, b[2]-b[0]) * max(0, b[3]-b[1]) }

// overlap is the part that both boxes cover.
func (b Box) overlap(other Box) Box {
	return Box{max(b[0], other[0]), max(b[1], other[1]), min(b[2], other[2]), min(b[3], other[3])}
}

// through is the smallest box of the picture around where p puts the corners of b.
func (b Box) through(p Projection) Box {
	out := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, corner := range [4][2]float64{{b[0], b[1]}, {b[2], b[1]}, {b[0], b[3]}, {b[2], b[3]}} {
		x, y := p.At(corner[0], corner[1])
		if math.IsNaN(x) {
			return everything
		}
		out = Box{min(out[0], x), min(out[1], y), max(out[2], x), max(out[3], y)}
	}
	return out.overlap(everything)
}

// onto maps box b of one picture onto box c of another that shows the same once
// it is laid down as t says.
func (b Box) onto(c Box, t luma.Turn) Projection {
	toUnit := Projection{1 / (b[2] - b[0]), 0, -b[0] / (b[2] - b[0]), 0, 1 / (b[3] - b[1]), -b[1] / (b[3] - b[1]), 0, 0, 1}
	fromUnit := Projection{c[2] - c[0], 0, c[0], 0, c[3] - c[1], c[1], 0, 0, 1}
	return toUnit.Then(unturning(t)).Then(fromUnit)
}

// unturning maps points of a picture laid down as t says to points of the
// picture as it was before.
func unturning(t luma.Turn) Projection {
	x0, y0 := t.Source(0, 0)
	x1, y1 := t.Source(1, 0)
	x2, y2 := t.Source(0, 1)
	return Projection{x1 - x0, x2 - x0, x0, y1 - y0, y2 - y0, y0, 0, 0, 1}
}

const (
	barShade = 14   // shades by which pixels of one bar may differ
	barShare = 0.72 // share of a bar's line that is background: the rest may be writing
	barDeep  = 0.42 // how far into the picture bars are looked for, a share of its side
)

// content returns the box within plain bars: letterbox and pillarbox, captions
// above and below, a screenshot's frame. A picture with no bars is all content.
func content(p luma.Plane) Box {
	top := bars(p.H, func(y int) []uint8 { return p.Row(y) })
	bottom := bars(p.H, func(y int) []uint8 { return p.Row(p.H - 1 - y) })
	if top+bottom >= p.H-minContent {
		return everything
	}
	inner := p.Crop(0, top, p.W, p.H-bottom)
	turned := inner.Turned(transpose)
	left := bars(p.W, func(x int) []uint8 { return turned.Row(x) })
	right := bars(p.W, func(x int) []uint8 { return turned.Row(p.W - 1 - x) })
	if left+right >= p.W-minContent {
		return everything
	}
	w, h := float64(p.W), float64(p.H)
	return Box{float64(left) / w, float64(top) / h, 1 - float64(right)/w, 1 - float64(bottom)/h}.rounded()
}

// rounded is the box in the steps in which boxes are kept.
func (b Box) rounded() Box {
	for i, edge := range b {
		b[i] = math.Round(edge*boxUnit) / boxUnit
	}
	return b
}

const (
	minContent = 16           // pixels of a small plane that must remain as content
	transpose  = luma.Turn(4) // columns become rows
)

// bars counts the lines from an edge that are mostly of the edge's own shade.
func bars(n int, line func(int) []uint8) int {
	shade := typical(line(0))
	last := 0
	for y := range int(float64(n) * barDeep) {
		if backgroundShare(line(y), shade) < barShare {
			break
		}
		last = y + 1
	}
	return last
}

// typical returns the median shade of a line.
func typical(line []uint8) uint8 {
	var count [256]int
	for _, v := range line {
		count[v]++
	}
	seen := 0
	for shade, n := range count {
		if seen += n; 2*seen >= len(line) {
			return uint8(shade)
		}
	}
	return 0
}

func backgroundShare(line []uint8, shade uint8) float64 {
	n := 0
	for _, v := range line {
		if max(v, shade)-min(v, shade) <= barShade {
			n++
		}
	}
	return float64(n) / float64(len(line))
}
