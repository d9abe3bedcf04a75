package match

import (
	"cmp"
	"math"
	"slices"
)

// Passage says which part of one film is which part of another: what is seen at
// second t of the first is seen at Offset + Speed*t of the second.
type Passage struct {
	Offset   float64 // seconds of the second film at which the first would begin
	Speed    float64 // seconds of the second in one of the first: 1.25 where the first was sped up, -1 where it runs backwards
	From, To float64 // seconds of the first that are in common
	Mirrored bool
	Frames   int  // compared and found alike; 0 where the passage was only heard
	Notes    int  // of the sound that agree with the offset
	Bars     bool // the first has bars that the second has not, or shows it within another picture
	BarsOf   bool // the same of the second
}

// At is the second of the other film that is seen at second t of the first.
func (p Passage) At(t float64) float64 { return p.Offset + p.Speed*t }

// there is the stretch of the other film.
func (p Passage) there() span {
	from, to := p.At(p.From), p.At(p.To)
	return span{min(from, to), max(from, to)}
}

// here is the stretch of the first film.
func (p Passage) here() span { return span{p.From, p.To} }

// Length is how many seconds of the first film are in common.
func (p Passage) Length() float64 { return p.To - p.From }

const (
	usableQuality = 30   // of a frame, from which it says something
	likeDistance  = 60   // bits; frames of unrelated films begin at about 86
	barsLeave     = 0.9  // of the other's content, below which a film has bars of its own
	voterEveryS   = 0.08 // seconds between the frames that are asked for what they are like
)

// speeds are those tried: as it was, sped up or slowed down as players do, film
// run at the rate of television, and backwards.
var speeds = []float64{1, 1.25, 1 / 1.25, 1.5, 1 / 1.5, 2, 0.5, 1.1, 1 / 1.1, 25.0 / 24, 24.0 / 25, -1}

// alignFilms looks for the passages that the films have in common, in the order of
// the first, and says how alike their frames are, from 0 to 1. There are several
// where a film was cut, put in another order or repeated. sounds are offsets that
// the sound speaks for.
func alignFilms(a, b *film, sounds []hypothesis) (runs []Passage, like float64) {
	c := bothOf(a, b)
	if c.hopeless() {
		return nil, 0
	}
	sum, length := 0.0, 0.0
	for _, s := range c.seen(sounds) {
		s.Bars, s.BarsOf = a.box.area() < barsLeave*b.box.area(), b.box.area() < barsLeave*a.box.area()
		s.Notes = notesAgreeing(a, b, s.Passage)
		runs = append(runs, s.Passage)
		sum, length = sum+s.like*(s.runs+0.1), length+s.runs+0.1
	}
	slices.SortFunc(runs, func(p, q Passage) int { return cmp.Compare(p.From, q.From) })
	return runs, sum / max(length, 0.1)
}

// blind reports whether there is nothing to see.
func (f *film) blind() bool {
	return !slices.ContainsFunc(f.shots, func(s shot) bool { return s.quality >= usableQuality })
}

// framePair is two frames that look alike.
type framePair struct {
	a, b float64 // when
	like float64 // how much: 0 to 1
}

// alike are the frames of the first film, some to the second, and those of the
// other that are like them.
func (c *twoFilms) alike(mirrored int) []framePair {
	var pairs []framePair
	last := math.Inf(-1)
	for i := range c.a.shots {
		at := c.a.shots[i].at
		if at-last < voterEveryS {
			continue
		}
		last = at
		for j := range c.b.shots {
			if d := c.distance(i, j, mirrored); d <= likeDistance {
				pairs = append(pairs, framePair{at, c.b.shots[j].at, likeness(d)})
			}
		}
	}
	return pairs
}

// likeness is 1 for equal frames and 0 for those that are just not alike.
func likeness(distance int) float64 {
	return max(0, 1-float64(distance)/(likeDistance+1))
}
