package count

import (
	"maps"
	"slices"

	"github.com/atleast-desk/atleast/count/cover"
)

// families are the sets of groups that hang together by lying within each other.
// Whether there is a world depends on nothing else: worlds of each stand side by
// side. A group by itself always has one.
func (b *board) families() [][]int32 {
	tied := newForest(len(b.groups))
	alive := b.alive()
	for _, g := range alive {
		for _, h := range b.groups[g].above {
			tied.join(g, h)
		}
	}
	members := map[int32][]int32{}
	for _, g := range alive {
		if len(b.groups[g].above)+len(b.groups[g].below) > 0 {
			members[tied.root(g)] = append(members[tied.root(g)], g)
		}
	}
	list := make([][]int32, 0, len(members))
	for _, family := range members {
		list = append(list, family)
	}
	return list
}

// clashing lists the sightings of each set of groups tied by lying within each
// other that has no world, but no more sets than contradictions are named.
func (b *board) clashing(o Options) [][]int32 {
	tied := newForest(len(b.groups))
	for g := range b.groups {
		for _, h := range b.groups[g].above {
			tied.join(int32(g), h)
		}
	}
	clash := map[int32]bool{}
	for _, g := range b.broken() {
		clash[tied.root(g)] = true
	}
	for _, family := range b.families() {
		root := tied.root(family[0])
		if len(clash) < mostContradictions && !clash[root] && cover.Clash(b.problem(family), o.stop) {
			clash[root] = true
		}
	}
	roots := slices.Sorted(maps.Keys(clash))
	roots = roots[:min(len(roots), mostContradictions)]
	sets := make([][]int32, len(roots))
	for g := range b.groups {
		if n, clashes := slices.BinarySearch(roots, tied.root(int32(g))); clashes {
			sets[n] = append(sets[n], b.groups[g].members...)
		}
	}
	return sets
}
