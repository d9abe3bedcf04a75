package count

import "slices"

// mostNeighbours bounds the neighbours that are listed for a large part, all
// groups together. It keeps the lists within a few hundred megabytes.
const mostNeighbours = 48_000_000

// listApart lists, for each of the groups, which of the others are apart from
// it, by their place in groups. It reports false where that is too much.
func (b *board) listApart(groups []int32) ([][]int32, bool) {
	x := newIndex(b, groups, true)
	defer x.giveBack(groups)
	return x.list(groups, x.seeApart)
}

// listSharing lists which of the others may share people with each group.
func (b *board) listSharing(groups []int32) ([][]int32, bool) {
	x := newIndex(b, groups, false)
	defer x.giveBack(groups)
	return x.list(groups, x.seeSharing)
}

func (x *index) list(groups []int32, see func(int32, func(int32))) ([][]int32, bool) {
	at := x.numbers(groups)
	lists := make([][]int32, len(groups))
	seen := make([]int32, len(groups))
	all := 0
	var found []int32
	for i, g := range groups {
		found = found[:0]
		see(g, func(h int32) {
			if x.wanted[h] && h != g && seen[at[h]] != int32(i)+1 {
				seen[at[h]] = int32(i) + 1
				found = append(found, at[h])
			}
		})
		slices.Sort(found)
		lists[i] = slices.Clone(found)
		if all += len(found); all > mostNeighbours {
			return nil, false
		}
	}
	return lists, true
}

// numbers is the place of each group in the list.
func (x *index) numbers(groups []int32) []int32 {
	at := make([]int32, len(x.b.groups))
	for i, g := range groups {
		at[g] = int32(i)
	}
	return at
}

// seeApart calls see for every group apart from g, some of them twice.
func (x *index) seeApart(g int32, see func(int32)) {
	b := x.b
	for _, f := range b.groups[g].facts {
		for _, d := range b.differs[f] {
			h := b.group[d]
			see(h)
			for _, part := range b.groups[h].below {
				see(part)
			}
		}
		fact := &b.facts[f]
		for c := range x.classes {
			at := &x.classes[c]
			all := at.kind >= 0 && fact.kind >= 0 && at.kind != fact.kind && b.exclusive[newPair(at.kind, fact.kind)]
			for _, e := range at.roaming {
				if all {
					see(e.group)
				}
			}
			if at.root >= 0 && (all || fact.placed) {
				x.scanApart(at.root, f, all, see)
			}
		}
	}
}

func (x *index) scanApart(at, f int32, all bool, see func(int32)) {
	bx := &x.boxes[at]
	fact := &x.b.facts[f]
	if !all && x.near(bx, fact) {
		return
	}
	all = all || x.apart(bx, fact)
	if bx.left != 0 && !all {
		x.scanApart(bx.left, f, all, see)
		x.scanApart(bx.left+1, f, all, see)
		return
	}
	for _, e := range x.entries[bx.start:bx.end] {
		if all || x.b.elsewhere(f, e.fact) {
			see(e.group)
		}
	}
}

// seeSharing calls see for every group that may share people with g.
func (x *index) seeSharing(g int32, see func(int32)) {
	ask := func(e entry) {
		if x.b.mayShare(g, e.group) {
			see(e.group)
		}
	}
	for c := range x.classes {
		at := &x.classes[c]
		if x.kindApart(g, at.kind) {
			continue
		}
		for _, e := range at.roaming {
			ask(e)
		}
		if at.root >= 0 {
			x.scanSharing(at.root, g, ask)
		}
	}
}

func (x *index) scanSharing(at, g int32, ask func(entry)) {
	bx := &x.boxes[at]
	for _, i := range x.b.groups[g].facts {
		if f := &x.b.facts[i]; f.placed && x.apart(bx, f) {
			return
		}
	}
	if bx.left != 0 {
		x.scanSharing(bx.left, g, ask)
		x.scanSharing(bx.left+1, g, ask)
		return
	}
	for _, e := range x.entries[bx.start:bx.end] {
		ask(e)
	}
}
