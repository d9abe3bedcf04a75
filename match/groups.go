package match

import (
	"cmp"
	"slices"

	"github.com/atleast-desk/atleast"
)

// Groups joins the entries into footage: every photo, video and audio is in
// exactly one footage, alone if nothing shows the same; other kinds are left
// out. The result depends on what the entries are, not on their order. What
// people judged overrules what was proven. The pairs suggested are proven besides
// those that the fingerprints bring together.
func Groups(entries []Entry, judged []Judged, suggested ...Suggestion) []atleast.Footage {
	nodes := nodesOf(entries)
	films, echoes := provenFilms(nodes)
	links, alike := proven(nodes, suggested)
	links = append(links, films...)
	quoting := compilations(nodes, links)
	links = slices.DeleteFunc(links, func(l link) bool { return quoting.cuts(l) })
	links, sung := unsung(nodes, links)
	links = overruled(nodes, links, judged)

	var footage []atleast.Footage
	groups := components(nodes, links, judged)
	near := neighbours(links)
	for _, members := range groups {
		footage = append(footage, describe(nodes, members, near, quoting))
	}
	slices.SortFunc(footage, func(a, b atleast.Footage) int { return cmp.Compare(a.Members[0].Path, b.Members[0].Path) })
	for i := range footage {
		footage[i].Group = i + 1
	}
	at := placesOf(footage)
	tell(nodes, at, append(echoes, sung...))
	tellAlike(nodes, at, alike)
	return footage
}

// node is the entries with the same bytes, the earliest known first.
type node struct {
	Entry
	copies []Entry // the others
}

// nodesOf gathers entries of equal bytes, in an order of its own.
func nodesOf(entries []Entry) []node {
	sorted := slices.Clone(entries)
	slices.SortFunc(sorted, before)
	at := map[atleast.Digest]int{}
	var nodes []node
	for _, e := range sorted {
		if !e.Kind.Medium() {
			continue
		}
		if i, known := at[e.Digest]; known {
			nodes[i].copies = append(nodes[i].copies, e)
			continue
		}
		at[e.Digest] = len(nodes)
		nodes = append(nodes, node{Entry: e})
	}
	return nodes
}

// link joins two nodes, a < b, that were proven to show the same, or that a
// person said do.
type link struct {
	a, b   int
	proof  Proof // of a as made from b
	judged bool  // no proof, but a person's word
}

// strength orders links: what people say first, then what agrees most.
func (l link) strength() float64 {
	if l.judged {
		return 2
	}
	return l.proof.Agreement
}

// proven proves the pairs of photos that can be. Those that only look like two
// photographs of one scene are alike.
func proven(nodes []node, suggested []Suggestion) (links []link, alike []pairOf) {
	sides := make([]*side, len(nodes))
	for i, n := range nodes {
		if len(n.Fingerprint.views) > 0 {
			sides[i] = newSide(n.Fingerprint)
		}
	}
	for _, pair := range joined(shortlist(sides), placed(nodes, sides, suggested)) {
		switch p, ok := align(sides[pair.a], sides[pair.b]); {
		case ok:
			links = append(links, link{a: pair.a, b: pair.b, proof: p})
		case p.SameScene:
			alike = append(alike, pair)
		}
	}
	return links, alike
}

// overruled replaces what was proven of pairs people have judged.
func overruled(nodes []node, links []link, judged []Judged) []link {
	at := map[atleast.Digest]int{}
	for i, n := range nodes {
		at[n.Digest] = i
	}
	for pair, is := range verdicts(at, judged) {
		known := slices.ContainsFunc(links, func(l link) bool { return l.a == pair[0] && l.b == pair[1] })
		switch {
		case is == atleast.Different:
			links = slices.DeleteFunc(links, func(l link) bool { return l.a == pair[0] && l.b == pair[1] })
		case is == atleast.Same && !known:
			links = append(links, link{a: pair[0], b: pair[1], judged: true})
		}
	}
	return links
}

// verdicts returns what was last judged of each pair of nodes.
func verdicts(at map[atleast.Digest]int, judged []Judged) map[[2]int]atleast.Judgement {
	last := map[[2]int]atleast.Judgement{}
	for _, j := range judged {
		a, knownA := at[j.A]
		b, knownB := at[j.B]
		if knownA && knownB && a != b {
			last[[2]int{min(a, b), max(a, b)}] = j.Is
		}
	}
	return last
}

// components joins nodes along links, the strongest first, and never so that two
// nodes judged different come together by way of others.
func components(nodes []node, links []link, judged []Judged) [][]int {
	at := map[atleast.Digest]int{}
	groupOf := make([]int, len(nodes))
	members := make([][]int, len(nodes))
	for i, n := range nodes {
		at[n.Digest], groupOf[i], members[i] = i, i, []int{i}
	}
	apart := verdicts(at, judged)
	slices.SortFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.strength(), x.strength()), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	for _, l := range links {
		a, b := groupOf[l.a], groupOf[l.b]
		if a == b || anyApart(apart, members[a], members[b]) {
			continue
		}
		for _, i := range members[b] {
			groupOf[i] = a
		}
		members[a], members[b] = append(members[a], members[b]...), nil
	}
	return slices.DeleteFunc(members, func(m []int) bool { return len(m) == 0 })
}

// anyApart reports whether a person judged a member of one group different from
// one of the other.
func anyApart(apart map[[2]int]atleast.Judgement, as, bs []int) bool {
	if len(apart) == 0 {
		return false
	}
	for _, a := range as {
		for _, b := range bs {
			if apart[[2]int{min(a, b), max(a, b)}] == atleast.Different {
				return true
			}
		}
	}
	return false
}
