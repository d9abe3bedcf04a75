package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
)

// A file holds one segment after another. Each begins with a header of
// headerLen bytes, numbers little-endian:
//
//	 0  8  "ATLINDX2"
//	 8  8  how many codes
//	16  8  zeros
//	24  4  CRC-32C of the segment's memory
//	28  4  CRC-32C of the 28 bytes before
//
// and the segment's memory follows as newSegment lays it out, filled with zeros
// to a multiple of eight. doc/formats/index.md says the same.
const (
	magic     = "ATLINDX2"
	headerLen = 32
	align     = 8
)

// ErrCorrupt is returned by Open for a file that is no index or is damaged.
// Nothing is lost with an index: make it again from the fingerprints.
var ErrCorrupt = errors.New("index: corrupt file")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Save writes the whole index to a file, in place of one that is there. It packs
// the index first. The file is complete and on disk when Save returns nil, and
// what was there before is untouched otherwise.
func (x *Index) Save(path string) error {
	x.Pack()
	x.mu.RLock()
	defer x.mu.RUnlock()
	temporary, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.part")
	if err != nil {
		return fmt.Errorf("save index %s: %w", path, err)
	}
	defer func() { _ = os.Remove(temporary.Name()) }() // renamed already where all went well
	if err := x.write(temporary); err != nil {
		return fmt.Errorf("save index %s: %w", path, errors.Join(err, temporary.Close()))
	}
	if err := errors.Join(temporary.Sync(), temporary.Close()); err != nil {
		return fmt.Errorf("save index %s: %w", path, err)
	}
	if err := os.Rename(temporary.Name(), path); err != nil {
		return fmt.Errorf("save index %s: %w", path, err)
	}
	return nil
}

func (x *Index) write(out io.Writer) error {
	for _, s := range x.segments {
		if err := s.write(out); err != nil {
			return err
		}
	}
	return nil
}

func (s *segment) write(out io.Writer) error {
	memory := s.memory[:segmentLen(s.n)]
	head := make([]byte, 0, headerLen)
	head = append(head, magic...)
	head = binary.LittleEndian.AppendUint64(head, uint64(s.n))
	head = binary.LittleEndian.AppendUint64(head, 0)
	head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(memory, castagnoli))
	head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(head, castagnoli))
	for _, part := range [][]byte{head, memory, make([]byte, -len(memory)&(align-1))} {
		if _, err := out.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// Open maps the index in a file into memory. Searching reads what it needs from
// the file, so that many programs share one copy; adding leaves the file as it
// is. The error is ErrCorrupt where the file is not whole. Close the index when
// it is no longer searched.
func Open(path string) (*Index, error) {
	memory, unmap, err := mapFile(path)
	if err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	segments, err := parse(memory)
	if err != nil {
		return nil, fmt.Errorf("open index %s: %w", path, errors.Join(err, unmap()))
	}
	return &Index{segments: segments, unmap: unmap}, nil
}

// Close gives back what Open mapped. The index is empty afterwards.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	unmap := x.unmap
	x.segments, x.fresh, x.unmap = nil, fresh{}, nil
	if unmap == nil {
		return nil
	}
	return unmap()
}

// parse checks all that searching relies on, so that no file can make it panic.
func parse(memory []byte) (segments []*segment, err error) {
	for len(memory) > 0 {
		s, length, err := parseSegment(memory)
		if err != nil {
			return nil, err
		}
		segments = append(segments, s)
		memory = memory[length:]
	}
	return segments, nil
}

func parseSegment(memory []byte) (s *segment, length int, err error) {
	if len(memory) < headerLen || string(memory[:len(magic)]) != magic {
		return nil, 0, fmt.Errorf("%w: it does not begin as one", ErrCorrupt)
	}
	head := memory[:headerLen]
	if crc32.Checksum(head[:28], castagnoli) != binary.LittleEndian.Uint32(head[28:]) {
		return nil, 0, fmt.Errorf("%w: its header", ErrCorrupt)
	}
	n := binary.LittleEndian.Uint64(head[8:])
	if n == 0 || n > segmentMost {
		return nil, 0, fmt.Errorf("%w: a segment of %d codes", ErrCorrupt, n)
	}
	length = segmentLen(int(n))
	padded := headerLen + (length+align-1)/align*align
	if len(memory) < padded {
		return nil, 0, fmt.Errorf("%w: it is cut short", ErrCorrupt)
	}
	body := memory[headerLen:][:length]
	if crc32.Checksum(body, castagnoli) != binary.LittleEndian.Uint32(head[24:]) {
		return nil, 0, fmt.Errorf("%w: its content", ErrCorrupt)
	}
	s = newSegment(body, int(n))
	for i := range s.tables {
		if !s.tables[i].sound(s.n) {
			return nil, 0, fmt.Errorf("%w: table %d", ErrCorrupt, i)
		}
	}
	return s, padded, nil
}

// sound reports whether all starts and places lie within the segment: a checksum
// only says that the file is as somebody wrote it.
func (t *table) sound(n int) bool {
	last := uint32(0)
	for v := range buckets + 1 {
		start := binary.LittleEndian.Uint32(t.starts[v*startBytes:])
		if start < last || start > uint32(n) || v == 0 && start != 0 {
			return false
		}
		last = start
	}
	if last != uint32(n) {
		return false
	}
	for v := range buckets {
		r := t.run(uint16(v))
		for e := r.from; e < r.to; e++ {
			if t.place(r.place(e)) >= uint32(n) {
				return false
			}
		}
	}
	return true
}
