package cover

import "slices"

// partial looks for a world of a given number of people by tabu search over
// partial worlds (Blöchliger and Zufferey, "A graph coloring heuristic using
// partial solutions and a reactive tabu scheme", 2008, with weights, parts and
// highs): everyone is placed or not yet. Placing one person in a node puts it
// into the node's wholes, and puts the neighbours out of that person; a whole
// that is full loses another person.
type partial struct {
	apart  [][]int32
	above  [][]int32 // wholes whose high is stated
	below  [][]int32 // their parts
	high   []int64
	count  []int64
	people int
	has    []bool  // by node and person
	met    []int32 // how many neighbours of the node have the person
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

// newPartial starts with nobody placed. It returns nil where the lows are too
// large for a search person by person.
func newPartial(p *Problem, people int64) *partial {
	n := len(p.Low)
	if people <= 0 || people > int64(mostCells/max(n, 1)) || slices.Max(p.Low) > people {
		return nil
	}
	w := &partial{
		people: int(people), seed: 1, high: p.High, count: make([]int64, n), lack: make([]int32, n), at: make([]int32, n),
		above: make([][]int32, n), below: make([][]int32, n), apart: make([][]int32, n),
	}
	cells := n * w.people
	w.has, w.met, w.tabu = make([]bool, cells), make([]int32, cells), make([]int32, cells)
	for v := range n {
		for u := p.Apart[v].First(0); u >= 0; u = p.Apart[v].First(u + 1) {
			w.apart[v] = append(w.apart[v], int32(u))
		}
		for _, whole := range p.Above[v] {
			if p.High[whole] != Open {
				w.above[v] = append(w.above[v], int32(whole))
				w.below[whole] = append(w.below[whole], int32(v))
			}
		}
		w.at[v] = -1
		w.change(int32(v), int32(p.Low[v]))
	}
	return w
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
		p.met[int(u)*p.people+person]++
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
		p.met[int(u)*p.people+person]--
	}
	p.change(v, 1)
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
				if p.lack[v] > 0 && p.fits(int32(v), person) {
					p.place(int32(v), person)
				}
			}
			person++
		}
	}
}

// fits reports whether a person can be placed without putting anyone out.
func (p *partial) fits(v int32, person int) bool {
	if p.has[int(v)*p.people+person] || p.met[int(v)*p.people+person] > 0 || p.count[v] >= p.high[v] {
		return false
	}
	for _, w := range p.above[v] {
		if !p.has[int(w)*p.people+person] && p.count[w] >= p.high[w] {
			return false
		}
	}
	return true
}

// search tries so many steps, and reports whether everyone is placed.
func (p *partial) search(steps int, stop func() bool) bool {
	least := p.sum
	for p.step = 1; p.sum > 0; p.step++ {
		if int(p.step) > steps || p.step%256 == 0 && stop() {
			return false
		}
		if v, person := p.best(least); v >= 0 {
			p.place(v, person)
			least = min(least, p.sum)
		}
	}
	return true
}

// best is the placing that puts out the fewest, among those not tabu or better
// than anything so far.
func (p *partial) best(least int32) (node int32, person int) {
	node, ties, fewest := -1, 0, int32(1<<30)
	for _, v := range p.short {
		row := int(v) * p.people
		for c := range p.people {
			cost := p.met[row+c]
			if cost > fewest || p.has[row+c] {
				continue
			}
			for _, w := range p.above[v] {
				if !p.has[int(w)*p.people+c] && p.count[w] >= p.high[w] {
					cost++
				}
			}
			if cost > fewest || p.tabu[row+c] > p.step && p.sum+cost-1 >= least {
				continue
			}
			if cost < fewest {
				fewest, ties = cost, 0
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
		w := newPartial(p, people)
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
