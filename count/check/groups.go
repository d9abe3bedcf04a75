package check

import (
	"slices"

	"github.com/atleast-desk/atleast"
)

// contract puts sightings that are the same people into one group: those of
// which a verdict says so, and those that lie within each other.
func (r *rules) contract() {
	parent := make([]int, len(r.sightings))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for _, v := range r.verdicts {
		if v.is == atleast.Same {
			parent[root(v.a)] = root(v.b)
		}
	}
	r.form(parent, root)
	circular := false
	for _, v := range r.verdicts {
		if v.is == atleast.Within && r.group[v.a] != r.group[v.b] && slices.Contains(r.closure(r.group[v.b]), r.group[v.a]) {
			parent[root(v.a)], circular = root(v.b), true
		}
	}
	if circular {
		r.form(parent, root)
	}
}

// form numbers the groups, each a tree of parents, and turns the verdicts into
// relations between them.
func (r *rules) form(parent []int, root func(int) int) {
	r.members, r.low, r.high = nil, nil, nil
	r.group = make([]int, len(parent))
	number := make([]int, len(parent))
	for i := range parent {
		if parent[i] == i {
			number[i] = len(r.members)
			r.members = append(r.members, nil)
			r.low, r.high = append(r.low, 0), append(r.high, open)
		}
	}
	for i, s := range r.sightings {
		g := number[root(i)]
		r.group[i] = g
		r.members[g] = append(r.members[g], i)
		r.low[g] = max(r.low[g], s.Low)
		if s.High != nil {
			r.high[g] = min(r.high[g], *s.High)
		}
	}
	r.relate()
}

func (r *rules) relate() {
	r.wholes, r.parts = make([][]int, len(r.members)), make([][]int, len(r.members))
	r.differ, r.closures = map[[2]int]struct{}{}, map[int][]int{}
	for _, v := range r.verdicts {
		g, h := r.group[v.a], r.group[v.b]
		switch {
		case v.is == atleast.Different:
			r.differ[ordered(g, h)] = struct{}{}
		case v.is == atleast.Within && g != h:
			r.wholes[g] = append(r.wholes[g], h)
			r.parts[h] = append(r.parts[h], g)
		}
	}
}

// closure is the group with every group it lies within, however many steps
// away: whoever is seen in g is seen in all of them.
func (r *rules) closure(g int) []int {
	if len(r.wholes[g]) == 0 {
		return []int{g}
	}
	if c, ok := r.closures[g]; ok {
		return c
	}
	c := reach(r.wholes, g)
	r.closures[g] = c
	return c
}

// reach lists what can be reached from g, and g itself first.
func reach(next [][]int, g int) []int {
	reached, list := map[int]bool{g: true}, []int{g}
	for i := 0; i < len(list); i++ {
		for _, h := range next[list[i]] {
			if !reached[h] {
				reached[h] = true
				list = append(list, h)
			}
		}
	}
	return list
}

// limit is the most people that a group shows in a world with nobody to spare:
// its high or, where less, what it needs. It needs its low, or room for the
// people of all groups within it, who are no more than the sum of their lows.
//
// Any world can be trimmed to such a one without adding anybody. Go from parts
// to wholes, and leave in each group the people left in its parts and, until it
// has its low, others who were in it. So each group adds at most its low to
// those left in a whole. What was different or within stays so.
func (r *rules) limit(g int) int64 {
	if len(r.parts[g]) == 0 {
		return min(r.high[g], r.low[g])
	}
	var need int64
	for _, h := range reach(r.parts, g)[1:] {
		need += r.low[h]
	}
	return min(r.high[g], max(r.low[g], need))
}

// apart reports that nobody can be seen in both groups. apart(g, g) says that
// nobody can be seen in g at all.
func (r *rules) apart(g, h int) bool {
	for _, a := range r.closure(g) {
		for _, b := range r.closure(h) {
			if r.groupsDiffer(a, b) {
				return true
			}
		}
	}
	return false
}

func (r *rules) groupsDiffer(g, h int) bool {
	if _, ok := r.differ[ordered(g, h)]; ok {
		return true
	}
	for _, a := range r.members[g] {
		for _, b := range r.members[h] {
			if r.differByNature(a, b) {
				return true
			}
		}
	}
	return false
}

// differByNature reports that two sightings are different by their kinds or by
// place and time.
func (r *rules) differByNature(a, b int) bool {
	r.work++
	if r.exclusive[[2]string{r.sightings[a].Kind, r.sightings[b].Kind}] {
		return true
	}
	return r.spots[a].farFrom(&r.spots[b], r.speed)
}

// differBecause reports that two sightings are different for the given reason,
// or that two which are the same as them, or which they lie within, are. An
// assumption is no reason in a strict certificate.
func (r *rules) differBecause(a, b int, why atleast.Because) bool {
	for _, g := range r.closure(r.group[a]) {
		for _, h := range r.closure(r.group[b]) {
			if _, said := r.differ[ordered(g, h)]; said && why == atleast.ByVerdict {
				return true
			}
			for _, v := range r.members[g] {
				for _, w := range r.members[h] {
					kinds := [2]string{r.sightings[v].Kind, r.sightings[w].Kind}
					if why == atleast.ByKind && r.exclusive[kinds] ||
						why == atleast.ByPlaceTime && r.spots[v].farFrom(&r.spots[w], r.speed) {
						return true
					}
				}
			}
		}
	}
	return false
}

func ordered(a, b int) [2]int { return [2]int{min(a, b), max(a, b)} }
