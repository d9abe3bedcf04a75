package cover

import (
	"math"
	"slices"
)

// verdict is why some people do not suffice where every node holds one. It is a
// split with the verdicts of its two branches, or a leaf.
//
// A leaf names nodes that stand for one person more than there are, and the
// splits above that keep their persons apart. Or it names two fewer than there
// are people, and an odd cycle, of 2k+1 nodes, which takes more than two. It is
// written with the weights of a Proof so: with B people,
//
//   - each node named has y = 1, those of the cycle 1/k each;
//   - a split that says that u and v hold the same person gives both z = B more,
//     and its term is 2B;
//   - a split that says that u and v hold nobody in common has the term B.
//
// The sum is that of the y, more than B and no more than B+1: the limits are 1,
// so what a split takes by its z it gives back by its term, and a term for "at
// most 0" costs nothing.
//
// And no type weighs more than 1. One that holds just one of a pair that hold
// the same person loses B by z; one that holds both loses 2B and gains 2B; so
// splits of the first kind never add. A type that goes against any of the
// splits therefore weighs at most B+1-B. A type that goes against none holds,
// of each person, all the nodes that the leaf speaks of, or none of them. Any
// two that the leaf calls apart are so by nodes that are apart, or by a split of
// the second kind. So the type holds one node named and no other, or some nodes
// of the cycle, at most k.
type verdict struct {
	rests Set // splits above that it needs
	size  int // leaves below

	id          int // of the split: its depth when it was made
	pair        [2]int
	same, other *verdict

	named []int    // of a leaf: nodes pairwise apart
	cycle []int    // and apart from an odd cycle; may be nil
	joins [][3]int // of a leaf: splits that it needs, and the two nodes that hold the same person
}

// leaf shows that node v can be none of the people, who are all pairwise apart.
func (w *persons) leaf(v int) *verdict {
	l := &verdict{rests: NewSet(deepest), size: 1, named: []int{v}}
	for _, nodes := range w.members {
		l.named = append(l.named, nodes[0])
	}
	w.apartAll(l)
	return l
}

// apartAll notes on which splits it rests that the nodes a leaf names are apart,
// and learns from it.
func (w *persons) apartAll(l *verdict) {
	for i, x := range l.named {
		for _, y := range l.named[:i] {
			w.explain(l, x, y)
		}
		for _, y := range l.cycle {
			w.explain(l, x, y)
		}
	}
	for i, x := range l.cycle {
		w.explain(l, x, l.cycle[(i+1)%len(l.cycle)])
	}
	for _, nodes := range w.members {
		for _, u := range nodes[1:] {
			if id := int(w.joined[u]); l.rests.Has(id) {
				l.joins = append(l.joins, [3]int{id, nodes[0], u})
				w.weight[u]++
			}
		}
	}
	for _, v := range slices.Concat(l.named, l.cycle) {
		if w.of[v] < 0 {
			w.weight[v]++
		}
	}
}

// explain adds the splits that keep two nodes' persons apart to those that a
// leaf rests on. It takes the reason that adds the fewest, and of those the one
// that lies highest.
func (w *persons) explain(l *verdict, v, u int) {
	best, reason := math.MaxInt, [2]int{-1, -1}
	consider := func(a, b int) {
		cost := l.cost(a) + l.cost(b)
		if cost < best {
			best, reason = cost, [2]int{a, b}
		}
	}
	for _, id := range [...]int{w.ban(v, u), w.ban(u, v)} {
		if id >= 0 {
			consider(id, -1)
		}
	}
	for _, a := range w.alike(v) {
		for _, b := range w.alike(u) {
			if w.apart[a].Has(b) {
				consider(int(w.joined[a]), int(w.joined[b]))
			}
		}
	}
	for _, id := range reason {
		if id >= 0 {
			l.rests.Add(id)
		}
	}
}

// ban is the split that keeps a node from the person of a founder, or -1.
func (w *persons) ban(v, founder int) int {
	if c := w.of[founder]; c >= 0 {
		return int(w.banned[v*w.people+c])
	}
	return -1
}

// alike are the nodes that hold the same person as one does.
func (w *persons) alike(v int) []int {
	if c := w.of[v]; c >= 0 {
		return w.members[c]
	}
	return []int{v}
}

// cost is how much a leaf minds to rest on one more split.
func (l *verdict) cost(id int) int {
	if id < 0 || l.rests.Has(id) {
		return 0
	}
	return deepest + id
}

// proof writes a verdict that so many people do not suffice, which stands below
// the splits of the path.
func (l *verdict) proof(people int64, path []int) *Proof {
	if l.same == nil {
		return l.weights(people, path)
	}
	path = append(path[:len(path):len(path)], l.id)
	return &Proof{
		Floor: people + 1, Split: &Split{Nodes: []int{l.pair[0], l.pair[1]}},
		AtMost: l.other.proof(people, path), AtLeast: l.same.proof(people, path),
	}
}

// weights writes a leaf.
func (l *verdict) weights(people int64, path []int) *Proof {
	p := &Proof{Floor: people + 1}
	at := make(map[int]int)
	weight := func(v int) *Weight {
		if _, ok := at[v]; !ok {
			at[v] = len(p.Weights)
			p.Weights = append(p.Weights, Weight{v, Fraction{0, 1}, Fraction{0, 1}})
		}
		return &p.Weights[at[v]]
	}
	for _, v := range l.named {
		weight(v).Y.Num = 1
	}
	for _, v := range l.cycle {
		weight(v).Y = Fraction{1, int64(len(l.cycle) / 2)}
	}
	term := make(map[int]int64)
	for _, join := range l.joins {
		term[join[0]] = 2 * people
		weight(join[1]).Z.Num += people
		weight(join[2]).Z.Num += people
	}
	for _, id := range path {
		n := term[id]
		if n == 0 && l.rests.Has(id) {
			n = people
		}
		p.Terms = append(p.Terms, Fraction{n, 1})
	}
	return p
}
