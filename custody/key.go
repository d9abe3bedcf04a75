package custody

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// Signer signs the checkpoints of one ledger.
type Signer struct {
	note.Signer
	vkey string
}

// VerifierKey returns the public key under which signatures of s are checked,
// as a note verifier key: "atleast.desk/mxk2…+1a2b3c4d+AY…". Its name is the
// ledger's origin.
func (s *Signer) VerifierKey() string { return s.vkey }

// NewOrigin returns a name for a new ledger that no other has.
func NewOrigin() string { return "atleast.desk/" + strings.ToLower(rand.Text()[:16]) }

// LoadKey reads a signing key from the file at path, or returns an error that
// is fs.ErrNotExist. A key that others may read is refused.
func LoadKey(path string) (*Signer, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("custody: key: %w", err)
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 && runtime.GOOS != "windows" {
		return nil, fmt.Errorf("custody: key %s: others may read it (%v); take that away with: chmod 600 %s", path, mode, path)
	}
	skey, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("custody: key: %w", err)
	}
	signer, err := ParseKey(string(bytes.TrimSpace(skey)))
	if err != nil {
		return nil, fmt.Errorf("custody: key %s: %w", path, err)
	}
	return signer, nil
}

// CreateKey makes a new Ed25519 key for the ledger called origin and keeps it
// at path, readable by its owner only. Where a key is there already, perhaps
// since this very moment, that one is loaded.
func CreateKey(path, origin string) (*Signer, error) {
	skey, _, err := note.GenerateKey(rand.Reader, origin)
	if err == nil {
		err = writeOnce(path, skey+"\n")
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("custody: create key %s: %w", path, err)
	}
	return LoadKey(path)
}

// writeOnce writes a file that appears whole or not at all, and never in place
// of another.
func writeOnce(path, content string) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".key-*") // its mode is 0600
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) //nolint:errcheck // a leftover name for the key file does no harm
	_, err = temp.WriteString(content)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return err
	}
	if err := os.Link(temp.Name(), path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes sure that no entry signed with a new key outlives the key.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	defer folder.Close()
	return folder.Sync()
}

// ParseKey reads a note signing key: "PRIVATE+KEY+<name>+<hash>+<keydata>".
func ParseKey(skey string) (*Signer, error) {
	signer, err := note.NewSigner(skey)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	seed, err := seedOf(skey)
	if err != nil {
		return nil, err
	}
	public, _ := ed25519.NewKeyFromSeed(seed).Public().(ed25519.PublicKey)
	vkey, err := note.NewEd25519VerifierKey(signer.Name(), public)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	return &Signer{signer, vkey}, nil
}

// seedOf returns the private part of a signing key: its fifth field, which may
// hold a plus itself, after one byte for the algorithm.
func seedOf(skey string) ([]byte, error) {
	fields := strings.SplitN(skey, "+", 5)
	data, err := base64.StdEncoding.DecodeString(fields[len(fields)-1])
	if err != nil || len(data) != 1+ed25519.SeedSize {
		return nil, fmt.Errorf("%w: not an Ed25519 key", ErrMalformed)
	}
	return data[1:], nil
}
