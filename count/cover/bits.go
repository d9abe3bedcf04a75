package cover

import "math/bits"

// Set is a set of small whole numbers.
type Set []uint64

// NewSet is an empty set for the numbers below n.
func NewSet(n int) Set { return make(Set, (n+63)/64) }

// full is the set of all numbers below n.
func full(n int) Set {
	s := NewSet(n)
	for i := range n {
		s.Add(i)
	}
	return s
}

// Has reports whether i is in the set.
func (s Set) Has(i int) bool { return s[i>>6]&(1<<(i&63)) != 0 }

// Add puts i in.
func (s Set) Add(i int) { s[i>>6] |= 1 << (i & 63) }

// Drop takes i out.
func (s Set) Drop(i int) { s[i>>6] &^= 1 << (i & 63) }

// Empty reports whether nothing is in the set.
func (s Set) Empty() bool {
	for _, w := range s {
		if w != 0 {
			return false
		}
	}
	return true
}

// Len counts the numbers in the set.
func (s Set) Len() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// First is the least number in the set that is at least i, or -1.
func (s Set) First(i int) int {
	word := i >> 6
	if word >= len(s) {
		return -1
	}
	if w := s[word] >> (i & 63); w != 0 {
		return i + bits.TrailingZeros64(w)
	}
	for word++; word < len(s); word++ {
		if s[word] != 0 {
			return word<<6 + bits.TrailingZeros64(s[word])
		}
	}
	return -1
}

// meets reports whether the sets have a number in common.
func (s Set) meets(t Set) bool {
	for i, w := range s {
		if w&t[i] != 0 {
			return true
		}
	}
	return false
}

// covers reports whether all of t is in s.
func (s Set) covers(t Set) bool {
	for i, w := range t {
		if w&^s[i] != 0 {
			return false
		}
	}
	return true
}

// and makes s what a and b have in common.
func (s Set) and(a, b Set) {
	for i := range s {
		s[i] = a[i] & b[i]
	}
}

// minus takes t out of s.
func (s Set) minus(t Set) {
	for i := range s {
		s[i] &^= t[i]
	}
}

// or puts t into s.
func (s Set) or(t Set) {
	for i := range s {
		s[i] |= t[i]
	}
}

// clone is a copy.
func (s Set) clone() Set { return append(Set(nil), s...) }

// members lists the set in order.
func (s Set) members() []int {
	list := make([]int, 0, s.Len())
	for i := s.First(0); i >= 0; i = s.First(i + 1) {
		list = append(list, i)
	}
	return list
}

// Graph is a symmetric relation between the numbers below its size.
type Graph []Set

// NewGraph is a graph of n nodes that relates none of them.
func NewGraph(n int) Graph {
	words := (n + 63) / 64
	all := make(Set, n*words)
	g := make(Graph, n)
	for i := range g {
		g[i] = all[i*words : (i+1)*words : (i+1)*words]
	}
	return g
}

// Join relates a and b.
func (g Graph) Join(a, b int) {
	g[a].Add(b)
	g[b].Add(a)
}

// complement relates what g does not.
func (g Graph) complement() Graph {
	c := NewGraph(len(g))
	all := full(len(g))
	for i := range c {
		copy(c[i], all)
		c[i].minus(g[i])
		c[i].Drop(i)
	}
	return c
}

// components are the connected parts of the graph, each in order.
func (g Graph) components() [][]int {
	left := full(len(g))
	var parts [][]int
	for start := left.First(0); start >= 0; start = left.First(start) {
		left.Drop(start)
		part := NewSet(len(g))
		part.Add(start)
		reach := NewSet(len(g))
		for queue := []int{start}; len(queue) > 0; {
			at := queue[0]
			queue = queue[1:]
			reach.and(g[at], left)
			left.minus(reach)
			part.or(reach)
			queue = append(queue, reach.members()...)
		}
		parts = append(parts, part.members())
	}
	return parts
}

// induced is the graph among some nodes, numbered by their place in the list.
func (g Graph) induced(nodes []int) Graph {
	sub := NewGraph(len(nodes))
	place := make([]int32, len(g))
	wanted := NewSet(len(g))
	for i, v := range nodes {
		place[v] = int32(i)
		wanted.Add(v)
	}
	row := NewSet(len(g))
	for i, v := range nodes {
		row.and(g[v], wanted)
		for w := row.First(0); w >= 0; w = row.First(w + 1) {
			sub[i].Add(int(place[w]))
		}
	}
	return sub
}

// trailing is the place of the lowest bit set in w.
func trailing(w uint64) int { return bits.TrailingZeros64(w) }
