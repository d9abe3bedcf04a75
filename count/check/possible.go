package check

import (
	"fmt"
	"math/big"
)

// maxTypes bounds the exact search over worlds, which is for the few sightings
// of a contradiction or of a ceiling.
const maxTypes = 4096

// possible lists the possible types among the groups, each as a set of places
// in groups. The groups must hold every group that one of them lies within.
func (r *rules) possible(groups []int) ([][]bool, error) {
	place := make(map[int]int, len(groups))
	for i, g := range groups {
		place[g] = i
	}
	var types [][]bool
	var extend func(i int, in, out []bool) error
	extend = func(i int, in, out []bool) error {
		for i < len(groups) && (in[i] || out[i]) {
			i++
		}
		if i == len(groups) {
			if types = append(types, in); len(types) > maxTypes {
				return fmt.Errorf("%w: more than %d possible types", ErrBudget, maxTypes)
			}
			return nil
		}
		without := append([]bool(nil), out...)
		without[i] = true
		if err := extend(i+1, in, without); err != nil {
			return err
		}
		if with, ok := r.join(groups, place, i, in, out); ok {
			return extend(i+1, with, out)
		}
		return nil
	}
	err := extend(0, make([]bool, len(groups)), make([]bool, len(groups)))
	return types, err
}

// join puts a group and all it lies within into a type, if that is possible.
func (r *rules) join(groups []int, place map[int]int, i int, in, out []bool) ([]bool, bool) {
	with := append([]bool(nil), in...)
	for _, g := range r.closure(groups[i]) {
		if out[place[g]] {
			return nil, false
		}
		with[place[g]] = true
	}
	for j, yes := range with {
		if yes && r.apart(groups[i], groups[j]) {
			return nil, false
		}
	}
	return with, true
}

// greatest returns the most people that a world of the groups can have, or just
// whether there is one.
func (r *rules) greatest(groups []int, types [][]bool, most bool) (people *big.Int, exists bool, err error) {
	var p program
	for range types {
		p.gain = append(p.gain, new(big.Rat))
	}
	for i, g := range groups {
		atLeast, atMost := make([]*big.Rat, len(types)), make([]*big.Rat, len(types))
		for t, in := range types {
			atLeast[t], atMost[t] = new(big.Rat), new(big.Rat)
			if in[i] {
				atLeast[t].SetInt64(-1)
				atMost[t].SetInt64(1)
				if most {
					p.gain[t].SetInt64(1)
				}
			}
		}
		if r.low[g] > 0 {
			p.add(atLeast, new(big.Rat).SetInt64(-r.low[g]))
		}
		if r.high[g] != open {
			p.add(atMost, new(big.Rat).SetInt64(r.high[g]))
		}
	}
	return p.solve()
}
