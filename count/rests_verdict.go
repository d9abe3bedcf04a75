package count

import (
	"slices"

	"github.com/atleast-desk/atleast"
)

// decisive lists the verdicts without which some pair that the certificate
// names would not be different.
func (s *Session) decisive(c *atleast.Certificate) []pair {
	at := map[string]int32{}
	for _, i := range s.weighted() {
		at[s.board.sight(i).ID] = s.board.group[i]
	}
	seen := map[pair]bool{}
	var list []pair
	for _, p := range c.Pairs {
		if v, ok := s.board.soleVerdict(at[p.A], at[p.B]); ok && !seen[v] {
			seen[v] = true
			list = append(list, v)
		}
	}
	return list
}

// soleVerdict is the one verdict that sets two groups apart, if nothing else does.
func (b *board) soleVerdict(g, h int32) (pair, bool) {
	var found pair
	n := 0
	for _, i := range b.groups[g].facts {
		for _, j := range b.groups[h].facts {
			switch ground, said := b.differ[newPair(i, j)]; {
			case i == j:
			case b.byKind(i, j) || b.elsewhere(i, j):
				return pair{}, false
			case said && ground != assumed && newPair(i, j) != found:
				found = newPair(i, j)
				n++
			}
		}
	}
	return found, n == 1
}

// withoutVerdict is the floor without a decisive verdict.
func (r *supports) withoutVerdict(v pair) int64 {
	loss := min(r.losing(v.a), r.losing(v.b))
	least := max(0, r.found.floor-loss)
	if least == r.found.floor {
		return least
	}
	joined := r.joined(v)
	p := r.home[joined[0].a]
	for _, j := range joined {
		if r.home[j.a] != p || r.home[j.b] != p {
			p = nil
			break
		}
	}
	if p == nil || p.problem == nil {
		a, b := r.board.sight(v.a).ID, r.board.sight(v.b).ID
		return r.anew(least, func(atleast.Sighting) bool { return false }, onPair(a, b))
	}
	var pairs [][2]int
	for _, j := range joined {
		pairs = append(pairs, [2]int{slices.Index(p.groups, j.a), slices.Index(p.groups, j.b)})
	}
	return r.again(p, p.problem.Silent(pairs), loss)
}

// losing is what the certificate loses without any group that inherits from a
// sighting's.
func (r *supports) losing(i int32) int64 {
	g := r.board.group[i]
	loss := r.loss[g]
	for _, h := range r.board.groups[g].below {
		loss += r.loss[h]
	}
	return loss
}

// joined lists the pairs of groups that only this verdict sets apart.
func (r *supports) joined(v pair) []pair {
	b := r.board
	var list []pair
	g, h := b.group[v.a], b.group[v.b]
	for _, x := range append([]int32{g}, b.groups[g].below...) {
		for _, y := range append([]int32{h}, b.groups[h].below...) {
			if only, ok := b.soleVerdict(x, y); ok && only == v && r.home[x] != nil && r.home[y] != nil {
				list = append(list, pair{x, y})
			}
		}
	}
	return list
}
