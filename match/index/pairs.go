package index

import "iter"

// Pair is two codes of an index that are near each other. A is the one that was
// added first.
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
		var hits []Hit
		for at, s := range x.segments {
			for place := range s.n {
				q.set(s.words(place), radius)
				hits = s.searchAfter(q, place, hits[:0])
				hits = x.searchYounger(at+1, q, hits)
				if !yieldPairs(s.id(place), hits, yield) {
					return
				}
			}
		}
		x.fresh.pairs(q, radius, yield)
	}
}

// searchYounger searches the segments from at on and the fresh codes.
func (x *Index) searchYounger(at int, q *query, hits []Hit) []Hit {
	for _, s := range x.segments[at:] {
		hits = s.search(q, hits)
	}
	return x.fresh.search(q, hits)
}

func yieldPairs(id uint32, hits []Hit, yield func(Pair) bool) bool {
	for _, h := range hits {
		if !yield(Pair{id, h.ID, h.Distance}) {
			return false
		}
	}
	return true
}

func (f *fresh) pairs(q *query, radius int, yield func(Pair) bool) {
	for i, id := range f.ids {
		q.set(wordsOf(f.codes[i*codeBytes:]), radius)
		rest := fresh{codes: f.codes[(i+1)*codeBytes:], ids: f.ids[i+1:]}
		if !yieldPairs(id, rest.search(q, nil), yield) {
			return
		}
	}
}
