package match_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match"
)

// kept lists the files of a cache.
func kept(t *testing.T, dir string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// reader counts how often a fingerprint is made.
type reader struct {
	f     match.Fingerprint
	err   error
	calls int
}

func (r *reader) read() (match.Fingerprint, error) {
	r.calls++
	return r.f, r.err
}

func marshalled(t *testing.T, f match.Fingerprint) string {
	t.Helper()
	b, err := f.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestCacheReadsOnce(t *testing.T) {
	dir := t.TempDir()
	b := original(1)
	made := &reader{f: fingerprint(t, b)}
	for range 2 { // the second time as another run of the program would
		f, err := match.Cache{Dir: dir}.Fingerprint(atleast.DigestOf(b), made.read)
		if err != nil {
			t.Fatal(err)
		}
		if marshalled(t, f) != marshalled(t, made.f) {
			t.Error("the cache gave another fingerprint")
		}
	}
	if made.calls != 1 {
		t.Errorf("read %d times, want once", made.calls)
	}
	if files := kept(t, dir); len(files) != 1 {
		t.Errorf("kept %v", files)
	}
}

func TestCacheDropsDamage(t *testing.T) {
	b := original(1)
	digest := atleast.DigestOf(b)
	other := fingerprint(t, original(2))
	for name, damage := range map[string]func(dir, file string, whole []byte) error{
		"cut off": func(_, file string, whole []byte) error { return os.WriteFile(file, whole[:len(whole)/2], 0o600) },
		"empty":   func(_, file string, _ []byte) error { return os.WriteFile(file, nil, 0o600) },
		"a bit turned": func(_, file string, whole []byte) error {
			whole[len(whole)-1] ^= 1
			return os.WriteFile(file, whole, 0o600)
		},
		"another content's": func(dir, file string, _ []byte) error {
			foreign := &reader{f: other}
			if _, err := (match.Cache{Dir: dir + "2"}).Fingerprint(atleast.DigestOf(original(2)), foreign.read); err != nil {
				return err
			}
			return os.Rename(kept(t, dir+"2")[0], file)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "cache")
			made := &reader{f: fingerprint(t, b)}
			cache := match.Cache{Dir: dir}
			if _, err := cache.Fingerprint(digest, made.read); err != nil {
				t.Fatal(err)
			}
			file := kept(t, dir)[0]
			whole, err := os.ReadFile(file)
			if err == nil {
				err = damage(dir, file, whole)
			}
			if err != nil {
				t.Fatal(err)
			}
			f, err := cache.Fingerprint(digest, made.read)
			if err != nil || made.calls != 2 || marshalled(t, f) != marshalled(t, made.f) {
				t.Errorf("read %d times, want twice; %v", made.calls, err)
			}
			if _, err := cache.Fingerprint(digest, made.read); err != nil || made.calls != 2 {
				t.Errorf("what was made again was not kept: read %d times, %v", made.calls, err)
			}
		})
	}
}

func TestCacheKeepsNoErrors(t *testing.T) {
	dir := t.TempDir()
	failing := &reader{err: errors.New("damaged")}
	for range 2 {
		if _, err := (match.Cache{Dir: dir}).Fingerprint(atleast.Digest{}, failing.read); !errors.Is(err, failing.err) {
			t.Errorf("got %v", err)
		}
	}
	if failing.calls != 2 || len(kept(t, dir)) != 0 {
		t.Errorf("read %d times, kept %v", failing.calls, kept(t, dir))
	}
}

func TestCacheThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	made := &reader{f: fingerprint(t, original(1))}
	f, err := match.Cache{Dir: file}.Fingerprint(atleast.Digest{}, made.read)
	if !errors.Is(err, match.ErrNotKept) || f.IsZero() {
		t.Errorf("error %v; fingerprint missing: %v", err, f.IsZero())
	}
	if _, err := (match.Cache{}).Fingerprint(atleast.Digest{}, made.read); err != nil {
		t.Errorf("a cache without a folder: %v", err)
	}
}
