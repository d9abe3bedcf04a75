package record

import (
	"context"
	"crypto/rand"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
)

// Update runs change in a transaction: all of it is durable when Update returns
// without an error, and none of it is there after an error (but see
// ErrUncertain). Updates wait for one another, so what change reads stays true
// until it is committed. change must not use the Store, and must not keep tx.
func (s *Store) Update(ctx context.Context, change func(tx *Tx) error) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("record: update: %w", err)
	}
	defer tx.Rollback()
	mark, err := leaveMark(ctx, tx)
	if err != nil {
		return fmt.Errorf("record: update: %w", err)
	}
	if err := change(&Tx{Rows: Rows{tx}, tx: tx}); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return s.lookFor(context.WithoutCancel(ctx), mark, err)
	}
	return nil
}

// View answers several questions from the same state.
func (s *Store) View(ctx context.Context, ask func(Rows) error) error {
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return fmt.Errorf("record: view: %w", err)
	}
	defer tx.Rollback()
	return ask(Rows{tx})
}

// marksKept is how many updates, of every process that uses the file, may be
// committed before a failed one is looked for.
const marksKept = 1000

// leaveMark adds a row by which this very update can be told from any other.
func leaveMark(ctx context.Context, tx *sql.Tx) (mark string, err error) {
	mark = rand.Text()
	if _, err := tx.ExecContext(ctx, `INSERT INTO marks (mark) VALUES (?)`, mark); err != nil {
		return "", err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM marks WHERE seq <= (SELECT max(seq) FROM marks) - ?`, marksKept)
	return mark, err
}

// lookFor finds out what became of an update whose commit has failed, and makes
// that final. Where the disk reports an error while the write-ahead log is
// synced, the update may be in the log nevertheless, and the next process to
// open the file would find it. So the connection is thrown away, a new one is
// asked, and one more commit is written: behind the update where it is there,
// over what is left of it where it is not.
func (s *Store) lookFor(ctx context.Context, mark string, failure error) error {
	var kept bool
	err := s.dropWriter(ctx)
	if err == nil {
		err = s.writer.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM marks WHERE mark = ?)`, mark).Scan(&kept)
	}
	if err == nil {
		_, err = s.writer.ExecContext(ctx, `INSERT INTO marks (mark) VALUES (?)`, rand.Text())
	}
	switch {
	case err != nil:
		return fmt.Errorf("record: update: %w: %w (%w)", ErrUncertain, failure, err)
	case !kept:
		return fmt.Errorf("record: update: %w", failure)
	}
	return nil
}

func (s *Store) dropWriter(ctx context.Context) error {
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return err
	}
	if err := conn.Raw(func(any) error { return driver.ErrBadConn }); !errors.Is(err, driver.ErrBadConn) {
		return errors.Join(err, conn.Close())
	}
	return nil // database/sql has closed the connection already
}
