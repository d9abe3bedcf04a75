package cover

// search looks for the heaviest clique of a graph: branch and bound over bit
// sets, where a weighted colouring of the candidates bounds what they can add
// (Tavares and others, 2015). Run on the graph of what is apart it finds groups
// whose lows add; run on the complement it finds the heaviest type.
type search struct {
	near   Graph
	weight []int64
	best   int64       // only heavier cliques are of interest
	found  []int       // the heaviest clique so far; nil where none was heavier
	enough int64       // stop at a clique at least this heavy
	effort int         // steps that may still be taken
	stop   func() bool // asked now and then; may be nil
	now    []int
	levels []level
}

// stepsBetweenAsking is how many steps a search takes before it asks again
// whether it must stop.
const stepsBetweenAsking = 64

// level is the memory of one depth of the search.
type level struct {
	candidates, left, class Set
	order                   []int32
	bound                   []int64
	rest                    []int64
}

// newSearch prepares a search for cliques heavier than floor, which takes at
// most effort steps.
func newSearch(near Graph, weight []int64, floor int64, effort int) *search {
	return &search{near: near, weight: weight, best: floor, enough: 1<<63 - 1, effort: effort}
}

// run searches among the candidates, and reports whether it saw everything: if
// so no clique among them is heavier than s.best.
func (s *search) run(candidates Set) bool {
	s.depth(0)
	copy(s.levels[0].candidates, candidates)
	s.expand(0, 0)
	return s.effort > 0 && s.best < s.enough
}

// depth makes sure that the memory of a depth is there.
func (s *search) depth(d int) *level {
	if d == len(s.levels) {
		n := len(s.near)
		s.levels = append(s.levels, level{
			candidates: NewSet(n), left: NewSet(n), class: NewSet(n), rest: make([]int64, n),
		})
	}
	return &s.levels[d]
}

func (s *search) expand(d int, weight int64) {
	if s.effort--; s.effort <= 0 {
		return
	}
	if s.effort%stepsBetweenAsking == 0 && s.stop != nil && s.stop() {
		s.effort = 0
		return
	}
	if weight > s.best {
		s.best = weight
		s.found = append(s.found[:0], s.now...)
		if s.best >= s.enough {
			return
		}
	}
	s.depth(d + 1)
	at := &s.levels[d]
	s.colour(at)
	for i := len(at.order) - 1; i >= 0 && weight+at.bound[i] > s.best; i-- {
		v := int(at.order[i])
		s.levels[d+1].candidates.and(at.candidates, s.near[v])
		s.now = append(s.now, v)
		s.expand(d+1, weight+s.weight[v])
		s.now = s.now[:len(s.now)-1]
		if s.effort <= 0 || s.best >= s.enough {
			return
		}
		at = &s.levels[d] // the slice of levels may have moved
		at.candidates.Drop(v)
	}
}

// colour orders the candidates so that bound[i] is no less than the weight of
// any clique among the first i+1 of them. Each class holds no two neighbours,
// so it adds at most its own weight to a clique; a node's weight may be spread
// over several classes.
func (s *search) colour(at *level) {
	at.order, at.bound = at.order[:0], at.bound[:0]
	copy(at.left, at.candidates)
	for v := at.left.First(0); v >= 0; v = at.left.First(v + 1) {
		at.rest[v] = s.weight[v]
		if s.weight[v] <= 0 {
			at.left.Drop(v) // it never makes a clique heavier
		}
	}
	bound := int64(0)
	for !at.left.Empty() {
		least := int64(1<<63 - 1)
		copy(at.class, at.left)
		for v := at.class.First(0); v >= 0; v = at.class.First(v + 1) {
			at.class.minus(s.near[v])
			least = min(least, at.rest[v])
		}
		bound += least
		for v := at.class.First(0); v >= 0; v = at.class.First(v + 1) {
			if at.rest[v] -= least; at.rest[v] == 0 {
				at.left.Drop(v)
				at.order = append(at.order, int32(v))
				at.bound = append(at.bound, bound)
			}
		}
	}
}

func total(weight []int64, nodes []int) int64 {
	sum := int64(0)
	for _, v := range nodes {
		sum += weight[v]
	}
	return sum
}
