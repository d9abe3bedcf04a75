package match

import (
	"cmp"
	"math"
	"slices"
)

// pairing is two landmarks, of two pictures, that look alike. Places are in
// pixels of the working copies.
type pairing struct {
	ax, ay, bx, by float64
	scale, turn    float64 // how b's surroundings are scaled and turned against a's
	distance       int
}

const (
	alikeDistance = 66   // comparisons that may come out differently
	clearer       = 0.86 // how much nearer the best must be than the next best
	maxPairings   = 240
)

// pairings finds the landmarks of a that look like one of b, seen in a mirror
// or not.
func pairings(a, b *side, mirror bool) []pairing {
	var out []pairing
	for i := range a.marks {
		m := &a.marks[i]
		l := m.looks
		if mirror {
			l = l.mirrored()
		}
		best, second, at := alikeDistance+1, 257, -1
		for j := range b.marks {
			o := &b.marks[j].looks
			d := l.distance(o)
			if d < best {
				best, second, at = d, best, j
			} else if d < second {
				second = d
			}
		}
		if at < 0 || float64(best) > clearer*float64(second) {
			continue
		}
		out = append(out, pair(a, b, m, &b.marks[at], mirror, best))
	}
	slices.SortStableFunc(out, func(x, y pairing) int { return cmp.Compare(x.distance, y.distance) })
	return out[:min(len(out), maxPairings)]
}

func pair(a, b *side, m, o *landmark, mirror bool, distance int) pairing {
	p := pairing{distance: distance}
	p.ax, p.ay = float64(m.x)/math.MaxUint16*a.w, float64(m.y)/math.MaxUint16*a.h
	p.bx, p.by = float64(o.x)/math.MaxUint16*b.w, float64(o.y)/math.MaxUint16*b.h
	p.scale = math.Pow(levelScale, float64(o.level)-float64(m.level))
	lean := float64(m.lean)
	if mirror {
		lean = 128 - lean // mirrored left to right
	}
	p.turn = (float64(o.lean) - lean) * math.Pi / 128
	return p
}

// support is a way to lay a on b and the pairings that agree with it.
type support struct {
	lay    Projection // from pixels of a's working copy to b's
	agree  []pairing
	places int // different places among them: several landmarks may sit on one corner
}

const (
	near          = 0.03 // part of b's longer side that a pairing may miss by
	leastSupport  = 7    // places that must agree for a way to be worth proving
	supportRounds = 4
)

// vote lets every pairing propose the similarity it implies, and returns the
// one the most others agree with, fitted to them.
func vote(pairs []pairing, b *side, mirror bool) support {
	var best support
	most := 0
	tolerance := near * max(b.w, b.h)
	for i := range pairs {
		s := pairs[i].similarity(mirror)
		n := 0
		for j := range pairs {
			if pairs[j].miss(s) < tolerance*max(0.35, min(1, pairs[i].scale)) && pairs[j].like(&pairs[i]) {
				n++
			}
		}
		if n > most {
			most, best.lay = n, s
			best.agree = []pairing{pairs[i]}
		}
	}
	if most < leastSupport {
		return support{}
	}
	first := best.agree[0]
	tolerance *= max(0.35, min(1, first.scale))
	for round := range supportRounds {
		best.agree = agreeing(pairs, best.lay, tolerance, &first)
		best.places = places(best.agree)
		if best.places < leastSupport {
			return support{}
		}
		fit := affineFit
		if round > 0 && best.places >= 12 {
			fit = projectiveFit
		}
		lay, ok := fit(best.agree)
		if !ok {
			break
		}
		best.lay = lay
		tolerance *= 0.8
	}
	return best
}

// similarity is the shift, turn and scale a pairing implies.
func (p *pairing) similarity(mirror bool) Projection {
	sin, cos := math.Sincos(p.turn)
	sin, cos = sin*p.scale, cos*p.scale
	flip := 1.0
	if mirror {
		flip = -1
	}
	return Projection{cos * flip, -sin, p.bx - cos*flip*p.ax + sin*p.ay, sin * flip, cos, p.by - sin*flip*p.ax - cos*p.ay, 0, 0, 1}
}

// miss is how far from b's landmark the projection puts a's, in pixels.
func (p *pairing) miss(lay Projection) float64 {
	x, y := lay.At(p.ax, p.ay)
	return math.Hypot(x-p.bx, y-p.by)
}

// like reports whether two pairings imply about the same scale and turn.
func (p *pairing) like(o *pairing) bool {
	ratio := p.scale / o.scale
	turn := math.Abs(math.Remainder(p.turn-o.turn, 2*math.Pi))
	return ratio < 1.7 && ratio > 1/1.7 && turn < 0.45
}

// agreeing returns the pairings that the projection puts where they belong.
func agreeing(pairs []pairing, lay Projection, tolerance float64, first *pairing) []pairing {
	var out []pairing
	for _, p := range pairs {
		if p.miss(lay) < tolerance && p.like(first) {
			out = append(out, p)
		}
	}
	return out
}

// places counts pairings of which no two sit on nearly the same spot of either picture.
func places(pairs []pairing) int {
	const apart = 5.0
	var kept []pairing
	for _, p := range pairs {
		if !slices.ContainsFunc(kept, func(q pairing) bool {
			return math.Hypot(p.ax-q.ax, p.ay-q.ay) < apart || math.Hypot(p.bx-q.bx, p.by-q.by) < apart*min(1, p.scale)
		}) {
			kept = append(kept, p)
		}
	}
	return len(kept)
}
