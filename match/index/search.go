package index

import (
	"encoding/binary"
	"math/bits"
)

// search appends every code of the segment within the query's radius, each once.
func (s *segment) search(q *query, hits []Hit) []Hit { return s.searchAfter(q, -1, hits) }

// searchAfter is search among the codes behind the given place.
func (s *segment) searchAfter(q *query, after int, hits []Hit) []Hit {
	if q.radius < 0 {
		return hits
	}
	if q.radius > maxRadius {
		return s.readThrough(q, after+1, hits)
	}
	quota := q.quota
	if total := s.gather(q, &quota); total > crowded*s.evenCost(q)+crowdedLeast {
		quota = s.quotas(q)
		s.gather(q, &quota)
	}
	s.touch(q, &quota)
	runs := q.runs
	for i := range chunks {
		n := lookups(quota[i])
		s.tables[i].propose(q, i, &quota, runs[:n])
		hits = s.confirm(q, i, &quota, after, hits)
		runs = runs[n:]
	}
	return hits
}

// run is the entries of one value that is looked up.
type run struct{ from, to uint32 }

// lookups is how many values are looked up for a quota.
func lookups(quota int) (n int) {
	for w := range quota {
		n += len(masks[w])
	}
	return n
}

// gather puts into q.runs, table by table, the entries of every value that keeps
// below the table's quota, and returns what reading them will cost.
func (s *segment) gather(q *query, quota *[chunks]int) (cost int) {
	q.runs = q.runs[:0]
	for i := range chunks {
		t := &s.tables[i]
		for w := range quota[i] {
			for _, mask := range masks[w] {
				r := t.run(q.chunk[i] ^ mask)
				q.runs = append(q.runs, r)
				cost += lookupCost + int(r.to-r.from)
			}
		}
	}
	return cost
}

// touch reads one byte at the beginning and the end of every run. Nothing waits
// for what it reads, so the processor fetches many at once from a memory that is
// slow to answer; scanning, which has to wait, then finds them at hand.
func (s *segment) touch(q *query, quota *[chunks]int) {
	var sum byte
	runs := q.runs
	for i := range chunks {
		next, n := s.tables[i].next, lookups(quota[i])
		for _, r := range runs[:n] {
			sum += next[int(r.from)*nextBytes] + next[int(r.to)*nextBytes]
		}
		runs = runs[n:]
	}
	q.sum = sum
}

func (s *segment) readThrough(q *query, from int, hits []Hit) []Hit {
	for place := from; place < s.n; place++ {
		xor := q.differences(s.codes[place*codeBytes:])
		if d := count(&xor); d <= q.radius {
			hits = append(hits, Hit{s.id(place), d})
		}
	}
	return hits
}

// propose puts into q.places those of the runs of table i that together with the
// following chunk keep below both quotas.
func (t *table) propose(q *query, i int, quota *[chunks]int, runs []run) {
	following := (i + 1) % chunks
	target := spread(q.chunk[following])
	q.places = q.places[:0]
	for w := range quota[i] {
		limit := atMost(quota[i] + quota[following] - 1 - w)
		for _, r := range runs[:len(masks[w])] {
			if r.from < r.to {
				q.places = t.scan(r, target, limit, q.places)
			}
		}
		runs = runs[len(masks[w]):]
	}
}

// Four 16-bit lanes are handled in one word.
const (
	lanes   = 4
	oneEach = 0x0001000100010001
	topEach = 0x8000800080008000
)

func spread(v uint16) uint64 { return uint64(v) * oneEach }

// atMost is what added to four counts sets the top bit of those above most.
func atMost(most int) uint64 { return spread(uint16(0x7fff - min(most, chunkBits))) }

// scan appends the places of the entries whose following chunk differs from the
// target in few enough bits, four entries at a time.
func (t *table) scan(r run, target, limit uint64, places []uint32) []uint32 {
	next := t.next[int(r.from)*nextBytes : int(r.to)*nextBytes+slack]
	for e := r.from; e < r.to; e += lanes {
		few := ^(ones16x4(binary.LittleEndian.Uint64(next)^target) + limit) & topEach
		next = next[lanes*nextBytes:]
		for ; few != 0; few &= few - 1 {
			at := e + uint32(bits.TrailingZeros64(few)/chunkBits)
			if at >= r.to {
				break
			}
			places = append(places, t.place(at))
		}
	}
	return places
}

// ones16x4 counts the bits of each 16-bit lane.
func ones16x4(x uint64) uint64 {
	x -= x >> 1 & 0x5555555555555555
	x = x&0x3333333333333333 + x>>2&0x3333333333333333
	x = (x + x>>4) & 0x0f0f0f0f0f0f0f0f
	return (x + x>>8) & 0x001f001f001f001f
}

func ones16(v uint16) int { return bits.OnesCount16(v) }

// confirm appends those of the proposed places behind `after` that are within
// the radius and were not proposed by an earlier table.
func (s *segment) confirm(q *query, i int, quota *[chunks]int, after int, hits []Hit) []Hit {
	for _, place := range q.places {
		if int(place) <= after {
			continue
		}
		xor := q.differences(s.codes[int(place)*codeBytes:])
		if d := count(&xor); d <= q.radius && !proposedBefore(&xor, i, quota) {
			hits = append(hits, Hit{s.id(int(place)), d})
		}
	}
	return hits
}

// proposedBefore reports whether a table before i proposes a code that differs so.
func proposedBefore(xor *[codeWords]uint64, i int, quota *[chunks]int) bool {
	this := ones16(chunkOf(xor, 0))
	for j := range i {
		following := ones16(chunkOf(xor, j+1))
		if this < quota[j] && this+following < quota[j]+quota[j+1] {
			return true
		}
		this = following
	}
	return false
}
