package blob

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/atleast-desk/atleast"
)

// Dir keeps bytes as read-only files in a folder: those of digest abcd… in
// ab/cd/abcd…. A file appears under its digest only when it is whole and safely
// on disk.
type Dir struct {
	root  string
	files files
}

var _ Store = (*Dir)(nil)

// incoming is the folder in which files are written before they have a name.
// It lies beside the others so that a rename never crosses file systems.
const incoming = "incoming"

// abandonedAfter is how long an unfinished file must have lain untouched before
// OpenDir takes it for the leftover of a crash. Another process may be writing
// it at this moment: every write moves its time forward.
const abandonedAfter = time.Hour

// OpenDir opens the store in the folder root, and creates it where it is
// missing. It removes what a crash has left unfinished.
func OpenDir(root string) (*Dir, error) {
	return openDir(root, disk{}, time.Now())
}

func openDir(root string, files files, now time.Time) (*Dir, error) {
	d := &Dir{root: root, files: files}
	if err := os.MkdirAll(d.path(incoming), 0o700); err != nil {
		return nil, fmt.Errorf("blob: open %s: %w", root, err)
	}
	if err := d.sweep(now.Add(-abandonedAfter)); err != nil {
		return nil, fmt.Errorf("blob: open %s: %w", root, err)
	}
	return d, nil
}

func (d *Dir) path(names ...string) string {
	return filepath.Join(append([]string{d.root}, names...)...)
}

// folders returns the two folders, one in the other, that lead to the file.
func folders(digest atleast.Digest) (outer, inner, file string) {
	hex := digest.String()
	return hex[:2], hex[2:4], hex
}

func (d *Dir) file(digest atleast.Digest) string {
	outer, inner, file := folders(digest)
	return d.path(outer, inner, file)
}

// Path returns where the file of digest lies, for what can only read files by
// their names. There may be none.
func (d *Dir) Path(digest atleast.Digest) string { return d.file(digest) }

// Open gives the file kept under digest.
func (d *Dir) Open(_ context.Context, digest atleast.Digest) (io.ReadSeekCloser, error) {
	f, err := os.Open(d.file(digest))
	if err != nil {
		return nil, fmt.Errorf("blob: open %s: %w", digest, notFound(err))
	}
	return f, nil
}

// Stat returns the size of the file kept under digest.
func (d *Dir) Stat(_ context.Context, digest atleast.Digest) (int64, error) {
	info, err := os.Stat(d.file(digest))
	if err != nil {
		return 0, fmt.Errorf("blob: stat %s: %w", digest, notFound(err))
	}
	return info.Size(), nil
}

func notFound(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return atleast.ErrNotFound
	}
	return err
}

// Each visits the kept files. Anything else that lies in the folder is passed over.
func (d *Dir) Each(ctx context.Context, visit func(atleast.Digest, int64) error) error {
	return filepath.WalkDir(d.root, func(path string, entry fs.DirEntry, err error) error {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		if entry.IsDir() {
			if entry.Name() == incoming {
				return fs.SkipDir
			}
			return nil
		}
		digest, err := atleast.ParseDigest(entry.Name())
		if err != nil || d.file(digest) != path {
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		return visit(digest, info.Size())
	})
}

// sweep removes unfinished files last written before the given time.
func (d *Dir) sweep(before time.Time) error {
	entries, err := os.ReadDir(d.path(incoming))
	if err != nil {
		return err
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // its writer has finished meanwhile
		}
		if err != nil {
			return err
		}
		if info.ModTime().Before(before) {
			if err := os.Remove(d.path(incoming, entry.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}
