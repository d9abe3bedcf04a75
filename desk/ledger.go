package desk

import (
	"context"
	"fmt"
	"iter"

	"github.com/atleast-desk/atleast/custody"
	"github.com/atleast-desk/atleast/record"
)

// LedgerSize returns the number of events in the ledger.
func (d *Desk) LedgerSize(ctx context.Context) (int64, error) { return d.rows.Ledger(ctx).Size() }

// Events returns up to limit entries of the ledger, from the one with index
// from on.
func (d *Desk) Events(ctx context.Context, from, limit int64) ([]custody.Entry, error) {
	from = max(from, 0)
	leaves, err := d.rows.Ledger(ctx).Leaves(from, max(limit, 0))
	if err != nil {
		return nil, err
	}
	entries := make([]custody.Entry, len(leaves))
	for i, leaf := range leaves {
		if entries[i], err = entryOf(from+int64(i), leaf); err != nil {
			return nil, err
		}
	}
	return entries, nil
}

// EventsAbout returns the entries of the ledger that speak of the subject, the
// first first.
func (d *Desk) EventsAbout(ctx context.Context, subject string) ([]custody.Entry, error) {
	leaves, err := d.rows.Ledger(ctx).About(subject)
	if err != nil {
		return nil, err
	}
	entries := make([]custody.Entry, len(leaves))
	for i, leaf := range leaves {
		if entries[i], err = entryOf(leaf.Index, leaf.Bytes); err != nil {
			return nil, err
		}
	}
	return entries, nil
}

func entryOf(index int64, leaf []byte) (custody.Entry, error) {
	event, err := custody.ParseLeaf(leaf)
	if err != nil {
		return custody.Entry{}, fmt.Errorf("desk: entry %d of the ledger: %w", index, err)
	}
	return custody.Entry{Index: index, Event: event, Leaf: leaf}, nil
}

// Checkpoint returns the signed statement of the ledger's size and root hash.
func (d *Desk) Checkpoint(ctx context.Context) (checkpoint []byte, err error) {
	err = d.rows.View(ctx, func(rows record.Rows) error {
		checkpoint, err = custody.Checkpoint(rows.Ledger(ctx), d.signer)
		return err
	})
	return checkpoint, err
}

// Prove returns the proof, checkable by custody.CheckProof without the desk,
// that the entry with this index is in the ledger.
func (d *Desk) Prove(ctx context.Context, index int64) (proof []byte, err error) {
	err = d.rows.View(ctx, func(rows record.Rows) error {
		proof, err = custody.Prove(rows.Ledger(ctx), index, d.signer)
		return err
	})
	return proof, err
}

// ProveGrowth returns the proof, checkable by custody.CheckConsistency, that
// the ledger has only grown since it had old entries.
func (d *Desk) ProveGrowth(ctx context.Context, old int64) (proof []byte, err error) {
	err = d.rows.View(ctx, func(rows record.Rows) error {
		proof, err = custody.ProveConsistency(rows.Ledger(ctx), old, d.signer)
		return err
	})
	return proof, err
}

// VerifierKey returns the key under which checkpoints and proofs are checked.
func (d *Desk) VerifierKey() string { return d.signer.VerifierKey() }

// leavesAtOnce is how many leaves are read from the record at a time.
const leavesAtOnce = 1024

// leaves gives all leaves of the ledger in order.
func leaves(ledger record.Ledger) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for from := int64(0); ; {
			some, err := ledger.Leaves(from, leavesAtOnce)
			if err != nil {
				yield(nil, err)
				return
			}
			if len(some) == 0 {
				return
			}
			for _, leaf := range some {
				if !yield(leaf, nil) {
					return
				}
			}
			from += int64(len(some))
		}
	}
}
