package cover

// reduced solves a problem in which no high binds by leaving nodes aside that
// cannot matter: those that always find room among floor people, and those
// whose people may as well be among another node's. It reports false if there
// are none.
func (p *Problem) reduced(floor int64, stop func() bool) (Answer, bool) {
	kernel, aside := p.kernel(floor)
	if len(aside) == 0 {
		return Answer{}, false
	}
	a := p.among(kernel).solve(stop)
	a.rename(kernel)
	w := newPainter(p.Apart)
	for _, share := range a.World {
		w.crews = append(w.crews, crew{share.People, NewSet(len(p.Low)), NewSet(len(p.Low))})
		for _, v := range share.In {
			w.join(&w.crews[len(w.crews)-1], v)
		}
	}
	for i := len(aside) - 1; i >= 0; i-- {
		w.fill(aside[i], p.Low[aside[i]])
	}
	a.World, a.Found = p.trimmed(w.crews)
	return a, true
}

// kernel divides the nodes into those that matter, and the others in the order
// in which they were left aside.
func (p *Problem) kernel(floor int64) (kernel, aside []int) {
	left := full(len(p.Low))
	load := make([]int64, len(p.Low))
	for v := range p.Low {
		load[v] = p.Low[v]
		for u := p.Apart[v].First(0); u >= 0; u = p.Apart[v].First(u + 1) {
			load[v] += p.Low[u]
		}
	}
	drop := func(v int) {
		left.Drop(v)
		aside = append(aside, v)
		for u := p.Apart[v].First(0); u >= 0; u = p.Apart[v].First(u + 1) {
			load[u] -= p.Low[v]
		}
	}
	for again := true; again; {
		again = false
		for v := left.First(0); v >= 0; v = left.First(v + 1) {
			if load[v] <= floor || p.dominated(v, left) {
				drop(v)
				again = true
			}
		}
	}
	return left.members(), aside
}

// dominated reports whether some node left is apart from all that v is apart
// from, and needs as many people.
func (p *Problem) dominated(v int, left Set) bool {
	near := NewSet(len(p.Low))
	near.and(p.Apart[v], left)
	for u := left.First(0); u >= 0; u = left.First(u + 1) {
		if u != v && p.Low[u] >= p.Low[v] && !p.Apart[v].Has(u) && p.Apart[u].covers(near) {
			return true
		}
	}
	return false
}
