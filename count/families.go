package count

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
