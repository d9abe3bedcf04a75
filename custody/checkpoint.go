package custody

import (
	"encoding/base64"
	"fmt"
	"math"

	formats "github.com/transparency-dev/formats/log"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Checkpoint returns the signed statement of how many entries the ledger has
// and what their root hash is. The same ledger always gives the same bytes.
func Checkpoint(ledger Reader, signer *Signer) ([]byte, error) {
	size, err := ledger.Size()
	if err != nil {
		return nil, fmt.Errorf("custody: checkpoint: %w", err)
	}
	root, err := tlog.TreeHash(size, ledger)
	if err != nil {
		return nil, fmt.Errorf("custody: checkpoint at %d: %w", size, err)
	}
	statement := formats.Checkpoint{Origin: signer.Name(), Size: uint64(size), Hash: root[:]}
	signed, err := note.Sign(&note.Note{Text: string(statement.Marshal())}, signer)
	if err != nil {
		return nil, fmt.Errorf("custody: checkpoint at %d: %w", size, err)
	}
	return signed, nil
}

// OpenCheckpoint checks the signature of a checkpoint and returns the tree that
// it states. Signatures of others, such as witnesses, may follow the ledger's own.
func OpenCheckpoint(checkpoint []byte, vkey string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("custody: verifier key %q: %w: %w", vkey, ErrMalformed, err)
	}
	signed, err := note.Open(checkpoint, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("custody: checkpoint: %w: %w", ErrRefused, err)
	}
	for _, signature := range signed.Sigs {
		if _, err := base64.StdEncoding.Strict().DecodeString(signature.Base64); err != nil {
			return tlog.Tree{}, fmt.Errorf("custody: checkpoint: signature: %w: %w", ErrRefused, err)
		}
	}
	return parseStatement(signed.Text, verifier.Name())
}

func parseStatement(text, origin string) (tlog.Tree, error) {
	var statement formats.Checkpoint
	if _, err := statement.Unmarshal([]byte(text)); err != nil {
		return tlog.Tree{}, fmt.Errorf("custody: checkpoint: %w: %w", ErrMalformed, err)
	}
	switch {
	case statement.Origin != origin:
		return tlog.Tree{}, fmt.Errorf("custody: checkpoint: %w: it is of %q, and the key is that of %q", ErrRefused, statement.Origin, origin)
	case statement.Size > math.MaxInt64:
		return tlog.Tree{}, fmt.Errorf("custody: checkpoint: %w: size %d", ErrMalformed, statement.Size)
	case len(statement.Hash) != tlog.HashSize:
		return tlog.Tree{}, fmt.Errorf("custody: checkpoint: %w: the root hash has %d bytes", ErrMalformed, len(statement.Hash))
	}
	return tlog.Tree{N: int64(statement.Size), Hash: tlog.Hash(statement.Hash)}, nil
}
