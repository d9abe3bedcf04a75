package match

import (
	"cmp"
	"math"
	"slices"

	"github.com/atleast-desk/atleast/match/pdq"
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
	Bars     bool // the first has bars that the second has not
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
	offsetStep    = 0.25 // seconds of one bin when offsets are voted on
	hypotheses    = 6    // of the offsets with most votes at a speed, how many are looked at closely
)

// speeds are those tried: as it was, sped up or slowed down as players do, film
// run at the rate of television, and backwards.
var speeds = []float64{1, 1.25, 1 / 1.25, 1.5, 1 / 1.5, 2, 0.5, 1.1, 1 / 1.1, 25.0 / 24, 24.0 / 25, -1}

// alignFilms looks for the passages that a and b have in common, in the order of
// the first film, and says how alike their frames are, from 0 to 1. There are
// several where a film was cut, put in another order or repeated. sounds are
// offsets that the sound speaks for.
func alignFilms(a, b *film, sounds []hypothesis) (runs []Passage, like float64) {
	sum, length := 0.0, 0.0
	for _, s := range seen(a, b, sounds) {
		s.Bars = a.box.area() < barsLeave*b.box.area()
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

// alike compares frames of a, some to the second, with every one of b.
func alike(a, b *film, mirrored int) []framePair {
	var pairs []framePair
	last := math.Inf(-1)
	for i := range a.shots {
		if a.shots[i].at-last < voterEveryS {
			continue
		}
		last = a.shots[i].at
		for j := range b.shots {
			if d := a.shots[i].distance(&b.shots[j], mirrored); d <= likeDistance {
				pairs = append(pairs, framePair{a.shots[i].at, b.shots[j].at, likeness(d)})
			}
		}
	}
	return pairs
}

// likeness is 1 for equal frames and 0 for those that are just not alike.
func likeness(distance int) float64 {
	return max(0, 1-float64(distance)/(likeDistance+1))
}

// distance is the least of the ways to lay one frame on the other: content on
// content, or whole on whole where bars were taken for content or the other way round.
func (s *shot) distance(other *shot, mirrored int) int {
	if s.quality < usableQuality || other.quality < usableQuality {
		return pdq.Bits
	}
	return min(s.content[0].Distance(other.content[mirrored]), s.whole[0].Distance(other.whole[mirrored]))
}

// hypothesis is a way in which the films may run together.
type hypothesis struct {
	offset, speed, votes float64
}

// voteOffsets returns the offsets that most frames are for, at each speed.
func voteOffsets(pairs []framePair, a, b *film) []hypothesis {
	if len(pairs) == 0 {
		return nil
	}
	byB := len(a.shots) > len(b.shots)
	var all []hypothesis
	for _, speed := range speeds {
		all = append(all, tally(pairs, speed, byB)...)
	}
	return all
}

// tally lets every two frames that look alike vote for the offset they would
// need at the speed, and returns the offsets with most votes. A frame has one
// vote in a bin, however many it is like, so that a still scene does not outvote
// everything; frames are those of the film with fewer.
func tally(pairs []framePair, speed float64, byB bool) []hypothesis {
	type ballot struct {
		frame float64
		slot  int
	}
	votes, cast := map[int]float64{}, map[ballot]float64{}
	for _, p := range pairs {
		frame := p.a
		if byB {
			frame = p.b
		}
		slot := int(math.Floor((p.b - speed*p.a) / offsetStep))
		for _, k := range [2]int{slot, slot + 1} {
			if more := p.like - cast[ballot{frame, k}]; more > 0 {
				votes[k] += more
				cast[ballot{frame, k}] = p.like
			}
		}
	}
	all := make([]hypothesis, 0, len(votes))
	for slot, v := range votes {
		all = append(all, hypothesis{float64(slot) * offsetStep, speed, v})
	}
	slices.SortFunc(all, func(x, y hypothesis) int {
		return cmp.Or(cmp.Compare(y.votes, x.votes), cmp.Compare(x.offset, y.offset))
	})
	return all[:min(len(all), hypotheses)]
}
