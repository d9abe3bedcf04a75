// Package index finds, among many 256-bit fingerprints, every one that differs
// from a given one in at most so many bits. It is exact: nothing within the
// radius is ever missed, because a count may depend on it.
//
// # How
//
// A code is cut into 16 chunks of 16 bits, and for each chunk there is a table
// from its value to the codes that have it. Give each chunk a quota, so that the
// quotas add up to the radius and one more. Then a code within the radius keeps
// below its quota in at least one chunk (else the differences would add up to
// more than the radius), so it is found by looking up, in every table, all
// values that keep below the quota: at radius 31, the chunk itself and the 16
// values that differ in one bit.
//
// More is true. Set the chunks in a ring; then from at least one chunk on, the
// differences keep below the quotas added up, however far one goes round (the
// cycle lemma). So each entry of a table carries the following chunk beside it,
// and only what also keeps below both quotas together is looked at at all, which
// one in some four hundred unrelated codes does. That is what makes the search
// fast: it reads a few hundred short runs of 16-bit values and almost nothing else.
//
// A code that is near is proposed by nearly every table; it is looked at once. And
// codes are kept in an order in which near copies mostly stand side by side, so
// that they are fetched together.
//
// Where codes crowd (crops of one picture), the quotas are moved for each query
// from crowded chunks to the others, which keeps the sum and thus the proof.
//
// # What it is made of
//
// Immutable segments, in memory or mapped from a file, and a small fresh one that
// is simply read through. Adding fills the fresh one, which becomes a segment, and
// segments of like size are merged.
package index

import (
	"slices"
	"sync"
)

// Code is a fingerprint of 256 bits.
type Code [32]byte

// freshMost is how many codes the fresh segment holds before it is sealed.
// Reading through so many takes about as long as one search of a segment.
const freshMost = 4096

// mergeRatio keeps the number of segments logarithmic: a segment is merged into
// its younger neighbours once they hold a mergeRatio-th of it.
const mergeRatio = 4

// segmentMost is the most codes of one segment: places are kept in 24 bits.
const segmentMost = 1 << 24

// Index is a growing set of codes. The zero value is empty and ready. It may be
// used by many goroutines at once.
type Index struct {
	mu       sync.RWMutex
	segments []*segment // from the oldest to the youngest
	fresh    fresh
	unmap    func() error // of the file it was opened from, nil otherwise
}

// New returns an empty index.
func New() *Index { return &Index{} }

// Len is how many codes the index holds.
func (x *Index) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	n := len(x.fresh.ids)
	for _, s := range x.segments {
		n += s.n
	}
	return n
}

// Add puts a code into the index. The same code, and the same identifier, may be
// added many times; each is found.
func (x *Index) Add(id uint32, code Code) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.fresh.add(id, code)
	if len(x.fresh.ids) >= freshMost {
		x.seal(mergeRatio)
	}
}

// Pack merges everything into as few segments as can be, which is when searching
// is fastest and memory least. It takes about a second for a million codes.
func (x *Index) Pack() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.seal(segmentMost)
}

// seal turns the fresh codes into a segment, together with the younger segments
// as far as they hold less than ratio times what is already gathered.
func (x *Index) seal(ratio int) {
	gathered, from := len(x.fresh.ids), len(x.segments)
	for from > 0 {
		n := x.segments[from-1].n
		if n > ratio*gathered || n+gathered > segmentMost {
			break
		}
		gathered += n
		from--
	}
	if gathered == 0 || len(x.fresh.ids) == 0 && len(x.segments)-from < 2 {
		return
	}
	merged := build(x.segments[from:], &x.fresh, gathered)
	x.segments = append(slices.Clone(x.segments[:from]), merged)
	x.fresh = fresh{}
}

// Search returns every code within radius bits of the given one, nearest first
// and by identifier where they are equally near.
func (x *Index) Search(code Code, radius int) []Hit {
	x.mu.RLock()
	defer x.mu.RUnlock()
	q := queries.Get().(*query)
	defer queries.Put(q)
	scattered := scatter(code)
	q.set(wordsOf(scattered[:]), radius)
	x.search(q, 0)
	hits, dealt := sorted(q.found, q.dealt, min(radius, codeBits))
	q.dealt = dealt
	return hits
}

// search searches the segments from at on and the fresh codes.
func (x *Index) search(q *query, at int) {
	for _, s := range x.segments[at:] {
		s.search(q)
	}
	x.fresh.search(q)
}
