package blob

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// files is every step by which Put changes the disk, so that tests can make
// each of them fail, or never come back.
type files interface {
	CreateTemp(dir string) (file, error)
	Mkdir(name string) error // no error where it exists
	Rename(from, to string) error
	SyncDir(name string) error
}

// file is a file being written.
type file interface {
	io.WriteCloser
	Name() string
	Chmod(fs.FileMode) error
	Sync() error
}

// disk is the real thing.
type disk struct{}

func (disk) CreateTemp(dir string) (file, error) { return os.CreateTemp(dir, "put-*") }

func (disk) Rename(from, to string) error { return os.Rename(from, to) }

func (disk) Mkdir(name string) error {
	if err := os.Mkdir(name, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

func (disk) SyncDir(name string) error {
	dir, err := os.Open(name)
	if err != nil {
		return err
	}
	defer dir.Close()
	return dir.Sync()
}
