package cover

import "slices"

// partial looks for a world of a given number of people by tabu search over
// partial worlds (Blöchliger and Zufferey, "A graph coloring heuristic using
// partial solutions and a reactive tabu scheme", 2008, with weights): everyone
// is placed or not yet; placing one person in a node puts the neighbours out
// of that person.
type partial struct {
	apart  [][]int32
	people int
	has    []bool  // by node and person
	met    []int32 // how many neighbours of the node have the person
	tabu   []int32 // the node may not get the person before that step
	lack   []int32 // people each node lacks
	short  []int32 // the nodes that lack people
	at     []int32 // their place in short
	sum    int32   // people lacking in all
	seed   uint64
	blame  []int32 // how often each node was short
}

// mostCells bounds nodes times people, and with it the memory of the search.
const mostCells = 16_000_000

// newPartial starts with nobody placed. It returns nil where the lows are too
// large for a search person by person.
func newPartial(apart Graph, low []int64, people int64) *partial {
	n := len(low)
	if people <= 0 || people > int64(mostCells/max(n, 1)) {
		return nil
	}
	p := &partial{people: int(people), seed: 1, blame: make([]int32, n), lack: make([]int32, n), at: make([]int32, n)}
	cells := n * p.people
	p.has, p.met, p.tabu = make([]bool, cells), make([]int32, cells), make([]int32, cells)
	for v := range n {
		var near []int32
		for u := apart[v].First(0); u >= 0; u = apart[v].First(u + 1) {
			near = append(near, int32(u))
		}
		p.apart = append(p.apart, near)
		p.at[v] = -1
		p.change(int32(v), int32(low[v]))
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
	p.lack[v] += by
	p.sum += by
	switch {
	case p.lack[v] > 0 && p.at[v] < 0:
		p.at[v] = int32(len(p.short))
		p.short = append(p.short, v)
	case p.lack[v] == 0 && p.at[v] >= 0:
		last := p.short[len(p.short)-1]
		p.short[p.at[v]], p.at[last] = last, p.at[v]
		p.short = p.short[:len(p.short)-1]
		p.at[v] = -1
	}
}

// give puts a person into a node.
func (p *partial) give(v int32, person int) {
	p.has[int(v)*p.people+person] = true
	for _, u := range p.apart[v] {
		p.met[int(u)*p.people+person]++
	}
	p.change(v, -1)
}

func (p *partial) withdraw(v int32, person int) {
	p.has[int(v)*p.people+person] = false
	for _, u := range p.apart[v] {
		p.met[int(u)*p.people+person]--
	}
	p.change(v, 1)
}

// start places the people of a world as far as they are wanted and fit.
func (p *partial) start(crews []crew) {
	crews = slices.Clone(crews)
	slices.SortStableFunc(crews, func(a, b crew) int { return b.in.Len() - a.in.Len() })
	person := 0
	for _, c := range crews {
		for range c.people {
			if person == p.people {
				return
			}
			for v := c.in.First(0); v >= 0; v = c.in.First(v + 1) {
				if p.lack[v] > 0 {
					p.give(int32(v), person)
				}
			}
			person++
		}
	}
}

// search tries so many steps, and reports whether everyone is placed.
func (p *partial) search(steps int, stop func() bool) bool {
	least := p.sum
	for step := int32(1); p.sum > 0; step++ {
		if int(step) > steps || step%256 == 0 && stop() {
			return false
		}
		v, person := p.best(step, least)
		if v < 0 {
			continue
		}
		for _, u := range p.apart[v] {
			if cell := int(u)*p.people + person; p.has[cell] {
				p.withdraw(u, person)
				p.tabu[cell] = step + 5 + p.sum/2 + int32(p.random(10))
				p.blame[u]++
			}
		}
		p.give(v, person)
		least = min(least, p.sum)
	}
	return true
}

// best is the placing that puts out the fewest, among those not tabu or better
// than anything so far.
func (p *partial) best(step, least int32) (node int32, person int) {
	node, ties, fewest := -1, 0, int32(1<<30)
	for _, v := range p.short {
		row := int(v) * p.people
		for c := range p.people {
			met := p.met[row+c]
			if met > fewest || p.has[row+c] || p.tabu[row+c] > step && p.sum+met-1 >= least {
				continue
			}
			if met < fewest {
				fewest, ties = met, 0
			}
			if ties++; ties == 1 || p.random(ties) == 0 {
				node, person = v, c
			}
		}
	}
	return node, person
}

// crews are the people as placed; those alike are one crew.
func (p *partial) crews() []crew {
	n := len(p.lack)
	at := map[string]int{}
	var crews []crew
	for c := range p.people {
		in := NewSet(n)
		for v := range n {
			if p.has[v*p.people+c] {
				in.Add(v)
			}
		}
		k := in.key()
		if i, ok := at[k]; ok {
			crews[i].people++
		} else {
			at[k] = len(crews)
			crews = append(crews, crew{people: 1, in: in})
		}
	}
	return crews
}

// squeezed looks for worlds of fewer people, from goal on upwards, as long as
// the number of steps lasts.
func (p *Problem) squeezed(crews []crew, goal int64, steps int, stop func() bool) []crew {
	for people := goal; people < crewsSize(crews) && !stop(); people++ {
		w := newPartial(p.Apart, p.Low, people)
		if w == nil {
			return crews
		}
		w.start(crews)
		if w.search(steps, stop) {
			return w.crews()
		}
	}
	return crews
}
