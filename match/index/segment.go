package index

import "encoding/binary"

// Sizes of what the arrays of a segment hold, in bytes. They are byte arrays,
// read as little-endian numbers, so that a mapped file is used as it is.
const (
	startBytes = 4 // where a bucket starts in its table
	nextBytes  = 2 // the chunk that follows in the ring
	placeBytes = 3 // which code of the segment it is
	idBytes    = 4
	buckets    = 1 << chunkBits
	startsLen  = (buckets + 1) * startBytes
	slack      = 8 // bytes after an array, so that its end can be read in words
)

// segment is an immutable set of codes with a table for each chunk. All of it
// lies in one stretch of memory, which is also what a file holds.
type segment struct {
	n      int
	memory []byte
	codes  []byte
	ids    []byte
	tables [chunks]table
}

// newSegment lays out a segment of n codes in memory that is long enough for it.
func newSegment(memory []byte, n int) *segment {
	s := &segment{n: n, memory: memory}
	take := func(length int) (part []byte) {
		part, memory = memory[:length:length], memory[length:]
		return part
	}
	s.codes = take(n * codeBytes)
	s.ids = take(n * idBytes)
	for i := range s.tables {
		s.tables[i] = table{take(startsLen), take(n*nextBytes + slack), take(n*placeBytes + slack)}
	}
	return s
}

// segmentLen is how much memory newSegment needs.
func segmentLen(n int) int {
	return n*(codeBytes+idBytes) + chunks*(startsLen+n*(nextBytes+placeBytes)+2*slack)
}

// table leads from the values of one chunk to the codes that have them. The
// entries are sorted by value; entry e is next[2e:] and places[3e:].
type table struct {
	starts []byte // of each value's entries, and the end of the last
	next   []byte // of each entry, the code's following chunk
	places []byte // of each entry, the code's place in the segment
}

func (s *segment) id(place int) uint32 { return binary.LittleEndian.Uint32(s.ids[place*idBytes:]) }

func (s *segment) words(place int) [codeWords]uint64 { return wordsOf(s.codes[place*codeBytes:]) }

// run is where the entries of a value begin and end.
func (t *table) run(value uint16) run {
	ends := binary.LittleEndian.Uint64(t.starts[int(value)*startBytes:])
	return run{uint32(ends), uint32(ends >> 32)}
}

func (t *table) place(entry uint32) uint32 {
	return binary.LittleEndian.Uint32(t.places[int(entry)*placeBytes:]) & (segmentMost - 1)
}

// build makes one segment of older ones and the fresh codes, n in all.
func build(older []*segment, f *fresh, n int) *segment {
	codes, ids := make([]byte, 0, n*codeBytes), make([]uint32, 0, n)
	for _, o := range older {
		codes = append(codes, o.codes...)
		for place := range o.n {
			ids = append(ids, o.id(place))
		}
	}
	codes, ids = append(codes, f.codes...), append(ids, f.ids...)
	s := newSegment(allocate(segmentLen(n)), n)
	for place, from := range alikeTogether(codes, n) {
		copy(s.codes[place*codeBytes:], codes[int(from)*codeBytes:][:codeBytes])
		binary.LittleEndian.PutUint32(s.ids[place*idBytes:], ids[from])
	}
	for i := range s.tables {
		s.tables[i].fill(s.codes, n, i)
	}
	return s
}

// fill sorts the codes by their i-th chunk, by counting.
func (t *table) fill(codes []byte, n, i int) {
	var at [buckets + 1]uint32
	this, following := i*nextBytes, (i+1)%chunks*nextBytes
	for c := codes; len(c) >= codeBytes; c = c[codeBytes:] {
		at[int(binary.LittleEndian.Uint16(c[this:]))+1]++
	}
	for v := range buckets {
		at[v+1] += at[v]
	}
	for v, start := range at {
		binary.LittleEndian.PutUint32(t.starts[v*startBytes:], start)
	}
	for place := range n {
		c := codes[place*codeBytes:][:codeBytes]
		value := binary.LittleEndian.Uint16(c[this:])
		e := int(at[value])
		at[value]++
		copy(t.next[e*nextBytes:], c[following:following+nextBytes])
		t.places[e*placeBytes] = byte(place)
		t.places[e*placeBytes+1] = byte(place >> 8)
		t.places[e*placeBytes+2] = byte(place >> 16)
	}
}
