package cover

// term is what a type weighs more (or less) for holding all of some nodes.
type term struct {
	nodes  []int
	weight int64
}

// typeSearch finds the heaviest type where weights may be negative, wholes come
// with their parts and sets of nodes carry terms of their own.
type typeSearch struct {
	apart  Graph
	up     []Set // each node with all it lies within
	down   []Set // each node with all that lie within it
	weight []int64
	terms  []term
	best   int64
	found  Set
	effort int
	stop   func() bool // asked now and then; may be nil
}

func newTypeSearch(p *Problem) *typeSearch {
	n := len(p.Low)
	t := &typeSearch{apart: p.Apart, up: make([]Set, n), down: make([]Set, n)}
	for v := range n {
		t.up[v], t.down[v] = NewSet(n), NewSet(n)
	}
	for v := range n {
		t.up[v].Add(v)
		t.down[v].Add(v)
		for _, w := range p.Above[v] {
			t.up[v].Add(w)
			t.down[w].Add(v)
		}
	}
	return t
}

// heaviest looks for a type that holds all of must and weighs more than floor.
// It reports whether it saw everything.
func (t *typeSearch) heaviest(weight []int64, terms []term, must Set, floor int64, effort int) bool {
	t.weight, t.terms, t.best, t.found, t.effort = weight, terms, floor, nil, effort
	n := len(t.apart)
	in, left := NewSet(n), full(n)
	for v := must.First(0); v >= 0; v = must.First(v + 1) {
		t.include(in, left, v)
	}
	if !in.covers(must) {
		return true
	}
	t.expand(in, left)
	return t.effort > 0
}

// include puts v and all it lies within into the type.
func (t *typeSearch) include(in, left Set, v int) {
	in.or(t.up[v])
	for u := t.up[v].First(0); u >= 0; u = t.up[v].First(u + 1) {
		for w := t.apart[u].First(0); w >= 0; w = t.apart[u].First(w + 1) {
			left.minus(t.down[w])
		}
	}
	left.minus(in)
}

func (t *typeSearch) value(in Set) int64 {
	sum := int64(0)
	for v := in.First(0); v >= 0; v = in.First(v + 1) {
		sum += t.weight[v]
	}
	for _, term := range t.terms {
		if holds(in, term.nodes) {
			sum += term.weight
		}
	}
	return sum
}

func holds(in Set, nodes []int) bool {
	for _, v := range nodes {
		if !in.Has(v) {
			return false
		}
	}
	return true
}

func (t *typeSearch) expand(in, left Set) {
	if t.effort--; t.effort <= 0 {
		return
	}
	if t.effort%stepsBetweenAsking == 0 && t.stop != nil && t.stop() {
		t.effort = 0
		return
	}
	value := t.value(in)
	if value > t.best {
		t.best, t.found = value, in.clone()
	}
	gain := t.gains(in, left)
	best, bound := t.bound(left, gain)
	if best < 0 || value+bound <= t.best {
		return
	}
	with, without := in.clone(), left.clone()
	t.include(with, without, best)
	t.expand(with, without)
	left = left.clone()
	left.minus(t.down[best])
	t.expand(in, left)
}

// gains is the most that each node left can add, a term counted with the first
// of its nodes that is missing.
func (t *typeSearch) gains(in, left Set) []int64 {
	gain := make([]int64, len(t.weight))
	for v := left.First(0); v >= 0; v = left.First(v + 1) {
		gain[v] = t.weight[v]
	}
	for _, term := range t.terms {
		if first := missing(in, left, term.nodes); first >= 0 && term.weight > 0 {
			gain[first] = max(0, gain[first]) + term.weight
		}
	}
	return gain
}

// missing is the first of the nodes that is not in the type, or -1 where none
// is or where one cannot be any more.
func missing(in, left Set, nodes []int) int {
	first := -1
	for _, v := range nodes {
		switch {
		case in.Has(v):
		case !left.Has(v):
			return -1
		case first < 0:
			first = v
		}
	}
	return first
}

// bound is no less than what the nodes left can add: groups of nodes pairwise
// apart add the gain of one each. It also names the node that promises most.
func (t *typeSearch) bound(left Set, gain []int64) (best int, sum int64) {
	best = -1
	open := left.clone()
	for v := open.First(0); v >= 0; v = open.First(v + 1) {
		if gain[v] <= 0 {
			open.Drop(v)
		} else if best < 0 || gain[v] > gain[best] {
			best = v
		}
	}
	group := NewSet(len(gain))
	for !open.Empty() {
		most := int64(0)
		copy(group, open)
		for v := group.First(0); v >= 0; v = group.First(v + 1) {
			most = max(most, gain[v])
			open.Drop(v)
			group.and(group, t.apart[v])
		}
		sum += most
	}
	return best, sum
}
