package match

import (
	"math"
	"slices"
)

// residuals measures, for the landmarks of a that b has too, how far from where
// the projection puts them they really are: in pixels of the level at which they
// were found, the least first. A copy is flat, and they lie where they should;
// in a second photograph near things have shifted against far ones.
func residuals(a, b *side, lay Projection) []float64 {
	mirror := lay.turn().Mirrored()
	var out []float64
	cells := cellsOf(b)
	for i := range a.marks {
		m := &a.marks[i]
		x, y := lay.At(float64(m.x)/math.MaxUint16, float64(m.y)/math.MaxUint16)
		if !(x >= 0 && y >= 0 && x <= 1 && y <= 1) {
			continue
		}
		l := m.looks
		if mirror {
			l = l.mirrored()
		}
		best, miss := residualLooks+1, 0.0
		cells.around(x*b.w, y*b.h, func(o *landmark) {
			far := math.Hypot(float64(o.x)/math.MaxUint16*b.w-x*b.w, float64(o.y)/math.MaxUint16*b.h-y*b.h)
			if far > residualReach {
				return
			}
			if d := l.distance(&o.looks); d < best {
				best, miss = d, far/levelSize[o.level]
			}
		})
		if best <= residualLooks {
			out = append(out, miss)
		}
	}
	slices.Sort(out)
	return out
}

const (
	residualReach = 18.0 // pixels of the working copy around the expected place that are searched
	residualLooks = 44   // comparisons that may come out differently
)

// levelSize is the size of a level's pixels in those of the working copy.
var levelSize = func() (size [maxLevels]float64) {
	for i := range size {
		size[i] = math.Pow(levelScale, float64(i))
	}
	return size
}()

// cells holds landmarks by where they lie, in squares as wide as is searched.
type cells struct {
	across, down int
	in           [][]*landmark
}

func cellsOf(s *side) cells {
	c := cells{across: int(s.w/residualReach) + 1, down: int(s.h/residualReach) + 1}
	c.in = make([][]*landmark, c.across*c.down)
	for i := range s.marks {
		m := &s.marks[i]
		at := int(float64(m.y)/math.MaxUint16*s.h/residualReach)*c.across + int(float64(m.x)/math.MaxUint16*s.w/residualReach)
		c.in[at] = append(c.in[at], m)
	}
	return c
}

// around calls do for the landmarks of the nine squares around a place.
func (c cells) around(x, y float64, do func(*landmark)) {
	cx, cy := int(x/residualReach), int(y/residualReach)
	for j := max(0, cy-1); j <= min(c.down-1, cy+1); j++ {
		for i := max(0, cx-1); i <= min(c.across-1, cx+1); i++ {
			for _, m := range c.in[j*c.across+i] {
				do(m)
			}
		}
	}
}
