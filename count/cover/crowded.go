package cover

import (
	"math/big"
	"slices"
)

// Crowded is a problem of many nodes with lows only, each of which may share
// people with few others: it is apart from all the rest.
type Crowded struct {
	Low     []int64
	Sharing [][]int32 // sorted
}

// crowd is a Crowded being reduced.
type crowd struct {
	*Crowded
	left  []int64 // people each node still lacks
	taken []taking
	world []Share
}

// taking is a node all of whose neighbours may share the same people: those of
// the node itself fill it, and as many places of each neighbour.
type taking struct {
	node int32
	near []int32 // the neighbours at the time
}

// mostNear bounds the neighbourhoods whose pairs are looked at.
const mostNear = 200

// SolveCrowded takes off, one after another, the nodes whose neighbours may all
// share people with each other (Frank's way through chordal graphs, 1975, with
// weights): the people of such a node may as well be in all of its neighbours,
// and in any world some node of that neighbourhood needs them. What remains is
// solved in full, part by part, where it is small enough.
func SolveCrowded(p *Crowded, stop func() bool) Answer {
	c := &crowd{Crowded: p, left: slices.Clone(p.Low)}
	c.reduce()
	out := Answer{Found: true}
	weight := map[int32]*big.Rat{}
	var trees []*Proof
	for _, part := range c.parts() {
		trees = append(trees, c.solvePart(part, weight, &out, stop)...)
	}
	c.weigh(weight)
	proof := c.proof(weight)
	out.Floor = proof.Floor
	out.Proofs = append([]*Proof{proof}, trees...)
	for _, t := range trees {
		out.Floor += t.Floor
	}
	out.World = append(out.World, c.world...)
	out.Unproven = size(out.World) > out.Floor
	return out
}

// reduce takes nodes off until none is left whose neighbours all may share.
func (c *crowd) reduce() {
	queue := make([]int32, len(c.Low))
	queued := make([]bool, len(c.Low))
	for v := range queue {
		queue[v], queued[v] = int32(v), true
	}
	for len(queue) > 0 {
		v := queue[0]
		queue = queue[1:]
		queued[v] = false
		near := c.near(v)
		if c.left[v] == 0 || len(near) > mostNear || !c.mutual(near) {
			continue
		}
		for _, u := range c.takeOff(v, near) {
			for _, w := range c.Sharing[u] {
				if c.left[w] > 0 && !queued[w] {
					queue, queued[w] = append(queue, w), true
				}
			}
		}
	}
}

// near are the neighbours of v that still lack people.
func (c *crowd) near(v int32) []int32 {
	var near []int32
	for _, u := range c.Sharing[v] {
		if c.left[u] > 0 {
			near = append(near, u)
		}
	}
	return near
}

func (c *crowd) mutual(nodes []int32) bool {
	for i, u := range nodes {
		for _, v := range nodes[:i] {
			if _, ok := slices.BinarySearch(c.Sharing[u], v); !ok {
				return false
			}
		}
	}
	return true
}

// takeOff lets the people of v fill it and its neighbours, and returns the
// nodes that lack nobody any more.
func (c *crowd) takeOff(v int32, near []int32) []int32 {
	c.taken = append(c.taken, taking{v, near})
	people := c.left[v]
	nodes := append([]int32{v}, near...)
	var full []int32
	for people > 0 {
		step := people
		for _, u := range nodes {
			step = min(step, c.left[u])
		}
		share := Share{People: step}
		for _, u := range nodes {
			share.In = append(share.In, int(u))
			if c.left[u] -= step; c.left[u] == 0 {
				full = append(full, u)
			}
		}
		c.world = append(c.world, share)
		nodes = slices.DeleteFunc(nodes, func(u int32) bool { return c.left[u] == 0 })
		people -= step
	}
	return full
}

// parts are the connected parts of what is left.
func (c *crowd) parts() [][]int32 {
	seen := make([]bool, len(c.Low))
	var parts [][]int32
	for start := range c.Low {
		if seen[start] || c.left[start] == 0 {
			continue
		}
		seen[start] = true
		part := []int32{int32(start)}
		for i := 0; i < len(part); i++ {
			for _, u := range c.Sharing[part[i]] {
				if !seen[u] && c.left[u] > 0 {
					seen[u] = true
					part = append(part, u)
				}
			}
		}
		slices.Sort(part)
		parts = append(parts, part)
	}
	return parts
}

