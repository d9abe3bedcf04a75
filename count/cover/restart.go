package cover

// mostLeaves bounds a proof that so many people do not suffice: beyond it
// neither a reader nor the checker is helped.
const mostLeaves = 40_000

// firstRun and lastRun are how many leaves the search closes before it starts
// again with what it has learned of the nodes, at first and at the most.
const (
	firstRun = 500
	lastRun  = 1_000_000
)

// reruns is how often a proof is sought again, for a smaller one.
const reruns = 4

// identify closes the gap of an answer where every node holds one person, by
// proving that so many people do not suffice, or finding that they do. It closes
// no more leaves in one run than the most.
func (p *Problem) identify(out *Answer, most int, stop func() bool) {
	nodes, ok := p.singles()
	if !ok {
		return
	}
	apart := p.Apart.induced(nodes)
	for out.Floor < size(out.World) {
		v, crews := whether(apart, int(out.Floor), most, stop)
		if crews != nil {
			for i := range crews {
				crews[i].in = renamed(crews[i].in, nodes, len(p.Low))
			}
			if world, ok := p.trimmed(crews); ok {
				out.offer(world)
			}
			return
		}
		if v == nil || v.size > mostLeaves {
			return
		}
		proof := v.proof(out.Floor, nil)
		proof.rename(nodes)
		out.Floor, out.Proofs = proof.Floor, []*Proof{proof}
	}
}

// singles are the nodes that hold exactly one person in a trimmed world, where
// the others need not hold any.
func (p *Problem) singles() ([]int, bool) {
	var nodes []int
	for v, limit := range p.limits() {
		switch {
		case p.Low[v] == 1 && limit == 1:
			nodes = append(nodes, v)
		case p.Low[v] > 0:
			return nil, false
		}
	}
	return nodes, len(nodes) <= mostSingles
}

// mostSingles bounds the nodes among whom persons are told apart.
const mostSingles = 1000

// whether settles if so many people suffice. It returns neither a proof nor a
// world where it is stopped, or has closed the most leaves in one run.
func whether(apart Graph, people, most int, stop func() bool) (*verdict, []crew) {
	weight := make([]int64, len(apart))
	for v := range weight {
		weight[v] = 1
	}
	q := newSearch(apart, weight, 0, effortForClique)
	q.stop = stop
	q.run(full(len(apart)))
	clique := q.found[:min(len(q.found), people)]
	var learned []float64
	for leaves := min(firstRun, most); leaves <= most && !stop(); leaves *= 2 {
		w := newPersons(apart, people, clique, stop)
		if learned != nil {
			w.weight = learned
		}
		v := w.search(leaves)
		if v != nil {
			return w.again(v, clique), nil
		}
		if w.left == 0 {
			return nil, w.world()
		}
		learned = w.weight
	}
	return nil, nil
}

// again looks for smaller proofs with what the search has learned.
func (w *persons) again(best *verdict, clique []int) *verdict {
	for i := 0; i < reruns && best.size < firstRun; i++ {
		next := newPersons(w.apart, w.people, clique, w.stop)
		next.weight = w.weight
		if v := next.search(best.size); v != nil && v.size < best.size {
			best = v
		}
	}
	return best
}

func renamed(s Set, nodes []int, n int) Set {
	all := NewSet(n)
	for i, v := range nodes {
		if s.Has(i) {
			all.Add(v)
		}
	}
	return all
}
