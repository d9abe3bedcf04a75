package cover

import "container/heap"

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
