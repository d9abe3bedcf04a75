package record

import (
	"context"
	"encoding/json"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/atleast-desk/atleast"
)

// Ledger reads the leaves and hashes of the ledger as they are kept.
type Ledger struct {
	ctx  context.Context
	rows Rows
}

// Ledger returns the ledger as these rows see it, for as long as ctx lasts.
func (r Rows) Ledger(ctx context.Context) Ledger { return Ledger{ctx, r} }

// Size returns the number of leaves.
func (l Ledger) Size() (n int64, err error) {
	err = scan(l.ctx, l.rows, &n, `SELECT coalesce(max(n) + 1, 0) FROM ledger_leaves`)
	return n, failed(err, "size of", "the ledger")
}

// ReadHashes returns the stored hashes with the given numbers.
func (l Ledger) ReadHashes(numbers []int64) ([]tlog.Hash, error) {
	hashes, err := l.readHashes(numbers)
	return hashes, failed(err, "hashes of", "the ledger")
}

func (l Ledger) readHashes(numbers []int64) ([]tlog.Hash, error) {
	wanted, err := json.Marshal(numbers)
	if err != nil {
		return nil, err
	}
	rows, err := l.rows.q.QueryContext(l.ctx, `SELECT wanted.key, hash FROM json_each(?) AS wanted
		JOIN ledger_hashes ON n = wanted.value`, string(wanted))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	hashes, found := make([]tlog.Hash, len(numbers)), 0
	for rows.Next() {
		var at int
		var hash []byte
		if err := rows.Scan(&at, &hash); err != nil {
			return nil, err
		}
		if len(hash) != tlog.HashSize {
			return nil, fmt.Errorf("hash %d has %d bytes", numbers[at], len(hash))
		}
		hashes[at] = tlog.Hash(hash)
		found++
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if found != len(numbers) {
		return nil, fmt.Errorf("%d of %d hashes: %w", len(numbers)-found, len(numbers), atleast.ErrNotFound)
	}
	return hashes, nil
}

// Leaves returns up to limit leaves, from the one with the number from on.
func (l Ledger) Leaves(from, limit int64) ([][]byte, error) {
	leaves, err := l.leaves(from, limit)
	return leaves, failed(err, "leaves of", "the ledger")
}

func (l Ledger) leaves(from, limit int64) (leaves [][]byte, err error) {
	rows, err := l.rows.q.QueryContext(l.ctx, `SELECT n, leaf FROM ledger_leaves WHERE n >= ? ORDER BY n LIMIT ?`, from, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		var leaf []byte
		if err := rows.Scan(&n, &leaf); err != nil {
			return nil, err
		}
		if n != from+int64(len(leaves)) {
			return nil, fmt.Errorf("leaf %d: %w", from+int64(len(leaves)), atleast.ErrNotFound)
		}
		leaves = append(leaves, leaf)
	}
	return leaves, rows.Err()
}

// Appender is a Ledger that grows with the update it belongs to.
type Appender struct {
	Ledger
	tx *Tx
}

// Appender returns the ledger as part of the update.
func (tx *Tx) Appender(ctx context.Context) Appender {
	return Appender{Ledger: tx.Ledger(ctx), tx: tx}
}

// Append adds the next leaf and the hashes that are stored with it.
func (a Appender) Append(leaf []byte, hashes []tlog.Hash) error {
	n, err := a.Size()
	if err == nil {
		_, err = a.tx.exec(a.ctx, `INSERT INTO ledger_leaves (n, leaf) VALUES (?, ?)`, n, leaf)
	}
	next := tlog.StoredHashIndex(0, n)
	for i, hash := range hashes {
		if err != nil {
			break
		}
		_, err = a.tx.exec(a.ctx, `INSERT INTO ledger_hashes (n, hash) VALUES (?, ?)`, next+int64(i), hash[:])
	}
	return failed(err, "append leaf", n)
}
