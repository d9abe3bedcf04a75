package count

import "github.com/atleast-desk/atleast/count/cover"

// answer is what is known of the least world of some groups of a board.
type answer struct {
	floor  int64
	alone  []int32       // groups whose lows add to the floor, each a proof by itself
	proofs []proof       // whose floors add to it as well
	world  []cover.Share // In: groups of the board; nil where none was found
	found  bool
	clash  bool
}

// proof is one of package cover, with the groups that its nodes are.
type proof struct {
	*cover.Proof
	groups []int32
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

// holds reports whether no group has more people in a world than its high. Large
// parts are solved without regard to highs.
func (b *board) holds(world []cover.Share) bool {
	count := make([]int64, len(b.groups))
	for _, share := range world {
		for _, g := range share.In {
			count[g] += share.People
		}
	}
	for g, n := range count {
		if n > b.groups[g].high {
			return false
		}
	}
	return true
}
