package media

import (
	"encoding/binary"
	"errors"
	"io"
)

const (
	// probeBudget is how many bytes one probe may fetch, wherever a header sends
	// it. A real header is read in kilobytes; what needs more is walking a trap.
	probeBudget = 4 << 20
	// windowSize is what is fetched at once. Every fetch costs at least this of
	// the budget, so that a chain of tiny far-off pieces ends soon too.
	windowSize = 4096
)

// errBudget ends the walk through a header that does not end by itself.
var errBudget = refuse(Damaged, "its header leads further than any real one")

// window reads a file in bounded pieces. It never allocates by a size that the
// file states: a caller asks for a constant number of bytes.
type window struct {
	from io.ReaderAt
	size int64
	left int

	off int64
	buf []byte
}

// at returns the n bytes at off, valid until the next call. Past the end of the
// file it is a *Refused with Damaged.
func (w *window) at(off int64, n int) ([]byte, error) {
	b, err := w.upTo(off, n)
	if err != nil {
		return nil, err
	}
	if len(b) < n {
		return nil, refuse(Damaged, "it ends inside its header: %d bytes are wanted at byte %d of %d", n, off, w.size)
	}
	return b, nil
}

// upTo is at for a piece that may be shorter at the end of the file.
func (w *window) upTo(off int64, n int) ([]byte, error) {
	if off < 0 || off > w.size {
		return nil, refuse(Damaged, "its header points outside it, to byte %d of %d", off, w.size)
	}
	n = int(min(int64(n), w.size-off))
	if w.off <= off && off+int64(n) <= w.off+int64(len(w.buf)) {
		return w.buf[off-w.off:][:n], nil
	}
	if err := w.fetch(off, max(n, windowSize)); err != nil {
		return nil, err
	}
	return w.buf[:min(n, len(w.buf))], nil
}

func (w *window) fetch(off int64, n int) error {
	if w.left -= n; w.left < 0 {
		return errBudget
	}
	if cap(w.buf) < n {
		w.buf = make([]byte, n)
	}
	w.off, w.buf = off, w.buf[:n]
	got, err := w.from.ReadAt(w.buf, off)
	w.buf = w.buf[:got]
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

func (w *window) be32(off int64) (uint32, error) {
	b, err := w.at(off, 4)
	if err != nil {
		return 0, err
	}
	return binary.BigEndian.Uint32(b), nil
}
