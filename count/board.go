package count

import (
	"slices"

	"github.com/atleast-desk/atleast"
)

// board is the evidence contracted: what counts of it, in groups of sightings
// that are the same, with what sets the groups apart.
type board struct {
	ev        *atleast.Evidence
	named     map[string]int32
	counted   []int32 // index in the evidence of each sighting that counts
	facts     []fact  // of each sighting that counts
	speed     float64 // metres a second
	exclusive map[pair]bool
	differ    map[pair]ground // sightings that are different by word, not by fact
	differs   map[int32][]int32
	group     []int32 // of each sighting that counts
	groups    []group
	scratch   *scratch
	sightings *index // for seeDifferent; nil until it is asked
	relations
}

// pair is two numbers, the lesser first.
type pair struct{ a, b int32 }

func newPair(a, b int32) pair { return pair{min(a, b), max(a, b)} }

// ground is the verdict that says so, or the assumption where it is negative.
type ground int32

const assumed ground = -1

// group is sightings that show the same people.
type group struct {
	members   []int32
	above     []int32 // groups that it lies strictly within
	below     []int32 // groups that lie strictly within it
	facts     []int32 // its sightings and those of all above: each sets it apart
	low, high int64   // as its own members state
	dead      bool    // its facts exclude each other: nobody is in it
}

// open is the high of a group that states none.
const open = int64(1<<63 - 1)

// newBoard contracts the evidence. extra pairs are taken as different.
func newBoard(ev *atleast.Evidence, o Options, extra [][2]string) *board {
	b := &board{ev: ev, speed: ev.SpeedKMH / 3.6, differ: map[pair]ground{}, differs: map[int32][]int32{}}
	if b.speed == 0 {
		b.speed = atleast.DefaultSpeedKMH / 3.6
	}
	b.named = b.count(o)
	b.relations = b.read(b.named, o, extra)
	b.regroup()
	return b
}

// joined is the board with one more verdict that makes groups of sightings. It
// shares with the old one what does not depend on groups.
func (b *board) joined(is atleast.Judgement, x, y int32) *board {
	next := *b
	if is == atleast.Same {
		next.same = append(slices.Clip(next.same), [2]int32{x, y})
	} else {
		next.within = append(slices.Clip(next.within), [2]int32{x, y})
	}
	next.regroup()
	return &next
}

// regroup makes the groups anew.
func (b *board) regroup() {
	b.groups, b.group, b.scratch = nil, nil, nil
	b.contract()
	b.inherit()
}

// count picks the sightings that count, and returns where each is by name.
func (b *board) count(o Options) map[string]int32 {
	kinds := b.kinds()
	named := make(map[string]int32, len(b.ev.Sightings))
	for i := range b.ev.Sightings {
		s := &b.ev.Sightings[i]
		if s.Status != atleast.Verified && (s.Status != atleast.Unverified || !o.Unverified) {
			continue
		}
		named[s.ID] = int32(len(b.counted))
		b.counted = append(b.counted, int32(i))
		b.facts = append(b.facts, newFact(s, kinds))
	}
	return named
}

// kinds numbers the kinds that exclude another.
func (b *board) kinds() map[string]int32 {
	kinds := map[string]int32{}
	b.exclusive = make(map[pair]bool, len(b.ev.Exclusive))
	for _, e := range b.ev.Exclusive {
		for _, kind := range e {
			if _, ok := kinds[kind]; !ok {
				kinds[kind] = int32(len(kinds))
			}
		}
		b.exclusive[newPair(kinds[e[0]], kinds[e[1]])] = true
	}
	return kinds
}

func (b *board) sight(i int32) *atleast.Sighting { return &b.ev.Sightings[b.counted[i]] }

// relations are the verdicts that make groups of sightings.
type relations struct{ same, within [][2]int32 }

// read sorts the verdicts on sightings that count. Verdicts of one judgement on
// one pair are taken together, with everyone who gave them.
func (b *board) read(named map[string]int32, o Options, extra [][2]string) relations {
	var r relations
	said := map[pair]reviewers{}
	first := map[pair]int32{}
	for i, v := range b.ev.Verdicts {
		x, okX := named[v.A]
		y, okY := named[v.B]
		if !okX || !okY {
			continue
		}
		switch v.Is {
		case atleast.Same:
			r.same = append(r.same, [2]int32{x, y})
		case atleast.Within:
			r.within = append(r.within, [2]int32{x, y})
		case atleast.Different:
			p := newPair(x, y)
			if said[p] == nil {
				said[p] = reviewers{}
				first[p] = int32(i)
			}
			said[p].add(v.By)
			if said[p].enough(o) {
				b.setDifferent(p, ground(first[p]))
			}
		}
	}
	for _, e := range extra {
		x, okX := named[e[0]]
		y, okY := named[e[1]]
		if okX && okY {
			b.setDifferent(newPair(x, y), assumed)
		}
	}
	return r
}

func (b *board) setDifferent(p pair, g ground) {
	if _, known := b.differ[p]; known {
		return
	}
	b.differ[p] = g
	b.differs[p.a] = append(b.differs[p.a], p.b)
	b.differs[p.b] = append(b.differs[p.b], p.a)
}

// byKind reports whether the kinds of two sightings exclude each other.
func (b *board) byKind(i, j int32) bool {
	k, l := b.facts[i].kind, b.facts[j].kind
	return k >= 0 && l >= 0 && k != l && b.exclusive[newPair(k, l)]
}

// apart reports whether two sightings are different, by word or by fact.
func (b *board) apart(i, j int32) bool {
	if len(b.differ) > 0 {
		if _, ok := b.differ[newPair(i, j)]; ok {
			return true
		}
	}
	return b.byKind(i, j) || b.elsewhere(i, j)
}

// groupsApart reports whether two groups share nobody. If they do not, it says
// which two of their facts decide.
func (b *board) groupsApart(g, h int32) (i, j int32, ok bool) {
	for _, i := range b.groups[g].facts {
		for _, j := range b.groups[h].facts {
			if i != j && b.apart(i, j) {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}
