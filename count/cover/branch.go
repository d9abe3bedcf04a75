package cover

import (
	"math"
	"slices"
)

// tree is a branch and bound over splits. It keeps the smallest world found.
type tree struct {
	p     *Problem
	pool  *pool
	base  []row
	world []Share
	least int64 // its size; MaxInt64 while none is found
	stop  func() bool
	nodes int // that may still be opened
}

// maxNodes bounds a tree: a proof of more branches is no help to a reader, and
// its search would not end in the time a desk has.
const maxNodes = 20_000

func newTree(p *Problem, l *pool, stop func() bool) *tree {
	return &tree{p: p, pool: l, base: p.rows(), least: math.MaxInt64, stop: stop, nodes: maxNodes}
}

// rows are the lows, and the most that each group holds in a trimmed world.
func (p *Problem) rows() []row {
	var rows []row
	limit := p.limits()
	for v := range p.Low {
		if p.Low[v] > 0 {
			rows = append(rows, row{[]int{v}, true, p.Low[v]})
		}
		if limit[v] != Open {
			rows = append(rows, row{[]int{v}, false, limit[v]})
		}
	}
	return rows
}

// limits is the most that each group holds in a trimmed world: its need, and
// never more than its high.
func (p *Problem) limits() []int64 {
	limit := slices.Clone(p.needs())
	for v := range limit {
		limit[v] = min(p.High[v], limit[v])
	}
	return limit
}

// needs is the low of each group, or what the lows of its parts add up to. Parts
// that a piece of a problem leaves out count, since a certificate knows them.
func (p *Problem) needs() []int64 {
	if p.need != nil {
		return p.need
	}
	need := make([]int64, len(p.Low))
	for v := range p.Low {
		for _, w := range p.Above[v] {
			need[w] += p.Low[v]
		}
	}
	for v := range need {
		need[v] = max(need[v], p.Low[v])
	}
	return need
}

// offer takes a world if it is smaller than the one at hand.
func (t *tree) offer(world []Share) {
	if n := size(world); n < t.least {
		t.world, t.least = world, n
	}
}

// grow proves a floor for what the splits allow. floor is one known already.
func (t *tree) grow(splits []row) *Proof {
	t.nodes--
	rows := append(append([]row(nil), t.base...), splits...)
	r := newRelaxation(t.p, rows, len(t.base), t.pool, 1)
	end := r.solve()
	target := int64(math.MaxInt64)
	if end == settled {
		target = int64(math.Ceil(r.lp.cost(r.right) - 1e-5))
		target = min(target, t.least)
	}
	proof := r.certify(target)
	if proof == nil {
		proof = &Proof{Terms: zeros(len(splits))}
	}
	if proof.Impossible || end != settled {
		return proof
	}
	x := r.solution()
	if world, ok := t.whole(x); ok {
		t.offer(world)
	}
	if proof.Floor >= t.least || t.nodes <= 0 || t.stop() {
		return proof
	}
	nodes, k := fractional(x)
	if nodes == nil {
		return proof
	}
	return t.split(proof, splits, nodes, k)
}

func (t *tree) split(leaf *Proof, splits []row, nodes []int, k int64) *Proof {
	splits = splits[:len(splits):len(splits)]
	more := t.grow(append(splits, row{nodes, true, k + 1}))
	less := t.grow(append(splits, row{nodes, false, k}))
	floor := min(less.Floor, more.Floor)
	if floor <= leaf.Floor {
		return leaf
	}
	return &Proof{
		Floor: floor, Impossible: less.Impossible && more.Impossible,
		Split: &Split{nodes, k}, AtMost: less, AtLeast: more,
	}
}

func zeros(n int) []Fraction {
	terms := make([]Fraction, n)
	for i := range terms {
		terms[i].Den = 1
	}
	return terms
}

// portion is how many people of a type a relaxation takes.
type portion struct {
	in     Set
	people float64
}

func (r *relaxation) solution() []portion {
	values := r.lp.values(r.right)
	var x []portion
	for i, s := range r.types {
		if v := values[r.first+i]; v > 1e-6 {
			x = append(x, portion{s, v})
		}
	}
	return x
}

// whole reads a solution in whole numbers as a world, if it is one.
func (t *tree) whole(x []portion) ([]Share, bool) {
	var crews []crew
	for _, part := range x {
		n := math.Round(part.people)
		if math.Abs(n-part.people) > 1e-4 {
			return nil, false
		}
		if n > 0 {
			crews = append(crews, crew{people: int64(n), in: part.in})
		}
	}
	return t.p.trimmed(crews)
}

// fractional is a set of nodes that a broken number of people are in, with the
// whole number below: a pair if there is one.
func fractional(x []portion) ([]int, int64) {
	if len(x) == 0 {
		return nil, 0
	}
	n := 64 * len(x[0].in)
	pairs := make([]float64, n*n)
	for _, part := range x {
		nodes := part.in.members()
		for i, u := range nodes {
			for _, v := range nodes[i:] {
				pairs[u*n+v] += part.people
			}
		}
	}
	best, bestBroken := -1, 1e-4
	for at, people := range pairs {
		broken := math.Abs(people - math.Round(people))
		if at/n != at%n {
			broken += broken / 8 // a pair before a single group
		}
		if broken > bestBroken {
			best, bestBroken = at, broken
		}
	}
	if best >= 0 {
		u, v := best/n, best%n
		if u == v {
			return []int{u}, int64(math.Floor(pairs[best]))
		}
		return []int{u, v}, int64(math.Floor(pairs[best]))
	}
	return fractionalType(x)
}

// fractionalType is a type taken by a broken number of people, while whole
// numbers take those that hold it; so a broken number are in all of its nodes.
func fractionalType(x []portion) ([]int, int64) {
	best := -1
	for i, part := range x {
		if math.Abs(part.people-math.Round(part.people)) > 1e-4 && (best < 0 || part.in.Len() > x[best].in.Len()) {
			best = i
		}
	}
	if best < 0 {
		return nil, 0
	}
	people := 0.0
	for _, part := range x {
		if part.in.covers(x[best].in) {
			people += part.people
		}
	}
	return x[best].in.members(), int64(math.Floor(people))
}
