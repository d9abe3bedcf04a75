package cover

import "slices"

// bound solves a problem in which highs may force parts of a whole to overlap.
// Highs seldom matter to the floor, so it is first solved without them; then
// its world is fitted to the highs. Only where that fails does the search take
// them into account.
func (p *Problem) bound(stop func() bool) Answer {
	out, ok := p.families(stop)
	if !ok {
		return out
	}
	free := p.opened().solve(stop)
	out.atLeast(&free)
	crews := p.crews(free.World)
	if world, ok := p.trimmed(crews); ok {
		out.offer(world)
	} else if world, ok := p.fitted(crews); ok {
		out.offer(world)
	}
	if size(out.World) > out.Floor && free.Found {
		p.squeezeInto(&out, crews, stop)
	}
	if out.settle(); !out.Unproven || stop() {
		return out
	}
	if a, ok := p.withoutPlain(out.Floor, stop); ok {
		a.atLeast(&out)
		a.offer(out.World)
		a.settle()
		return a
	}
	if len(p.Low) <= mostBound {
		p.relaxed(&out, crews, stop)
	}
	return out
}

// squeezeInto looks for a world of as few people as the highs allow.
func (p *Problem) squeezeInto(out *Answer, crews []crew, stop func() bool) {
	l, world := p.layout(), shares(crews)
	for goal := out.Floor; goal < min(size(out.World), out.Floor+mostAbove) && !stop(); goal++ {
		w := l.partial(goal)
		if w == nil {
			return
		}
		w.start(world)
		if w.search(stepsToSqueeze, stop) {
			if world, ok := p.trimmed(p.crews(w.world())); ok {
				out.offer(world)
				return
			}
		}
	}
}

// mostAbove is how far above the floor a world is looked for that way.
const mostAbove = 8

// mostBound is the most nodes among which highs are searched through.
const mostBound = 120

// settle notes whether floor and world have met.
func (a *Answer) settle() { a.Unproven = !a.Clash && (!a.Found || size(a.World) > a.Floor) }

// opened is the problem without its highs.
func (p *Problem) opened() *Problem {
	free := *p
	free.High = make([]int64, len(p.High))
	for v := range free.High {
		free.High[v] = Open
	}
	return &free
}

// crews are the people of a world.
func (p *Problem) crews(world []Share) []crew {
	w := newPainter(p.Apart)
	for _, share := range world {
		w.crews = append(w.crews, crew{share.People, NewSet(len(p.Low)), NewSet(len(p.Low))})
		for _, v := range share.In {
			if c := &w.crews[len(w.crews)-1]; !c.blocked.Has(v) {
				w.join(c, v)
			}
		}
	}
	return w.crews
}

// linked relates parts and wholes whose high is stated.
func (p *Problem) linked() Graph {
	g := NewGraph(len(p.Low))
	for v, above := range p.Above {
		for _, w := range above {
			if p.High[w] != Open {
				g.Join(v, w)
			}
		}
	}
	return g
}

// families solves each set of parts and wholes by itself: whether there is a
// world at all depends on nothing else, and all their worlds side by side are
// one. It reports false where the answer is that of the only family, or a clash.
func (p *Problem) families(stop func() bool) (Answer, bool) {
	out := Answer{Found: true}
	families := p.linked().components()
	if len(families) == 1 {
		return p.family(stop), false
	}
	for _, nodes := range families {
		a := p.among(nodes).solve(stop)
		if a.Clash {
			return a, false
		}
		a.rename(nodes)
		if a.Floor > out.Floor {
			out.Floor, out.Proofs = a.Floor, a.Proofs
		}
		out.Found = out.Found && a.Found
		out.World = append(out.World, a.World...)
	}
	if !out.Found {
		out.World = nil
	}
	return out, true
}

// family solves a problem of one family.
func (p *Problem) family(stop func() bool) Answer {
	out := p.opened().solve(stop)
	crews := p.crews(out.World)
	out.World, out.Found = p.trimmed(crews)
	if !out.Found {
		out.World, out.Found = p.fitted(crews)
	}
	if out.settle(); out.Unproven {
		p.relaxed(&out, crews, stop)
	}
	return out
}

