// Package record keeps the rows of a desk: cases, items and where they were
// found, what was read from them, sightings, verdicts, tallies, and the ledger
// in the same transaction as what it speaks of.
//
// Each noun is kept as the JSON that Body gives, beside the few columns by
// which it is looked up. The ledger's events hold the SHA-256 of these bytes, so
// that a changed row can be told from the ledger alone.
//
// Store keeps them in SQLite. recordtest is what any Store has to pass.
package record

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/atleast-desk/atleast"
)

// ErrNewer means that the desk was written by a newer version of the program.
var ErrNewer = errors.New("written by a newer version of atleast")

// ErrUncertain means that a commit failed and it could not be found out whether
// its rows are kept. Whoever repeats the update must look first.
var ErrUncertain = errors.New("it is not known whether this was recorded")

// Body returns the JSON under which v is kept.
func Body(v any) ([]byte, error) { return json.Marshal(v) }

// queryer is what a transaction and a pool of connections have in common.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Rows are the questions. Those of a Store each see the latest state; those
// within View or Update all see the same.
type Rows struct{ q queryer }

// Tx is an update under way: the questions, and the changes.
type Tx struct {
	Rows
	tx *sql.Tx
}

// all decodes the first column of every row as JSON. It is never nil.
func all[T any](ctx context.Context, r Rows, query string, args ...any) ([]T, error) {
	rows, err := r.q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	nouns := []T{}
	for rows.Next() {
		var body []byte
		var noun T
		if err := rows.Scan(&body); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(body, &noun); err != nil {
			return nil, err
		}
		nouns = append(nouns, noun)
	}
	return nouns, rows.Err()
}

// one decodes the first column of the only row as JSON, or returns atleast.ErrNotFound.
func one[T any](ctx context.Context, r Rows, query string, args ...any) (noun T, err error) {
	var body []byte
	if err := scan(ctx, r, &body, query, args...); err != nil {
		return noun, err
	}
	return noun, json.Unmarshal(body, &noun)
}

// scan reads the first column of the only row, or returns atleast.ErrNotFound.
func scan(ctx context.Context, r Rows, into any, query string, args ...any) error {
	err := r.q.QueryRowContext(ctx, query, args...).Scan(into)
	if errors.Is(err, sql.ErrNoRows) {
		return atleast.ErrNotFound
	}
	return err
}

// insert runs a statement whose last argument is the noun, as JSON, and
// reports whether it added a row.
func (tx *Tx) insert(ctx context.Context, noun any, statement string, args ...any) (added bool, err error) {
	body, err := Body(noun)
	if err != nil {
		return false, err
	}
	return tx.exec(ctx, statement, append(args, string(body))...)
}

func (tx *Tx) exec(ctx context.Context, statement string, args ...any) (changed bool, err error) {
	result, err := tx.tx.ExecContext(ctx, statement, args...)
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

// failed names the operation and what it was about.
func failed(err error, operation string, about any) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("record: %s %v: %w", operation, about, err)
}
