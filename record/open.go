package record

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"

	"github.com/pressly/goose/v3"
	"github.com/rogpeppe/go-internal/lockedfile"
	"modernc.org/sqlite"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Store keeps rows in one SQLite file. Any number of goroutines and processes
// may use the same file: one writes at a time and the others wait, and nobody
// waits to read.
type Store struct {
	Rows
	writer *sql.DB // one connection
	reader *sql.DB
}

// readers is how many questions are answered at once.
const readers = 4

// pragmas are what every connection is told. A commit is on disk when it
// returns (synchronous FULL, which WAL does not do by itself); a writer waits
// for another process for up to ten seconds.
const pragmas = "?_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)"

// Open opens the SQLite file at path, creates it where it is missing, and
// brings an older one up to date. A file written by a newer version of the
// program is refused with ErrNewer and left as it is.
func Open(ctx context.Context, path string) (*Store, error) {
	return open(ctx, path, sqlite.NewConnector)
}

// connect makes the connections to a database; tests put one between that fails.
type connect func(dsn string) (driver.Connector, error)

func open(ctx context.Context, path string, to connect) (*Store, error) {
	store, err := openPools(path, to)
	if err != nil {
		return nil, fmt.Errorf("record: open %s: %w", path, err)
	}
	if err := migrate(ctx, path, store.writer); err != nil {
		return nil, fmt.Errorf("record: open %s: %w", path, errors.Join(err, store.Close()))
	}
	return store, nil
}

func openPools(path string, to connect) (*Store, error) {
	file := (&url.URL{Scheme: "file", Opaque: url.PathEscape(path)}).String()
	writer, err := to(file + pragmas + "&_txlock=immediate")
	if err != nil {
		return nil, err
	}
	reader, err := to(file + pragmas + "&_pragma=query_only(1)")
	if err != nil {
		return nil, err
	}
	store := &Store{writer: sql.OpenDB(writer), reader: sql.OpenDB(reader)}
	store.writer.SetMaxOpenConns(1)
	store.reader.SetMaxOpenConns(readers)
	store.reader.SetMaxIdleConns(readers)
	store.Rows = Rows{store.reader}
	return store, nil
}

// migrate runs what the file has not seen yet. A second process that opens the
// same new file meanwhile waits at the lock.
func migrate(ctx context.Context, path string, db *sql.DB) error {
	unlock, err := lockedfile.MutexAt(path + ".opening").Lock()
	if err != nil {
		return err
	}
	defer unlock()
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	schema, err := goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	current, target, err := schema.GetVersions(ctx)
	if err != nil {
		return err
	}
	if current > target {
		return fmt.Errorf("its schema is version %d and this program knows %d: %w; use that version or a later one", current, target, ErrNewer)
	}
	_, err = schema.Up(ctx)
	return err
}

// Close ends all connections. Updates and questions under way fail.
func (s *Store) Close() error {
	return errors.Join(s.reader.Close(), s.writer.Close())
}
