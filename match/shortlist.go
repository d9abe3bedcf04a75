package match

import (
	"cmp"
	"slices"
)

// Comparing every picture with every other would take a thousandth of a second
// a pair. The shortlist names the pairs worth it: those whose views have
// near fingerprints, and those of which enough landmarks look alike in part and
// differ by the same size and turn.

// pairOf is two pictures by their places in a list, a < b.
type pairOf struct{ a, b int }

const (
	keyBits    = 32 // comparisons of a landmark that must come out alike to be noticed
	keyTables  = 256 / keyBits
	keyFellows = 4  // pictures next in line that a landmark votes for among all with its key
	leastVotes = 13 // landmarks noticed, of about one size and turn, that make a pair worth proving
	sizeBins   = 2*maxLevels - 1
	turnBins   = 32
	passPlaces = 1 << 14 // pictures whose ballots are counted in one pass: they bound the memory
)

// shortlist returns the pairs worth proving, in order. Sides may be nil.
func shortlist(sides []*side) []pairOf {
	return joined(viewPairs(sides), markPairs(sides))
}

// joined is the pairs of both lists in order, each once.
func joined(x, y []pairOf) []pairOf {
	pairs := append(x, y...)
	slices.SortFunc(pairs, func(x, y pairOf) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return slices.Compact(pairs)
}

// notice is one landmark of one picture under one of its keys, packed so that
// sorting puts equal keys together: the key, 22 bits of picture, 4 of level, 5
// of lean, 1 for seen in a mirror.
type notice uint64

func newNotice(key uint32, picture int, level, lean uint8, mirrored bool) notice {
	n := notice(key)<<32 | notice(picture)<<10 | notice(level)<<6 | notice(lean&(turnBins-1))<<1
	if mirrored {
		n |= 1
	}
	return n
}

func (n notice) key() uint32    { return uint32(n >> 32) }
func (n notice) picture() int   { return int(n >> 10 & (1<<22 - 1)) }
func (n notice) level() int     { return int(n >> 6 & 15) }
func (n notice) lean() int      { return int(n >> 1 & (turnBins - 1)) }
func (n notice) mirrored() bool { return n&1 != 0 }

// ballot is one landmark of one picture noticed in another, packed: 22 bits for
// each of the two pictures, 1 for seen in a mirror, 5 for how they differ in
// size and 5 in turn.
type ballot uint64

func (b ballot) pair() pairOf       { return pairOf{int(b >> 33), int(b >> 11 & (1<<22 - 1))} }
func (b ballot) mirrored() int      { return int(b >> 10 & 1) }
func (b ballot) size() int          { return int(b >> 5 & 31) }
func (b ballot) turn() int          { return int(b & 31) }
func (b ballot) same(o ballot) bool { return b>>11 == o>>11 }

// markPairs finds the pairs that enough landmarks vote for.
func markPairs(sides []*side) (out []pairOf) {
	var ballots []ballot
	var notices []notice
	for from := 0; from < len(sides); from += passPlaces {
		ballots = ballots[:0]
		for table := range keyTables {
			notices = noticesIn(notices[:0], sides, table)
			ballots = cast(ballots, notices, from, from+passPlaces)
		}
		slices.Sort(ballots)
		out = elected(out, ballots)
	}
	return out
}

// elected appends the pairs with enough of the sorted ballots.
func elected(out []pairOf, ballots []ballot) []pairOf {
	for len(ballots) > 0 {
		n := 1
		for n < len(ballots) && ballots[n].same(ballots[0]) {
			n++
		}
		if n >= leastVotes && mostAlike(ballots[:n]) >= leastVotes {
			out = append(out, ballots[0].pair())
		}
		ballots = ballots[n:]
	}
	return out
}

// noticesIn lists every landmark under its key in one table, sorted by key. In
// half of the tables it is also listed as seen in a mirror: in the others that
// would only repeat the same.
func noticesIn(all []notice, sides []*side, table int) []notice {
	for i, s := range sides {
		if s == nil {
			continue
		}
		for k := range s.marks {
			m := &s.marks[k]
			lean := m.lean / (256 / turnBins)
			all = append(all, newNotice(m.looks.key(table), i, m.level, lean, false))
			if table < keyTables/2 {
				l := m.looks.mirrored()
				all = append(all, newNotice(l.key(table), i, m.level, turnBins/2-lean, true))
			}
		}
	}
	slices.Sort(all)
	return all
}

// key is the part of the looks that one table compares.
func (l *looks) key(table int) uint32 { return uint32(l[table/2] >> (table % 2 * keyBits)) }

// cast pairs the landmarks that share a key, those of the pictures from from up
// to but without to with those of later ones. Where many share it, each votes for
// the few pictures next in line: enough to tie a large family together, and little
// enough for keys that mean nothing.
func cast(ballots []ballot, all []notice, from, to int) []ballot {
	for i, n := range all {
		if n.picture() < from || n.picture() >= to {
			continue
		}
		fellows, last := 0, n.picture()
		for _, o := range all[i+1:] {
			if o.key() != n.key() || fellows == keyFellows {
				break
			}
			if o.picture() == last || n.mirrored() && o.mirrored() {
				continue
			}
			fellows, last = fellows+1, o.picture()
			ballots = append(ballots, ballotOf(n, o))
		}
	}
	return ballots
}

// ballotOf compares two landmarks of two pictures, the first picture before the second.
func ballotOf(a, b notice) ballot {
	size, turn := b.level()-a.level()+maxLevels-1, b.lean()-a.lean()
	if b.mirrored() {
		turn = -turn // seen from the first picture the second turns the other way
	}
	out := ballot(a.picture())<<33 | ballot(b.picture())<<11 | ballot(size)<<5 | ballot(turn&(turnBins-1))
	if a.mirrored() || b.mirrored() {
		out |= 1 << 10
	}
	return out
}

// mostAlike is the largest number of ballots that agree on size and turn within
// a bin's width.
func mostAlike(ballots []ballot) int {
	var count [2][sizeBins][turnBins]uint16
	for _, b := range ballots {
		count[b.mirrored()][b.size()][b.turn()]++
	}
	most := 0
	for _, b := range ballots {
		sum := 0
		for size := max(b.size()-1, 0); size <= min(b.size()+1, sizeBins-1); size++ {
			for turn := b.turn() + turnBins - 1; turn <= b.turn()+turnBins+1; turn++ {
				sum += int(count[b.mirrored()][size][turn%turnBins])
			}
		}
		most = max(most, sum)
	}
	return most
}
