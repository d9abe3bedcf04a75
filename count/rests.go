package count

import (
	"cmp"
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count/cover"
)

// mostSupports is how many things the floor rests on are listed, the worst
// first.
const mostSupports = 1000

// supports finds what the floor would be without one thing after another. What
// the certificate proves without the thing is tried first; then the piece in
// which the thing matters is solved again, from the world that is known.
type supports struct {
	*Session
	home map[int32]*piece // where each group was solved
	loss map[int32]int64  // what the certificate loses at most without a group
	next map[*piece][2]int64
	full int // boards that may still be made anew

	bound bool // highs or trees of parts carry weight: anything may shake them
}

// mostBoards bounds how often everything is contracted anew, for things that
// bind sightings together; each time costs nearly as much as a count. Small
// boards may be made more often.
const mostBoards = 20_000

// restsOn lists what the floor rests on: the sightings that carry weight and
// the verdicts that set them apart, each with the floor without it, worst first.
// Where that could not be settled in time it is a floor proven without it.
func (s *Session) restsOn(c *atleast.Certificate) []atleast.Support {
	r := &supports{Session: s, home: map[int32]*piece{}, loss: s.losses(), next: map[*piece][2]int64{}, full: mostBoards}
	r.settle(s.found)
	r.bound = s.bound()
	list := []atleast.Support{}
	weighted := s.weighted()
	for _, i := range weighted {
		floor := r.withoutSighting(i)
		list = append(list, atleast.Support{Sighting: s.board.sight(i).ID, FloorWithout: &floor})
	}
	for _, v := range s.decisive(c) {
		floor := r.withoutVerdict(v)
		said := s.ev.Verdicts[s.board.differ[v]]
		list = append(list, atleast.Support{Verdict: &[2]string{said.A, said.B}, FloorWithout: &floor})
	}
	list = append(list, r.carriers(weighted)...)
	slices.SortStableFunc(list, func(a, b atleast.Support) int { return cmp.Compare(*a.FloorWithout, *b.FloorWithout) })
	return list[:min(len(list), mostSupports)]
}

// settle notes where each group was solved.
func (r *supports) settle(p *piece) {
	for _, g := range p.groups {
		r.home[g] = p
	}
	for _, g := range p.single {
		r.home[g] = p
	}
	for _, part := range p.parts {
		r.settle(part)
	}
}

// weighted lists the sightings that carry weight.
func (s *Session) weighted() []int32 {
	var list []int32
	for _, g := range s.found.alone {
		list = append(list, s.board.strongest(g))
	}
	for _, p := range s.found.proofs {
		list = append(list, s.support(p)...)
	}
	return list
}

// losses is the most that the certificate loses without each of its groups.
// Where highs carry weight, or a tree decides about parts and wholes, that may
// be all it proves.
func (s *Session) losses() map[int32]int64 {
	loss := map[int32]int64{}
	for _, g := range s.found.alone {
		loss[g] = s.board.groups[g].low
	}
	for _, p := range s.found.proofs {
		bound := s.linked(p)
		plain := p.Split == nil && !held(p)
		for _, i := range s.support(p) {
			g := s.board.group[i]
			if loss[g] = p.Floor; !bound {
				loss[g] = min(p.Floor, s.board.groups[g].low)
			}
		}
		for _, w := range p.Weights {
			if plain {
				loss[p.groups[w.Node]] = p.Floor - s.rest(p, w.Node)
			}
		}
	}
	return loss
}

// linked reports whether some of the groups of a proof lie within others.
func (s *Session) linked(p proof) bool {
	return slices.ContainsFunc(p.groups, func(g int32) bool { return len(s.board.groups[g].above) > 0 })
}

// held reports whether highs carry weight in a leaf.
func held(p proof) bool {
	return slices.ContainsFunc(p.Weights, func(w cover.Weight) bool { return w.Z.Num > 0 })
}

// bound reports whether the certificate rests on parts and wholes as such.
func (s *Session) bound() bool {
	return slices.ContainsFunc(s.found.proofs, func(p proof) bool { return held(p) || p.Split != nil && s.linked(p) })
}

// withoutSighting is the floor without a sighting that carries weight.
func (r *supports) withoutSighting(i int32) int64 {
	b := r.board
	g := b.group[i]
	least := r.found.floor - min(r.losing(i), r.found.floor)
	if least == r.found.floor {
		return least
	}
	if len(b.groups[g].members) > 1 || len(b.groups[g].below) > 0 {
		id := b.sight(i).ID
		return r.anew(least, func(x atleast.Sighting) bool { return x.ID == id },
			func(v atleast.PairVerdict) bool { return v.A == id || v.B == id })
	}
	p := r.home[g]
	if p.problem == nil {
		return r.withoutSingle(p, g, least)
	}
	node := slices.Index(p.groups, g)
	return r.again(p, p.problem.Without(node), r.losing(i))
}

// withoutSingle is the floor without a group that is a part by itself.
func (r *supports) withoutSingle(p *piece, g int32, least int64) int64 {
	low := r.board.groups[g].low
	switch {
	case p.adds:
		return r.rise(p, p.floor-low)
	case len(p.parts)+len(p.single) > 0:
		return r.rise(p, r.besides(p, low))
	case len(p.groups) == 1:
		return r.rise(p, 0)
	}
	return least
}

// again solves a piece with another problem in its place. Most often its known
// world shrinks by all that the certificate loses, and that settles it. A piece
// that took a tree is not searched again.
func (r *supports) again(p *piece, problem *cover.Problem, loss int64) int64 {
	least := max(0, p.floor-loss)
	if cover.Shrinks(problem, least, r.o.stop) || slices.ContainsFunc(p.proofs, func(p proof) bool { return p.Split != nil }) {
		return r.rise(p, least)
	}
	return r.rise(p, cover.Solve(problem, r.o.stop).Floor)
}

// rise is the floor of the whole when a piece has another.
func (r *supports) rise(p *piece, floor int64) int64 {
	for ; p.parent != nil; p = p.parent {
		if p.parent.adds {
			floor += p.parent.floor - p.floor
		} else {
			floor = max(floor, r.besides(p.parent, p.floor))
		}
	}
	return floor
}

// besides is the largest floor among the parts of a piece besides one of a
// given floor.
func (r *supports) besides(p *piece, floor int64) int64 {
	best, known := r.next[p]
	if !known {
		for _, part := range p.parts {
			best = better(best, part.floor)
		}
		for _, g := range p.single {
			best = better(best, r.board.groups[g].low)
		}
		r.next[p] = best
	}
	if floor == best[0] {
		return best[1]
	}
	return best[0]
}

// better keeps the two largest.
func better(best [2]int64, n int64) [2]int64 {
	switch {
	case n > best[0]:
		return [2]int64{n, best[0]}
	case n > best[1]:
		return [2]int64{best[0], n}
	}
	return best
}

// anew is the floor of the evidence without some of it, all contracted anew.
func (r *supports) anew(least int64, gone func(atleast.Sighting) bool, unsaid func(atleast.PairVerdict) bool) int64 {
	if r.full <= 0 || len(r.board.groups) > mostTogether || r.o.stop() {
		return least
	}
	r.full -= 1 + len(r.board.groups)
	ev := r.ev
	ev.Sightings = slices.DeleteFunc(slices.Clone(ev.Sightings), gone)
	ev.Verdicts = slices.DeleteFunc(slices.Clone(ev.Verdicts), unsaid)
	b := newBoard(&ev, r.o, nil)
	return (&solver{board: b, o: r.o, hint: r.hintFor(b)}).solve().floor
}
