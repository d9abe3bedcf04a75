package cover

import "math"

// persons settles whether a few people suffice where every node holds one: it
// colours the graph of what is apart. It splits as Zykov did (1949): two nodes
// hold the same person, and are as good as one node from then on, or they hold
// two, and are apart. A branch ends with more nodes pairwise apart than there
// are people.
//
// The people are the colours: each is founded by a node and joined by others.
// Nodes are taken in the order of fewest choices for the weight of the
// conflicts that they were in (Boussemart and others, 2004), and a split that
// the proof of one branch does without is left out with its other branch.
type persons struct {
	apart   Graph
	people  int
	of      []int   // the person of each node, or -1
	members [][]int // of each person, the founder first
	met     []int32 // by node and person: neighbours of the node that are the person
	banned  []int16 // by node and person: the split that keeps the node apart from the founder, or -1
	joined  []int16 // by node: the split that made it the founder's person, or -1
	choices []int   // by node: persons founded that it may be
	weight  []float64
	left    int   // nodes without a person
	depth   int   // splits above
	pair    Graph // for odd, as the next three
	only    Set
	walk    *walk
	tight   []int
	effort  int // leaves that may still be closed
	stop    func() bool
}

// deepest is how many splits may stand above each other; the checker sets it.
const deepest = 1000

// newPersons starts from nodes pairwise apart, each a person.
func newPersons(apart Graph, people int, clique []int, stop func() bool) *persons {
	n := len(apart)
	w := &persons{
		apart: apart, people: people, of: make([]int, n), met: make([]int32, n*people), banned: make([]int16, n*people),
		joined: make([]int16, n), choices: make([]int, n), weight: make([]float64, n), left: n, stop: stop,
		pair: NewGraph(n), only: NewSet(n), walk: newWalk(n),
	}
	for i := range w.banned {
		w.banned[i] = -1
	}
	for v := range apart {
		w.of[v], w.joined[v] = -1, -1
		w.weight[v] = 1 + float64(apart[v].Len())/float64(n)
	}
	for _, v := range clique {
		w.found(v)
	}
	return w
}

// found makes a node a person of its own.
func (w *persons) found(v int) {
	c := len(w.members)
	w.members = append(w.members, nil)
	for u := range w.choices {
		w.choices[u]++
	}
	w.enter(v, c)
}

// unfound undoes the last found.
func (w *persons) unfound(v int) {
	w.leave(v)
	w.members = w.members[:len(w.members)-1]
	for u := range w.choices {
		w.choices[u]--
	}
}

// enter makes a node the person c.
func (w *persons) enter(v, c int) {
	w.of[v] = c
	w.left--
	w.members[c] = append(w.members[c], v)
	for u := w.apart[v].First(0); u >= 0; u = w.apart[v].First(u + 1) {
		cell := u*w.people + c
		if w.met[cell]++; w.met[cell] == 1 && w.banned[cell] < 0 {
			w.choices[u]--
		}
	}
}

// leave undoes the last enter.
func (w *persons) leave(v int) {
	c := w.of[v]
	w.of[v] = -1
	w.left++
	w.members[c] = w.members[c][:len(w.members[c])-1]
	for u := w.apart[v].First(0); u >= 0; u = w.apart[v].First(u + 1) {
		cell := u*w.people + c
		if w.met[cell]--; w.met[cell] == 0 && w.banned[cell] < 0 {
			w.choices[u]++
		}
	}
}

// search returns the proof that the people do not suffice, or nil: then it has
// found everyone a person, or was stopped, or has closed so many leaves.
func (w *persons) search(leaves int) *verdict {
	w.effort = leaves
	proof, done := w.grow()
	if !done {
		return nil
	}
	return proof
}

// grow closes the branch at hand. It reports false when it gives up, with
// everything left in place.
func (w *persons) grow() (*verdict, bool) {
	if w.left == 0 || w.depth >= deepest-w.people || w.effort <= 0 || w.stop() {
		return nil, false
	}
	if l := w.odd(); l != nil {
		w.effort--
		return l, true
	}
	return w.try(w.next(), 0)
}

// next is the node to decide: the one with the fewest choices for its weight.
func (w *persons) next() int {
	best, least := -1, math.Inf(1)
	fresh := 0
	if len(w.members) < w.people {
		fresh = 1
	}
	for v, c := range w.of {
		if c >= 0 {
			continue
		}
		choices := w.choices[v] + fresh
		if choices == 0 {
			return v
		}
		score := float64(choices-1) / w.weight[v]
		if score < least || score == least && w.weight[v] > w.weight[best] {
			best, least = v, score
		}
	}
	return best
}

// try lets a node be each person from c on in turn, then a new one.
func (w *persons) try(v, c int) (*verdict, bool) {
	for c < len(w.members) && w.met[v*w.people+c] > 0 {
		c++
	}
	switch {
	case c < len(w.members):
		return w.split(v, c)
	case c == w.people:
		w.effort--
		return w.leaf(v), true
	}
	w.found(v)
	proof, done := w.grow()
	if done {
		w.unfound(v)
	}
	return proof, done
}

// split decides whether a node is the person c.
func (w *persons) split(v, c int) (*verdict, bool) {
	id := w.depth
	w.depth++
	w.joined[v] = int16(id)
	w.enter(v, c)
	same, done := w.grow()
	if !done {
		return nil, false
	}
	w.leave(v)
	w.joined[v] = -1
	if !same.rests.Has(id) {
		w.depth--
		return same, true
	}
	cell := v*w.people + c
	w.banned[cell] = int16(id)
	w.choices[v]--
	other, done := w.try(v, c+1)
	if !done {
		return nil, false
	}
	w.choices[v]++
	w.banned[cell] = -1
	w.depth--
	if !other.rests.Has(id) {
		return other, true
	}
	rests := same.rests.clone()
	rests.or(other.rests)
	rests.Drop(id)
	return &verdict{rests: rests, id: id, pair: [2]int{w.members[c][0], v}, same: same, other: other, size: same.size + other.size}, true
}

// world is who is who, once everyone has a person.
func (w *persons) world() []crew {
	var crews []crew
	for _, nodes := range w.members {
		in := NewSet(len(w.of))
		for _, v := range nodes {
			in.Add(v)
		}
		crews = append(crews, crew{people: 1, in: in})
	}
	return crews
}