// fitted moves the people of the families whose highs do not hold: their nodes
// are filled again, parts before wholes, by people who are in their wholes
// already where that can be.
func (p *Problem) fitted(crews []crew) ([]Share, bool) {
	f := fitter{painter: newPainter(p.Apart), p: p, count: make([]int64, len(p.Low))}
	again := p.overfull(crews)
	for _, c := range crews {
		kept := crew{c.people, NewSet(len(p.Low)), NewSet(len(p.Low))}
		for v := c.in.First(0); v >= 0; v = c.in.First(v + 1) {
			if !again.Has(v) {
				kept.in.Add(v)
				kept.blocked.or(p.Apart[v])
				f.count[v] += c.people
			}
		}
		f.crews = append(f.crews, kept)
	}
	for _, v := range p.bottomUp() {
		if again.Has(v) && !f.place(v) {
			return nil, false
		}
	}
	return p.trimmed(f.crews)
}

// overfull are the nodes of the families with a whole that holds too many.
func (p *Problem) overfull(crews []crew) Set {
	count := make([]int64, len(p.Low))
	for _, c := range crews {
		all := p.close(c.in)
		for v := all.First(0); v >= 0; v = all.First(v + 1) {
			count[v] += c.people
		}
	}
	again := NewSet(len(p.Low))
	for _, family := range p.linked().components() {
		if slices.ContainsFunc(family, func(v int) bool { return count[v] > p.High[v] }) {
			for _, v := range family {
				again.Add(v)
			}
		}
	}
	return again
}

// fitter is a painter that minds the highs.
type fitter struct {
	*painter
	p     *Problem
	count []int64
}

// place fills a node: first with people who are in all its wholes, then with
// others whom these can still take, then with new ones.
func (f *fitter) place(v int) bool {
	need := f.p.Low[v] - f.count[v]
	for _, inside := range []bool{true, false} {
		for i := 0; i < len(f.crews) && need > 0; i++ {
			c := &f.crews[i]
			if c.in.Has(v) || c.blocked.Has(v) || inside && !holds(c.in, f.p.Above[v]) {
				continue
			}
			need -= f.put(i, v, need)
		}
	}
	if need > 0 {
		f.crews = append(f.crews, crew{need, NewSet(len(f.count)), NewSet(len(f.count))})
		need -= f.put(len(f.crews)-1, v, need)
	}
	return need == 0
}

// put puts up to most people of a crew into a node and its wholes, and returns
// how many.
func (f *fitter) put(i, v int, most int64) int64 {
	c := &f.crews[i]
	most = min(most, c.people, f.p.High[v]-f.count[v])
	for _, w := range f.p.Above[v] {
		if !c.in.Has(w) {
			most = min(most, f.p.High[w]-f.count[w])
		}
	}
	if most <= 0 {
		return 0
	}
	if most < c.people {
		f.crews = append(f.crews, crew{c.people - most, c.in.clone(), c.blocked.clone()})
		c = &f.crews[i]
		c.people = most
	}
	for _, w := range append([]int{v}, f.p.Above[v]...) {
		if !c.in.Has(w) {
			f.count[w] += most
			f.join(c, w)
		}
	}
	return most
}

// withoutPlain leaves aside the nodes without parts and wholes that always find
// room among floor people. It reports false if there are none.
func (p *Problem) withoutPlain(floor int64, stop func() bool) (Answer, bool) {
	family := p.linked()
	var kernel, aside []int
	for v := range p.Low {
		load := p.Low[v]
		for u := p.Apart[v].First(0); u >= 0; u = p.Apart[v].First(u + 1) {
			load += p.Low[u]
		}
		if load <= floor && family[v].Empty() {
			aside = append(aside, v)
		} else {
			kernel = append(kernel, v)
		}
	}
	if len(aside) == 0 {
		return Answer{}, false
	}
	a := p.among(kernel).solve(stop)
	if a.rename(kernel); !a.Found {
		return a, true
	}
	w := newPainter(p.Apart)
	w.crews = p.crews(a.World)
	for _, v := range aside {
		w.fill(v, p.Low[v])
	}
	a.World, a.Found = p.trimmed(w.crews)
	return a, true
}
