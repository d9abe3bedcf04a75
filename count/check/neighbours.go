package check

import (
	"fmt"
	"slices"
)

// Beyond these the checker refuses instead of taking hours.
const (
	maxCompared  = 200_000_000 // pairs of sightings compared for one tally
	maxEdges     = 20_000_000  // pairs of weighted groups that may share people
	maxComponent = 20_000      // groups in one component of those
	maxScale     = 1 << 40     // common denominator of a component's weights
	maxScaled    = 1 << 60     // sum of its weights over that denominator
)

// neighbours says which of the weighted groups may share people.
type neighbours struct {
	rules  *rules
	groups []int       // the weighted groups on which somebody can be seen
	place  map[int]int // a group's place in groups
	near   [][]int32   // by place: the places of groups that are not apart from it
	mark   []bool      // by place, for check: in the leaf, and not in a component yet
}

// neighbours compares the weighted groups of all parts. It refuses parts that
// may share people.
func (r *rules) neighbours(parts []part) (*neighbours, error) {
	n := &neighbours{rules: r, place: map[int]int{}}
	var owner []int
	for i, p := range parts {
		for _, l := range p.leaves {
			for _, g := range l.support() {
				at, ok := n.place[g]
				switch {
				case !ok && !r.apart(g, g):
					n.place[g] = len(n.groups)
					n.groups, owner = append(n.groups, g), append(owner, i)
				case ok && owner[at] != i:
					return nil, r.notAdding(parts, g, g, owner[at], i)
				}
			}
		}
	}
	n.near, n.mark = make([][]int32, len(n.groups)), make([]bool, len(n.groups))
	edges := 0
	err := r.candidates(n.groups, func(i, j int) error {
		if r.apart(n.groups[i], n.groups[j]) {
			return nil
		}
		if owner[i] != owner[j] {
			return r.notAdding(parts, n.groups[i], n.groups[j], owner[i], owner[j])
		}
		n.near[i], n.near[j] = append(n.near[i], int32(j)), append(n.near[j], int32(i))
		if edges++; edges > maxEdges {
			return fmt.Errorf("certificate: %w: more than %d pairs of weighted sightings may share people", ErrBudget, maxEdges)
		}
		return nil
	})
	return n, err
}

func (r *rules) notAdding(parts []part, g, h, p, q int) error {
	return fmt.Errorf("%s: %q may share people with %q of %s, so the two do not add",
		parts[q].path, r.name(h), r.name(g), parts[p].path)
}

// name is the ID of a sighting that stands for the group in messages.
func (r *rules) name(g int) string { return r.sightings[r.members[g][0]].ID }

// support lists the groups that the leaf speaks of, in order.
func (l *leaf) support() []int {
	var groups []int
	for g, w := range l.weights {
		if w.Sign() != 0 {
			groups = append(groups, g)
		}
	}
	for _, t := range l.terms {
		groups = append(groups, t.groups...)
	}
	slices.Sort(groups)
	return slices.Compact(groups)
}

// candidates visits every pair of places in groups, except pairs that place and
// time put surely apart.
func (r *rules) candidates(groups []int, visit func(i, j int) error) error {
	var located, elsewhere []int // places in groups
	spots := make([]spot, len(groups))
	for i, g := range groups {
		spots[i] = r.groupSpot(g)
		if spots[i].known {
			located = append(located, i)
		} else {
			elsewhere = append(elsewhere, i)
		}
	}
	var err error
	try := func(i, j int) bool {
		if r.work++; r.work > maxCompared {
			err = fmt.Errorf("certificate: %w: more than %d pairs to compare", ErrBudget, maxCompared)
		} else if !spots[i].farFrom(&spots[j], r.speed) {
			err = visit(i, j)
		}
		return err == nil
	}
	far := func(a, b *box) bool { return allFar(a, b, r.speed) }
	if !newTree(spots, located, r.speed).pairs(far, try) {
		return err
	}
	all := slices.Concat(elsewhere, located)
	for at, i := range elsewhere {
		for _, j := range all[at+1:] {
			if !try(i, j) {
				return err
			}
		}
	}
	return nil
}

// groupSpot is where one of the group's sightings was, if any says so.
func (r *rules) groupSpot(g int) spot {
	for _, v := range r.members[g] {
		if r.spots[v].known {
			return r.spots[v]
		}
	}
	return spot{}
}
