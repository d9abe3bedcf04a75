package match

import (
	"slices"

	"github.com/atleast-desk/atleast/match/luma"
)

// A film is often shown within another: in a corner of somebody's who reacts to
// it, between blurred copies of itself, in a post on a screen that was recorded.
// Its edges stay where they are while everything moves, and so it is found and
// fingerprinted like a film of its own.

const (
	insetFrames = 12   // of a film that are looked at for an inset
	insetBoxes  = 48   // rectangles that are looked at: around a small film there may be many larger ones that stay
	leastInset  = 24   // pixels of its sides, where the longer side of the film has 160
	mostInset   = 0.9  // of the film, from which it is the film
	movingShade = 20   // shades by which what moves changes
	movingPart  = 0.1  // of an inset that moves: what stays is a frame, a logo, the knobs of a program
	movingMost  = 0.8  // of what the rectangle that moves most does: with a frame around it there is less
	samePlace   = 0.96 // of two insets, from which they are at the same place: a little beside, and the same looks different
	leastMet    = 3    // frames of two insets, from which they can be said to differ
	smallInset  = 0.1  // of the film, below which most of what a frame is known by is around the inset
	largeInset  = 0.3  // of the film, from which what is around it makes no frames alike
	insetTurns  = 24   // bits by which some frame of an inset differs from the first
)

// inset is the film within the frames, or nil.
func inset(planes []timed, content Box) *film {
	some := evenly(planes, insetFrames)
	if len(some) < 3 {
		return nil
	}
	moves, most := moving(some), 0.0
	var boxes []Box
	for _, box := range rectangles(steadyLines(some, 0), steadyLines(some, transpose), leastInset, insetBoxes) {
		known := box.area() > mostInset || box.overlap(content).area() > mostInset*max(box.area(), content.area())
		if part := moves.within(box); !known && part >= movingPart {
			boxes, most = append(boxes, box), max(most, part)
		}
	}
	for _, box := range boxes {
		if moves.within(box) < movingMost*most {
			continue
		}
		if f := filmWithin(planes, box); f.turns() {
			return f
		}
	}
	return nil
}

// filmWithin is what the box shows.
func filmWithin(planes []timed, box Box) *film {
	f := &film{box: box}
	for _, p := range planes {
		v := viewOf(p.Plane, box)
		face := faces{v.hashes[0], v.hashes[1]}
		f.shots = append(f.shots, shot{at: p.at, quality: v.quality, whole: face, content: face})
	}
	return f
}

// turns reports whether the film shows more than one thing.
func (f *film) turns() bool {
	told := f.telling(0)
	return slices.ContainsFunc(told, func(s *shot) bool { return s.content[0].Distance(told[0].content[0]) >= insetTurns })
}

// sameInset reports whether films that look the same in the passage show the same
// film within. It is not known where they show none at the same place; and where
// they show two different ones, they are two posts on one kind of screen, or two
// films in the corner of one.
func sameInset(a, b *film, run Passage) (same, known bool) {
	if a.inset == nil || b.inset == nil {
		return false, false
	}
	if !samePlaced(a.inset.box, b.inset.box, run.Mirrored) && !samePlaced(a.insetPlace(), b.insetPlace(), run.Mirrored) {
		return false, false
	}
	c, s := bothOf(a.inset, b.inset), passageScore{Passage: run}
	like := c.moved(s, 0)
	return like >= meanLike, len(c.met) >= leastMet
}

// leastAround is how alike the frames of two films must be where it is not known
// that they show the same within. What is around a film and no more makes frames
// alike up to a point: the further, the smaller the film within.
func leastAround(a, b *film) float64 {
	least := meanLike
	for _, f := range [2]*film{a, b} {
		switch {
		case f.inset == nil || f.inset.box.area() >= largeInset:
		case f.inset.box.area() < smallInset:
			least = copyLike
		default:
			least = max(least, aloneLike)
		}
	}
	return least
}

// insetPlace is where the inset lies within the content of the film.
func (f *film) insetPlace() Box {
	w, h, in := f.box[2]-f.box[0], f.box[3]-f.box[1], f.inset.box
	return Box{(in[0] - f.box[0]) / w, (in[1] - f.box[1]) / h, (in[2] - f.box[0]) / w, (in[3] - f.box[1]) / h}
}

// samePlaced reports whether insets are at one place, the second mirrored or not.
func samePlaced(one, other Box, mirrored bool) bool {
	if mirrored {
		other[0], other[2] = 1-other[2], 1-other[0]
	}
	return one.overlap(other).area() >= samePlace*max(one.area(), other.area())
}

// evenly are n of the frames, of those of the first one's size, over all of the film.
func evenly(planes []timed, n int) []luma.Plane {
	var some []luma.Plane
	for i := range n {
		if len(planes) == 0 {
			break
		}
		p := planes[i*len(planes)/n].Plane
		if p.W == planes[0].W && p.H == planes[0].H {
			some = append(some, p)
		}
	}
	return some
}

// steadyLines are the edges between rows that stay in all the planes, turned so.
func steadyLines(planes []luma.Plane, turn luma.Turn) lines {
	var sum []int
	w, h := 0, 0
	for _, p := range planes {
		p = p.Turned(turn)
		w, h = p.W, p.H
		if sum == nil {
			sum = make([]int, w*(h+1))
		}
		for i, v := range steps(p) {
			sum[i] += int(v)
		}
	}
	mean := make([]uint8, len(sum))
	for i, v := range sum {
		mean[i] = uint8(v / len(planes))
	}
	return linesOf(mean, w, h)
}

// motion is which pixels of a film change.
type motion struct {
	w, h    int
	changes []bool
}

func moving(planes []luma.Plane) motion {
	m := motion{planes[0].W, planes[0].H, make([]bool, planes[0].W*planes[0].H)}
	for y := range m.h {
		for x := range m.w {
			low, high := planes[0].Row(y)[x], planes[0].Row(y)[x]
			for _, p := range planes[1:] {
				low, high = min(low, p.Row(y)[x]), max(high, p.Row(y)[x])
			}
			m.changes[y*m.w+x] = high-low >= movingShade
		}
	}
	return m
}

// within is which part of the box moves.
func (m motion) within(box Box) float64 {
	count, all := 0, 0
	for y := int(box[1] * float64(m.h)); y < int(box[3]*float64(m.h)); y++ {
		for x := int(box[0] * float64(m.w)); x < int(box[2]*float64(m.w)); x++ {
			all++
			if m.changes[y*m.w+x] {
				count++
			}
		}
	}
	return float64(count) / float64(max(all, 1))
}
