// Package custody keeps the ledger: the list of everything done at a desk, in
// which no entry can be changed, dropped or put in between without being
// noticed by whoever holds an earlier checkpoint.
//
// The ledger is a Merkle tree as in RFC 6962, whose leaves are the events as
// atleast.Event.Leaf writes them. Checkpoints are signed notes
// (c2sp.org/tlog-checkpoint), proofs that an event is in the ledger are text
// (c2sp.org/tlog-proof), and everything can be checked without the desk.
// doc/formats/ledger.md describes all of it.
package custody

import (
	"errors"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/atleast-desk/atleast"
)

// Reader is a ledger as it stands.
type Reader interface {
	// Size returns the number of leaves.
	Size() (int64, error)
	// ReadHashes returns stored hashes by their numbers (tlog.StoredHashIndex).
	ReadHashes(numbers []int64) ([]tlog.Hash, error)
}

// Tree is a ledger that can grow. Append adds the next leaf with the hashes
// that are stored with it; both become durable together with the rows that the
// event speaks of, or not at all, and nobody else appends meanwhile.
type Tree interface {
	Reader
	Append(leaf []byte, hashes []tlog.Hash) error
}

// Entry is an event at its place in the ledger.
type Entry struct {
	Index int64 // from 0
	Event atleast.Event
	Leaf  []byte // the bytes that were hashed
}

// ErrMalformed means that something is no proof, checkpoint or key at all.
var ErrMalformed = fmt.Errorf("malformed: %w", atleast.ErrInvalid)

// ErrRefused means that a proof, checkpoint or ledger does not hold: something
// was changed, or it belongs to another ledger.
var ErrRefused = errors.New("does not hold")

// Append writes an event into the ledger and returns its index.
func Append(tree Tree, e atleast.Event) (index int64, err error) {
	leaf, err := e.Leaf()
	if err != nil {
		return 0, fmt.Errorf("custody: append: %w", err)
	}
	index, err = tree.Size()
	if err != nil {
		return 0, fmt.Errorf("custody: append %s of %s: %w", e.Kind, e.Subject, err)
	}
	hashes, err := tlog.StoredHashes(index, leaf, tree)
	if err == nil {
		err = tree.Append(leaf, hashes)
	}
	if err != nil {
		return 0, fmt.Errorf("custody: append %s of %s: %w", e.Kind, e.Subject, err)
	}
	return index, nil
}
