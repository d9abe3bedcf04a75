package index

import (
	"cmp"
	"slices"
)

// Hit is one code that was found.
type Hit struct {
	ID       uint32
	Distance int // bits that differ, at most the radius
}

// sorted orders what was found by distance, which is at most `most`, and then by
// identifier. Distances are few: hits are dealt out by distance first, and what is
// left to sort is short.
func sorted(found []Hit, most int) []Hit {
	if len(found) == 0 {
		return nil
	}
	var ends [codeBits + 1]int
	for _, h := range found {
		ends[h.Distance]++
	}
	for d := 1; d <= most; d++ {
		ends[d] += ends[d-1]
	}
	hits := make([]Hit, len(found))
	for _, h := range slices.Backward(found) {
		ends[h.Distance]--
		hits[ends[h.Distance]] = h
	}
	for rest := hits; len(rest) > 0; {
		n := equallyNear(rest)
		slices.SortFunc(rest[:n], func(a, b Hit) int { return cmp.Compare(a.ID, b.ID) })
		rest = rest[n:]
	}
	return hits
}

// equallyNear is how many hits, from the first on, have its distance.
func equallyNear(hits []Hit) int {
	for n, h := range hits {
		if h.Distance != hits[0].Distance {
			return n
		}
	}
	return len(hits)
}
