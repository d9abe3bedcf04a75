package blob_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/blob"
	"github.com/atleast-desk/atleast/blob/blobtest"
)

func TestDir(t *testing.T) {
	blobtest.Run(t, func(t *testing.T) blob.Store { return open(t, t.TempDir()) })
}

func open(t *testing.T, root string) *blob.Dir {
	t.Helper()
	dir, err := blob.OpenDir(root)
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func kept(root string, content []byte) string {
	hex := atleast.DigestOf(content).String()
	return filepath.Join(root, hex[:2], hex[2:4], hex)
}

func TestDirFileIsReadOnly(t *testing.T) {
	root, content := t.TempDir(), []byte("a statement")
	if _, _, err := open(t, root).Put(t.Context(), bytes.NewReader(content)); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(kept(root, content))
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o444 {
		t.Errorf("mode is %v; want -r--r--r--", info.Mode())
	}
}

func TestDirNoticesAndRepairsDamage(t *testing.T) {
	root, content := t.TempDir(), []byte("what was said")
	dir := open(t, root)
	digest, _, err := dir.Put(t.Context(), bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	path := kept(root, content)
	if err := errors.Join(os.Chmod(path, 0o644), os.WriteFile(path, []byte("what was sais"), 0o644)); err != nil {
		t.Fatal(err)
	}
	if err := blob.Verify(t.Context(), dir, digest); !errors.Is(err, blob.ErrCorrupt) {
		t.Fatalf("Verify of changed bytes = %v; want ErrCorrupt", err)
	}
	if _, _, err := dir.Put(t.Context(), bytes.NewReader(content)); err != nil {
		t.Fatal(err)
	}
	if err := blob.Verify(t.Context(), dir, digest); err != nil {
		t.Errorf("after the right bytes were put again: %v", err)
	}
}

func TestOpenDirSweepsOnlyWhatIsAbandoned(t *testing.T) {
	root := t.TempDir()
	open(t, root)
	old, fresh := filepath.Join(root, "incoming", "put-old"), filepath.Join(root, "incoming", "put-fresh")
	for _, path := range []string{old, fresh} {
		if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := time.Now().Add(-24 * time.Hour)
	if err := os.Chtimes(old, yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	open(t, root)
	if _, err := os.Stat(old); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file abandoned yesterday is still there: %v", err)
	}
	if _, err := os.Stat(fresh); err != nil {
		t.Errorf("a file that may be in use was removed: %v", err)
	}
}

func TestEachPassesOverStrangers(t *testing.T) {
	root := t.TempDir()
	dir := open(t, root)
	misplaced := strings.Repeat("ab", 32)
	for _, name := range []string{"README", misplaced} {
		if err := os.WriteFile(filepath.Join(root, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	err := dir.Each(t.Context(), func(d atleast.Digest, _ int64) error {
		t.Errorf("visited %s", d)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOpenDirWhereAFileStands(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := blob.OpenDir(path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("OpenDir of a file = %v; want an error that names it", err)
	}
}
