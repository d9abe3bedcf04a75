package count

import "github.com/atleast-desk/atleast/count/cover"

// problem is the question about some groups, as package cover asks it.
func (b *board) problem(groups []int32) *cover.Problem {
	n := len(groups)
	p := &cover.Problem{Apart: cover.NewGraph(n), Above: make([][]int, n)}
	place := make(map[int32]int, n)
	for i, g := range groups {
		place[g] = i
		p.Low = append(p.Low, b.groups[g].low)
		p.High = append(p.High, b.groups[g].high)
	}
	for i, g := range groups {
		for _, h := range b.groups[g].above {
			if at, ok := place[h]; ok {
				p.Above[i] = append(p.Above[i], at)
			}
		}
	}
	b.joinApart(groups, p.Apart)
	return p
}

// joinApart joins the groups that are apart: pair by pair if they are few, and
// else with an index, which finds those of a group without asking all others.
func (b *board) joinApart(groups []int32, apart cover.Graph) {
	if len(groups) <= fewPairs {
		for i, g := range groups {
			for j, h := range groups[:i] {
				if _, _, ok := b.groupsApart(g, h); ok {
					apart.Join(i, j)
				}
			}
		}
		return
	}
	x := newIndex(b, groups, true)
	at := x.numbers(groups)
	for i, g := range groups {
		x.seeApart(g, func(h int32) {
			if x.wanted[h] && h != g {
				apart.Join(i, int(at[h]))
			}
		})
	}
	x.giveBack(groups)
}

// fewPairs is the most groups that are compared pair by pair.
const fewPairs = 200

// alive lists the groups that somebody may be in and that matter to a floor:
// they have a low, or hold a part that has.
func (b *board) alive() []int32 {
	var list []int32
	for g := range b.groups {
		if !b.groups[g].dead && b.needs(int32(g)) {
			list = append(list, int32(g))
		}
	}
	return list
}

// needs reports whether somebody must be in the group.
func (b *board) needs(g int32) bool {
	if b.groups[g].low > 0 {
		return true
	}
	for _, h := range b.groups[g].below {
		if b.groups[h].low > 0 {
			return true
		}
	}
	return false
}

// broken lists the groups that cannot be as they are stated: somebody must be
// in them and nobody can, or a part is larger than its whole.
func (b *board) broken() []int32 {
	var list []int32
	for g := range b.groups {
		at := &b.groups[g]
		if at.low > 0 && at.dead || at.low > b.highest(int32(g)) {
			list = append(list, int32(g))
		}
	}
	return list
}
