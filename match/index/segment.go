package index

import "encoding/binary"

// Sizes of what the arrays of a segment hold, in bytes. They are byte arrays,
// read as little-endian numbers, so that a mapped file is used as it is.
const (
	startBytes = 4 // where a bucket starts in its table
	nextBytes  = 2 // the chunk that follows in the ring
	placeBytes = 3 // which code of the segment it is
	entryBytes = nextBytes + placeBytes
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
		s.tables[i] = table{take(startsLen), take(n*entryBytes + slack)}
	}
	return s
}

// segmentLen is how much memory newSegment needs.
func segmentLen(n int) int {
	return n*(codeBytes+idBytes) + chunks*(startsLen+n*entryBytes+slack)
}

// table leads from the values of one chunk to the codes that have them. The
// entries are sorted by value; those of a value lie together, first the following
// chunk of each, then the place of each, so that one page of memory has both.
type table struct {
	starts  []byte // of each value's entries, and the end of the last
	entries []byte
}

func (s *segment) id(place int) uint32 { return binary.LittleEndian.Uint32(s.ids[place*idBytes:]) }

func (s *segment) words(place int) [codeWords]uint64 { return wordsOf(s.codes[place*codeBytes:]) }

// run is the entries of one value.
type run struct{ from, to uint32 }

func (r run) len() int { return int(r.to - r.from) }

// next is where the following chunks of the run begin, in bytes.
func (r run) next() int { return int(r.from) * entryBytes }

// place is where the place of the run's entry e is, in bytes.
func (r run) place(e uint32) uint32 { return r.to*nextBytes + e*placeBytes }

func (t *table) run(value uint16) run {
	ends := binary.LittleEndian.Uint64(t.starts[int(value)*startBytes:])
	return run{uint32(ends), uint32(ends >> 32)}
}

// place reads the place that is at so many bytes.
func (t *table) place(at uint32) uint32 {
	return binary.LittleEndian.Uint32(t.entries[at:]) & (segmentMost - 1)
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
		r, e := t.run(value), at[value]
		at[value]++
		copy(t.entries[r.next()+int(e-r.from)*nextBytes:], c[following:following+nextBytes])
		put := t.entries[r.place(e):][:placeBytes]
		put[0], put[1], put[2] = byte(place), byte(place>>8), byte(place>>16)
	}
}
