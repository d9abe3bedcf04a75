package match

import (
	"math"
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match/luma"
)

// swapped is the same proof with the second picture spoken of as made from the first.
func (p Proof) swapped() Proof {
	if p.film() {
		return p.swappedFilm()
	}
	back, ok := p.Map.Inverse()
	if !ok {
		return p
	}
	p.Differ = slices.Clone(p.Differ)
	for i, box := range p.Differ {
		p.Differ[i] = box.through(p.Map)
	}
	p.Map, p.Turn = back, p.Turn.Inverse()
	p.In, p.Of = p.Of, p.In
	p.FrameIn, p.FrameOf = p.FrameOf, p.FrameIn
	p.Shared, p.SharedOf = p.SharedOf, p.Shared
	if p.Gain != 0 {
		p.Gain, p.Offset = 1/p.Gain, -p.Offset/p.Gain
	}
	return p
}

// middle is the centre of a box.
func (b Box) middle() (x, y float64) { return (b[0] + b[2]) / 2, (b[1] + b[3]) / 2 }

// growthOf is by how much the projection enlarges area in the middle of a box.
func growthOf(p Projection, in Box) float64 {
	x, y := in.middle()
	return math.Abs(p.growth(x, y))
}

// turn is the way to lay the second picture down that comes nearest to how the
// projection lays it: the one whose points lie least far from it.
func (p Projection) turn() luma.Turn {
	best, least := luma.Turn(0), math.Inf(1)
	x0, y0 := p.At(0, 0)
	x1, y1 := p.At(1, 0)
	x2, y2 := p.At(0, 1)
	along := [4]float64{x1 - x0, y1 - y0, x2 - x0, y2 - y0}
	length := math.Sqrt(math.Abs(along[0]*along[3]-along[1]*along[2])) + 1e-9
	for t := range luma.Turn(luma.Turns) {
		u := unturning(t)
		want := [4]float64{u[0], u[3], u[1], u[4]}
		miss := 0.0
		for i := range along {
			d := along[i]/length - want[i]
			miss += d * d
		}
		if miss < least {
			best, least = t, miss
		}
	}
	return best
}

const (
	wholeFrame = 0.97  // part of a frame from which it counts as whole
	notedShare = 0.015 // part of a picture that must differ to be an overlay
	sameSize   = 0.02  // relative difference of width that is no resizing
)

// relation names how picture a was made from picture b.
func (p Proof) relation(a, b Fingerprint) atleast.Relation {
	switch {
	case p.film():
		return p.filmRelation(a, b)
	case p.Turn.Mirrored():
		return atleast.Mirrored
	case p.Turn.Degrees() != 0:
		return atleast.Rotated
	case p.FrameOf < wholeFrame:
		return atleast.Cropped
	case p.FrameIn < wholeFrame:
		return atleast.Bordered
	case p.FrameIn-p.Shared > notedShare:
		return atleast.Overlaid
	case math.Abs(float64(a.Width-b.Width)) > sameSize*float64(b.Width):
		return atleast.Resized
	}
	return atleast.Reencoded
}

// transform is the proof in the words of the footage format.
func (p Proof) transform() atleast.Transform {
	t := atleast.Transform{Mirror: p.Turn.Mirrored(), Rotate: p.Turn.Degrees()}
	for i, edge := range p.Of {
		t.Crop[i] = math.Round(edge*1000) / 1000
	}
	return t
}
