package match

import (
	"slices"

	"github.com/atleast-desk/atleast/match/pdq"
)

// twoFilms are two films of which every frame was compared with every one of
// the other, once: laying them on each other asks for the same frames many times.
type twoFilms struct {
	a, b  *film
	bits  [2][]uint8 // distance of each frame of a to each of b, a's frames one after the other; as it is and mirrored
	least int        // of them all
	met   []compared // scratch of meetings
}

// farthest stands for all distances that say nothing.
const farthest = 255

// bothOf compares the frames of a with those of b.
func bothOf(a, b *film) *twoFilms {
	c := &twoFilms{a: a, b: b, least: farthest}
	barred := a.barred() || b.barred()
	for mirrored := range c.bits {
		c.bits[mirrored] = make([]uint8, 0, len(a.shots)*len(b.shots))
		for i := range a.shots {
			for j := range b.shots {
				d := min(a.shots[i].distance(&b.shots[j], mirrored, barred), farthest)
				c.bits[mirrored] = append(c.bits[mirrored], uint8(d))
				c.least = min(c.least, d)
			}
		}
	}
	return c
}

// distance is that of frame i of the first film to frame j of the second.
func (c *twoFilms) distance(i, j, mirrored int) int {
	return int(c.bits[mirrored][i*len(c.b.shots)+j])
}

// hopeless reports whether no passage can be found: its frames would have to be
// alike in the mean, and no two are.
func (c *twoFilms) hopeless() bool { return likeness(c.least) < meanLike }

// barred reports whether anything but content was seen.
func (f *film) barred() bool {
	return slices.ContainsFunc(f.shots, func(s shot) bool { return s.whole != s.content })
}

// distance is the least of the ways to lay one frame on the other: content on
// content, or whole on whole where bars were taken for content or the other way
// round. It is the same unless one of the films is barred.
func (s *shot) distance(other *shot, mirrored int, barred bool) int {
	if s.quality < usableQuality || other.quality < usableQuality {
		return pdq.Bits
	}
	d := s.content[0].Distance(other.content[mirrored])
	if barred {
		d = min(d, s.whole[0].Distance(other.whole[mirrored]))
	}
	return d
}
