package check

import (
	"fmt"
	"math/big"
	"slices"
)

// check verifies that every possible type weighs at most 1 in the leaf (at most
// 0 where it is called impossible), one connected component at a time: no type
// reaches over two of them.
func (n *neighbours) check(l leaf, steps *int) error {
	support := l.support()
	for _, g := range support {
		if at, ok := n.place[g]; ok {
			n.mark[at] = true
		}
	}
	for _, g := range support {
		at, ok := n.place[g]
		if !ok || !n.mark[at] {
			continue
		}
		if err := n.checkComponent(l, n.component(at), steps); err != nil {
			return err
		}
	}
	return nil
}

// component takes the marks off the component of a place and returns it.
func (n *neighbours) component(start int) []int {
	n.mark[start] = false
	list := []int{start}
	for i := 0; i < len(list); i++ {
		for _, at := range n.near[list[i]] {
			if n.mark[at] {
				n.mark[at] = false
				list = append(list, int(at))
			}
		}
	}
	return list
}

var one = big.NewRat(1, 1)

func (n *neighbours) checkComponent(l leaf, places []int, steps *int) error {
	if len(places) > maxComponent {
		return fmt.Errorf("%w: %d weighted sightings hang together", ErrBudget, len(places))
	}
	if w := l.weights[n.groups[places[0]]]; len(places) == 1 && len(l.terms) == 0 && !l.impossible && w.Cmp(one) <= 0 {
		return nil // by far the most common
	}
	n.sortByWeight(l, places)
	s, scale, err := n.search(l, places)
	if err != nil {
		return err
	}
	s.steps = steps
	limit := scale
	if l.impossible {
		limit = 0
	}
	chosen, err := s.exceeds(limit)
	if chosen == nil {
		return err
	}
	var names []string
	for _, i := range chosen {
		names = append(names, n.rules.name(n.groups[places[i]]))
	}
	return fmt.Errorf("weights: somebody seen in %q would weigh more than %d/%d", names, limit, scale)
}

// sortByWeight puts the heaviest first, which makes the search's bounds good.
func (n *neighbours) sortByWeight(l leaf, places []int) {
	weight := func(at int) *big.Rat {
		if w, ok := l.weights[n.groups[at]]; ok {
			return w
		}
		return new(big.Rat)
	}
	if len(places) > 1 {
		slices.SortStableFunc(places, func(a, b int) int { return weight(b).Cmp(weight(a)) })
	}
}

// search states a component in whole numbers: weights over their common
// denominator, which is returned as scale.
func (n *neighbours) search(l leaf, places []int) (s *search, scale int64, err error) {
	local := make(map[int]int, len(places)) // number in the search, by group
	for i, at := range places {
		local[n.groups[at]] = i
	}
	var terms []term
	for _, t := range l.terms {
		elsewhere := func(g int) bool { _, here := local[g]; return !here }
		if !slices.ContainsFunc(t.groups, elsewhere) {
			terms = append(terms, t)
		}
	}
	common := newScale()
	for g := range local {
		common.add(l.weights[g])
	}
	for _, t := range terms {
		common.add(t.weight)
	}
	if err := common.tooFine(); err != nil {
		return nil, 0, err
	}
	s = &search{weight: make([]int64, len(places))}
	for g, i := range local {
		s.weight[i] = common.of(l.weights[g])
	}
	n.relate(s, places, local)
	for _, t := range terms {
		s.bind(t, local, common.of(t.weight))
	}
	return s, common.denominator.Int64(), nil
}

// bind adds the weight of a term: to a group alone, or to a bond. Where two of
// its groups are apart no type has it.
func (s *search) bind(t term, local map[int]int, weight int64) {
	var all []int
	for _, g := range t.groups {
		i := local[g]
		for _, j := range all {
			if s.near[i][j/64]>>(j%64)&1 == 0 {
				return
			}
		}
		all = append(all, i)
	}
	if len(all) == 1 {
		s.weight[all[0]] += weight
		return
	}
	s.bonds = append(s.bonds, bond{all, weight})
}

// relate fills in who is near whom, and which groups a group forces.
func (n *neighbours) relate(s *search, places []int, local map[int]int) {
	words := (len(places) + 63) / 64
	bits := make([]uint64, words*len(places))
	s.near, s.forced = make([][]uint64, len(places)), make([][]int, len(places))
	for i, at := range places {
		s.near[i] = bits[i*words : (i+1)*words]
		for _, other := range n.near[at] {
			if j, ok := local[n.groups[other]]; ok {
				s.near[i][j/64] |= 1 << (j % 64)
			}
		}
		for _, g := range n.rules.closure(n.groups[at]) {
			if j, ok := local[g]; ok && j != i {
				s.forced[i] = append(s.forced[i], j)
			}
		}
	}
}
