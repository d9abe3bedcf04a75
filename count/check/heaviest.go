package check

import (
	"fmt"
	"math/bits"
	"slices"
)

// maxSteps is how many steps all searches of one tally may take together.
const maxSteps = 20_000_000

// search looks for a possible type that weighs more than a limit among the
// groups of one connected component: a set of groups no two of which are apart,
// closed under "within". All weights are whole: the caller scales them.
//
// It goes through the types by branch and bound. Only groups that can add
// weight are chosen; what a choice forces comes along.
type search struct {
	near   [][]uint64 // by group: the groups it is not apart from, as a set of bits
	weight []int64
	forced [][]int // by group: the others that it lies within
	bonds  []bond
	gain   []int64 // by group: a bound on what choosing it adds, twice over
	steps  *int    // left of the budget
	chosen []int
	in     []bool
}

// bond is weight that a type has only when it holds all of several groups.
type bond struct {
	all    []int
	weight int64
}

// exceeds returns the groups chosen for a type that weighs more than limit, or
// nil where there is none.
func (s *search) exceeds(limit int64) ([]int, error) {
	s.gain = make([]int64, len(s.weight))
	for i, w := range s.weight {
		s.gain[i] = 2 * max(0, w)
	}
	for _, b := range s.bonds {
		for _, u := range b.all {
			s.gain[u] += max(0, b.weight)
		}
	}
	s.in = make([]bool, len(s.weight))
	candidates := make([]uint64, (len(s.weight)+63)/64)
	for i, g := range s.gain {
		if g > 0 {
			candidates[i/64] |= 1 << (i % 64)
		}
	}
	found, err := s.from(candidates, 0, 2*limit)
	if !found {
		return nil, err
	}
	return s.chosen, nil
}

// from explores the types that hold all that is chosen and any of the
// candidates. value is twice the weight of what is chosen.
func (s *search) from(candidates []uint64, value, limit int64) (bool, error) {
	if value > limit {
		return true, nil
	}
	if *s.steps--; *s.steps < 0 {
		return false, fmt.Errorf("%w: the heaviest type is not found in %d steps", ErrBudget, maxSteps)
	}
	order, bound := s.cover(candidates)
	hope := value + s.pending(candidates)
	for i := len(order) - 1; i >= 0 && hope+bound[i] > limit; i-- {
		v := order[i]
		rest := make([]uint64, len(candidates))
		for w := range rest {
			rest[w] = candidates[w] & s.near[v][w]
		}
		added := s.choose(v)
		for _, u := range added {
			rest[u/64] &^= 1 << (u % 64)
		}
		s.chosen = append(s.chosen, v)
		found, err := s.from(rest, value+2*s.worth(added), limit)
		if found || err != nil {
			return found, err
		}
		s.chosen = s.chosen[:len(s.chosen)-1]
		for _, u := range added {
			s.in[u] = false
		}
		candidates[v/64] &^= 1 << (v % 64)
	}
	return false, nil
}

// choose takes v in with all that it forces, and returns what is new.
func (s *search) choose(v int) []int {
	var added []int
	for _, u := range append([]int{v}, s.forced[v]...) {
		if !s.in[u] {
			s.in[u] = true
			added = append(added, u)
		}
	}
	return added
}

// worth is the weight that the added ones bring to what is in already.
func (s *search) worth(added []int) int64 {
	var sum int64
	for _, u := range added {
		sum += s.weight[u]
	}
	isNew := func(u int) bool { return slices.Contains(added, u) }
	isOut := func(u int) bool { return !s.in[u] }
	for _, b := range s.bonds {
		if slices.ContainsFunc(b.all, isNew) && !slices.ContainsFunc(b.all, isOut) {
			sum += b.weight
		}
	}
	return sum
}

// pending is the half of each bond's weight which belongs to the groups that
// are in while another is still a candidate. The candidates among them count
// the other half as their gain, each of them.
func (s *search) pending(candidates []uint64) int64 {
	isIn := func(u int) bool { return s.in[u] }
	waits := func(u int) bool { return candidates[u/64]>>(u%64)&1 == 1 }
	var sum int64
	for _, b := range s.bonds {
		if b.weight > 0 && slices.ContainsFunc(b.all, isIn) && slices.ContainsFunc(b.all, waits) {
			sum += b.weight
		}
	}
	return sum
}

// cover orders the candidates in classes whose groups are all apart, so that a
// type gains from one of each class only. bound[i] is what a type can gain from
// order[0] to order[i].
func (s *search) cover(candidates []uint64) (order []int, bound []int64) {
	rest := slices.Clone(candidates)
	class := make([]uint64, len(rest))
	var total int64
	for {
		var most int64
		copy(class, rest)
		for v := first(class); v >= 0; v = first(class) {
			most = max(most, s.gain[v])
			order, bound = append(order, v), append(bound, total+most)
			rest[v/64] &^= 1 << (v % 64)
			class[v/64] &^= 1 << (v % 64)
			for w := range class {
				class[w] &^= s.near[v][w]
			}
		}
		if most == 0 {
			return order, bound
		}
		total += most
	}
}

// first is the least number in the set, or -1.
func first(set []uint64) int {
	for w, x := range set {
		if x != 0 {
			return w*64 + bits.TrailingZeros64(x)
		}
	}
	return -1
}
