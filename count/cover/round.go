package cover

import (
	"math"
	"slices"
)

// roundings are worlds near a fractional solution: its types for whole numbers
// of people, rounded down or to the nearest, and the rest painted in.
func (r *relaxation) roundings() [][]crew {
	x := r.solution()
	slices.SortStableFunc(x, func(a, b portion) int {
		switch {
		case a.people > b.people:
			return -1
		case a.people < b.people:
			return 1
		}
		return 0
	})
	var all [][]crew
	for _, up := range []float64{1e-6, 0.5, 0.34, 0.67} {
		all = append(all, r.rounding(x, up))
	}
	return all
}

// dive fixes most of a fractional solution in whole numbers and looks for a
// world of goal people around it: what is left to place is so small that the
// search person by person is at its best.
func (r *relaxation) dive(goal int64, steps int, stop func() bool) []crew {
	x := r.solution()
	for round := range 4 {
		crews, rest := r.fixed(x, int64(round))
		left := *r.p
		left.Low = rest
		w := left.layout().partial(goal - crewsSize(crews))
		if w != nil && w.search(steps, stop) {
			return append(crews, r.p.crews(w.world())...)
		}
	}
	return nil
}

// fixed takes each portion rounded down, less a few people, and says what the
// nodes still lack.
func (r *relaxation) fixed(x []portion, less int64) ([]crew, []int64) {
	p := newPainter(r.p.Apart)
	rest := slices.Clone(r.p.Low)
	for _, part := range x {
		n := int64(part.people+1e-6) - less
		for v := part.in.First(0); v >= 0; v = part.in.First(v + 1) {
			n = min(n, rest[v])
		}
		if n <= 0 {
			continue
		}
		p.crews = append(p.crews, crew{n, NewSet(len(rest)), NewSet(len(rest))})
		for v := part.in.First(0); v >= 0; v = part.in.First(v + 1) {
			p.join(&p.crews[len(p.crews)-1], v)
			rest[v] -= n
		}
	}
	return p.crews, rest
}

// rounding adds up to each portion before it cuts to a whole number, as long as
// that fills a group that lacks people.
func (r *relaxation) rounding(x []portion, up float64) []crew {
	p := newPainter(r.p.Apart)
	rest := slices.Clone(r.p.Low)
	for _, part := range x {
		n := int64(math.Floor(part.people + up))
		lack := int64(0)
		for v := part.in.First(0); v >= 0; v = part.in.First(v + 1) {
			lack = max(lack, rest[v])
		}
		if n = min(n, lack); n == 0 {
			continue
		}
		p.crews = append(p.crews, crew{n, NewSet(len(rest)), NewSet(len(rest))})
		c := &p.crews[len(p.crews)-1]
		for v := part.in.First(0); v >= 0; v = part.in.First(v + 1) {
			p.join(c, v)
			rest[v] -= n
		}
	}
	order := make([]int, 0, len(rest))
	for v, n := range rest {
		if n > 0 {
			order = append(order, v)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(p.blocked[b] - p.blocked[a]) })
	for _, v := range order {
		p.fill(v, rest[v])
	}
	return p.crews
}
