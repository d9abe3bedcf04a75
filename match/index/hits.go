package index

import "slices"

// Hit is one code that was found.
type Hit struct {
	ID       uint32
	Distance int // bits that differ, at most the radius
}

// found is a hit as one number: the distance in the upper half, the identifier in
// the lower, so that the order of numbers is that of hits.
type found uint64

func foundAt(id uint32, distance int) found { return found(distance)<<32 | found(id) }

func (f found) distance() int { return int(f >> 32) }
func (f found) hit() Hit      { return Hit{uint32(f), f.distance()} }

// sorted orders what was found by distance, which is at most `most`, and then by
// identifier. Distances are few: hits are dealt out by distance first, and what is
// left to sort is short. The scratch is overwritten and returned for the next time.
func sorted(all, scratch []found, most int) ([]Hit, []found) {
	if len(all) == 0 {
		return nil, scratch
	}
	var ends [codeBits + 1]int
	for _, f := range all {
		ends[f.distance()]++
	}
	for d := 1; d <= most; d++ {
		ends[d] += ends[d-1]
	}
	dealt := slices.Grow(scratch[:0], len(all))[:len(all)]
	for _, f := range all {
		d := f.distance()
		ends[d]--
		dealt[ends[d]] = f
	}
	hits := make([]Hit, len(dealt))
	for at := 0; at < len(dealt); {
		group := equallyNear(dealt[at:])
		slices.Sort(group)
		for k, f := range group {
			hits[at+k] = f.hit()
		}
		at += len(group)
	}
	return hits, dealt
}

// equallyNear is those, from the first on, that have its distance.
func equallyNear(all []found) []found {
	for n, f := range all {
		if f.distance() != all[0].distance() {
			return all[:n]
		}
	}
	return all
}
