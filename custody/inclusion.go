package custody

import (
	"bytes"
	"fmt"
	"math"

	"github.com/transparency-dev/formats/proof"
	"golang.org/x/mod/sumdb/tlog"
)

// Prove returns the proof that the entry with the given index is in the ledger,
// with a checkpoint of the ledger as it stands.
func Prove(ledger Reader, index int64, signer *Signer) ([]byte, error) {
	size, err := ledger.Size()
	if err == nil && (index < 0 || index >= size) {
		err = fmt.Errorf("the ledger has %d entries, numbered from 0", size)
	}
	if err != nil {
		return nil, fmt.Errorf("custody: prove entry %d: %w", index, err)
	}
	path, err := tlog.ProveRecord(size, index, ledger)
	if err != nil {
		return nil, fmt.Errorf("custody: prove entry %d: %w", index, err)
	}
	checkpoint, err := Checkpoint(ledger, signer)
	if err != nil {
		return nil, fmt.Errorf("custody: prove entry %d: %w", index, err)
	}
	return proof.TLogProof{Index: uint64(index), Hashes: bare(path), Checkpoint: checkpoint}.Marshal(), nil
}

// CheckProof returns nil where text proves that leaf is an entry of the ledger
// whose checkpoints vkey verifies. It needs nothing else.
func CheckProof(text, leaf []byte, vkey string) error {
	parsed, err := parseProof(text)
	if err != nil {
		return err
	}
	tree, err := OpenCheckpoint(parsed.Checkpoint, vkey)
	if err != nil {
		return err
	}
	index := int64(parsed.Index)
	if err := tlog.CheckRecord(hashes(parsed.Hashes), tree.N, tree.Hash, index, tlog.RecordHash(leaf)); err != nil {
		return fmt.Errorf("custody: proof of entry %d: %w: %w", index, ErrRefused, err)
	}
	return nil
}

// ProofIndex returns the index of the entry that a proof is about. It checks
// nothing.
func ProofIndex(text []byte) (int64, error) {
	parsed, err := parseProof(text)
	return int64(parsed.Index), err
}

// parseProof reads a proof, and refuses whatever would not be written the same
// way again: a proof that was touched is no longer the one that was given out.
func parseProof(text []byte) (parsed proof.TLogProof, err error) {
	if err := parsed.Unmarshal(text); err != nil {
		return parsed, fmt.Errorf("custody: proof: %w: %w", ErrMalformed, err)
	}
	if parsed.Index > math.MaxInt64 || parsed.ExtraData != nil || !bytes.Equal(parsed.Marshal(), text) {
		return parsed, fmt.Errorf("custody: proof: %w: it is not written as a ledger of atleast writes it", ErrMalformed)
	}
	return parsed, nil
}

func bare(path []tlog.Hash) [][tlog.HashSize]byte {
	plain := make([][tlog.HashSize]byte, len(path))
	for i, hash := range path {
		plain[i] = hash
	}
	return plain
}

func hashes(plain [][tlog.HashSize]byte) []tlog.Hash {
	path := make([]tlog.Hash, len(plain))
	for i, hash := range plain {
		path[i] = hash
	}
	return path
}
