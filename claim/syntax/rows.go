package syntax

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// ErrModel is returned for bytes that are no model of this package.
var ErrModel = errors.New("not a grammar model")

// rows are the features of a classifier in the order of their keys, and what each
// votes for; the votes of a feature end where those of the next begin.
type rows struct {
	keys  []uint32
	ends  []uint32
	votes []vote
}

// write stores a classifier: class names, then for every row how far its key is
// from the one before, and its votes.
func (r rows) write(out *bufio.Writer, classes []string) error {
	buf := binary.AppendUvarint(nil, uint64(len(classes)))
	for _, c := range classes {
		buf = append(binary.AppendUvarint(buf, uint64(len(c))), c...)
	}
	buf = binary.AppendUvarint(buf, uint64(len(r.keys)))
	last, first := uint32(0), uint32(0)
	for i, key := range r.keys {
		buf = binary.AppendUvarint(buf, uint64(key-last))
		buf = binary.AppendUvarint(buf, uint64(r.ends[i]-first))
		for _, v := range r.votes[first:r.ends[i]] {
			buf = binary.AppendUvarint(buf, uint64(v.class))
			buf = binary.AppendVarint(buf, int64(v.weight))
		}
		last, first = key, r.ends[i]
	}
	_, err := out.Write(buf)
	return err
}

// readRows reads what rows.write stored.
func readRows(in *bufio.Reader) ([]string, rows, error) {
	source := reader{in: in}
	classes := make([]string, source.count(1<<12))
	for i := range classes {
		classes[i] = source.text()
	}
	n := source.count(1 << 24)
	r := rows{keys: make([]uint32, 0, n), ends: make([]uint32, 0, n), votes: make([]vote, 0, n)}
	for key := uint32(0); len(r.keys) < n && source.err == nil; {
		key += uint32(source.count(math.MaxUint32))
		for range source.count(len(classes)) {
			r.votes = append(r.votes, vote{uint16(source.count(len(classes) - 1)), int16(source.signed())})
		}
		r.keys, r.ends = append(r.keys, key), append(r.ends, uint32(len(r.votes)))
	}
	if source.err != nil {
		return nil, rows{}, fmt.Errorf("reading weights: %w: %w", ErrModel, source.err)
	}
	return classes, r, nil
}

// reader keeps the first error, so that the format reads as a list of fields.
type reader struct {
	in  *bufio.Reader
	err error
}

func (r *reader) count(limit int) int {
	if r.err != nil {
		return 0
	}
	v, err := binary.ReadUvarint(r.in)
	if err == nil && v > uint64(limit) {
		err = fmt.Errorf("%d where at most %d can be", v, limit)
	}
	if err != nil {
		r.err = err
		return 0
	}
	return int(v)
}

func (r *reader) signed() int64 {
	if r.err != nil {
		return 0
	}
	v, err := binary.ReadVarint(r.in)
	r.err = err
	return v
}

func (r *reader) text() string {
	buf := make([]byte, r.count(1<<10))
	if r.err == nil {
		_, r.err = io.ReadFull(r.in, buf)
	}
	return string(buf)
}
