package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/atleast-desk/atleast"
)

// Write writes the release to dir, which must not exist yet, or returns an
// error that wraps atleast.ErrExists. It writes beside dir under a temporary
// name, checks what it wrote as a reader would, and only then gives it its
// name: a release is there whole and holds, or is not there. Input that makes a
// release which does not hold is an error that wraps atleast.ErrInvalid.
func Write(dir string, in Input) error {
	if _, err := os.Lstat(dir); err == nil {
		return fmt.Errorf("publish to %s: %w: a release is never overwritten; give another folder", dir, atleast.ErrExists)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("publish to %s: %w", dir, err)
	}
	files, err := build(in)
	if err != nil {
		return fmt.Errorf("publish to %s: %w", dir, err)
	}
	parent := filepath.Dir(filepath.Clean(dir))
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return fmt.Errorf("publish to %s: %w", dir, err)
	}
	temporary, err := os.MkdirTemp(parent, ".release-*")
	if err != nil {
		return fmt.Errorf("publish to %s: %w", dir, err)
	}
	defer func() { _ = os.RemoveAll(temporary) }() // after the rename nothing is left under this name
	if err := files.writeTo(temporary); err != nil {
		return fmt.Errorf("publish to %s: %w", dir, err)
	}
	if err := holds(temporary); err != nil {
		return fmt.Errorf("publish to %s: %w", dir, err)
	}
	if err := os.Chmod(temporary, 0o755); err != nil {
		return fmt.Errorf("publish to %s: %w", dir, err)
	}
	if err := os.Rename(temporary, dir); err != nil {
		return fmt.Errorf("publish to %s: %w", dir, err)
	}
	return syncFolder(parent)
}

// build makes all files of the release.
func build(in Input) (folder, error) {
	c := redacted(in)
	proofs, err := c.prove(in)
	if err != nil {
		return nil, err
	}
	files, err := c.files()
	if err != nil {
		return nil, err
	}
	for name, b := range proofs {
		files[name] = b
	}
	files[Sums] = files.sums()
	return files, nil
}

// holds checks what was written, before anybody else can see it.
func holds(dir string) error {
	found, err := Check(dir)
	if err != nil {
		return err
	}
	if !found.Holds() {
		return fmt.Errorf("%w: the release would not hold: %s", atleast.ErrInvalid, found.Problems[0])
	}
	return nil
}

func (f folder) writeTo(dir string) error {
	if err := os.Mkdir(filepath.Join(dir, proofsFolder), 0o755); err != nil {
		return err
	}
	for name, b := range f {
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(name)), b); err != nil {
			return err
		}
	}
	if err := syncFolder(filepath.Join(dir, proofsFolder)); err != nil {
		return err
	}
	return syncFolder(dir)
}

func writeFile(path string, b []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(b)
	return errors.Join(err, file.Sync(), file.Close())
}

func syncFolder(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
