package index

import "encoding/binary"

// alikeTogether is an order of n codes in which near copies mostly stand side by
// side, so that a search that finds one has the others at hand. Each code goes to
// the most crowded of its sixteen buckets: copies of one picture crowd the same ones.
// Only speed depends on it.
func alikeTogether(codes []byte, n int) []uint32 {
	crowds := make([]uint32, chunks*buckets)
	for c := codes; len(c) >= codeBytes; c = c[codeBytes:] {
		for i := range chunks {
			crowds[bucketOf(c, i)]++
		}
	}
	chosen := make([]uint32, n)
	for at := range chosen {
		chosen[at] = mostCrowded(codes[at*codeBytes:], crowds)
	}
	return byKey(chosen, len(crowds))
}

// bucketOf numbers the buckets of all tables.
func bucketOf(code []byte, i int) uint32 {
	return uint32(i*buckets) + uint32(binary.LittleEndian.Uint16(code[i*nextBytes:]))
}

func mostCrowded(code []byte, crowds []uint32) uint32 {
	best := bucketOf(code, 0)
	for i := 1; i < chunks; i++ {
		if b := bucketOf(code, i); crowds[b] > crowds[best] {
			best = b
		}
	}
	return best
}

// byKey sorts the numbers from 0 on by their keys, which are below limit, by counting.
func byKey(keys []uint32, limit int) []uint32 {
	starts := make([]uint32, limit+1)
	for _, key := range keys {
		starts[key+1]++
	}
	for key := range limit {
		starts[key+1] += starts[key]
	}
	order := make([]uint32, len(keys))
	for at, key := range keys {
		order[starts[key]] = uint32(at)
		starts[key]++
	}
	return order
}
