package custody_test

import (
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/custody"
)

// memory is a ledger that keeps nothing.
type memory struct {
	kept   [][]byte
	hashes []tlog.Hash
}

func (m *memory) Size() (int64, error) { return int64(len(m.kept)), nil }

func (m *memory) ReadHashes(numbers []int64) (out []tlog.Hash, err error) {
	for _, n := range numbers {
		if n >= int64(len(m.hashes)) {
			return nil, fmt.Errorf("no hash %d", n)
		}
		out = append(out, m.hashes[n])
	}
	return out, nil
}

func (m *memory) Append(leaf []byte, hashes []tlog.Hash) error {
	m.kept = append(m.kept, leaf)
	m.hashes = append(m.hashes, hashes...)
	return nil
}

func (m *memory) clone() *memory {
	c := &memory{hashes: slices.Clone(m.hashes)}
	for _, leaf := range m.kept {
		c.kept = append(c.kept, slices.Clone(leaf))
	}
	return c
}

func (m *memory) leaves() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, leaf := range m.kept {
			if !yield(leaf, nil) {
				return
			}
		}
	}
}

func event(n int) atleast.Event {
	return atleast.Event{Kind: atleast.VerdictGiven, Case: "kursk", Subject: fmt.Sprintf("v%d", n),
		Record: atleast.DigestOf([]byte{byte(n)}), By: "m.r", At: time.Date(2024, 8, 14, 9, n, 0, 0, time.UTC)}
}

// grow returns a ledger of n entries.
func grow(t testing.TB, n int) *memory {
	t.Helper()
	m := &memory{}
	for i := range n {
		if index, err := custody.Append(m, event(i)); err != nil || index != int64(i) {
			t.Fatalf("Append = %d, %v; want %d", index, err, i)
		}
	}
	return m
}

func newSigner(t testing.TB) *custody.Signer {
	t.Helper()
	signer, err := custody.CreateKey(filepath.Join(t.TempDir(), "ledger.key"), custody.NewOrigin())
	if err != nil {
		t.Fatal(err)
	}
	return signer
}

// must returns b, which comes with err.
func must(t testing.TB) func(b []byte, err error) []byte {
	return func(b []byte, err error) []byte {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
}
