package match

import (
	"cmp"
	"math"
	"slices"
)

const (
	offsetStep = 0.25    // seconds of one bin when offsets are voted on
	hypotheses = 6       // of the offsets with most votes at a speed, how many are looked at closely
	maxBins    = 1 << 18 // 18 hours of offsets; what lies beyond comes of clocks that are wrong
)

// hypothesis is a way in which the films may run together.
type hypothesis struct {
	offset, speed, votes float64
}

// voteOffsets returns the offsets that most of the frames that look alike are for,
// at each speed.
func (c *twoFilms) voteOffsets(pairs []framePair) []hypothesis {
	voter := func(p framePair) float64 { return p.a }
	if len(c.a.shots) > len(c.b.shots) {
		voter = func(p framePair) float64 { return p.b }
		pairs = slices.Clone(pairs)
		slices.SortStableFunc(pairs, func(p, q framePair) int { return cmp.Compare(p.b, q.b) })
	}
	var all []hypothesis
	for _, speed := range speeds {
		all = append(all, tally(pairs, speed, voter)...)
	}
	return all
}

// bin gathers the votes for an offset.
type bin struct {
	votes float64
	voter float64 // who voted last
	cast  float64 // how much of the votes is that voter's
}

// vote gives the voter's best vote to the bin: a frame has one vote in it,
// however many frames it is like, so that a still scene does not outvote everything.
func (b *bin) vote(voter, like float64) {
	if b.voter != voter || b.votes == 0 {
		b.voter, b.cast = voter, 0
	}
	if more := like - b.cast; more > 0 {
		b.votes += more
		b.cast = like
	}
}

// tally lets every two frames that look alike vote for the offset they would
// need at the speed, and returns the offsets with most votes. Pairs come voter by
// voter; voters are the frames of the film with fewer.
func tally(pairs []framePair, speed float64, voter func(framePair) float64) []hypothesis {
	if len(pairs) == 0 {
		return nil
	}
	offset := func(p framePair) float64 { return p.b - speed*p.a }
	low, high := math.Inf(1), math.Inf(-1)
	for _, p := range pairs {
		low, high = min(low, offset(p)), max(high, offset(p))
	}
	first := math.Floor(low / offsetStep)
	bins := make([]bin, int(min(math.Floor(high/offsetStep)-first, maxBins))+2)
	for _, p := range pairs {
		if at := math.Floor(offset(p)/offsetStep) - first; at < maxBins {
			bins[int(at)].vote(voter(p), p.like)
			bins[int(at)+1].vote(voter(p), p.like)
		}
	}
	return foremost(bins, first, speed)
}

// foremost are the offsets of the bins with most votes.
func foremost(bins []bin, first, speed float64) []hypothesis {
	var all []hypothesis
	for i, b := range bins {
		if b.votes > 0 {
			all = append(all, hypothesis{(first + float64(i)) * offsetStep, speed, b.votes})
		}
	}
	slices.SortFunc(all, func(x, y hypothesis) int {
		return cmp.Or(cmp.Compare(y.votes, x.votes), cmp.Compare(x.offset, y.offset))
	})
	return all[:min(len(all), hypotheses)]
}
