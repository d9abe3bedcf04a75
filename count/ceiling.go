package count

import "github.com/atleast-desk/atleast/count/cover"

// ceiling is the greatest number of people in any world, or nil where some
// group is open. Everyone is in some group that lies within no other, so the
// highs of those add up, unless a group that somebody must be in lies within
// several of them and makes them overlap.
func (b *board) ceiling(o Options) *int64 {
	sum := int64(0)
	tied := newForest(len(b.groups))
	for g := range b.groups {
		at := &b.groups[g]
		if at.dead {
			continue
		}
		if b.highest(int32(g)) == open {
			return nil
		}
		for _, h := range at.above {
			tied.join(int32(g), h)
		}
		if len(at.above) == 0 {
			sum += at.high
		}
	}
	for _, groups := range b.overlapping(tied) {
		sum += cover.Greatest(b.problem(groups), o.stop) - b.topSum(groups)
	}
	return &sum
}

// topSum adds the highs of the groups that lie within no other.
func (b *board) topSum(groups []int32) int64 {
	sum := int64(0)
	for _, g := range groups {
		if len(b.groups[g].above) == 0 {
			sum += b.groups[g].high
		}
	}
	return sum
}

// overlapping lists the sets of tied groups in which somebody must be in
// several wholes at once.
func (b *board) overlapping(tied forest) [][]int32 {
	forced := map[int32]bool{}
	for g := range b.groups {
		if !b.groups[g].dead && b.groups[g].low > 0 && b.tops(int32(g)) > 1 {
			forced[tied.root(int32(g))] = true
		}
	}
	if len(forced) == 0 {
		return nil
	}
	at := map[int32]int{}
	var sets [][]int32
	for g := range b.groups {
		root := tied.root(int32(g))
		if b.groups[g].dead || !forced[root] {
			continue
		}
		if _, ok := at[root]; !ok {
			at[root] = len(sets)
			sets = append(sets, nil)
		}
		sets[at[root]] = append(sets[at[root]], int32(g))
	}
	return sets
}

// tops counts the groups above that lie within no other.
func (b *board) tops(g int32) int {
	n := 0
	for _, h := range b.groups[g].above {
		if len(b.groups[h].above) == 0 {
			n++
		}
	}
	return n
}
