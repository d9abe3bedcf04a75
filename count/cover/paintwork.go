package cover

import "slices"

// paintwork is a world of a sparse problem in the making: crews of people, and
// the crews that fill each node.
type paintwork struct {
	p      *Sparse
	people []int64
	nodes  [][]int32 // of each crew
	crews  [][]int32 // of each node
	marked []int32   // by crew: the node that last could not take it
}

func newPaintwork(p *Sparse) *paintwork {
	return &paintwork{p: p, crews: make([][]int32, len(p.Low))}
}

func (w *paintwork) size() int64 {
	sum := int64(0)
	for _, n := range w.people {
		sum += n
	}
	return sum
}

// hire makes a new crew.
func (w *paintwork) hire(people int64) int32 {
	w.people = append(w.people, people)
	w.nodes = append(w.nodes, nil)
	w.marked = append(w.marked, -1)
	return int32(len(w.people) - 1)
}

func (w *paintwork) join(crew int32, v int) {
	w.nodes[crew] = append(w.nodes[crew], int32(v))
	w.crews[v] = append(w.crews[v], crew)
}

// fill gives a node the people it lacks, first of the crews at hand.
func (w *paintwork) fill(v int) {
	need := w.p.Low[v]
	for _, c := range w.crews[v] {
		need -= w.people[c]
		w.marked[c] = int32(v)
	}
	for _, u := range w.p.Apart[v] {
		for _, c := range w.crews[u] {
			w.marked[c] = int32(v)
		}
	}
	for c := int32(0); int(c) < len(w.people) && need > 0; c++ {
		if w.marked[c] == int32(v) {
			continue
		}
		if w.people[c] > need {
			w.split(c, need)
		}
		need -= w.people[c]
		w.join(c, v)
	}
	if need > 0 {
		w.join(w.hire(need), v)
	}
}

// split leaves people in a crew and makes a new one of the others.
func (w *paintwork) split(crew int32, people int64) {
	rest := w.hire(w.people[crew] - people)
	w.people[crew] = people
	for _, v := range w.nodes[crew] {
		w.join(rest, int(v))
	}
}

// take lays a world of some nodes over the people at hand: nobody in it has met
// the others, so they may be the same.
func (w *paintwork) take(world []Share) {
	world = slices.Clone(world)
	c := int32(0)
	for len(world) > 0 {
		share := &world[0]
		if int(c) == len(w.people) {
			w.hire(share.People)
		}
		if w.people[c] > share.People {
			w.split(c, share.People)
		}
		for _, v := range share.In {
			w.join(c, v)
		}
		if share.People -= w.people[c]; share.People == 0 {
			world = world[1:]
		}
		c++
	}
}

// improved repaints crew by crew (Culberson's iterated greedy): nodes that were
// together fit together again, so the world never grows, and often it shrinks.
func (w *paintwork) improved(goal int64, stop func() bool) *paintwork {
	idle := 0
	for round := 0; idle < idleRounds && w.size() > goal && !stop(); round++ {
		next := newPaintwork(w.p)
		for _, c := range turn(round, len(w.people), func(i int) int { return len(w.nodes[i]) }) {
			for _, v := range w.nodes[c] {
				if len(next.crews[v]) == 0 {
					next.fill(int(v))
				}
			}
		}
		if next.size() < w.size() {
			idle = 0
		} else {
			idle++
		}
		if next.size() <= w.size() {
			w = next
		}
	}
	return w
}

func (w *paintwork) world() []Share {
	var world []Share
	for c, people := range w.people {
		if people == 0 || len(w.nodes[c]) == 0 {
			continue
		}
		share := Share{People: people}
		for _, v := range w.nodes[c] {
			share.In = append(share.In, int(v))
		}
		slices.Sort(share.In)
		world = append(world, share)
	}
	return world
}
