package cover

import "slices"

// Solve finds the least world of a problem and proves it. It gives up when stop
// says so; what it then returns is proven all the same.
func Solve(p *Problem, stop func() bool) Answer {
	if stop == nil {
		stop = func() bool { return false }
	}
	out := p.solve(stop)
	for i, share := range out.World {
		out.World[i].In = p.closed(share.In)
	}
	return out
}

// closed is some nodes with all that they lie within. Wholes with an open high
// are left to themselves until here.
func (p *Problem) closed(nodes []int) []int {
	in := NewSet(len(p.Low))
	for _, v := range nodes {
		p.enter(in, v)
	}
	return in.members()
}

// solve takes the problem apart where it can: parts that do not touch each
// other overlap, so the largest counts; parts wholly apart add.
func (p *Problem) solve(stop func() bool) Answer {
	if parts := p.touching().components(); len(parts) > 1 {
		return p.largest(parts, stop)
	}
	if parts := p.Apart.complement().components(); len(parts) > 1 {
		return p.sum(parts, stop)
	}
	return p.whole(stop)
}

// touching relates nodes that constrain each other: apart, or one within the
// other where a high may bind.
func (p *Problem) touching() Graph {
	g := NewGraph(len(p.Low))
	for v := range g {
		copy(g[v], p.Apart[v])
	}
	for v, above := range p.Above {
		for _, w := range above {
			if p.High[w] != Open {
				g.Join(v, w)
			}
		}
	}
	return g
}

// binds reports whether some high may force parts to overlap.
func (p *Problem) binds() bool {
	parts := make([]int64, len(p.Low))
	for v, above := range p.Above {
		for _, w := range above {
			parts[w] += p.Low[v]
		}
	}
	for w, n := range parts {
		if max(n, p.Low[w]) > p.High[w] {
			return true
		}
	}
	return false
}

// effortForClique bounds the first search for groups whose lows add.
const effortForClique = 200_000

// fewLeaves is how many leaves a tree may have that is looked for before weights.
const fewLeaves = 60

// whole answers for a problem that does not come apart.
func (p *Problem) whole(stop func() bool) Answer {
	if p.binds() {
		return p.bound(stop)
	}
	clique := p.clique(stop)
	out := Answer{Floor: total(p.Low, clique), Unproven: true}
	if out.Floor > 0 {
		out.Proofs = []*Proof{cliqueProof(clique, out.Floor)}
	}
	if a, ok := p.reduced(out.Floor, stop); ok {
		a.atLeast(&out)
		return a
	}
	if world, ok := p.trimmed(p.painted(out.Floor, stop)); ok {
		out.offer(world)
	}
	if size(out.World) > out.Floor {
		p.oddCycle(&out)
	}
	if size(out.World) > out.Floor {
		p.squeezed(&out, stop)
	}
	if size(out.World) > out.Floor {
		p.identify(&out, fewLeaves, stop)
	}
	if out.settle(); !out.Unproven || stop() {
		return out
	}
	p.relaxed(&out, p.crews(out.World), stop)
	return out
}

// painted is a world by greedy choice, or the one hinted at.
func (p *Problem) painted(floor int64, stop func() bool) []crew {
	if p.Hint != nil {
		return p.hinted()
	}
	return p.repainted(paint(p.Apart, p.Low), floor, stop)
}

// squeezed closes the gap of an answer by searching person by person.
func (p *Problem) squeezed(out *Answer, stop func() bool) {
	p.layout().squeezed(out, p.among, stop)
	if world, ok := p.trimmed(p.crews(out.World)); ok {
		out.World = world
	}
}

// hinted is the world hinted at, as far as it fits this problem; whoever lacks
// is painted in, and people in no need are left out.
func (p *Problem) hinted() []crew {
	crews := p.crews(p.Hint)
	w := &painter{apart: p.Apart, crews: crews, blocked: make([]int64, len(p.Low))}
	lack := slices.Clone(p.Low)
	for _, c := range crews {
		for v := c.in.First(0); v >= 0; v = c.in.First(v + 1) {
			lack[v] -= c.people
		}
	}
	for v, n := range lack {
		if n > 0 {
			w.fill(v, n)
		}
	}
	if world, ok := p.trimmed(w.crews); ok {
		return p.crews(world)
	}
	return w.crews
}

// atLeast takes another answer's floor if that is higher.
func (a *Answer) atLeast(other *Answer) {
	if other.Floor > a.Floor {
		a.Floor, a.Proofs = other.Floor, other.Proofs
	}
	a.Unproven = !a.Found || size(a.World) > a.Floor
}

func (a *Answer) offer(world []Share) {
	if !a.Found || size(world) < size(a.World) {
		a.Found, a.World = true, world
	}
}

func (p *Problem) clique(stop func() bool) []int {
	s := newSearch(p.Apart, p.Low, 0, effortForClique)
	s.stop = stop
	s.run(full(len(p.Low)))
	slices.Sort(s.found)
	return s.found
}

// cliqueProof is that the lows of groups pairwise apart add up.
func cliqueProof(nodes []int, floor int64) *Proof {
	p := &Proof{Floor: floor}
	for _, v := range nodes {
		p.Weights = append(p.Weights, Weight{v, Fraction{1, 1}, Fraction{0, 1}})
	}
	return p
}

// Clash reports whether a problem is proven to have no world. It costs nothing
// where no high can force parts to overlap.
func Clash(p *Problem, stop func() bool) bool {
	return p.binds() && Solve(p, stop).Clash
}
