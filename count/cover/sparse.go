package cover

import "slices"

// Sparse is a problem of many nodes, each of which is apart from few others.
// Highs, and what lies within what, matter to Fill only.
type Sparse struct {
	Low   []int64
	Apart [][]int32 // sorted
	High  []int64   // nil: all open
	Above [][]int32 // nil: nothing lies within anything

	at []int32 // for numbered
}

// mostDense is the most nodes whose pairs are laid out in full.
const mostDense = 3000

// SolveSparse finds a floor and a world for a sparse problem. It looks for the
// heaviest set of nodes pairwise apart, where each node is searched with those
// that outlast it when the least constrained are taken off first (Matula and
// Beck, 1983). Nodes whose neighbours leave room for them whatever these do are
// then left aside, and what remains is solved in full if it is small enough.
func SolveSparse(p *Sparse, stop func() bool) Answer {
	order := p.smallestLast(nil, -1)
	clique := p.heaviest(order, stop)
	floor := int64(0)
	for _, v := range clique {
		floor += p.Low[v]
	}
	out := Answer{Floor: floor, Proofs: []*Proof{cliqueProof(clique, floor)}, Found: true}
	kernel := p.core(floor)
	w := newPaintwork(p)
	p.solveKernel(kernel, &out, w, stop)
	in := make([]bool, len(p.Low))
	for _, v := range kernel {
		in[v] = true
	}
	for _, v := range slices.Backward(p.smallestLast(in, -1)) {
		w.fill(int(v))
	}
	if w.size() > out.Floor {
		w = w.improved(out.Floor, stop)
	}
	out.World = w.world()
	out.Unproven = size(out.World) > out.Floor
	return out
}

// solveKernel solves what cannot be left aside, part by part.
func (p *Sparse) solveKernel(kernel []int32, out *Answer, w *paintwork, stop func() bool) {
	for _, part := range p.parts(kernel) {
		var a Answer
		if len(part) > mostDense {
			a = p.solvePart(part, out.Floor, stop)
		} else {
			a = Solve(p.dense(part), stop)
		}
		nodes := make([]int, len(part))
		for i, v := range part {
			nodes[i] = int(v)
		}
		a.rename(nodes)
		if a.Floor > out.Floor {
			out.Floor, out.Proofs = a.Floor, a.Proofs
		}
		w.take(a.World)
	}
}

// solvePart solves a part that is too large to be laid out in full: it is painted
// in, and its world squeezed towards floor, or to what some of its nodes need.
func (p *Sparse) solvePart(part []int32, floor int64, stop func() bool) Answer {
	sub := p.induced(part)
	w := newPaintwork(sub)
	for _, v := range slices.Backward(sub.smallestLast(nil, -1)) {
		w.fill(int(v))
	}
	out := Answer{Floor: floor, Found: true, World: w.world()}
	sub.layout().squeezed(&out, sub.among, stop)
	return out
}

// induced is the problem of some of the nodes.
func (p *Sparse) induced(nodes []int32) *Sparse {
	sub := &Sparse{Low: make([]int64, len(nodes)), Apart: make([][]int32, len(nodes))}
	p.numbered(nodes, func(at []int32) {
		for i, v := range nodes {
			sub.Low[i] = p.Low[v]
			for _, u := range p.Apart[v] {
				if at[u] >= 0 {
					sub.Apart[i] = append(sub.Apart[i], at[u])
				}
			}
		}
	})
	return sub
}

// numbered lends out the place of each node in a list, -1 for those not in it.
func (p *Sparse) numbered(nodes []int32, use func(at []int32)) {
	if p.at == nil {
		p.at = slices.Repeat([]int32{-1}, len(p.Low))
	}
	for i, v := range nodes {
		p.at[v] = int32(i)
	}
	use(p.at)
	for _, v := range nodes {
		p.at[v] = -1
	}
}

func (p *Sparse) layout() *layout {
	n := len(p.Low)
	l := &layout{low: p.Low, high: p.High, apart: p.Apart, above: make([][]int32, n), below: make([][]int32, n)}
	if l.high == nil {
		l.high = slices.Repeat([]int64{Open}, n)
	}
	for v, above := range p.Above {
		for _, w := range above {
			l.tie(int32(v), w)
		}
	}
	return l
}

// among is the problem of some of the nodes, laid out in full.
func (p *Sparse) among(nodes []int) *Problem {
	part := make([]int32, len(nodes))
	for i, v := range nodes {
		part[i] = int32(v)
	}
	return p.dense(part)
}

// dense lays some nodes out in full.
func (p *Sparse) dense(nodes []int32) *Problem {
	n := len(nodes)
	d := &Problem{Apart: NewGraph(n), Above: make([][]int, n), Low: make([]int64, n), High: make([]int64, n)}
	p.numbered(nodes, func(at []int32) {
		for i, v := range nodes {
			d.Low[i], d.High[i] = p.Low[v], Open
			for _, u := range p.Apart[v] {
				if at[u] >= 0 {
					d.Apart[i].Add(int(at[u]))
				}
			}
		}
	})
	return d
}

// parts are the connected parts among some nodes.
func (p *Sparse) parts(nodes []int32) [][]int32 {
	left := make(map[int32]bool, len(nodes))
	for _, v := range nodes {
		left[v] = true
	}
	var parts [][]int32
	for _, start := range nodes {
		if !left[start] {
			continue
		}
		delete(left, start)
		part := []int32{start}
		for i := 0; i < len(part); i++ {
			for _, u := range p.Apart[part[i]] {
				if left[u] {
					delete(left, u)
					part = append(part, u)
				}
			}
		}
		slices.Sort(part)
		parts = append(parts, part)
	}
	return parts
}

// core is what remains when nodes that weigh, with their remaining neighbours,
// no more than floor are taken off one after another: they always find room
// among that many people.
func (p *Sparse) core(floor int64) []int32 {
	off := make([]bool, len(p.Low))
	for _, v := range p.smallestLast(nil, floor) {
		off[v] = true
	}
	var core []int32
	for v := range p.Low {
		if !off[v] {
			core = append(core, int32(v))
		}
	}
	return core
}

// heaviest searches, for each node of the order, among the neighbours that come
// after it.
func (p *Sparse) heaviest(order []int32, stop func() bool) []int {
	rank := make([]int32, len(p.Low))
	for i, v := range order {
		rank[v] = int32(i)
	}
	best, weight := []int(nil), int64(0)
	effort := effortForClique
	for i := len(order) - 1; i >= 0 && effort > 0 && !stop(); i-- {
		v := order[i]
		after := []int32{}
		sum := p.Low[v]
		for _, u := range p.Apart[v] {
			if rank[u] > rank[v] {
				after = append(after, u)
				sum += p.Low[u]
			}
		}
		if sum <= weight {
			continue
		}
		d := p.dense(after)
		s := newSearch(d.Apart, d.Low, weight-p.Low[v], min(effort, 20_000))
		s.run(full(len(after)))
		effort -= 1 + (min(effort, 20_000)-s.effort)*(1+len(after)/64)
		if s.best > weight-p.Low[v] {
			best, weight = []int{int(v)}, s.best+p.Low[v]
			for _, u := range s.found {
				best = append(best, int(after[u]))
			}
		}
	}
	slices.Sort(best)
	return best
}
