package warc

import (
	"fmt"
	"io"
)

// How much an archive may unpack to: so many times its own size, and so much
// more, since a small one may hold one long page.
const (
	maxSwell   = 300
	floorSwell = 64 << 20
)

// allowance is what all streams of an archive may still unpack to together.
type allowance struct{ left int64 }

// spend takes n bytes, and refuses an archive that unpacks to far more than any
// honest one.
func (a *allowance) spend(n int) error {
	a.left -= int64(n)
	if a.left < 0 {
		return fmt.Errorf("%w: it unpacks to more than %d times its size", ErrRefused, maxSwell)
	}
	return nil
}

// metered is a stream whose bytes are taken off an allowance.
type metered struct {
	r     io.Reader
	spent *allowance
}

func (m *metered) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	if over := m.spent.spend(n); over != nil {
		return 0, over
	}
	return n, err
}

// limited reads at an offset until it has read so much in all.
type limited struct {
	io.ReaderAt
	left int64
}

func (l *limited) ReadAt(p []byte, offset int64) (int, error) {
	if l.left -= int64(len(p)); l.left < 0 {
		return 0, fmt.Errorf("%w: its directory is longer than %d bytes", ErrRefused, maxDirectory)
	}
	return l.ReaderAt.ReadAt(p, offset)
}
