package check

import (
	"errors"
	"fmt"

	"github.com/atleast-desk/atleast"
)

// checkCeiling verifies that no world is above the ceiling, and that the
// ceiling is no looser than the sum of the highs: any two worlds of sightings
// that nothing puts within each other can be disjoint.
func (r *rules) checkCeiling(t atleast.Tally) error {
	greatest, sum, isOpen, err := r.ceiling()
	switch {
	case isOpen && t.Ceiling != nil:
		return fmt.Errorf("ceiling: %d is printed, but a sighting without a high leaves it open", *t.Ceiling)
	case isOpen:
		return nil
	case t.Ceiling == nil:
		return errors.New("ceiling: missing, although highs bound everybody")
	case *t.Ceiling > sum:
		return fmt.Errorf("ceiling: %d is more than the %d people of all highs", *t.Ceiling, sum)
	case *t.Ceiling < *t.Floor || t.LeastWorld != nil && *t.Ceiling < *t.LeastWorld:
		return fmt.Errorf("ceiling: %d is below the floor or the world", *t.Ceiling)
	case *t.Ceiling >= greatest:
		return nil
	case err != nil:
		return fmt.Errorf("ceiling: %d: %w", *t.Ceiling, err)
	}
	return fmt.Errorf("ceiling: %d is printed, but there may be %d people", *t.Ceiling, greatest)
}

// ceiling returns the people of the greatest world, and the sum of the highs of
// the sightings that lie within no other. Everybody splits into one person for
// each set of sightings that "within" connects, so their greatest worlds add.
// Where one is too large to solve, err says so and its highs stand for it.
func (r *rules) ceiling() (greatest, sum int64, isOpen bool, err error) {
	for _, groups := range r.connectedByWithin() {
		highs, tops := int64(0), 0
		for _, g := range groups {
			switch {
			case len(r.wholes[g]) > 0 || r.apart(g, g): // its people are elsewhere too, or none
			case r.high[g] == open:
				return 0, 0, true, nil
			default:
				highs, tops = highs+r.high[g], tops+1
			}
		}
		sum += highs
		most := highs
		if tops > 1 {
			var tooMuch error
			if most, tooMuch = r.greatestOf(groups, highs); tooMuch != nil {
				err = tooMuch
			}
		}
		greatest += most
	}
	return greatest, sum, false, err
}

func (r *rules) greatestOf(groups []int, highs int64) (int64, error) {
	types, err := r.possible(groups)
	if err != nil {
		return highs, err
	}
	people, exists, err := r.greatest(groups, types, true)
	switch {
	case err != nil:
		return highs, err
	case !exists:
		return highs, errors.New("the evidence contradicts itself")
	}
	return people.Int64(), nil
}

// connectedByWithin lists the sets of groups that "within" connects.
func (r *rules) connectedByWithin() [][]int {
	beside := make(map[int][]int)
	for g, wholes := range r.wholes {
		for _, h := range wholes {
			beside[g], beside[h] = append(beside[g], h), append(beside[h], g)
		}
	}
	reached := make([]bool, len(r.wholes))
	var sets [][]int
	for g := range r.wholes {
		if reached[g] {
			continue
		}
		reached[g] = true
		set := []int{g}
		for i := 0; i < len(set); i++ {
			for _, h := range beside[set[i]] {
				if !reached[h] {
					reached[h] = true
					set = append(set, h)
				}
			}
		}
		sets = append(sets, set)
	}
	return sets
}
