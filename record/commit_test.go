package record

import (
	"context"
	"database/sql/driver"
	"errors"
	"path/filepath"
	"testing"

	"modernc.org/sqlite"

	"github.com/atleast-desk/atleast"
)

var errDisk = errors.New("disk I/O error")

// trouble says what goes wrong with the commits of a connector.
type trouble struct {
	fails   bool // the next commit reports an error
	durable bool // and is in the file nevertheless
	blind   bool // and no later connection can be made
}

type badConnector struct {
	driver.Connector
	*trouble
}

func (c badConnector) Connect(ctx context.Context) (driver.Conn, error) {
	if c.blind && !c.fails {
		return nil, errDisk
	}
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return badConn{conn.(conversant), c.trouble}, nil
}

// conversant is what database/sql uses of SQLite's connections.
type conversant interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ExecerContext
	driver.QueryerContext
}

type badConn struct {
	conversant
	*trouble
}

func (c badConn) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	tx, err := c.conversant.BeginTx(ctx, opts)
	return badTx{tx, c.trouble}, err
}

type badTx struct {
	driver.Tx
	*trouble
}

func (tx badTx) Commit() error {
	if !tx.fails {
		return tx.Tx.Commit()
	}
	tx.fails = false
	end := tx.Rollback
	if tx.durable {
		end = tx.Tx.Commit
	}
	return errors.Join(end(), errDisk)
}

func openWith(t *testing.T, wrong *trouble) *Store {
	t.Helper()
	s, err := open(t.Context(), filepath.Join(t.TempDir(), "rows.sqlite"), func(dsn string) (driver.Connector, error) {
		c, err := sqlite.NewConnector(dsn)
		return badConnector{c, wrong}, err
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func addCase(t *testing.T, s *Store, id string) error {
	t.Helper()
	return s.Update(t.Context(), func(tx *Tx) error { return tx.AddCase(t.Context(), atleast.Case{ID: id}) })
}

func TestFailedCommit(t *testing.T) {
	for _, test := range []struct {
		name  string
		wrong trouble
		want  error
		kept  int
	}{
		{"rolled back", trouble{}, errDisk, 0},
		{"durable nevertheless", trouble{durable: true}, nil, 1},
		{"nobody can tell", trouble{durable: true, blind: true}, ErrUncertain, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			var wrong trouble
			s := openWith(t, &wrong)
			if _, err := s.Cases(t.Context()); err != nil { // so that a reader is connected
				t.Fatal(err)
			}
			wrong = test.wrong
			wrong.fails = true
			if err := addCase(t, s, "kursk"); !errors.Is(err, test.want) {
				t.Errorf("Update = %v; want %v", err, test.want)
			}
			wrong.blind = false
			if cases, err := s.Cases(t.Context()); err != nil || len(cases) != test.kept {
				t.Errorf("%d cases are kept, %v; want %d", len(cases), err, test.kept)
			}
			if err := addCase(t, s, "bryansk"); err != nil {
				t.Errorf("the next update: %v", err)
			}
		})
	}
}

func TestMarksDoNotPileUp(t *testing.T) {
	s := openWith(t, &trouble{})
	_, err := s.writer.ExecContext(t.Context(), `INSERT INTO marks (mark)
		WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT 'mark ' || i FROM n`)
	if err != nil {
		t.Fatal(err)
	}
	if err := addCase(t, s, "kursk"); err != nil {
		t.Fatal(err)
	}
	var n int
	if err := s.writer.QueryRowContext(t.Context(), `SELECT count(*) FROM marks`).Scan(&n); err != nil || n != marksKept {
		t.Errorf("%d marks, %v; want %d", n, err, marksKept)
	}
}
