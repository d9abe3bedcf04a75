package desk_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/desk"
)

func TestTwoProcessesAtOneDesk(t *testing.T) {
	dir := t.TempDir()
	here, there := openAt(t, dir), openAt(t, dir)
	if here.VerifierKey() != there.VerifierKey() {
		t.Fatal("two keys for one ledger")
	}
	var both sync.WaitGroup
	for who, d := range map[string]*desk.Desk{"a": here, "b": there} {
		both.Go(func() {
			for n := range 20 {
				c := atleast.Case{ID: fmt.Sprintf("%s-%d", who, n), Question: "?", Zone: "UTC"}
				if err := d.OpenCase(t.Context(), who, c); err != nil {
					t.Error(err)
				}
			}
		})
	}
	both.Wait()
	if n, err := here.LedgerSize(t.Context()); err != nil || n != 40 {
		t.Errorf("the ledger has %d entries, %v; want 40", n, err)
	}
	if err := there.Audit(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestDeskIsReopened(t *testing.T) {
	dir := t.TempDir()
	d := openAt(t, dir)
	if err := d.OpenCase(t.Context(), "m.r", atleast.Case{ID: "kursk", Question: "?", Zone: "UTC"}); err != nil {
		t.Fatal(err)
	}
	vkey := d.VerifierKey()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	again := openAt(t, dir)
	if again.VerifierKey() != vkey {
		t.Error("the ledger has another key")
	}
	if _, err := again.Case(t.Context(), "kursk"); err != nil {
		t.Error(err)
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "ledger.key")); err != nil {
		t.Fatal(err)
	}
	_, err := desk.Open(t.Context(), desk.Config{Dir: dir})
	if err == nil || !strings.Contains(err.Error(), "key is missing") {
		t.Errorf("Open without the key = %v; want it refused", err)
	}
}

func TestDefaultDir(t *testing.T) {
	t.Setenv(desk.Env, "/named")
	if dir, err := desk.DefaultDir(); err != nil || dir != "/named" {
		t.Errorf("DefaultDir = %s, %v; want what the environment names", dir, err)
	}
	t.Setenv(desk.Env, "")
	t.Setenv("XDG_DATA_HOME", "/data")
	if dir, err := desk.DefaultDir(); err != nil || filepath.Base(dir) != "atleast" {
		t.Errorf("DefaultDir = %s, %v; want a folder atleast", dir, err)
	}
}

// A process that is killed leaves its files as they are at that moment.
func TestDeskAfterACrash(t *testing.T) {
	dir := t.TempDir()
	d := openAt(t, dir)
	if err := d.OpenCase(t.Context(), "m.r", atleast.Case{ID: "kursk", Question: "?", Zone: "UTC"}); err != nil {
		t.Fatal(err)
	}
	for n := range 20 {
		add(t, d, file(fmt.Sprintf("%d.bin", n), []byte{0, 1, 2, byte(n)}))
	}
	left := t.TempDir()
	err := errors.Join(os.CopyFS(left, os.DirFS(dir)), os.Chmod(filepath.Join(left, "ledger.key"), 0o600))
	if err != nil {
		t.Fatal(err)
	}
	restarted := openAt(t, left)
	if n, err := restarted.LedgerSize(t.Context()); err != nil || n != 21 {
		t.Errorf("the ledger has %d entries, %v; want all 21", n, err)
	}
	if err := restarted.Audit(t.Context()); err != nil {
		t.Error(err)
	}
	add(t, restarted, file("later.bin", []byte{0, 1, 2, 99}))
}
