package check

import (
	"slices"

	"github.com/atleast-desk/atleast"
)

// contract puts sightings that are the same people into one group, and turns
// the other verdicts into relations between groups.
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
	r.wholes = make([][]int, len(r.members))
	for _, v := range r.verdicts {
		g, h := r.group[v.a], r.group[v.b]
		switch v.is {
		case atleast.Different:
			r.differ[ordered(g, h)] = struct{}{}
		case atleast.Within:
			r.wholes[g] = append(r.wholes[g], h)
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
	reached, list := map[int]bool{g: true}, []int{g}
	for i := 0; i < len(list); i++ {
		for _, h := range r.wholes[list[i]] {
			if !reached[h] {
				reached[h] = true
				list = append(list, h)
			}
		}
	}
	slices.Sort(list)
	r.closures[g] = list
	return list
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

// differBecause reports that two sightings are different for the given reason.
// An assumption is no reason in a strict certificate.
func (r *rules) differBecause(a, b int, why atleast.Because) bool {
	switch why {
	case atleast.ByKind:
		return r.exclusive[[2]string{r.sightings[a].Kind, r.sightings[b].Kind}]
	case atleast.ByPlaceTime:
		return r.spots[a].farFrom(&r.spots[b], r.speed)
	case atleast.ByVerdict:
		_, said := r.differ[ordered(r.group[a], r.group[b])]
		return said
	}
	return false
}

func ordered(a, b int) [2]int { return [2]int{min(a, b), max(a, b)} }
