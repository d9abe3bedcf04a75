package cover

import "slices"

// Seat is some people of a world, who may be in groups besides those of a problem.
type Seat struct {
	People int64
	In     []int32 // nodes that they are in to begin with
	Barred []int32 // nodes that they cannot be in
}

// barrier is more than all neighbours of a node can weigh.
const barrier = 1 << 28

// Fill finds people for every node among those of some seats, nobody but them. It
// says which nodes the people of each seat are in then, without wholes whose high
// is open, or reports false where it has not found a way in so many steps.
func (p *Sparse) Fill(seats []Seat, steps int, stop func() bool) ([][]Share, bool) {
	people := int64(0)
	for _, s := range seats {
		people += s.People
	}
	w := p.layout().partial(people)
	if w == nil {
		return nil, false
	}
	person := 0
	for _, s := range seats {
		for range s.People {
			w.bar(s.Barred, person)
			w.enlist(s.In, person)
			person++
		}
	}
	if !w.search(steps, stop) {
		return nil, false
	}
	return w.seated(seats), true
}

// bar keeps a person from some nodes.
func (p *partial) bar(nodes []int32, person int) {
	for _, v := range nodes {
		p.met[int(v)*p.people+person] = barrier
	}
}

// enlist places a person in some nodes as far as wanted and fitting.
func (p *partial) enlist(nodes []int32, person int) {
	for _, v := range nodes {
		if p.lack[v] > 0 && p.fits(v, person) {
			p.place(v, person)
		}
	}
}

// seated is which nodes the people of each seat are in.
func (p *partial) seated(seats []Seat) [][]Share {
	of := make([][]int, p.people)
	for cell, has := range p.has {
		if has {
			of[cell%p.people] = append(of[cell%p.people], cell/p.people)
		}
	}
	all := make([][]Share, len(seats))
	for i, s := range seats {
		for _, in := range of[:s.People] {
			if last := len(all[i]) - 1; last >= 0 && slices.Equal(all[i][last].In, in) {
				all[i][last].People++
			} else {
				all[i] = append(all[i], Share{1, in})
			}
		}
		of = of[s.People:]
	}
	return all
}
