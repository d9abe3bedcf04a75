package count

import "slices"

// scratch is what a walk notes of each group of the board. Walks take turns with
// it, so that small ones cost no more than they are long.
type scratch struct {
	wanted, gone []bool
	place        []int32 // first entry in the index, or -1
}

// borrow readies the scratch for some groups.
func (b *board) borrow(groups []int32) *scratch {
	if b.scratch == nil {
		n := len(b.groups)
		b.scratch = &scratch{make([]bool, n), make([]bool, n), make([]int32, n)}
	}
	for _, g := range groups {
		b.scratch.wanted[g], b.scratch.place[g] = true, -1
	}
	return b.scratch
}

// giveBack leaves the scratch as it was.
func (s *scratch) giveBack(groups []int32) {
	for _, g := range groups {
		s.wanted[g], s.gone[g] = false, false
	}
}

// sharing divides groups into those that hang together by groups that may share
// people. Sets of different parts are apart from each other.
func (b *board) sharing(groups []int32) [][]int32 {
	x := newIndex(b, groups, false)
	return x.walk(groups, x.takeSharing)
}

// touching divides groups into those that hang together by groups that are
// apart, or that lie within each other where a high may bind. Sets of different
// parts may overlap freely.
func (b *board) touching(groups []int32) [][]int32 {
	x := newIndex(b, groups, true)
	return x.walk(groups, x.takeTouching)
}

// walk finds the parts by breadth first search; next takes from the index all
// neighbours of a group.
func (x *index) walk(groups []int32, next func(int32, []int32) []int32) [][]int32 {
	var parts [][]int32
	for _, start := range groups {
		if x.gone[start] {
			continue
		}
		x.take(start)
		part := []int32{start}
		for at := 0; at < len(part); at++ {
			part = next(part[at], part)
		}
		slices.Sort(part)
		parts = append(parts, part)
	}
	x.giveBack(groups)
	return parts
}

// takeSharing takes all groups that may share people with g.
func (x *index) takeSharing(g int32, out []int32) []int32 {
	for c := range x.classes {
		at := &x.classes[c]
		if x.kindApart(g, at.kind) {
			continue
		}
		kept := at.roaming[:0]
		for _, e := range at.roaming {
			switch {
			case x.gone[e.group]:
			case x.b.mayShare(g, e.group):
				x.take(e.group)
				out = append(out, e.group)
			default:
				kept = append(kept, e)
			}
		}
		at.roaming = kept
		if at.root >= 0 {
			out = x.descendSharing(at.root, g, out)
		}
	}
	return out
}

// kindApart reports whether a kind excludes one of the kinds of g.
func (x *index) kindApart(g, kind int32) bool {
	if kind < 0 {
		return false
	}
	for _, f := range x.b.groups[g].facts {
		if k := x.b.facts[f].kind; k >= 0 && k != kind && x.b.exclusive[newPair(k, kind)] {
			return true
		}
	}
	return false
}

func (b *board) mayShare(g, h int32) bool {
	_, _, apart := b.groupsApart(g, h)
	return !apart
}

func (x *index) descendSharing(at, g int32, out []int32) []int32 {
	bx := &x.boxes[at]
	if bx.live == 0 {
		return out
	}
	for _, i := range x.b.groups[g].facts {
		if f := &x.b.facts[i]; f.placed && x.apart(bx, f) {
			return out
		}
	}
	if bx.left != 0 {
		left := bx.left
		return x.descendSharing(left+1, g, x.descendSharing(left, g, out))
	}
	for _, e := range x.entries[bx.start:bx.end] {
		if !x.gone[e.group] && x.b.mayShare(g, e.group) {
			x.take(e.group)
			out = append(out, e.group)
		}
	}
	return out
}

// takeTouching takes all groups that constrain g.
func (x *index) takeTouching(g int32, out []int32) []int32 {
	get := func(h int32) {
		if x.wanted[h] && !x.gone[h] {
			x.take(h)
			out = append(out, h)
		}
	}
	b := x.b
	for _, h := range b.groups[g].above {
		if b.groups[h].high != open {
			get(h)
		}
	}
	for _, h := range b.groups[g].below {
		if b.groups[g].high != open {
			get(h)
		}
	}
	for _, f := range b.groups[g].facts {
		for _, d := range b.differs[f] {
			h := b.group[d]
			get(h)
			for _, part := range b.groups[h].below {
				get(part)
			}
		}
		out = x.takeApart(f, out)
	}
	return out
}

// takeApart takes all groups that kind, or place and time, set apart from a fact.
func (x *index) takeApart(f int32, out []int32) []int32 {
	fact := &x.b.facts[f]
	for c := range x.classes {
		at := &x.classes[c]
		all := at.kind >= 0 && fact.kind >= 0 && at.kind != fact.kind && x.b.exclusive[newPair(at.kind, fact.kind)]
		if all {
			for _, e := range at.roaming {
				if !x.gone[e.group] {
					x.take(e.group)
					out = append(out, e.group)
				}
			}
			at.roaming = at.roaming[:0]
		}
		if at.root >= 0 && (all || fact.placed) {
			out = x.descendApart(at.root, f, all, out)
		}
	}
	return out
}

func (x *index) descendApart(at, f int32, all bool, out []int32) []int32 {
	bx := &x.boxes[at]
	if bx.live == 0 || !all && x.near(bx, &x.b.facts[f]) {
		return out
	}
	if bx.left != 0 {
		left := bx.left
		return x.descendApart(left+1, f, all, x.descendApart(left, f, all, out))
	}
	for _, e := range x.entries[bx.start:bx.end] {
		if !x.gone[e.group] && (all || x.b.elsewhere(f, e.fact)) {
			x.take(e.group)
			out = append(out, e.group)
		}
	}
	return out
}
