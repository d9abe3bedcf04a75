package count

import "github.com/atleast-desk/atleast/count/cover"

// answer is what is known of the least world of some groups of a board.
type answer struct {
	floor   int64
	alone   []int32       // groups whose lows add to the floor, each a proof by itself
	proofs  []proof       // whose floors add to it as well
	world   []cover.Share // In: groups of the board; nil where none was found
	found   bool
	clash   bool
	inexact bool // the world is larger than the floor
}

// proof is one of package cover, with the groups that its nodes are.
type proof struct {
	*cover.Proof
	groups []int32
}

// mostTogether is the most groups that are laid out pair by pair.
const mostTogether = 3000

// least finds the least world of the board.
func (b *board) least(o Options) answer {
	if len(b.broken()) > 0 {
		return answer{clash: true}
	}
	a := b.solve(b.alive(), 0, o)
	b.closeWorld(a.world)
	return a
}

// solve takes groups apart while that can be done without looking at every
// pair, by turns in the one way and in the other. idle counts the turns that
// led to nothing.
func (b *board) solve(groups []int32, idle int, o Options) answer {
	switch {
	case len(groups) == 0:
		return answer{found: true}
	case len(groups) == 1:
		return b.single(groups[0])
	case len(groups) <= 64 || idle >= 2 && len(groups) <= mostTogether:
		return b.together(groups, o)
	case idle >= 2:
		return b.large(groups, o)
	}
	if parts := b.sharing(groups); len(parts) > 1 {
		return b.sum(parts, o)
	}
	if parts := b.touching(groups); len(parts) > 1 {
		return b.largest(parts, o)
	}
	return b.solve(groups, 2, o)
}

func (b *board) single(g int32) answer {
	low := b.groups[g].low
	a := answer{found: true, floor: low}
	if low > 0 {
		a.alone = []int32{g}
		a.world = []cover.Share{{People: low, In: []int{int(g)}}}
	}
	return a
}

// together solves groups laid out pair by pair.
func (b *board) together(groups []int32, o Options) answer {
	return b.place(cover.Solve(b.problem(groups), o.stop), groups)
}

// sum answers for parts that are wholly apart.
func (b *board) sum(parts [][]int32, o Options) answer {
	out := answer{found: true}
	for _, part := range parts {
		a := b.solve(part, 0, o)
		if a.clash {
			return a
		}
		out.floor += a.floor
		out.alone = append(out.alone, a.alone...)
		out.proofs = append(out.proofs, a.proofs...)
		out.found = out.found && a.found
		out.inexact = out.inexact || a.inexact
		out.world = append(out.world, a.world...)
	}
	if !out.found {
		out.world = nil
	}
	return out
}

// largest answers for parts that may overlap freely.
func (b *board) largest(parts [][]int32, o Options) answer {
	out := answer{found: true}
	var worlds [][]cover.Share
	for _, part := range parts {
		a := b.solve(part, 0, o)
		if a.clash {
			return a
		}
		if a.floor > out.floor {
			out.floor, out.alone, out.proofs = a.floor, a.alone, a.proofs
		}
		out.found = out.found && a.found
		worlds = append(worlds, a.world)
	}
	if out.found {
		out.world = cover.Overlay(worlds)
	}
	out.inexact = !out.found || people(out.world) > out.floor
	return out
}

func people(world []cover.Share) int64 {
	sum := int64(0)
	for _, share := range world {
		sum += share.People
	}
	return sum
}

// closeWorld puts everyone also into the groups that theirs lie within.
func (b *board) closeWorld(world []cover.Share) {
	for i := range world {
		in := world[i].In
		seen := map[int]bool{}
		for at := 0; at < len(in); at++ {
			if above := b.groups[in[at]].above; len(above) > 0 && len(seen) == 0 {
				for _, g := range in {
					seen[g] = true
				}
			}
			for _, h := range b.groups[in[at]].above {
				if !seen[int(h)] {
					seen[int(h)] = true
					in = append(in, int(h))
				}
			}
		}
		world[i].In = in
	}
}
