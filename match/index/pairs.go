package index

import "iter"

// Pair is two codes of an index that are near each other. A is the lower identifier.
type Pair struct {
	A, B     uint32 // identifiers
	Distance int
}

// Pairs yields every two codes within radius bits of each other, each two once,
// in no order worth relying on. Nothing may be added meanwhile.
func (x *Index) Pairs(radius int) iter.Seq[Pair] {
	return func(yield func(Pair) bool) {
		x.mu.RLock()
		defer x.mu.RUnlock()
		q := queries.Get().(*query)
		defer queries.Put(q)
		for at, s := range x.segments {
			for place := range s.n {
				q.set(s.words(place), radius)
				s.searchAfter(q, place)
				x.search(q, at+1)
				if !q.yieldPairs(s.id(place), yield) {
					return
				}
			}
		}
		x.fresh.pairs(q, radius, yield)
	}
}

func (q *query) yieldPairs(id uint32, yield func(Pair) bool) bool {
	for _, f := range q.found {
		h := f.hit()
		if !yield(Pair{min(id, h.ID), max(id, h.ID), h.Distance}) {
			return false
		}
	}
	return true
}

func (f *fresh) pairs(q *query, radius int, yield func(Pair) bool) {
	for i, id := range f.ids {
		q.set(wordsOf(f.codes[i*codeBytes:]), radius)
		f.searchAfter(q, i)
		if !q.yieldPairs(id, yield) {
			return
		}
	}
}
