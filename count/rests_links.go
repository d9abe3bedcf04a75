package count

import (
	"slices"

	"github.com/atleast-desk/atleast"
)

// mostCarriers bounds the certificates whose pairs are gone through one by one.
const mostCarriers = 300

// links are the verdicts that hand facts on: from each sighting to those that
// show the same people and to those it lies within.
type links struct {
	b    *board
	next map[int32][]link
}

type link struct {
	to int32
	by pair
}

func (s *Session) links() links {
	l := links{s.board, map[int32][]link{}}
	for _, v := range s.ev.Verdicts {
		a, okA := s.board.named[v.A]
		b, okB := s.board.named[v.B]
		if !okA || !okB || v.Is != atleast.Same && v.Is != atleast.Within {
			continue
		}
		l.next[a] = append(l.next[a], link{b, newPair(a, b)})
		if v.Is == atleast.Same {
			l.next[b] = append(l.next[b], link{a, newPair(a, b)})
		}
	}
	return l
}

// facts lists the sightings whose facts hold for one, if a sighting or the
// verdicts on a pair are left out of account.
func (l links) facts(of, without int32, unsaid pair) []int32 {
	if of == without {
		return nil
	}
	seen := map[int32]bool{of: true}
	list := []int32{of}
	for i := 0; i < len(list); i++ {
		for _, n := range l.next[list[i]] {
			if n.to != without && n.by != unsaid && !seen[n.to] {
				seen[n.to] = true
				list = append(list, n.to)
			}
		}
	}
	return list
}

// nobody and nothing stand for leaving no sighting and no verdict out.
const nobody = int32(-1)

var nothing = pair{-1, -1}

// carriers finds what sets the weighted sightings apart without carrying weight
// itself: sightings and verdicts without which some of them could share people.
func (r *supports) carriers(weighted []int32) []atleast.Support {
	if len(weighted) > mostCarriers {
		return nil
	}
	l := r.links()
	carry := map[int32]bool{}
	said := map[pair]bool{}
	for _, i := range weighted {
		for _, f := range l.facts(i, nobody, nothing) {
			carry[f] = true
			for _, n := range l.next[f] {
				said[n.by] = true
			}
		}
	}
	for _, i := range weighted {
		delete(carry, i)
	}
	var list []atleast.Support
	for _, i := range sorted(carry, func(a, b int32) int { return int(a - b) }) {
		id := r.board.sight(i).ID
		if least, lost := r.shaken(l, weighted, i, nothing); lost {
			floor := r.anew(least, func(x atleast.Sighting) bool { return x.ID == id },
				func(v atleast.PairVerdict) bool { return v.A == id || v.B == id })
			list = r.lower(list, atleast.Support{Sighting: id, FloorWithout: &floor})
		}
	}
	for _, p := range sorted(said, func(a, b pair) int { return int(a.a-b.a)<<16 + int(a.b-b.b) }) {
		if least, lost := r.shaken(l, weighted, nobody, p); lost {
			a, b := r.board.sight(p.a).ID, r.board.sight(p.b).ID
			floor := r.anew(least, func(atleast.Sighting) bool { return false }, onPair(a, b))
			list = r.lower(list, atleast.Support{Verdict: r.worded(a, b), FloorWithout: &floor})
		}
	}
	return list
}

func sorted[K comparable](set map[K]bool, compare func(a, b K) int) []K {
	var list []K
	for k := range set {
		list = append(list, k)
	}
	slices.SortFunc(list, compare)
	return list
}

func onPair(a, b string) func(atleast.PairVerdict) bool {
	return func(v atleast.PairVerdict) bool { return v.A == a && v.B == b || v.A == b && v.B == a }
}

// worded is a pair as the first verdict on it names it.
func (r *supports) worded(a, b string) *[2]string {
	for _, v := range r.ev.Verdicts {
		if onPair(a, b)(v) {
			return &[2]string{v.A, v.B}
		}
	}
	return &[2]string{a, b}
}

// lower adds a support if the floor is lower without it.
func (r *supports) lower(list []atleast.Support, s atleast.Support) []atleast.Support {
	if *s.FloorWithout < r.found.floor {
		list = append(list, s)
	}
	return list
}

// shaken reports whether some pair of weighted sightings is no longer apart
// without a sighting or a verdict, and what the certificate still proves when
// one of each such pair is struck out.
func (r *supports) shaken(l links, weighted []int32, without int32, unsaid pair) (least int64, lost bool) {
	facts := make([][]int32, len(weighted))
	for i, w := range weighted {
		facts[i] = l.facts(w, without, unsaid)
	}
	least = r.found.floor
	struck := make([]bool, len(weighted))
	for i := range weighted {
		for j := range i {
			g, h := r.board.group[weighted[i]], r.board.group[weighted[j]]
			if struck[i] || struck[j] || g == h || !r.apartBy(r.board.groups[g].facts, r.board.groups[h].facts) || r.apartBy(facts[i], facts[j]) {
				continue
			}
			lost = true
			if r.loss[g] < r.loss[h] {
				struck[i] = true
				least -= r.loss[g]
			} else {
				struck[j] = true
				least -= r.loss[h]
			}
		}
	}
	return max(0, least), lost || r.bound
}

func (r *supports) apartBy(facts, others []int32) bool {
	for _, i := range facts {
		for _, j := range others {
			if i != j && r.board.apart(i, j) {
				return true
			}
		}
	}
	return false
}
