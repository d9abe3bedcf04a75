package index

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// propose appends to q.proposed where the places are of those entries of the runs
// of table i that together with the following chunk keep below both quotas.
func (t *table) propose(q *query, i int, quota *[chunks]int, runs []run) {
	proposed, following := q.proposed, (i+1)%chunks
	target := spread(q.chunk[following])
	for w := range quota[i] {
		n := lookups[w+1] - lookups[w]
		limit := atMost(quota[i] + quota[following] - 1 - w)
		for _, r := range runs[:n] {
			proposed = t.scan(r, target, limit, proposed)
		}
		runs = runs[n:]
	}
	q.proposedBy[i] = len(proposed) - len(q.proposed)
	q.proposed = proposed
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

// scan appends where the places are of the entries whose following chunk differs from the target in few
// enough bits, four entries at a time.
func (t *table) scan(r run, target, limit uint64, out []uint32) []uint32 {
	next := t.entries[r.next():][:r.len()*nextBytes+slack]
	for e := r.from; e < r.to; e += lanes {
		few := ^(ones16x4(binary.LittleEndian.Uint64(next)^target) + limit) & topEach
		next = next[lanes*nextBytes:]
		if few == 0 {
			continue
		}
		if beyond := int(e) + lanes - int(r.to); beyond > 0 {
			few &= topEach >> (beyond * chunkBits)
		}
		out = appendLanes(out, r.place(e), few)
	}
	return out
}

// appendLanes appends those of four neighbours whose top bit is set. It writes
// all four and counts those that stay: which they are cannot be foreseen, and a
// branch would cost more.
func appendLanes(out []uint32, first uint32, few uint64) []uint32 {
	n := len(out)
	out = slices.Grow(out, lanes)[:n+lanes]
	for lane := range lanes {
		out[n] = first + uint32(lane*placeBytes)
		n += int(few >> (lane*chunkBits + chunkBits - 1) & 1)
	}
	return out[:n]
}

// ones16x4 counts the bits of each 16-bit lane.
func ones16x4(x uint64) uint64 {
	x -= x >> 1 & 0x5555555555555555
	x = x&0x3333333333333333 + x>>2&0x3333333333333333
	x = (x + x>>4) & 0x0f0f0f0f0f0f0f0f
	return (x + x>>8) & 0x001f001f001f001f
}

func ones16(v uint16) int { return bits.OnesCount16(v) }
