package cover

// Without is the problem without one of its nodes, whose world is a hint.
func (p *Problem) Without(node int) *Problem {
	nodes := make([]int, 0, len(p.Low)-1)
	for v := range p.Low {
		if v != node {
			nodes = append(nodes, v)
		}
	}
	rest := p.among(nodes)
	rest.need = nil
	return rest
}

// Silent is the problem with some pairs of nodes no longer apart.
func (p *Problem) Silent(pairs [][2]int) *Problem {
	q := *p
	q.Apart = NewGraph(len(p.Low))
	for v := range q.Apart {
		copy(q.Apart[v], p.Apart[v])
	}
	for _, pair := range pairs {
		q.Apart[pair[0]].Drop(pair[1])
		q.Apart[pair[1]].Drop(pair[0])
	}
	return &q
}

// Shrinks reports whether a world of so many people is soon found, starting
// from the hint.
func Shrinks(p *Problem, people int64, stop func() bool) bool {
	crews := p.hinted()
	if crewsSize(crews) > people {
		w := p.layout().partial(people)
		if w == nil {
			return false
		}
		w.start(shares(crews))
		if !w.search(stepsToShrink, stop) {
			return false
		}
		crews = p.crews(w.world())
	}
	world, ok := p.trimmed(crews)
	return ok && size(world) <= people
}

// stepsToShrink bounds the search for a smaller world.
const stepsToShrink = 2000
