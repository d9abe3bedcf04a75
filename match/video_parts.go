package match

import (
	"cmp"
	"math"
	"slices"
)

// span is a stretch of a film, in seconds.
type span struct{ from, to float64 }

func (s span) length() float64 { return max(0, s.to-s.from) }

func (s span) has(at float64) bool { return at >= s.from && at <= s.to }

// spans are stretches in order that do not overlap.
type spans []span

// spansOf joins those that overlap.
func spansOf(all []span) spans {
	slices.SortFunc(all, func(s, t span) int { return cmp.Compare(s.from, t.from) })
	var joined spans
	for _, s := range all {
		if n := len(joined); n > 0 && s.from <= joined[n-1].to {
			joined[n-1].to = max(joined[n-1].to, s.to)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

func (s spans) length() float64 {
	sum := 0.0
	for _, one := range s {
		sum += one.length()
	}
	return sum
}

// overlap is how many seconds are in both.
func (s spans) overlap(other spans) float64 {
	sum := 0.0
	for _, one := range s {
		for _, two := range other {
			sum += span{max(one.from, two.from), min(one.to, two.to)}.length()
		}
	}
	return sum
}

const (
	maxPassages = 16  // of two films
	sharpS      = 0.8 // seconds by which a passage is moved to see that it fits worse
	sharpness   = 0.1 // by how much, in likeness, it must fit worse
	repeatLike  = 0.9 // of the first passage's likeness that a repeated part must have
)

// seen looks for the passages in which two films look the same: the best one,
// then the best of what it leaves unexplained, and so on. sounds are offsets
// that the sound speaks for.
func (c *twoFilms) seen(sounds []hypothesis) []passageScore {
	var found []passageScore
	pairs := [2][]framePair{c.alike(0), c.alike(1)}
	for len(found) < maxPassages {
		next, ok := c.nextPassage(pairs, sounds, found)
		if !ok {
			break
		}
		found, sounds = append(found, next), nil
		for m := range pairs {
			pairs[m] = slices.DeleteFunc(pairs[m], func(p framePair) bool { return explained(found, p.a, p.b) })
		}
	}
	return found
}

func (c *twoFilms) nextPassage(pairs [2][]framePair, sounds []hypothesis, found []passageScore) (best passageScore, ok bool) {
	for mirrored := range pairs {
		if len(pairs[mirrored]) == 0 {
			continue
		}
		for _, h := range append(c.voteOffsets(pairs[mirrored]), sounds...) {
			s, fits := c.examine(h, mirrored, found)
			if fits && (!ok || s.better(best)) && (len(found) == 0 || c.adds(s, found)) {
				best, ok = s, true
			}
		}
	}
	return best, ok
}

// explained reports whether the passages show both times already. One of the two
// may be shown: that is a part that comes twice in the other film.
func explained(known []passageScore, a, b float64) bool {
	here, there := false, false
	for _, k := range known {
		here = here || k.here().has(a)
		there = there || k.there().has(b)
	}
	return here && there
}

// adds reports whether a passage says something beyond those found. Where little
// moves, a film looks like itself at any offset: only what fits worse a moment
// earlier and later is a part of its own, and what shows a part again must fit
// about as well as the first time.
func (c *twoFilms) adds(s passageScore, found []passageScore) bool {
	if s.like < found[0].like*repeatLike && s.repeats(found) {
		return false
	}
	for _, by := range [2]float64{-sharpS, sharpS} {
		if c.moved(s, by) > s.like-sharpness {
			return false
		}
	}
	return true
}

// repeats reports whether most of the passage is known from one side.
func (s passageScore) repeats(found []passageScore) bool {
	var here, there []span
	for _, f := range found {
		here, there = append(here, f.here()), append(there, f.there())
	}
	again := max(spansOf(here).overlap(spans{s.here()}), spansOf(there).overlap(spans{s.there()})/math.Abs(s.Speed))
	return again > s.runs/2
}

// moved is how alike the frames of the passage would be with the second film
// moved by some seconds.
func (c *twoFilms) moved(s passageScore, by float64) float64 {
	mirrored := 0
	if s.Mirrored {
		mirrored = 1
	}
	met := c.meetings(hypothesis{offset: s.Offset + by, speed: s.Speed}, mirrored)
	met = slices.DeleteFunc(met, func(m compared) bool { return !s.here().has(m.at) })
	return scoreOf(met).like
}
