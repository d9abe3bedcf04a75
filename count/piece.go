package count

import "github.com/atleast-desk/atleast/count/cover"

// piece is some groups of a board with their least world, and how it came
// about: from parts that are wholly apart, whose floors add; from parts that may
// overlap freely, of which the largest counts; or at once.
type piece struct {
	answer
	parent  *piece
	adds    bool     // the parts are wholly apart
	parts   []*piece // nil where solved at once
	single  []int32  // parts of one group each
	problem *cover.Problem
	groups  []int32 // the nodes of the problem
}

// solver solves a board piece by piece.
type solver struct {
	*board
	o    Options
	hint []cover.Share // a world of a similar board, by groups of this one; may be nil
}

// mostTogether is the most groups that are laid out pair by pair.
const mostTogether = 3000

// fewEnough groups are laid out at once, without a walk through an index.
const fewEnough = 64

// solve finds the least world of the board.
func (s *solver) solve() *piece {
	if len(s.broken()) > 0 {
		return &piece{answer: answer{clash: true}}
	}
	p := s.piece(s.alive())
	s.closeWorld(p.world)
	if p.found && !s.holds(p.world) && !s.reseated(p) {
		p.world, p.found, p.clash = s.refit(p.world)
	}
	return p
}

// piece takes groups apart while that can be done without looking at every
// pair, in the one way and in the other.
func (s *solver) piece(groups []int32) *piece {
	if len(groups) <= fewEnough {
		return s.together(groups)
	}
	if parts := s.sharing(groups); len(parts) > 1 {
		return s.combine(parts, true)
	}
	if parts := s.touching(groups); len(parts) > 1 {
		return s.combine(parts, false)
	}
	if len(groups) <= mostTogether {
		return s.together(groups)
	}
	if p, ok := s.withoutGuests(groups); ok {
		return p
	}
	return &piece{answer: s.large(groups, s.o), groups: groups}
}

// together solves groups laid out pair by pair.
func (s *solver) together(groups []int32) *piece {
	p := &piece{groups: groups}
	if len(groups) == 1 {
		p.answer = s.single(groups[0])
		return p
	}
	p.problem = s.problem(groups)
	p.problem.Hint = s.hinted(groups)
	found := cover.Solve(p.problem, s.o.stop)
	p.problem.Hint = found.Copy() // to start from when a little changes
	p.answer = s.place(found, groups)
	return p
}

// hinted is the part of the hint that concerns some groups, as nodes.
func (s *solver) hinted(groups []int32) []cover.Share {
	if s.hint == nil {
		return nil
	}
	at := make(map[int]int, len(groups))
	for i, g := range groups {
		at[int(g)] = i
	}
	part := []cover.Share{}
	for _, share := range s.hint {
		var in []int
		for _, g := range share.In {
			if node, ok := at[g]; ok {
				in = append(in, node)
			}
		}
		if in != nil {
			part = append(part, cover.Share{People: share.People, In: in})
		}
	}
	return part
}

// combine solves parts one by one. Parts of one group are not kept as pieces:
// there may be a million.
func (s *solver) combine(parts [][]int32, adds bool) *piece {
	p := &piece{adds: adds, answer: answer{found: true}}
	c := combiner{into: p}
	for _, groups := range parts {
		if len(groups) == 1 {
			p.single = append(p.single, groups[0])
			c.take(s.single(groups[0]))
			continue
		}
		part := s.piece(groups)
		if part.clash {
			return part
		}
		part.parent = p
		p.parts = append(p.parts, part)
		c.take(part.answer)
	}
	c.finish()
	return p
}

// combiner adds answers up, or lays them over each other.
type combiner struct {
	into   *piece
	worlds [][]cover.Share
}

func (c *combiner) take(a answer) {
	p := c.into
	p.found = p.found && a.found
	switch {
	case p.adds:
		p.floor += a.floor
		p.alone = append(p.alone, a.alone...)
		p.proofs = append(p.proofs, a.proofs...)
		p.world = append(p.world, a.world...)
		return
	case a.floor > p.floor:
		p.floor, p.alone, p.proofs = a.floor, a.alone, a.proofs
	}
	c.worlds = append(c.worlds, a.world)
}

func (c *combiner) finish() {
	p := c.into
	if !p.adds && p.found {
		p.world = cover.Overlay(c.worlds)
	}
	if !p.found {
		p.world = nil
	}
}
