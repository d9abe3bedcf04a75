package blob

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/atleast-desk/atleast"
)

// Put writes what r gives to an unnamed file while taking its digest, and then
// gives the file its name. Where the same bytes are kept already the new file
// takes the place of the old, in one step, which also repairs a damaged one.
func (d *Dir) Put(ctx context.Context, r io.Reader) (atleast.Digest, int64, error) {
	temp, err := d.files.CreateTemp(d.path(incoming))
	if err != nil {
		return atleast.Digest{}, 0, fmt.Errorf("blob: put: %w", err)
	}
	digest, size, err := fill(temp, withContext(ctx, r))
	if err == nil {
		err = d.name(temp.Name(), digest)
	}
	if err != nil {
		_ = os.Remove(temp.Name()) // the error that matters is err; a leftover is swept by the next OpenDir
		return atleast.Digest{}, 0, fmt.Errorf("blob: put: %w", err)
	}
	return digest, size, nil
}

// fill copies r into temp, read-only and safely on disk, and closes it.
func fill(temp file, r io.Reader) (atleast.Digest, int64, error) {
	h := newHasher()
	_, err := io.Copy(io.MultiWriter(h, temp), r)
	if err == nil {
		err = temp.Chmod(0o444)
	}
	if err == nil {
		err = temp.Sync()
	}
	if closed := temp.Close(); err == nil {
		err = closed
	}
	return h.digest(), h.size, err
}

// name moves a finished file to where its digest says. Every folder on the way
// is synced before the file is moved into it, and the last one after: once Put
// has returned, no crash can lose the way to the file.
func (d *Dir) name(temp string, digest atleast.Digest) error {
	outer, inner, file := folders(digest)
	if err := d.folder(d.root, outer); err != nil {
		return err
	}
	if err := d.folder(d.path(outer), inner); err != nil {
		return err
	}
	if err := d.files.Rename(temp, d.path(outer, inner, file)); err != nil {
		return err
	}
	return d.files.SyncDir(d.path(outer, inner))
}

// folder makes the folder name in parent and syncs parent. It syncs where the
// folder is there already, too: the one that made it may have crashed before.
func (d *Dir) folder(parent, name string) error {
	if err := d.files.Mkdir(filepath.Join(parent, name)); err != nil {
		return err
	}
	return d.files.SyncDir(parent)
}
