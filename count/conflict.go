package count

import (
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count/cover"
)

// mostContradictions bounds how many clashes are named at once: each is
// something for a person to look into.
const mostContradictions = 20

// quarrel is evidence that contradicts itself, as statements of which some set
// cannot stand together: verdicts, and what sightings say of themselves.
type quarrel struct {
	ev     *atleast.Evidence
	o      Options
	status map[string]atleast.Status // of each sighting
	among  []statement
}

// statement is the verdicts on a pair, or what a sighting says of itself.
type statement struct {
	verdicts []int // on one pair; nil for a sighting
	pair     [2]string
	sighting int
}

// contradictions names sets of statements that clash, the smallest first, no
// statement in two of them. The evidence is one that does contradict itself. When
// time runs out it names at least one set, which may hold more than it need.
func contradictions(ev *atleast.Evidence, o Options) []atleast.Contradiction {
	q := newQuarrel(ev, o)
	var list []atleast.Contradiction
	for _, among := range q.quarrels() {
		for len(list) < mostContradictions && !q.stands(among) {
			set := q.smallest(among)
			list = append(list, q.describe(set))
			among = without(among, set)
		}
	}
	if list == nil {
		list = append(list, q.describe(q.smallest(q.among)))
	}
	slices.SortStableFunc(list, func(a, b atleast.Contradiction) int {
		return len(a.Verdicts) + len(a.Sightings) - len(b.Verdicts) - len(b.Sightings)
	})
	return list
}

func without(among, set []statement) []statement {
	return slices.DeleteFunc(slices.Clone(among), func(s statement) bool {
		return slices.ContainsFunc(set, func(t statement) bool { return t.pair == s.pair && t.sighting == s.sighting })
	})
}

// quarrels are the statements about each set of tied groups that has no world.
// What is said of any other sighting has no part in the clash.
func (q *quarrel) quarrels() [][]statement {
	b := newBoard(q.ev, q.o, nil)
	at := map[string]int{}
	for n, sightings := range b.clashing(q.o) {
		for _, i := range sightings {
			at[b.sight(i).ID] = n + 1
		}
	}
	sets := make([][]statement, len(at))
	for _, s := range q.among {
		names := q.names(s)
		if n := at[names[0]]; n > 0 && n == at[names[len(names)-1]] {
			sets[n-1] = append(sets[n-1], s)
		}
	}
	return slices.DeleteFunc(sets, func(set []statement) bool { return set == nil })
}

// newQuarrel takes the verdicts on each pair, and every sighting, as statements.
func newQuarrel(ev *atleast.Evidence, o Options) *quarrel {
	q := &quarrel{ev: ev, o: o, status: map[string]atleast.Status{}}
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
		q.status[ev.Sightings[i].ID] = ev.Sightings[i].Status
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
	for _, s := range set {
		for _, i := range s.verdicts {
			v := q.ev.Verdicts[i]
			ev.Verdicts = append(ev.Verdicts, v)
			for _, id := range [...]string{v.A, v.B} {
				if !speaks[id] {
					speaks[id] = true
					ev.Sightings = append(ev.Sightings, atleast.Sighting{ID: id, Status: q.status[id]})
				}
			}
		}
	}
	return ev
}

func (q *quarrel) names(s statement) []string {
	if s.verdicts != nil {
		return s.pair[:]
	}
	return []string{q.ev.Sightings[s.sighting].ID}
}

func (q *quarrel) describe(set []statement) atleast.Contradiction {
	c := atleast.Contradiction{Verdicts: [][2]string{}, Sightings: []string{}, Loose: q.o.stop()}
	for _, s := range set {
		if s.verdicts != nil {
			c.Verdicts = append(c.Verdicts, s.pair)
		} else {
			c.Sightings = append(c.Sightings, q.ev.Sightings[s.sighting].ID)
		}
	}
	return c
}
