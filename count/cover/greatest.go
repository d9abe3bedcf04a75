package cover

import "math"

// Greatest is the number of people in the greatest world of a problem that has
// one, all of whose nodes are bounded by a high. Where the search is cut short
// it is a number that no world exceeds.
func Greatest(p *Problem, stop func() bool) int64 {
	if stop == nil {
		stop = func() bool { return false }
	}
	l := newPool(p, stop)
	for v := range p.Low {
		l.keep(l.search.up[v].clone())
	}
	t := &peak{p: p, pool: l, base: p.bounds(), most: -1, nodes: maxNodes}
	if most := t.climb(nil); most > t.most {
		return min(most, p.tops())
	}
	return t.most
}

// peak is a branch and bound for the greatest world.
type peak struct {
	p     *Problem
	pool  *pool
	base  []row
	most  int64 // people in the greatest world found, or -1
	nodes int
}

// bounds are the lows and the highs.
func (p *Problem) bounds() []row {
	var rows []row
	for v := range p.Low {
		if p.Low[v] > 0 {
			rows = append(rows, row{[]int{v}, true, p.Low[v]})
		}
		if p.High[v] != Open {
			rows = append(rows, row{[]int{v}, false, p.High[v]})
		}
	}
	return rows
}

// tops adds the highs of the nodes that lie within no other.
func (p *Problem) tops() int64 {
	sum := int64(0)
	for v, above := range p.Above {
		if len(above) == 0 {
			sum += p.High[v]
		}
	}
	return sum
}

// climb is a number that no world within the splits exceeds.
func (t *peak) climb(splits []row) int64 {
	t.nodes--
	rows := append(append([]row(nil), t.base...), splits...)
	r := newRelaxation(t.p, rows, len(t.base), t.pool, -1)
	switch r.solve() {
	case clash:
		return -1
	case abandoned:
		return math.MaxInt64
	}
	value := -r.lp.cost(r.right)
	bound := int64(math.Floor(value + 1e-5 + 1e-9*math.Abs(value)))
	if bound <= t.most || t.nodes <= 0 || t.pool.stop() {
		return bound
	}
	x := r.solution()
	nodes, k := fractional(x)
	if nodes == nil {
		t.most = max(t.most, bound)
		return bound
	}
	splits = splits[:len(splits):len(splits)]
	more := t.climb(append(splits, row{nodes, true, k + 1}))
	less := t.climb(append(splits, row{nodes, false, k}))
	return max(more, less)
}
