package cover

// oddCycle raises an answer by a shortest odd cycle of nodes apart: at most k
// of its 2k+1 nodes can hold one person, so the lows add up to k times the
// people or less. Where that meets the world it spares the linear relaxation.
func (p *Problem) oddCycle(out *Answer) {
	cycle := p.Apart.shortestOdd()
	if len(cycle) < 5 {
		return // none, or three nodes pairwise apart
	}
	k := int64(len(cycle) / 2)
	floor := (total(p.Low, cycle) + k - 1) / k
	if floor <= out.Floor {
		return
	}
	proof := &Proof{Floor: floor}
	for _, v := range cycle {
		proof.Weights = append(proof.Weights, Weight{v, Fraction{1, k}, Fraction{0, 1}})
	}
	out.Floor, out.Proofs = floor, []*Proof{proof}
}

// shortestOdd is a shortest odd cycle of the graph, or nil. Such a cycle has no
// chord: a chord would leave a shorter odd one.
func (g Graph) shortestOdd() []int {
	var best []int
	w := newWalk(len(g))
	for start := range g {
		if cycle := w.odd(g, start); cycle != nil && (best == nil || len(cycle) < len(best)) {
			best = cycle
		}
		if len(best) == 3 {
			break
		}
	}
	return best
}

// walk is the memory of a walk through a graph, breadth first.
type walk struct {
	from, far []int // of each node seen: the one before it, and the steps to it
	seen      Set
	queue     []int
}

func newWalk(n int) *walk {
	return &walk{from: make([]int, n), far: make([]int, n), seen: NewSet(n)}
}

// odd walks until two nodes at one distance are neighbours: the ways back from
// them close a cycle where they meet. Without such a cycle it is nil, and all that
// hangs together with the start has been seen.
func (w *walk) odd(g Graph, start int) []int {
	clear(w.seen)
	w.seen.Add(start)
	w.far[start] = 0
	w.queue = append(w.queue[:0], start)
	for i := 0; i < len(w.queue); i++ {
		v := w.queue[i]
		for u := g[v].First(0); u >= 0; u = g[v].First(u + 1) {
			switch {
			case !w.seen.Has(u):
				w.seen.Add(u)
				w.far[u], w.from[u] = w.far[v]+1, v
				w.queue = append(w.queue, u)
			case w.far[u] == w.far[v]:
				return closed(w.from, u, v)
			}
		}
	}
	return nil
}

// closed is the cycle of two nodes as far from the start and the ways to them.
func closed(from []int, u, v int) []int {
	var there, back []int
	for u != v {
		there, back = append(there, u), append(back, v)
		u, v = from[u], from[v]
	}
	there = append(there, u)
	for i := len(back) - 1; i >= 0; i-- {
		there = append(there, back[i])
	}
	return there
}
