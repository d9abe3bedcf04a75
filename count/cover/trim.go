package cover

import "slices"

// trimmed makes a world out of crews whose groups are not apart: nobody is in a
// group beyond its low but the people of its parts. It reports false where a
// high does not allow that.
func (p *Problem) trimmed(crews []crew) ([]Share, bool) {
	n := len(p.Low)
	keep := make([]crew, len(crews)) // in: what each crew is in after trimming
	may := make([]Set, len(crews))   // what it was in, closed
	for i, c := range crews {
		keep[i] = crew{people: c.people, in: NewSet(n)}
		may[i] = p.close(c.in)
	}
	for _, v := range p.bottomUp() {
		need := p.Low[v]
		for i := range keep {
			if keep[i].in.Has(v) {
				need -= keep[i].people
			}
		}
		if p.High[v] != Open && p.Low[v]-need > p.High[v] {
			return nil, false
		}
		for i := 0; i < len(keep) && need > 0; i++ {
			if keep[i].in.Has(v) || !may[i].Has(v) {
				continue
			}
			if keep[i].people > need {
				keep = append(keep, crew{people: keep[i].people - need, in: keep[i].in.clone()})
				may = append(may, may[i])
				keep[i].people = need
			}
			need -= keep[i].people
			p.enter(keep[i].in, v)
		}
		if need > 0 {
			return nil, false
		}
	}
	return shares(keep), true
}

// enter puts v and all it lies within into the set.
func (p *Problem) enter(in Set, v int) {
	in.Add(v)
	for _, w := range p.Above[v] {
		in.Add(w)
	}
}

func (p *Problem) close(in Set) Set {
	all := in.clone()
	for v := in.First(0); v >= 0; v = in.First(v + 1) {
		p.enter(all, v)
	}
	return all
}

// bottomUp lists the nodes, parts before wholes.
func (p *Problem) bottomUp() []int {
	order := make([]int, len(p.Low))
	for v := range order {
		order[v] = v
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(p.Above[b]) - len(p.Above[a]) })
	return order
}

// shares writes crews as shares; people who are in nothing are left out.
func shares(crews []crew) []Share {
	var world []Share
	for _, c := range crews {
		if c.people > 0 && !c.in.Empty() {
			world = append(world, Share{c.people, c.in.members()})
		}
	}
	return world
}
