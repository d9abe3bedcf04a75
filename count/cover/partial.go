package cover

import "slices"

// partial looks for a world of a given number of people by tabu search over
// partial worlds (Blöchliger and Zufferey, "A graph coloring heuristic using
// partial solutions and a reactive tabu scheme", 2008, with weights, parts and
// highs): everyone is placed or not yet. Placing one person in a node puts it
// into the node's wholes, and puts the neighbours out of that person; a whole
// that is full loses another person.
type partial struct {
	*layout
	people int
	count  []int64
	has    []bool  // by node and person
	weight []int32 // of each node: what it costs to take one person out
	met    []int32 // by node and person: weight of the neighbours that have the person
	tabu   []int32 // the node may not get the person before that step
	lack   []int32 // people each node lacks; below zero: has to spare
	short  []int32 // the nodes that lack people
	at     []int32 // their place in short
	sum    int32   // people lacking in all
	step   int32
	seed   uint64
}

// mostCells bounds nodes times people, and with it the memory of the search.
const mostCells = 16_000_000

// layout is a problem in lists, as a search person by person goes through it.
type layout struct {
	low, high []int64
	apart     [][]int32
	above     [][]int32 // wholes whose high is stated
	below     [][]int32 // their parts
}

func (p *Problem) layout() *layout {
	n := len(p.Low)
	l := &layout{low: p.Low, high: p.High, apart: make([][]int32, n), above: make([][]int32, n), below: make([][]int32, n)}
	for v := range n {
		for u := p.Apart[v].First(0); u >= 0; u = p.Apart[v].First(u + 1) {
			l.apart[v] = append(l.apart[v], int32(u))
		}
		for _, whole := range p.Above[v] {
			l.tie(int32(v), int32(whole))
		}
	}
	return l
}

// tie notes that a part lies within a whole, if that whole's high is stated.
func (l *layout) tie(part, whole int32) {
	if l.high[whole] != Open {
		l.above[part] = append(l.above[part], whole)
		l.below[whole] = append(l.below[whole], part)
	}
}

// partial starts with nobody placed. It returns nil where the lows are too large
// for a search person by person.
func (l *layout) partial(people int64) *partial {
	n := len(l.low)
	if people <= 0 || people > int64(mostCells/max(n, 1)) || slices.Max(l.low) > people {
		return nil
	}
	cells := n * int(people)
	p := &partial{
		layout: l, people: int(people), seed: 1,
		count: make([]int64, n), lack: make([]int32, n), at: make([]int32, n), weight: make([]int32, n),
		has: make([]bool, cells), met: make([]int32, cells), tabu: make([]int32, cells),
	}
	for v := range n {
		p.at[v], p.weight[v] = -1, 1
		p.change(int32(v), int32(l.low[v]))
	}
	return p
}

// random is a number below n, the same in every run.
func (p *partial) random(n int) int {
	p.seed = p.seed*6364136223846793005 + 1442695040888963407
	return int(p.seed>>33) % n
}

// change adds to what a node lacks.
func (p *partial) change(v, by int32) {
	p.sum -= max(0, p.lack[v])
	p.lack[v] += by
	p.sum += max(0, p.lack[v])
	switch {
	case p.lack[v] > 0 && p.at[v] < 0:
		p.at[v] = int32(len(p.short))
		p.short = append(p.short, v)
	case p.lack[v] <= 0 && p.at[v] >= 0:
		last := p.short[len(p.short)-1]
		p.short[p.at[v]], p.at[last] = last, p.at[v]
		p.short = p.short[:len(p.short)-1]
		p.at[v] = -1
	}
}

// set puts a person into one node.
func (p *partial) set(v int32, person int) {
	p.has[int(v)*p.people+person] = true
	p.count[v]++
	for _, u := range p.apart[v] {
		p.met[int(u)*p.people+person] += p.weight[v]
	}
	p.change(v, -1)
}

// unset takes a person out of a node, not to come back for some steps.
func (p *partial) unset(v int32, person int) {
	cell := int(v)*p.people + person
	p.has[cell] = false
	p.count[v]--
	p.tabu[cell] = p.step + 5 + p.sum/2 + int32(p.random(10))
	for _, u := range p.apart[v] {
		p.met[int(u)*p.people+person] -= p.weight[v]
	}
	p.change(v, 1)
}

// burden makes the nodes that lack people weigh more.
func (p *partial) burden() {
	for _, v := range p.short {
		p.weight[v]++
		for person := range p.people {
			if p.has[int(v)*p.people+person] {
				for _, u := range p.apart[v] {
					p.met[int(u)*p.people+person]++
				}
			}
		}
	}
}

// oust takes a person out of a node and its parts.
func (p *partial) oust(v int32, person int) {
	p.unset(v, person)
	for _, u := range p.below[v] {
		if p.has[int(u)*p.people+person] {
			p.unset(u, person)
		}
	}
}

// place puts a person into a node and its wholes, and out of what is apart.
func (p *partial) place(v int32, person int) {
	for _, u := range p.apart[v] {
		if p.has[int(u)*p.people+person] {
			p.oust(u, person)
		}
	}
	p.enter(v, person, v)
	for _, w := range p.above[v] {
		if !p.has[int(w)*p.people+person] {
			p.enter(w, person, v)
		}
	}
}

// enter puts a person into a node for the sake of one of its parts, or of its own.
func (p *partial) enter(v int32, person int, sake int32) {
	if p.count[v] >= p.high[v] {
		p.oust(v, p.spare(v, person, sake))
	}
	p.set(v, person)
}

// spare is the person, other than one, whom a node and its parts miss least;
// the part for whose sake room is made gives nobody up if that can be helped.
func (p *partial) spare(v int32, but int, sake int32) int {
	best, ties, least := -1, 0, 1<<30
	for c := range p.people {
		if c == but || !p.has[int(v)*p.people+c] {
			continue
		}
		cost := 0
		if p.has[int(sake)*p.people+c] {
			cost = len(p.apart)
		}
		for _, u := range p.below[v] {
			if p.has[int(u)*p.people+c] && p.lack[u] >= 0 {
				cost++
			}
		}
		if cost < least {
			least, ties = cost, 0
		}
		if cost == least {
			if ties++; ties == 1 || p.random(ties) == 0 {
				best = c
			}
		}
	}
	return best
}
