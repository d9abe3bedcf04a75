package intake

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"syscall"
)

// ErrUnusable means that a file itself is the reason why it was not kept; what
// wraps it says the reason in plain words. Other files are not affected.
var ErrUnusable = errors.New("cannot be used")

// source reads a file that is handed in, up to a limit, and remembers what was
// wrong with it: so that a broken file can be told from a broken store.
type source struct {
	r       io.Reader
	read    int64
	left    int64
	failure error // wraps ErrUnusable
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	s.read += int64(n)
	s.left -= int64(n)
	switch {
	case s.left < 0:
		s.failure = fmt.Errorf("%w: it is larger than %d bytes", ErrUnusable, s.read+s.left)
	case errors.Is(err, io.EOF) && s.read == 0:
		s.failure = fmt.Errorf("%w: it is empty", ErrUnusable)
	case err != nil && !errors.Is(err, io.EOF):
		s.failure = unusable(err)
	default:
		return n, err
	}
	return n, s.failure
}

// unusable says why a file cannot be opened or read.
func unusable(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: there is no such file (%w)", ErrUnusable, err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: it may not be read (%w)", ErrUnusable, err)
	case errors.Is(err, syscall.EISDIR):
		return fmt.Errorf("%w: it is a folder", ErrUnusable)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("%w: it ended too early (%w)", ErrUnusable, err)
	}
	return fmt.Errorf("%w: it could not be read (%w)", ErrUnusable, err)
}
