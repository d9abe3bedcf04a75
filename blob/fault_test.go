package blob

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"syscall"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
)

// crash is what a step panics with when the machine stops there.
type crash struct{}

// faulty is a disk on which one step, counted from 1, goes wrong.
type faulty struct {
	disk
	step  int
	fails int
	crash bool // the machine stops instead of reporting an error
}

func (f *faulty) next() error {
	f.step++
	if f.step != f.fails {
		return nil
	}
	if f.crash {
		panic(crash{})
	}
	return syscall.ENOSPC
}

func (f *faulty) CreateTemp(dir string) (file, error) {
	if err := f.next(); err != nil {
		return nil, err
	}
	temp, err := f.disk.CreateTemp(dir)
	return faultyFile{temp, f}, err
}

func (f *faulty) Mkdir(name string) error {
	return errors.Join(f.next(), f.disk.Mkdir(name))
}

func (f *faulty) SyncDir(name string) error {
	return errors.Join(f.next(), f.disk.SyncDir(name))
}

func (f *faulty) Rename(from, to string) error {
	if err := f.next(); err != nil {
		return err
	}
	return f.disk.Rename(from, to)
}

type faultyFile struct {
	file
	on *faulty
}

// Write stops half way, as a full disk does.
func (f faultyFile) Write(p []byte) (int, error) {
	if err := f.on.next(); err != nil {
		n, _ := f.file.Write(p[:len(p)/2])
		return n, err
	}
	return f.file.Write(p)
}

func (f faultyFile) Chmod(mode fs.FileMode) error {
	return errors.Join(f.on.next(), f.file.Chmod(mode))
}
func (f faultyFile) Sync() error  { return errors.Join(f.on.next(), f.file.Sync()) }
func (f faultyFile) Close() error { return errors.Join(f.on.next(), f.file.Close()) }

// putOn puts content and reports whether the machine crashed meanwhile.
func putOn(ctx context.Context, dir *Dir, content []byte) (crashed bool, err error) {
	defer func() {
		switch r := recover(); r.(type) {
		case nil:
		case crash:
			crashed = true
		default:
			panic(r)
		}
	}()
	_, _, err = dir.Put(ctx, bytes.NewReader(content))
	return false, err
}

// Whichever step of Put fails or never returns: what can be found afterwards
// is whole, nothing unfinished stays, and putting again succeeds.
func TestPutSurvivesEveryFault(t *testing.T) {
	for _, crashes := range []bool{false, true} {
		step, done := 1, false
		for ; !done; step++ {
			done = faultAt(t, step, crashes)
		}
		if step < 10 {
			t.Errorf("only %d steps could fail: faults are no longer injected", step)
		}
	}
}

// faultAt puts once with the given step going wrong, and reports whether Put
// was done before it.
func faultAt(t *testing.T, step int, crashes bool) (done bool) {
	root, content := t.TempDir(), bytes.Repeat([]byte("testimony "), 100)
	now := time.Now()
	on := &faulty{fails: step, crash: crashes}
	dir, err := openDir(root, on, now)
	if err != nil {
		t.Fatal(err)
	}
	crashed, err := putOn(t.Context(), dir, content)
	reached := on.step >= step
	if reached && !crashed && !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("step %d failed and Put says %v", step, err)
	}
	if !reached && err != nil {
		t.Errorf("no step failed and Put says %v", err)
	}

	// The machine is started again, two hours later.
	dir, err = openDir(root, disk{}, now.Add(2*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	checkWhole(t, dir, atleast.DigestOf(content), step, !reached)
	if _, err := putOn(t.Context(), dir, content); err != nil {
		t.Errorf("step %d: putting again: %v", step, err)
	}
	checkWhole(t, dir, atleast.DigestOf(content), step, true)
	return !reached
}

func checkWhole(t *testing.T, dir *Dir, digest atleast.Digest, step int, mustBeKept bool) {
	t.Helper()
	err := Verify(t.Context(), dir, digest)
	if errors.Is(err, atleast.ErrNotFound) && !mustBeKept {
		err = nil
	}
	if err != nil {
		t.Errorf("step %d: %v", step, err)
	}
	if left, err := os.ReadDir(dir.path(incoming)); err != nil || len(left) > 0 {
		t.Errorf("step %d: unfinished files stay: %v, %v", step, left, err)
	}
}
