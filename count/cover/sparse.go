package cover

import (
	"container/heap"
	"slices"
)

// Sparse is a problem of many nodes with lows only, each of which is apart from
// few others.
type Sparse struct {
	Low   []int64
	Apart [][]int32 // sorted
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
		if len(part) > mostDense {
			slices.SortStableFunc(part, func(a, b int32) int { return w.rank[b] - w.rank[a] })
			for _, v := range part {
				w.fill(int(v))
			}
			continue
		}
		nodes := make([]int, len(part))
		for i, v := range part {
			nodes[i] = int(v)
		}
		a := Solve(p.dense(part), stop)
		a.rename(nodes)
		if a.Floor > out.Floor {
			out.Floor, out.Proofs = a.Floor, a.Proofs
		}
		w.take(a.World)
	}
}

// dense lays some nodes out in full.
func (p *Sparse) dense(nodes []int32) *Problem {
	n := len(nodes)
	d := &Problem{Apart: NewGraph(n), Above: make([][]int, n), Low: make([]int64, n), High: make([]int64, n)}
	at := make(map[int32]int, n)
	for i, v := range nodes {
		at[v] = i
		d.Low[i], d.High[i] = p.Low[v], Open
	}
	for i, v := range nodes {
		for _, u := range p.Apart[v] {
			if j, ok := at[u]; ok {
				d.Apart[i].Add(j)
			}
		}
	}
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

// smallestLast takes nodes off, always the one that weighs least together with
// its remaining neighbours, as long as that is no more than most (-1: all).
// Nodes in skip stay, and weigh on the others.
func (p *Sparse) smallestLast(skip []bool, most int64) []int32 {
	load := make([]int64, len(p.Low))
	off := make([]bool, len(p.Low))
	q := &queue{}
	for v := range p.Low {
		load[v] = p.Low[v]
		for _, u := range p.Apart[v] {
			load[v] += p.Low[u]
		}
		if skip == nil || !skip[v] {
			q.items = append(q.items, queued{load[v], int32(v)})
		} else {
			off[v] = true
		}
	}
	heap.Init(q)
	var order []int32
	for q.Len() > 0 {
		next := heap.Pop(q).(queued)
		v := next.node
		if off[v] || next.load != load[v] {
			continue
		}
		if most >= 0 && next.load > most {
			break
		}
		off[v] = true
		order = append(order, v)
		for _, u := range p.Apart[v] {
			if !off[u] {
				load[u] -= p.Low[v]
				heap.Push(q, queued{load[u], u})
			}
		}
	}
	return order
}

// queued is a node in a queue by load; entries that are out of date are passed
// over.
type queued struct {
	load int64
	node int32
}

type queue struct{ items []queued }

func (q *queue) Len() int { return len(q.items) }
func (q *queue) Less(i, j int) bool {
	a, b := q.items[i], q.items[j]
	return a.load < b.load || a.load == b.load && a.node < b.node
}
func (q *queue) Swap(i, j int) { q.items[i], q.items[j] = q.items[j], q.items[i] }
func (q *queue) Push(x any)    { q.items = append(q.items, x.(queued)) }
func (q *queue) Pop() any {
	last := q.items[len(q.items)-1]
	q.items = q.items[:len(q.items)-1]
	return last
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
