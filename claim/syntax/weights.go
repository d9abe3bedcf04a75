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

// weights is a linear classifier: every feature, named by its hash, votes for
// some classes. Rows lie one after another; an open-addressed table finds them.
type weights struct {
	classes []string
	slots   []slot
	votes   []vote
}

type slot struct {
	key   uint32 // 0 is an empty slot
	first uint32
	count uint32
}

type vote struct {
	class  uint16
	weight int16
}

// most is how many features any decision has.
const most = 80

// score adds up the votes of the features in scores, which it clears first. It
// looks all of them up before it counts, so that the memory can answer for many
// at once: waiting for it is nearly all the time that parsing takes.
func (w *weights) score(features []uint64, scores []int32) {
	clear(scores)
	var found [most]slot
	mask := uint32(len(w.slots) - 1)
	for i, f := range features {
		found[i] = w.slots[keyOf(f)&mask]
	}
	for i, f := range features {
		key := keyOf(f)
		for at := key & mask; found[i].key != key && found[i].key != 0; {
			at = (at + 1) & mask
			found[i] = w.slots[at]
		}
	}
	for _, s := range found[:len(features)] {
		if s.key == 0 {
			continue
		}
		for _, v := range w.votes[s.first : s.first+s.count] {
			scores[v.class] += int32(v.weight)
		}
	}
}

// keyOf shortens the hash of a feature to what a row is stored under; never zero.
// One unknown feature in some thousands is taken for a known one, which costs
// less than longer keys.
func keyOf(f uint64) uint32 { return max(1, uint32(f>>32)) }

// best returns the class with the highest score among those allowed; the first
// of equals, so that the same input always gives the same answer.
func best(scores []int32, allowed func(int) bool) int {
	found := -1
	for c, s := range scores {
		if allowed(c) && (found < 0 || s > scores[found]) {
			found = c
		}
	}
	return found
}

func anyClass(int) bool { return true }

// mix hashes the parts of a feature; which is the number of its template.
func mix(which uint64, parts ...uint64) uint64 {
	h := (which + 1) * 0x9E3779B97F4A7C15
	for _, p := range parts {
		h ^= p + 0x9E3779B97F4A7C15 + (h << 6) + (h >> 2)
		h *= 0xff51afd7ed558ccd
		h ^= h >> 33
	}
	return h
}

// hashOf is FNV-1a.
func hashOf(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// place puts the rows into the table.
func (w *weights) place(keys []uint32, rows [][]vote) {
	size := 16
	for size < 2*len(keys) {
		size *= 2
	}
	w.slots = make([]slot, size)
	mask := uint32(size - 1)
	for i, key := range keys {
		at := key & mask
		for w.slots[at].key != 0 {
			at = (at + 1) & mask
		}
		w.slots[at] = slot{key, uint32(len(w.votes)), uint32(len(rows[i]))}
		w.votes = append(w.votes, rows[i]...)
	}
}

// write stores the classifier: class names, then for every row how far its key is
// from the one before, and its votes.
func (w *weights) write(out *bufio.Writer, keys []uint32, rows [][]vote) error {
	var buf []byte
	buf = binary.AppendUvarint(buf, uint64(len(w.classes)))
	for _, c := range w.classes {
		buf = append(binary.AppendUvarint(buf, uint64(len(c))), c...)
	}
	buf = binary.AppendUvarint(buf, uint64(len(keys)))
	before := uint32(0)
	for i, key := range keys {
		buf = binary.AppendUvarint(buf, uint64(key-before))
		before = key
		buf = binary.AppendUvarint(buf, uint64(len(rows[i])))
		for _, v := range rows[i] {
			buf = binary.AppendUvarint(buf, uint64(v.class))
			buf = binary.AppendVarint(buf, int64(v.weight))
		}
	}
	_, err := out.Write(buf)
	return err
}

func readWeights(in *bufio.Reader) (*weights, error) {
	r := reader{in: in}
	w := &weights{classes: make([]string, r.count(1<<12))}
	for i := range w.classes {
		w.classes[i] = r.text()
	}
	n := r.count(1 << 24)
	keys := make([]uint32, n)
	rows := make([][]vote, n)
	before := uint32(0)
	for i := range keys {
		before += uint32(r.count(math.MaxUint32))
		keys[i] = before
		row := make([]vote, r.count(1<<12))
		for j := range row {
			row[j] = vote{uint16(r.count(len(w.classes))), int16(r.signed())}
		}
		rows[i] = row
	}
	if r.err != nil {
		return nil, fmt.Errorf("reading weights: %w: %w", ErrModel, r.err)
	}
	w.place(keys, rows)
	return w, nil
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
