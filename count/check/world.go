package check

import (
	"errors"
	"fmt"
	"slices"

	"github.com/atleast-desk/atleast"
)

// world is a printed world by number: which shares each sighting shows.
type world struct {
	seenIn [][]int // by share: its sightings
	shares [][]int // by sighting: its shares, in order
}

// checkWorld verifies that the world agrees with everything that counts and has
// least_world people. Without a world there is no least_world and nothing exact.
func (r *rules) checkWorld(t atleast.Tally) error {
	if t.LeastWorld == nil {
		if len(t.World) > 0 || t.Exact {
			return errors.New("least_world: missing, although there is a world or the floor is called exact")
		}
		return nil
	}
	w, people, err := r.readWorld(t.World)
	if err != nil {
		return err
	}
	switch {
	case people != *t.LeastWorld:
		return fmt.Errorf("least_world: %d is printed, but the world has %d people", *t.LeastWorld, people)
	case *t.Floor > people:
		return fmt.Errorf("floor: %d is more than the %d people of the world", *t.Floor, people)
	case t.Exact != (*t.Floor == people):
		return fmt.Errorf("exact: %v is printed with floor %d and least_world %d", t.Exact, *t.Floor, people)
	}
	return r.checkVerdicts(w)
}

// readWorld verifies each share by itself, and that every sighting shows as
// many people as it may.
func (r *rules) readWorld(shares []atleast.Share) (w *world, people int64, err error) {
	w = &world{make([][]int, len(shares)), make([][]int, len(r.sightings))}
	seen := make([]int64, len(r.sightings))
	for i, s := range shares {
		if s.People < 1 || s.People > maxTotal || len(s.SeenIn) == 0 {
			return nil, 0, fmt.Errorf("world[%d]: %d people seen in %d sightings", i, s.People, len(s.SeenIn))
		}
		for _, id := range s.SeenIn {
			v, ok := r.number(id)
			if !ok {
				return nil, 0, fmt.Errorf("world[%d].seen_in: no sighting %q counts", i, id)
			}
			if k := len(w.shares[v]); k > 0 && w.shares[v][k-1] == i {
				return nil, 0, fmt.Errorf("world[%d].seen_in: %q is named twice", i, id)
			}
			seen[v] += s.People
			w.shares[v] = append(w.shares[v], i)
			w.seenIn[i] = append(w.seenIn[i], v)
		}
		if people += s.People; people > maxTotal {
			return nil, 0, fmt.Errorf("world[%d]: more than %d people", i, int64(maxTotal))
		}
		if err := r.checkNature(w.seenIn[i]); err != nil {
			return nil, 0, fmt.Errorf("world[%d].seen_in: %w", i, err)
		}
	}
	for v, s := range r.sightings {
		if seen[v] < s.Low || s.High != nil && seen[v] > *s.High {
			return nil, 0, fmt.Errorf("world: %q shows %d people there, which is not between its low and its high", s.ID, seen[v])
		}
	}
	return w, people, nil
}

// checkVerdicts verifies that the world agrees with every verdict.
func (r *rules) checkVerdicts(w *world) error {
	for _, v := range r.verdicts {
		a, b := w.shares[v.a], w.shares[v.b]
		var holds bool
		switch v.is {
		case atleast.Same:
			holds = slices.Equal(a, b)
		case atleast.Within:
			holds = common(a, b) == len(a)
		case atleast.Different:
			holds = common(a, b) == 0
		}
		if !holds {
			return fmt.Errorf("world: it disagrees with the verdict that %q and %q are %s",
				r.sightings[v.a].ID, r.sightings[v.b].ID, v.is)
		}
	}
	return nil
}

// common counts the numbers in both ordered lists.
func common(a, b []int) int {
	count := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			count, a, b = count+1, a[1:], b[1:]
		}
	}
	return count
}

// checkNature verifies that somebody can be in all the sightings by their
// kinds, places and times.
func (r *rules) checkNature(sightings []int) error {
	if len(sightings) == 1 {
		return nil
	}
	kinds := map[string]string{} // a sighting of each kind
	var located []int
	for _, v := range sightings {
		kinds[r.sightings[v].Kind] = r.sightings[v].ID
		if r.spots[v].known {
			located = append(located, v)
		}
	}
	for pair := range r.exclusive {
		a, okA := kinds[pair[0]]
		if b, okB := kinds[pair[1]]; okA && okB {
			return fmt.Errorf("%q and %q are different by kind", a, b)
		}
	}
	var err error
	try := func(a, b int) bool {
		if r.work++; r.work > maxCompared {
			err = fmt.Errorf("%w: more than %d pairs to compare", ErrBudget, maxCompared)
		} else if r.spots[a].clearlyFarFrom(&r.spots[b], r.speed) {
			err = fmt.Errorf("%q and %q are different by place and time", r.sightings[a].ID, r.sightings[b].ID)
		}
		return err == nil
	}
	near := func(a, b *box) bool { return allNear(a, b, r.speed) }
	newTree(r.spots, located, r.speed).pairs(near, try)
	return err
}
