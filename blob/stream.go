package blob

import (
	"context"
	"crypto/sha256"
	"hash"
	"io"

	"github.com/atleast-desk/atleast"
)

// hasher takes the digest of what is written to it, and counts it.
type hasher struct {
	hash.Hash
	size int64
}

func newHasher() *hasher { return &hasher{Hash: sha256.New()} }

func (h *hasher) Write(p []byte) (int, error) {
	n, err := h.Hash.Write(p)
	h.size += int64(n)
	return n, err
}

func (h *hasher) digest() (d atleast.Digest) {
	h.Sum(d[:0])
	return d
}

// cancellable is a reader that fails once its context is done, so that a long
// copy ends when nobody waits for it.
type cancellable struct {
	ctx context.Context
	r   io.Reader
}

func withContext(ctx context.Context, r io.Reader) io.Reader { return cancellable{ctx, r} }

func (c cancellable) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}
