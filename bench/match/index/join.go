package main

import "github.com/atleast-desk/atleast/match/index"

// verdict says whether what was found is right.
type verdict struct {
	Checked int     `json:"checked"`
	Missed  int     `json:"missed_of_checked"`
	JoinS   float64 `json:"join_s,omitempty"`
	Pairs   int     `json:"pairs,omitempty"`
	Groups  int     `json:"groups,omitempty"`
	F1      float64 `json:"pairwise_f1,omitempty"`
	Merges  int     `json:"merged_families"`
}

// joinAll finds all pairs, groups what they join, and compares the groups with the planted families.
func (r *verdict) joinAll(x *index.Index, family []int) {
	began := cpu()
	parent := make([]int32, len(family))
	for i := range parent {
		parent[i] = int32(i)
	}
	for p := range x.Pairs(*radius) {
		r.Pairs++
		a, b := root(parent, int32(p.A)), root(parent, int32(p.B))
		parent[max(a, b)] = min(a, b)
	}
	r.JoinS = (cpu() - began).Seconds()
	r.judge(parent, family)
}

func root(parent []int32, i int32) int32 {
	for parent[i] != i {
		parent[i] = parent[parent[i]]
		i = parent[i]
	}
	return i
}

// judge counts pairs in the same group and in the same family, by how many
// members each family has in each group.
func (r *verdict) judge(parent []int32, family []int) {
	type cell struct {
		group  int32
		family int
	}
	groups, families, both := map[int32]int{}, map[int]int{}, map[cell]int{}
	alone := -1
	for i, f := range family {
		if f < 0 { // a family of its own
			alone--
			f = alone
		}
		g := root(parent, int32(i))
		groups[g]++
		families[f]++
		both[cell{g, f}]++
	}
	kinds := map[int32]int{}
	for c := range both {
		if kinds[c.group]++; kinds[c.group] == 2 {
			r.Merges++
		}
	}
	r.Groups = len(groups)
	r.F1 = 2 * pairs(both) / (pairs(groups) + pairs(families))
}

// pairs is how many pairs can be taken out of each heap.
func pairs[K comparable](heaps map[K]int) (n float64) {
	for _, size := range heaps {
		n += float64(size) * float64(size-1) / 2
	}
	return n
}
