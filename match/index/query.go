package index

import (
	"encoding/binary"
	"math/bits"
	"sync"
)

const (
	chunks    = 16 // in a code
	chunkBits = 16
	codeBytes = 32
	codeBits  = 8 * codeBytes
	codeWords = 4
)

// query is a code that is looked for, cut as the tables are.
type query struct {
	words  [codeWords]uint64
	chunk  [chunks]uint16
	radius int
	quota  [chunks]int // without regard to any segment
	found  []found

	// Scratch of the search of one segment.
	runs       []run       // the entries to be read
	proposed   []uint32    // where the places are of those that may be near, table by table
	proposedBy [chunks]int // how many of them each table proposes
	places     []uint32    // the places of their codes, each once
	seen       seen
	dealt      []found // what was found, by distance
	sum        byte    // of what was touched, kept so that touching is not optimised away
}

// queries keeps the scratch of past queries for those to come.
var queries = sync.Pool{New: func() any { return &query{runs: make([]run, 0, chunks*(1+chunkBits))} }}

func (q *query) set(words [codeWords]uint64, radius int) {
	q.words, q.radius, q.found = words, radius, q.found[:0]
	for i := range q.chunk {
		q.chunk[i] = chunkOf(&q.words, i)
	}
	q.quota = evenQuotas(radius)
}

// scatter reorders the bits of a code so that each chunk has one bit of every 16
// that stood together. Neighbours are alike in fingerprints that are made of
// frequencies; scattered, they do not crowd into the same chunks. Distances stay
// what they are, so inside the index all codes are scattered. The order is part
// of the file format.
func scatter(code Code) (out Code) {
	for r := range chunks {
		row := bits.RotateLeft16(binary.LittleEndian.Uint16(code[r*2:]), -r)
		for k := range chunks {
			out[2*k+r/8] |= byte(row>>k&1) << (r % 8)
		}
	}
	return out
}

// wordsOf reads a code. The order of bytes is part of the file format.
func wordsOf(code []byte) (w [codeWords]uint64) {
	_ = code[codeBytes-1]
	for i := range w {
		w[i] = binary.LittleEndian.Uint64(code[8*i:])
	}
	return w
}

// chunkOf is the i-th chunk of a code.
func chunkOf(w *[codeWords]uint64, i int) uint16 {
	return uint16(w[i>>2&3] >> (i & 3 * chunkBits))
}

// differences returns the bits in which the code at the front of b differs from the query.
func (q *query) differences(b []byte) (xor [codeWords]uint64) {
	_ = b[codeBytes-1]
	xor[0] = binary.LittleEndian.Uint64(b) ^ q.words[0]
	xor[1] = binary.LittleEndian.Uint64(b[8:]) ^ q.words[1]
	xor[2] = binary.LittleEndian.Uint64(b[16:]) ^ q.words[2]
	xor[3] = binary.LittleEndian.Uint64(b[24:]) ^ q.words[3]
	return xor
}

// distance is in how many bits the code at the front of b differs from the query.
func (q *query) distance(b []byte) int {
	xor := q.differences(b)
	return count(&xor)
}

func (q *query) find(id uint32, distance int) {
	q.found = append(q.found, foundAt(id, distance))
}

func count(xor *[codeWords]uint64) int {
	return bits.OnesCount64(xor[0]) + bits.OnesCount64(xor[1]) + bits.OnesCount64(xor[2]) + bits.OnesCount64(xor[3])
}

// fresh is the codes added last, which are read through one by one.
type fresh struct {
	codes []byte
	ids   []uint32
}

func (f *fresh) add(id uint32, code Code) {
	scattered := scatter(code)
	f.codes = append(f.codes, scattered[:]...)
	f.ids = append(f.ids, id)
}

func (f *fresh) search(q *query) { f.searchAfter(q, -1) }

// searchAfter is search among the codes behind the given one.
func (f *fresh) searchAfter(q *query, after int) {
	for i := after + 1; i < len(f.ids); i++ {
		if d := q.distance(f.codes[i*codeBytes:]); d <= q.radius {
			q.find(f.ids[i], d)
		}
	}
}
