package custody

import (
	"fmt"
	"iter"

	"golang.org/x/mod/sumdb/tlog"
)

// CheckLedger computes the root hash anew from all leaves, in order, and
// returns nil where a checkpoint states the same. The checkpoint may be older
// than the last leaf: the later ones are then not looked at.
func CheckLedger(leaves iter.Seq2[[]byte, error], checkpoint []byte, vkey string) error {
	tree, err := OpenCheckpoint(checkpoint, vkey)
	if err != nil {
		return err
	}
	var grown frontier
	for leaf, err := range leaves {
		if err != nil {
			return fmt.Errorf("custody: ledger: leaf %d: %w", grown.size, err)
		}
		if grown.size == tree.N {
			break
		}
		if err := grown.add(leaf, nil); err != nil {
			return err
		}
	}
	if grown.size < tree.N {
		return fmt.Errorf("custody: ledger: %w: the checkpoint is of %d entries and there are %d", ErrRefused, tree.N, grown.size)
	}
	if grown.root() != tree.Hash {
		return fmt.Errorf("custody: ledger: %w: the %d leaves do not have the root hash of the checkpoint", ErrRefused, tree.N)
	}
	return nil
}

// CheckStored computes every stored hash anew from the leaves, and returns nil
// where all are as they are stored. It tells where a damaged ledger is damaged.
func CheckStored(leaves iter.Seq2[[]byte, error], stored tlog.HashReader) error {
	var grown frontier
	for leaf, err := range leaves {
		if err != nil {
			return fmt.Errorf("custody: ledger: leaf %d: %w", grown.size, err)
		}
		if err := grown.add(leaf, stored); err != nil {
			return err
		}
	}
	return nil
}

// frontier is what has to be remembered of a growing tree to know its root: the
// roots of its complete subtrees, the largest first, one for each bit of size.
type frontier struct {
	size  int64
	roots []tlog.Hash
}

// add takes the next leaf. Where stored is given, every hash that is stored
// with the leaf has to be as computed.
func (f *frontier) add(leaf []byte, stored tlog.HashReader) error {
	hash := tlog.RecordHash(leaf)
	number := tlog.StoredHashIndex(0, f.size)
	for size := f.size; ; size >>= 1 {
		if err := compare(stored, number, hash, f.size); err != nil {
			return err
		}
		if size&1 == 0 {
			break
		}
		last := len(f.roots) - 1
		hash = tlog.NodeHash(f.roots[last], hash)
		f.roots = f.roots[:last]
		number++
	}
	f.roots = append(f.roots, hash)
	f.size++
	return nil
}

func compare(stored tlog.HashReader, number int64, want tlog.Hash, leaf int64) error {
	if stored == nil {
		return nil
	}
	have, err := stored.ReadHashes([]int64{number})
	if err != nil {
		return fmt.Errorf("custody: ledger: hash %d: %w", number, err)
	}
	if have[0] != want {
		return fmt.Errorf("custody: ledger: %w: leaf %d and stored hash %d do not belong together", ErrRefused, leaf, number)
	}
	return nil
}

// root returns the root hash; that of no leaves is the hash of nothing.
func (f *frontier) root() tlog.Hash {
	if len(f.roots) == 0 {
		empty, _ := tlog.TreeHash(0, nil) // reads no hashes
		return empty
	}
	root := f.roots[len(f.roots)-1]
	for i := len(f.roots) - 2; i >= 0; i-- {
		root = tlog.NodeHash(f.roots[i], root)
	}
	return root
}
