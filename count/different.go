package count

// seeDifferent calls see for every group that shares nobody with g, some of them
// more than once. It asks an index of sightings, which stays as it is while
// verdicts make other groups of them.
func (b *board) seeDifferent(g int32, see func(int32)) {
	if b.sightings == nil {
		b.sightings = b.indexed()
	}
	for _, f := range b.groups[g].facts {
		b.sightings.seeApart(f, func(other int32) {
			h := b.group[other]
			see(h)
			for _, part := range b.groups[h].below {
				see(part)
			}
		})
	}
}

// indexed holds every sighting as a group of its own.
func (b *board) indexed() *index {
	alone := *b
	alone.relations = relations{}
	alone.regroup()
	all := make([]int32, len(alone.groups))
	for i := range all {
		all[i] = int32(i)
	}
	return newIndex(&alone, all, true)
}
