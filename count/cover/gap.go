package cover

import "math"

// soonRelaxed is the most nodes whose relaxation is solved so soon that the
// weights it may give are worth having before a tree.
const soonRelaxed = 64

// leavesBefore, over the number of nodes, is how many leaves may be closed
// before a relaxation that is not solved so soon.
const leavesBefore = 2_000_000

// relaxed improves an answer by linear relaxation and branching.
func (p *Problem) relaxed(out *Answer, crews []crew, stop func() bool) {
	l := newPool(p, stop)
	for v := range p.Low {
		l.keep(l.search.up[v].clone())
	}
	for _, c := range crews {
		l.keep(p.close(c.in))
	}
	t := newTree(p, l, stop)
	if out.Found {
		t.offer(out.World)
	}
	if !p.binds() {
		if len(p.Low) > soonRelaxed {
			p.identify(out, leavesBefore/len(p.Low), stop)
		}
		if size(out.World) > out.Floor {
			p.relaxLows(out, t)
		}
		p.identify(out, lastRun, stop)
	}
	if !out.Found || size(out.World) > out.Floor {
		p.climb(out, t)
	}
	out.Unproven = !out.Clash && (!out.Found || size(out.World) > out.Floor)
}

// relaxLows bounds by the lows alone, which weights without a z can show.
func (p *Problem) relaxLows(out *Answer, t *tree) {
	var lows []row
	for _, row := range t.base {
		if row.atLeast {
			lows = append(lows, row)
		}
	}
	r := newRelaxation(p, lows, len(lows), t.pool, 1)
	if r.solve() != settled {
		return
	}
	proof := r.certify(int64(math.Ceil(r.lp.cost(r.right) - 1e-5)))
	if proof != nil && proof.Floor > out.Floor {
		out.Floor, out.Proofs = proof.Floor, []*Proof{proof}
	}
	for _, crews := range r.roundings() {
		if world, ok := p.trimmed(crews); ok {
			out.offer(world)
			t.offer(world)
		}
	}
	if _, single := p.singles(); single {
		return // telling who is who finds any world there is
	}
	for goal := out.Floor; goal < size(out.World) && !t.stop(); goal++ {
		if crews := r.dive(goal, stepsToSqueeze, t.stop); crews != nil {
			if world, ok := p.trimmed(crews); ok {
				out.offer(world)
				t.offer(world)
			}
		}
	}
}

// climb branches until floor and world meet, or until it must stop.
func (p *Problem) climb(out *Answer, t *tree) {
	proof := t.grow(nil)
	if proof.Impossible {
		*out = Answer{Clash: true}
		return
	}
	if proof.Floor > out.Floor {
		out.Floor, out.Proofs = proof.Floor, []*Proof{proof}
	}
	if t.least < math.MaxInt64 {
		out.offer(t.world)
	}
}