// solvePart solves a part of what is left. Weights go to weight; a tree cannot
// be carried back over what was taken off, unless nothing was that touches it.
func (c *crowd) solvePart(part []int32, weight map[int32]*big.Rat, out *Answer, stop func() bool) []*Proof {
	var trees []*Proof
	nodes := make([]int, len(part))
	for i, v := range part {
		nodes[i] = int(v)
	}
	if len(part) > mostDense {
		c.greedy(part, weight)
		return nil
	}
	p := c.dense(part)
	a := Solve(p, stop)
	if len(c.taken) > 0 && slices.ContainsFunc(a.Proofs, func(p *Proof) bool { return p.Split != nil }) {
		a.Proofs = p.relaxedOnly(stop)
	}
	a.rename(nodes)
	for _, proof := range a.Proofs {
		if proof.Split != nil {
			trees = append(trees, proof)
			continue
		}
		for _, w := range proof.Weights {
			weight[int32(w.Node)] = big.NewRat(w.Y.Num, w.Y.Den)
		}
	}
	out.World = append(out.World, a.World...)
	return trees
}

// relaxedOnly are proofs without trees.
func (p *Problem) relaxedOnly(stop func() bool) []*Proof {
	out := Answer{}
	l := newPool(p, stop)
	p.relaxLows(&out, newTree(p, l, stop))
	return out.Proofs
}

// dense lays some nodes out in full, with the people they lack.
func (c *crowd) dense(nodes []int32) *Problem {
	n := len(nodes)
	far := NewGraph(n)
	at := make(map[int32]int, n)
	p := &Problem{Above: make([][]int, n)}
	for i, v := range nodes {
		at[v] = i
		p.Low = append(p.Low, c.left[v])
		p.High = append(p.High, Open)
	}
	for i, v := range nodes {
		for _, u := range c.Sharing[v] {
			if j, ok := at[u]; ok {
				far[i].Add(j)
			}
		}
	}
	p.Apart = far.complement()
	return p
}

// greedy is for a part too large to be laid out: nodes that share with few are
// taken with all they may share with in common, and those of them that share
// with no other taken node weigh.
func (c *crowd) greedy(part []int32, weight map[int32]*big.Rat) {
	slices.SortStableFunc(part, func(a, b int32) int { return len(c.Sharing[a]) - len(c.Sharing[b]) })
	for _, v := range part {
		free := true
		for _, u := range c.Sharing[v] {
			free = free && weight[u] == nil
		}
		if free {
			weight[v] = big.NewRat(1, 1)
		}
	}
	for _, v := range part {
		for c.left[v] > 0 {
			mates := []int32{}
			for _, u := range c.near(v) {
				if c.sharesWithAll(u, mates) {
					mates = append(mates, u)
				}
			}
			c.takeTogether(append(mates, v))
		}
	}
}

func (c *crowd) sharesWithAll(u int32, nodes []int32) bool {
	for _, v := range nodes {
		if _, ok := slices.BinarySearch(c.Sharing[u], v); !ok {
			return false
		}
	}
	return true
}

// takeTogether lets the same people fill some nodes, as many as all lack.
func (c *crowd) takeTogether(nodes []int32) {
	step := c.left[nodes[0]]
	for _, u := range nodes {
		step = min(step, c.left[u])
	}
	share := Share{People: step}
	for _, u := range nodes {
		c.left[u] -= step
		share.In = append(share.In, int(u))
	}
	c.world = append(c.world, share)
}

// weigh carries the weights back over what was taken off: a node gets what its
// neighbours leave of 1. No type that holds it then weighs more than that, and
// every person of its own is paid for.
func (c *crowd) weigh(weight map[int32]*big.Rat) {
	for _, t := range slices.Backward(c.taken) {
		rest := big.NewRat(1, 1)
		for _, u := range t.near {
			if w := weight[u]; w != nil {
				rest.Sub(rest, w)
			}
		}
		if rest.Sign() > 0 && rest.Denom().BitLen() <= mostBits {
			weight[t.node] = rest // else it does without
		}
	}
}

// mostBits bounds the denominator of a weight.
const mostBits = 40

// proof adds the weights up.
func (c *crowd) proof(weight map[int32]*big.Rat) *Proof {
	p := &Proof{}
	sum := new(big.Rat)
	for v, low := range c.Low {
		y := weight[int32(v)]
		if y == nil || y.Sign() == 0 || low == 0 {
			continue
		}
		p.Weights = append(p.Weights, Weight{v, Fraction{y.Num().Int64(), y.Denom().Int64()}, Fraction{0, 1}})
		sum.Add(sum, new(big.Rat).Mul(y, big.NewRat(low, 1)))
	}
	floor, rest := new(big.Int).DivMod(sum.Num(), sum.Denom(), new(big.Int))
	p.Floor = floor.Int64()
	if rest.Sign() > 0 {
		p.Floor++
	}
	return p
}
