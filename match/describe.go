package match

import (
	"cmp"
	"math"
	"slices"

	"github.com/atleast-desk/atleast"
)

// describe writes one footage: its reference, then how each other member comes
// from it or, where that was not proven directly, from a member that does.
func describe(nodes []node, members []int, near map[int][]link, quoting compilation) atleast.Footage {
	ref := reference(nodes, members, near)
	nearReference(nodes, ref, members, near, quoting)
	f := atleast.Footage{Kind: mediumOf(nodes[ref].Kind)}
	first := whole(nodes[ref].Path, atleast.Reference, "")
	if q, quotes := quoting[ref]; quotes {
		first = member(nodes, q.link)
		first.Relation = atleast.Compilation
	}
	f.Members = append(f.Members, first)

	from := parents(ref, members, near)
	rest := slices.DeleteFunc(slices.Clone(members), func(i int) bool { return i == ref })
	slices.SortFunc(rest, func(a, b int) int { return cmp.Compare(nodes[a].Path, nodes[b].Path) })
	for _, i := range rest {
		f.Members = append(f.Members, member(nodes, from[i]))
	}
	for _, i := range append([]int{ref}, rest...) {
		for _, c := range nodes[i].copies {
			f.Members = append(f.Members, whole(c.Path, atleast.SameBytes, nodes[i].Path))
		}
	}
	return f
}

// neighbours are the links of each node, seen from it.
func neighbours(links []link) map[int][]link {
	near := map[int][]link{}
	for _, l := range links {
		near[l.a] = append(near[l.a], l)
		near[l.b] = append(near[l.b], l.turned())
	}
	return near
}

// turned is the link seen from its other end.
func (l link) turned() link { return link{a: l.b, b: l.a, proof: l.proof.swapped(), judged: l.judged} }

// whole is a member that is all there.
func whole(path string, r atleast.Relation, to string) atleast.Member {
	return atleast.Member{Path: path, Relation: r, To: to, Shared: 1, Transform: atleast.Transform{Crop: everything}}
}

// member says how node l.a comes from node l.b.
func member(nodes []node, l link) atleast.Member {
	m := whole(nodes[l.a].Path, atleast.JudgedSame, nodes[l.b].Path)
	if l.judged {
		m.Shared = 0
		return m
	}
	m.Relation = l.proof.relation(nodes[l.a].Fingerprint, nodes[l.b].Fingerprint)
	m.Shared = math.Round(l.proof.Shared*100) / 100
	m.Transform = l.proof.transform()
	m.Distance = l.proof.Distance
	m.OffsetS = l.proof.offsetOf()
	m.Parts = l.proof.partsOf()
	return m
}

// reference picks the member the others are described by: the one that is least
// often a part of another or has bars around it, then the largest, then the
// earliest known.
func reference(nodes []node, members []int, near map[int][]link) int {
	faults := func(i int) int {
		n := 0
		for _, l := range near[i] {
			if slices.Contains(members, l.b) && !l.judged && l.proof.lesser(nodes[l.a].Fingerprint, nodes[l.b].Fingerprint) {
				n++
			}
		}
		return n
	}
	return slices.MinFunc(members, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(faults(a), faults(b)),
			cmp.Compare(nodes[b].pixels(), nodes[a].pixels()),
			before(nodes[a].Entry, nodes[b].Entry))
	})
}

// lesser reports whether picture a shows less than picture b, or shows it within
// a border or another picture.
func (p Proof) lesser(a, b Fingerprint) bool {
	switch {
	case p.film():
		return p.lesserFilm()
	case p.FrameIn < quotedSmall || p.FrameIn < wholeFrame && covers(p.In, a.content()):
		return true
	case p.FrameOf < quotedSmall || p.FrameOf < wholeFrame && covers(p.Of, b.content()):
		return false
	}
	return p.FrameOf < wholeFrame
}

// covers reports whether nearly all of the part lies within the box.
func covers(box, part Box) bool { return box.overlap(part).area() > 0.93*part.area() }

// parents finds, for every member but the reference, the link to the member
// next on the way to the reference; direct ones first.
func parents(ref int, members []int, near map[int][]link) map[int]link {
	from := map[int]link{}
	for queue := []int{ref}; len(queue) > 0; queue = queue[1:] {
		for _, l := range near[queue[0]] {
			if _, known := from[l.b]; known || l.b == ref || !slices.Contains(members, l.b) {
				continue
			}
			from[l.b] = l.turned()
			queue = append(queue, l.b)
		}
	}
	return from
}
