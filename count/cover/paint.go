package cover

import "slices"

// crew is a number of people who are in the same groups, while a world is
// being made.
type crew struct {
	people  int64
	in      Set
	blocked Set // nodes that they cannot be in
}

// painter builds a world node by node: each takes people it may share, and new
// ones only when these run out.
type painter struct {
	apart   Graph
	crews   []crew
	blocked []int64 // people each node cannot take, as DSATUR counts colours
}

func newPainter(apart Graph) *painter {
	return &painter{apart: apart, blocked: make([]int64, len(apart))}
}

// fill gives node v people, the first that may be in it.
func (p *painter) fill(v int, people int64) {
	for i := 0; i < len(p.crews) && people > 0; i++ {
		c := &p.crews[i]
		if c.in.Has(v) || c.blocked.Has(v) {
			continue
		}
		if c.people > people {
			p.crews = append(p.crews, crew{c.people - people, c.in.clone(), c.blocked.clone()})
			c = &p.crews[i]
			c.people = people
		}
		people -= c.people
		p.join(c, v)
	}
	if people > 0 {
		n := len(p.apart)
		p.crews = append(p.crews, crew{people, NewSet(n), NewSet(n)})
		p.join(&p.crews[len(p.crews)-1], v)
	}
}

func (p *painter) join(c *crew, v int) {
	c.in.Add(v)
	for i, w := range p.apart[v] {
		for w &^= c.blocked[i]; w != 0; w &= w - 1 {
			p.blocked[i<<6+trailing(w)] += c.people
		}
	}
	c.blocked.or(p.apart[v])
}

// paint fills every node, always the one with the fewest people left to choose
// from (Brélaz's rule), weight and degree breaking ties.
func paint(apart Graph, low []int64) []crew {
	p := newPainter(apart)
	degree := make([]int64, len(low))
	todo := NewSet(len(low))
	for v := range low {
		if low[v] > 0 {
			todo.Add(v)
		}
		for u := apart[v].First(0); u >= 0; u = apart[v].First(u + 1) {
			degree[v] += low[u]
		}
	}
	for !todo.Empty() {
		best := -1
		for v := todo.First(0); v >= 0; v = todo.First(v + 1) {
			if best < 0 || p.blocked[v]+low[v] > p.blocked[best]+low[best] ||
				p.blocked[v]+low[v] == p.blocked[best]+low[best] && degree[v] > degree[best] {
				best = v
			}
		}
		todo.Drop(best)
		p.fill(best, low[best])
	}
	return p.crews
}

// repainted repaints crew by crew, in changing order, until the world is no
// larger than goal or nothing has been gained for a while (Culberson's iterated
// greedy): who was together fits together again.
func (p *Problem) repainted(crews []crew, goal int64, stop func() bool) []crew {
	idle := 0
	for round := 0; idle < idleRounds && crewsSize(crews) > goal && !stop(); round++ {
		w := newPainter(p.Apart)
		done := NewSet(len(p.Low))
		for _, c := range turn(round, len(crews), func(i int) int { return crews[i].in.Len() }) {
			for v := crews[c].in.First(0); v >= 0; v = crews[c].in.First(v + 1) {
				if !done.Has(v) {
					done.Add(v)
					w.fill(v, p.Low[v])
				}
			}
		}
		idle++
		switch {
		case crewsSize(w.crews) < crewsSize(crews):
			crews, idle = w.crews, 0
		case crewsSize(w.crews) == crewsSize(crews):
			crews = w.crews
		}
	}
	return crews
}

// idleRounds is how many rounds of repainting may pass without a gain.
const idleRounds = 60

// turn is an order of n crews: reversed, largest first, or shuffled.
func turn(round, n int, size func(int) int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	switch round % 3 {
	case 0:
		slices.Reverse(order)
	case 1:
		slices.SortStableFunc(order, func(a, b int) int { return size(b) - size(a) })
	default:
		seed := uint64(round)*0x9e3779b97f4a7c15 + 1
		for i := n - 1; i > 0; i-- {
			seed = seed*6364136223846793005 + 1442695040888963407
			j := int(seed>>33) % (i + 1)
			order[i], order[j] = order[j], order[i]
		}
	}
	return order
}

func crewsSize(crews []crew) int64 {
	sum := int64(0)
	for _, c := range crews {
		sum += c.people
	}
	return sum
}
