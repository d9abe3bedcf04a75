package record_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	_ "modernc.org/sqlite"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
	"github.com/atleast-desk/atleast/record/recordtest"
)

func TestStore(t *testing.T) {
	recordtest.Run(t, func(t *testing.T) *record.Store { return openAt(t, filepath.Join(t.TempDir(), "rows.sqlite")) })
}

func openAt(t *testing.T, path string) *record.Store {
	t.Helper()
	s, err := record.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func addCase(ctx context.Context, s *record.Store, id string) error {
	return s.Update(ctx, func(tx *record.Tx) error { return tx.AddCase(ctx, atleast.Case{ID: id}) })
}

func TestOddPaths(t *testing.T) {
	for _, name := range []string{"a b?c#d%41.sqlite", "файл.sqlite"} {
		path := filepath.Join(t.TempDir(), name)
		openAt(t, path)
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s: the rows are kept elsewhere: %v", name, err)
		}
	}
}

func TestRowsOutliveTheStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rows.sqlite")
	s := openAt(t, path)
	if err := addCase(t.Context(), s, "kursk"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := openAt(t, path).Case(t.Context(), "kursk"); err != nil {
		t.Error(err)
	}
}

func TestManyOpenOneNewFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rows.sqlite")
	var everyone sync.WaitGroup
	for _, id := range []string{"a", "b", "c", "d"} {
		everyone.Go(func() {
			s, err := record.Open(t.Context(), path)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			if err := addCase(t.Context(), s, id); err != nil {
				t.Error(err)
			}
		})
	}
	everyone.Wait()
	if all, err := openAt(t, path).Cases(t.Context()); err != nil || len(all) != 4 {
		t.Errorf("%d cases, %v; want those of all four", len(all), err)
	}
}

// raw runs a statement behind the store's back.
func raw(t *testing.T, path, statement string) error {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	_, err = db.ExecContext(t.Context(), statement)
	return err
}

func TestNewerSchemaIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rows.sqlite")
	openAt(t, path).Close()
	if err := raw(t, path, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, 1)`); err != nil {
		t.Fatal(err)
	}
	_, err := record.Open(t.Context(), path)
	if !errors.Is(err, record.ErrNewer) || !strings.Contains(err.Error(), "999") {
		t.Errorf("Open = %v; want ErrNewer that names version 999", err)
	}
}

func TestNotADatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rows.sqlite")
	if err := os.WriteFile(path, []byte(strings.Repeat("this is a letter, not a database. ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := record.Open(t.Context(), path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("Open = %v; want an error that names the file", err)
	}
}

func TestWhatIsRecordedIsNeverChanged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rows.sqlite")
	s := openAt(t, path)
	if err := addCase(t.Context(), s, "kursk"); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{`UPDATE cases SET body = '{}'`, `DELETE FROM cases`} {
		if err := raw(t, path, statement); err == nil || !strings.Contains(err.Error(), "never") {
			t.Errorf("%s: %v; want it refused", statement, err)
		}
	}
}
