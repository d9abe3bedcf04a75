package count

import (
	"math/bits"
	"slices"
)

// mostForSmallest is the number of statements up to which the smallest set that
// clashes is searched for; among more of them, a set of which each is needed.
const mostForSmallest = 48

// smallest is a smallest set of statements that clash. First it is narrowed to
// a set in which each statement is needed; that bounds the search for a
// smaller one among the statements that hang together with it.
func (q *quarrel) smallest(set []statement) []statement {
	needed := q.needed(set, nil)
	near := q.near(set, needed)
	if len(near) > mostForSmallest || len(needed) <= 2 {
		return needed
	}
	return q.hit(near, needed)
}

// needed is QuickXplain (Junker 2004): given background that stands, the
// statements of set of which each is needed for the clash. When time runs out it
// leaves in what has not been tried.
func (q *quarrel) needed(set, background []statement) []statement {
	if len(background) > 0 && !q.stands(background) {
		return nil
	}
	if len(set) <= 1 || q.o.stop() {
		return set
	}
	left, right := set[:len(set)/2], set[len(set)/2:]
	second := q.needed(right, join(background, left))
	first := q.needed(left, join(background, second))
	return join(first, second)
}

func join(a, b []statement) []statement { return append(slices.Clone(a), b...) }

// near lists the statements that share sightings, in any number of steps, with
// some of them.
func (q *quarrel) near(set, some []statement) []statement {
	ids := map[string]bool{}
	for _, s := range some {
		for _, id := range q.names(s) {
			ids[id] = true
		}
	}
	for grown := true; grown; {
		grown = false
		for _, s := range set {
			names := q.names(s)
			if len(names) == 2 && ids[names[0]] != ids[names[1]] {
				ids[names[0]], ids[names[1]] = true, true
				grown = true
			}
		}
	}
	var near []statement
	for _, s := range set {
		if ids[q.names(s)[0]] {
			near = append(near, s)
		}
	}
	return near
}

// hit finds a smallest set that clashes: whatever clashes must meet every set
// whose removal lets the rest stand, so the least set that meets all such sets
// found so far is tried, until it clashes (Ignatiev and others, 2015).
func (q *quarrel) hit(near, known []statement) []statement {
	var mustMeet []uint64
	for !q.o.stop() {
		try := leastHitting(mustMeet, len(near), len(known)-1)
		if try == 0 && len(mustMeet) > 0 {
			return known
		}
		if !q.stands(pick(near, try)) {
			return pick(near, try)
		}
		for i := range near {
			if try&(1<<i) == 0 && q.stands(pick(near, try|1<<i)) {
				try |= 1 << i
			}
		}
		mustMeet = append(mustMeet, ^try&(1<<len(near)-1))
	}
	return known
}

func pick(near []statement, mask uint64) []statement {
	var set []statement
	for i, s := range near {
		if mask&(1<<i) != 0 {
			set = append(set, s)
		}
	}
	return set
}

// leastHitting is a least set that meets all of the others, of at most limit
// members; 0 if there is none.
func leastHitting(others []uint64, n, limit int) uint64 {
	best, bestSize := uint64(0), limit+1
	var grow func(set uint64)
	grow = func(set uint64) {
		size := bits.OnesCount64(set)
		if size >= bestSize {
			return
		}
		for _, o := range others {
			if o&set != 0 {
				continue
			}
			if size+1 >= bestSize {
				return
			}
			for i := range n {
				if o&(1<<i) != 0 {
					grow(set | 1<<i)
				}
			}
			return
		}
		best, bestSize = set, size
	}
	grow(0)
	return best
}
