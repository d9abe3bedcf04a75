package cover

import "slices"

// start places the people of a world as far as they are wanted and fit.
func (p *partial) start(world []Share) {
	world = slices.Clone(world)
	slices.SortStableFunc(world, func(a, b Share) int { return len(b.In) - len(a.In) })
	person := 0
	for _, share := range world {
		for range share.People {
			if person == p.people {
				return
			}
			for _, v := range share.In {
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

// patience is how many steps that gain nothing pass before what lacks people
// weighs more.
const patience = 20

// search tries so many steps, and reports whether everyone is placed.
func (p *partial) search(steps int, stop func() bool) bool {
	for p.step = 1; p.sum > 0; p.step++ {
		if int(p.step) > steps || p.step%256 == 0 && stop() {
			return false
		}
		v, person, gains := p.best()
		if v >= 0 {
			p.place(v, person)
		}
		if !gains && p.step%patience == 0 {
			p.burden()
		}
	}
	return true
}

// mostLooked is how many of the nodes that lack people a step looks at.
const mostLooked = 64

// some are nodes that lack people: all of them, or a stretch where they are many.
func (p *partial) some() []int32 {
	if len(p.short) <= mostLooked {
		return p.short
	}
	from := p.random(len(p.short) - mostLooked + 1)
	return p.short[from : from+mostLooked]
}

// best is the placing that gains the most by weight, among those that put
// nobody out or are not tabu.
func (p *partial) best() (node int32, person int, gains bool) {
	node, ties, least := int32(-1), 0, int32(barrier/2)
	for _, v := range p.some() {
		row := int(v) * p.people
		for c := range p.people {
			cost := p.met[row+c] - p.weight[v]
			if cost > least || p.has[row+c] {
				continue
			}
			for _, w := range p.above[v] {
				if !p.has[int(w)*p.people+c] && p.count[w] >= p.high[w] {
					cost += p.weight[w]
				}
			}
			if cost > least || p.tabu[row+c] > p.step && cost > -p.weight[v] {
				continue
			}
			if cost < least {
				least, ties = cost, 0
			}
			if ties++; ties == 1 || p.random(ties) == 0 {
				node, person = v, c
			}
		}
	}
	return node, person, least < 0
}

// world is the people as placed; those alike are one share.
func (p *partial) world() []Share {
	at := map[string]int{}
	var world []Share
	for c := range p.people {
		in := NewSet(len(p.lack))
		for v := range p.lack {
			if p.has[v*p.people+c] {
				in.Add(v)
			}
		}
		k := in.key()
		if i, ok := at[k]; ok {
			world[i].People++
		} else {
			at[k] = len(world)
			world = append(world, Share{People: 1, In: in.members()})
		}
	}
	return world
}
