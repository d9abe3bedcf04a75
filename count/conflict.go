package count

import (
	"math/bits"
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count/cover"
)

// mostContradictions bounds how many clashes are named at once: each is
// something for a person to look into.
const mostContradictions = 20

// mostForSmallest is the number of statements up to which the smallest set that
// clashes is searched for; among more of them, a set of which each is needed.
const mostForSmallest = 48

// quarrel is evidence that contradicts itself, as statements of which some set
// cannot stand together: verdicts, and what sightings say of themselves.
type quarrel struct {
	ev    *atleast.Evidence
	o     Options
	among []statement
}

// statement is the verdicts on a pair, or what a sighting says of itself.
type statement struct {
	verdicts []int // on one pair; nil for a sighting
	pair     [2]string
	sighting int
}

// contradictions names sets of statements that clash, the smallest first, no
// statement in two of them.
func contradictions(ev *atleast.Evidence, o Options) []atleast.Contradiction {
	q := newQuarrel(ev, o)
	var list []atleast.Contradiction
	for len(list) < mostContradictions && !q.stands(q.among) {
		set := q.smallest(q.among)
		list = append(list, q.describe(set))
		q.among = slices.DeleteFunc(q.among, func(s statement) bool {
			return slices.ContainsFunc(set, func(t statement) bool { return t.pair == s.pair && t.sighting == s.sighting })
		})
	}
	slices.SortStableFunc(list, func(a, b atleast.Contradiction) int {
		return len(a.Verdicts) + len(a.Sightings) - len(b.Verdicts) - len(b.Sightings)
	})
	return list
}

// newQuarrel takes the verdicts on each pair, and every sighting, as statements.
func newQuarrel(ev *atleast.Evidence, o Options) *quarrel {
	q := &quarrel{ev: ev, o: o}
	at := map[[2]string]int{}
	for i, v := range ev.Verdicts {
		key := [2]string{min(v.A, v.B), max(v.A, v.B)}
		if k, ok := at[key]; ok {
			q.among[k].verdicts = append(q.among[k].verdicts, i)
		} else if v.Is != atleast.Unsure {
			at[key] = len(q.among)
			q.among = append(q.among, statement{verdicts: []int{i}, pair: [2]string{v.A, v.B}})
		}
	}
	for i := range ev.Sightings {
		q.among = append(q.among, statement{sighting: i})
	}
	return q
}

// stands reports whether some world agrees with the statements.
func (q *quarrel) stands(set []statement) bool {
	ev := q.only(set)
	b := newBoard(&ev, q.o, nil)
	if len(b.broken()) > 0 {
		return false
	}
	for _, family := range b.families() {
		if cover.Clash(b.problem(family), q.o.stop) {
			return false
		}
	}
	return true
}

// only is the evidence of some statements. A sighting that is not among them
// but named by a verdict is there, and says nothing.
func (q *quarrel) only(set []statement) atleast.Evidence {
	ev := atleast.Evidence{SpeedKMH: q.ev.SpeedKMH, Zone: q.ev.Zone, Exclusive: q.ev.Exclusive}
	speaks := map[string]bool{}
	for _, s := range set {
		if s.verdicts == nil {
			ev.Sightings = append(ev.Sightings, q.ev.Sightings[s.sighting])
			speaks[q.ev.Sightings[s.sighting].ID] = true
		}
	}
	status := map[string]atleast.Status{}
	for i := range q.ev.Sightings {
		status[q.ev.Sightings[i].ID] = q.ev.Sightings[i].Status
	}
	for _, s := range set {
		for _, i := range s.verdicts {
			v := q.ev.Verdicts[i]
			ev.Verdicts = append(ev.Verdicts, v)
			for _, id := range [...]string{v.A, v.B} {
				if !speaks[id] {
					speaks[id] = true
					ev.Sightings = append(ev.Sightings, atleast.Sighting{ID: id, Status: status[id]})
				}
			}
		}
	}
	return ev
}

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
// statements of set of which each is needed for the clash.
func (q *quarrel) needed(set, background []statement) []statement {
	if len(background) > 0 && !q.stands(background) {
		return nil
	}
	if len(set) <= 1 {
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

func (q *quarrel) names(s statement) []string {
	if s.verdicts != nil {
		return s.pair[:]
	}
	return []string{q.ev.Sightings[s.sighting].ID}
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

func (q *quarrel) describe(set []statement) atleast.Contradiction {
	c := atleast.Contradiction{Verdicts: [][2]string{}, Sightings: []string{}}
	for _, s := range set {
		if s.verdicts != nil {
			c.Verdicts = append(c.Verdicts, s.pair)
		} else {
			c.Sightings = append(c.Sightings, q.ev.Sightings[s.sighting].ID)
		}
	}
	return c
}
