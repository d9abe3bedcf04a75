package match

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/atleast-desk/atleast"
)

// Cache keeps fingerprints in a folder, one file for each content, so that work
// that was stopped goes on where it was. What it holds can be made again: the
// folder may be deleted at any time, and several programs may share it.
// The zero Cache keeps nothing.
type Cache struct {
	Dir string // created when needed
}

// cacheVersion names the folder of fingerprints that are made alike. It changes
// whenever the same file would get another fingerprint.
const cacheVersion = "3"

// Fingerprint returns what is kept for the content with the digest, or else
// calls read and keeps what it returns. An error of read comes back as it is and
// is not kept; an error that wraps ErrNotKept comes with a good fingerprint.
func (c Cache) Fingerprint(digest atleast.Digest, read func() (Fingerprint, error)) (Fingerprint, error) {
	if f, ok := c.get(digest); ok {
		return f, nil
	}
	f, err := read()
	if err != nil {
		return f, err
	}
	if err := c.put(digest, f); err != nil {
		return f, fmt.Errorf("keep a fingerprint in %s: %w: %w", c.Dir, ErrNotKept, err)
	}
	return f, nil
}

// ErrNotKept means that a cache could not be written: go on without it.
var ErrNotKept = errors.New("the cache cannot be written; name another folder")

// path is the file of a digest: in one of 256 folders, so that none grows large.
func (c Cache) path(digest atleast.Digest) string {
	name := digest.String()
	return filepath.Join(c.Dir, cacheVersion, name[len(name)-2:], name)
}

// get reads a fingerprint back. A file that is cut off or changed is dropped.
func (c Cache) get(digest atleast.Digest) (f Fingerprint, ok bool) {
	if c.Dir == "" {
		return f, false
	}
	b, err := os.ReadFile(c.path(digest))
	if err != nil {
		return f, false
	}
	if len(b) > sha256.Size {
		sum, rest := [sha256.Size]byte(b), b[sha256.Size:]
		if sum == seal(digest, rest) && f.UnmarshalBinary(rest) == nil {
			return f, true
		}
	}
	_ = os.Remove(c.path(digest)) // if it stays, put replaces it
	return Fingerprint{}, false
}

// put writes a fingerprint under its digest: whole or not at all.
func (c Cache) put(digest atleast.Digest, f Fingerprint) error {
	if c.Dir == "" {
		return nil
	}
	b, err := f.MarshalBinary()
	if err != nil {
		return err
	}
	sum := seal(digest, b)
	path := c.path(digest)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), "new-*")
	if err != nil {
		return err
	}
	_, err = temporary.Write(append(sum[:], b...))
	if err = errors.Join(err, temporary.Close()); err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	if err != nil {
		if removed := os.Remove(temporary.Name()); !errors.Is(removed, fs.ErrNotExist) {
			err = errors.Join(err, removed)
		}
	}
	return err
}

// seal ties a fingerprint's bytes to the content they were made from.
func seal(digest atleast.Digest, b []byte) [sha256.Size]byte {
	return sha256.Sum256(append(digest[:], b...))
}
