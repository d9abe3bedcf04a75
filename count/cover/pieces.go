package cover

import "slices"

// largest answers for parts that do not touch each other.
func (p *Problem) largest(parts [][]int, stop func() bool) Answer {
	out := Answer{Found: true}
	var worlds [][]Share
	for _, nodes := range parts {
		a := p.among(nodes).solve(stop)
		if a.Clash {
			return a
		}
		a.rename(nodes)
		if a.Floor > out.Floor {
			out.Floor, out.Proofs = a.Floor, a.Proofs
		}
		out.Found = out.Found && a.Found
		worlds = append(worlds, a.World)
	}
	if out.Found {
		out.World = Overlay(worlds)
	}
	out.Unproven = !out.Found || size(out.World) > out.Floor
	return out
}

// sum answers for parts that are wholly apart.
func (p *Problem) sum(parts [][]int, stop func() bool) Answer {
	out := Answer{Found: true}
	for _, nodes := range parts {
		a := p.among(nodes).solve(stop)
		if a.Clash {
			return a
		}
		a.rename(nodes)
		out.Floor += a.Floor
		out.Proofs = append(out.Proofs, a.Proofs...)
		out.Found = out.Found && a.Found
		out.World = append(out.World, a.World...)
		out.Unproven = out.Unproven || a.Unproven
	}
	if !out.Found {
		out.World = nil
	}
	return out
}

// among is the problem of some of the nodes.
func (p *Problem) among(nodes []int) *Problem {
	sub := &Problem{Apart: p.Apart.induced(nodes), Above: make([][]int, len(nodes))}
	need := p.needs()
	place := make(map[int]int, len(nodes))
	for i, v := range nodes {
		place[v] = i
		sub.Low = append(sub.Low, p.Low[v])
		sub.High = append(sub.High, p.High[v])
		sub.need = append(sub.need, need[v])
	}
	for i, v := range nodes {
		for _, w := range p.Above[v] {
			if at, ok := place[w]; ok {
				sub.Above[i] = append(sub.Above[i], at)
			}
		}
	}
	for _, share := range p.Hint {
		part := Share{People: share.People}
		for _, v := range share.In {
			if at, ok := place[v]; ok {
				part.In = append(part.In, at)
			}
		}
		if part.In != nil {
			sub.Hint = append(sub.Hint, part)
		}
	}
	return sub
}

// rename gives the nodes of a part the names they have in the whole.
func (a *Answer) rename(nodes []int) {
	for i, share := range a.World {
		in := slices.Clone(share.In)
		for j, v := range in {
			in[j] = nodes[v]
		}
		a.World[i].In = in
	}
	for _, proof := range a.Proofs {
		proof.rename(nodes)
	}
}

func (p *Proof) rename(nodes []int) {
	if p == nil {
		return
	}
	for i := range p.Weights {
		p.Weights[i].Node = nodes[p.Weights[i].Node]
	}
	if p.Split != nil {
		for i, v := range p.Split.Nodes {
			p.Split.Nodes[i] = nodes[v]
		}
		p.AtMost.rename(nodes)
		p.AtLeast.rename(nodes)
	}
}
