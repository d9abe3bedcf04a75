package desk_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	_ "modernc.org/sqlite"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/blob"
	"github.com/atleast-desk/atleast/custody"
	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/media"
)

// busy fills a desk with one of everything and returns its folder.
func busy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	d := openAt(t, dir)
	for _, id := range []string{"kursk", "bryansk"} {
		if err := d.OpenCase(t.Context(), "m.r", atleast.Case{ID: id, Question: "How many?", Zone: "UTC"}); err != nil {
			t.Fatal(err)
		}
	}
	add(t, d, file("statement.txt", []byte("The army says it captured more than 100 soldiers on Wednesday.")))
	add(t, d, file("copy.txt", []byte("The army says it captured more than 100 soldiers on Wednesday.")))
	add(t, d, file("drawing.png", drawing(t, 1)))
	readScreens(t, d)
	a, b := code(t, d, 29), code(t, d, 40)
	judge(t, d, atleast.Verdict{On: atleast.OnPair, A: a, B: b, Is: atleast.Different, By: "m.r"})
	for _, name := range []string{"by-day", "by-day"} {
		if err := d.Assume(t.Context(), "kursk", "m.r", atleast.Assumption{Name: name, Pairs: [][2]string{{a, b}}}); err != nil {
			t.Fatal(err)
		}
	}
	floor(t, d)
	if err := d.Audit(t.Context()); err != nil {
		t.Fatalf("a desk that nobody has touched: %v", err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Whoever can write the database file can take away the triggers; the audit
// still tells.
func TestAuditNoticesEveryChange(t *testing.T) {
	dir := busy(t)
	sound, err := os.ReadFile(filepath.Join(dir, "record.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	changes := []string{
		`UPDATE cases SET body = replace(body, 'How many?', 'How few?')`,
		`UPDATE items SET body = replace(body, 'statement.txt', 'rumour.txt')`,
		`UPDATE finds SET body = replace(body, 'm.r', 'x.y') WHERE place LIKE '%copy.txt'`,
		`DELETE FROM finds WHERE place LIKE '%copy.txt'`,
		`UPDATE sightings SET body = replace(body, '"low":29', '"low":92')`,
		`UPDATE sightings SET case_id = 'bryansk' WHERE id = 's1'`,
		`UPDATE sightings SET id = 's3' WHERE id = 's1'`,
		`UPDATE verdicts SET body = replace(body, 'different', 'same')`,
		`DELETE FROM verdicts`,
		`INSERT INTO verdicts (case_id, id, body) SELECT case_id, 'v2', replace(body, 'm.r', 'o.k') FROM verdicts`,
		`DELETE FROM assumptions WHERE seq = 1`,
		`UPDATE tallies SET body = replace(body, '"floor":0', '"floor":69')`,
		`UPDATE texts SET body = replace(body, '100', '1000')`,
		`UPDATE texts SET published = '2024-08-01'`,
		`DELETE FROM claims WHERE n = 0`,
		`UPDATE fingerprints SET body = zeroblob(length(body))`,
		`UPDATE ledger_leaves SET leaf = CAST(replace(CAST(leaf AS TEXT), 'm.r', 'x.y') AS BLOB) WHERE n = 3`,
		`DELETE FROM ledger_leaves WHERE n = (SELECT max(n) FROM ledger_leaves)`,
		`UPDATE ledger_hashes SET hash = zeroblob(32) WHERE n = 2`,
	}
	if _, ok := media.FindTextReader(t.Context(), "eng"); ok { // else nothing is read on screens
		changes = append(changes, `UPDATE screen_texts SET body = replace(body, '"tool":"', '"tool":"a better ')`)
	}
	for _, change := range changes {
		if err := os.WriteFile(filepath.Join(dir, "record.sqlite"), sound, 0o600); err != nil {
			t.Fatal(err)
		}
		if changed := tamper(t, filepath.Join(dir, "record.sqlite"), change); !changed {
			t.Errorf("nothing to change: %s", change)
			continue
		}
		d, err := desk.Open(t.Context(), desk.Config{Dir: dir})
		if err != nil {
			t.Errorf("%s: %v", change, err)
			continue
		}
		if err := d.Audit(t.Context()); !errors.Is(err, custody.ErrRefused) {
			t.Errorf("%s: Audit = %v; want ErrRefused", change, err)
		}
		d.Close()
	}
}

// tamper changes the database behind the desk's back, triggers and all.
func tamper(t *testing.T, path, change string) (changed bool) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	var triggers []string
	rows, err := db.QueryContext(t.Context(), `SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		triggers = append(triggers, name)
	}
	rows.Close()
	for _, name := range triggers {
		if _, err := db.ExecContext(t.Context(), `DROP TRIGGER `+name); err != nil {
			t.Fatal(err)
		}
	}
	result, err := db.ExecContext(t.Context(), change)
	if err != nil {
		t.Fatalf("%s: %v", change, err)
	}
	n, err := result.RowsAffected()
	if err != nil {
		t.Fatal(err)
	}
	return n > 0
}

func TestAuditNoticesChangedBytes(t *testing.T) {
	dir := busy(t)
	d := openAt(t, dir)
	items, err := d.Items(t.Context(), "kursk")
	if err != nil {
		t.Fatal(err)
	}
	path := d.Path(items[0].Digest)
	if err := errors.Join(os.Chmod(path, 0o600), os.WriteFile(path, []byte("something else"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if err := d.Audit(t.Context()); !errors.Is(err, blob.ErrCorrupt) {
		t.Errorf("Audit = %v; want ErrCorrupt", err)
	}
}
