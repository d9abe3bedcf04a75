package custody

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// ProveConsistency returns the proof that the ledger still holds, unchanged and
// in the same order, what it held when it had old entries. It is written as a
// ledger would ask a witness to sign (c2sp.org/tlog-witness): the old size, the
// hashes, and a checkpoint of the ledger as it stands.
func ProveConsistency(ledger Reader, old int64, signer *Signer) ([]byte, error) {
	size, err := ledger.Size()
	if err == nil && (old < 1 || old > size) {
		err = fmt.Errorf("the ledger has %d entries", size)
	}
	if err != nil {
		return nil, fmt.Errorf("custody: prove consistency with size %d: %w", old, err)
	}
	path, err := tlog.ProveTree(size, old, ledger)
	if err != nil {
		return nil, fmt.Errorf("custody: prove consistency with size %d: %w", old, err)
	}
	checkpoint, err := Checkpoint(ledger, signer)
	if err != nil {
		return nil, fmt.Errorf("custody: prove consistency with size %d: %w", old, err)
	}
	return consistency{old, path, checkpoint}.marshal(), nil
}

// CheckConsistency returns nil where text proves that the ledger which vkey
// verifies has only grown since the old checkpoint.
func CheckConsistency(oldCheckpoint, text []byte, vkey string) error {
	old, err := OpenCheckpoint(oldCheckpoint, vkey)
	if err != nil {
		return err
	}
	parsed, err := parseConsistency(text)
	if err != nil {
		return err
	}
	tree, err := OpenCheckpoint(parsed.checkpoint, vkey)
	if err != nil {
		return err
	}
	if parsed.old != old.N {
		return fmt.Errorf("custody: consistency: %w: the proof starts at size %d, the old checkpoint is of size %d", ErrRefused, parsed.old, old.N)
	}
	if err := tlog.CheckTree(parsed.path, tree.N, tree.Hash, old.N, old.Hash); err != nil {
		return fmt.Errorf("custody: consistency of sizes %d and %d: %w: %w", old.N, tree.N, ErrRefused, err)
	}
	return nil
}

// consistency is such a proof: "old <size>", a hash a line, an empty line, and
// the new checkpoint.
type consistency struct {
	old        int64
	path       []tlog.Hash
	checkpoint []byte
}

func (c consistency) marshal() []byte {
	var text bytes.Buffer
	fmt.Fprintf(&text, "old %d\n", c.old)
	for _, hash := range c.path {
		fmt.Fprintln(&text, base64.StdEncoding.EncodeToString(hash[:]))
	}
	text.WriteByte('\n')
	text.Write(c.checkpoint)
	return text.Bytes()
}

func parseConsistency(text []byte) (parsed consistency, err error) {
	malformed := func(why string) (consistency, error) {
		return consistency{}, fmt.Errorf("custody: consistency proof: %w: %s", ErrMalformed, why)
	}
	head, checkpoint, ok := strings.Cut(string(text), "\n\n")
	if !ok {
		return malformed("no empty line before a checkpoint")
	}
	lines := strings.Split(head, "\n")
	size, ok := strings.CutPrefix(lines[0], "old ")
	if !ok {
		return malformed("the first line does not state the old size")
	}
	if parsed.old, err = strconv.ParseInt(size, 10, 64); err != nil {
		return malformed("the old size is not a number")
	}
	for _, line := range lines[1:] {
		hash, err := base64.StdEncoding.DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return malformed(strconv.Quote(line) + " is not a hash")
		}
		parsed.path = append(parsed.path, tlog.Hash(hash))
	}
	parsed.checkpoint = []byte(checkpoint)
	if !bytes.Equal(parsed.marshal(), text) {
		return malformed("it is not written as a ledger of atleast writes it")
	}
	return parsed, nil
}
