// Package blob keeps bytes under their digest, exactly as they arrived. What is
// kept is never changed; Dir keeps it in a folder on disk, and every other
// store has to pass the same suite, blobtest.
package blob

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/atleast-desk/atleast"
)

// Store keeps bytes under their digest. Every method may be called from many
// goroutines and processes at once.
type Store interface {
	// Put keeps everything that r gives until io.EOF, and returns its digest
	// and its size in bytes. The bytes are durable when Put returns without an
	// error; after an error they may be kept or not, but never a part of them.
	// It reads r once and never holds all of it in memory. Putting the same
	// bytes again is harmless.
	Put(ctx context.Context, r io.Reader) (atleast.Digest, int64, error)

	// Open gives the bytes kept under d, or atleast.ErrNotFound. It does not check
	// them: that takes reading all of them, which is what Verify does.
	Open(ctx context.Context, d atleast.Digest) (io.ReadSeekCloser, error)

	// Stat returns how many bytes are kept under d, or atleast.ErrNotFound.
	Stat(ctx context.Context, d atleast.Digest) (int64, error)

	// Each calls visit for everything kept, in the order of the digests, and
	// stops at the first error, which it returns. What is put meanwhile may or
	// may not be visited.
	Each(ctx context.Context, visit func(d atleast.Digest, size int64) error) error
}

// ErrCorrupt means that what is kept under a digest no longer has it. Putting
// the right bytes again repairs a Dir.
var ErrCorrupt = errors.New("the kept bytes have changed")

// Verify reads everything kept under d and returns ErrCorrupt where its digest
// is another.
func Verify(ctx context.Context, s Store, d atleast.Digest) error {
	content, err := s.Open(ctx, d)
	if err != nil {
		return err
	}
	defer content.Close()
	h := newHasher()
	if _, err := io.Copy(h, withContext(ctx, content)); err != nil {
		return fmt.Errorf("blob: verify %s: %w", d, err)
	}
	if got := h.digest(); got != d {
		return fmt.Errorf("blob: verify %s: the bytes are those of %s: %w", d, got, ErrCorrupt)
	}
	return nil
}
