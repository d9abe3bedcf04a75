package publish

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/custody"
)

// ledger is a desk's ledger in memory.
type ledger struct {
	kept   [][]byte
	hashes []tlog.Hash
	signer *custody.Signer
}

func (l *ledger) Size() (int64, error) { return int64(len(l.kept)), nil }

func (l *ledger) ReadHashes(numbers []int64) (out []tlog.Hash, err error) {
	for _, n := range numbers {
		if n >= int64(len(l.hashes)) {
			return nil, fmt.Errorf("no hash %d", n)
		}
		out = append(out, l.hashes[n])
	}
	return out, nil
}

func (l *ledger) Append(leaf []byte, hashes []tlog.Hash) error {
	l.kept, l.hashes = append(l.kept, leaf), append(l.hashes, hashes...)
	return nil
}

// ledgerOf records one event for each sighting of the evidence, then one for
// each verdict.
func ledgerOf(t *testing.T, ev atleast.Evidence) *ledger {
	t.Helper()
	signer, err := custody.CreateKey(filepath.Join(t.TempDir(), "key"), "test.example/ledger")
	if err != nil {
		t.Fatal(err)
	}
	l := &ledger{signer: signer}
	record := func(kind atleast.EventKind, subject, by string) {
		e := atleast.Event{Kind: kind, Case: ev.Case, Subject: subject, Record: atleast.DigestOf([]byte(subject)), By: by, At: time.Unix(1723700000, 0)}
		if _, err := custody.Append(l, e); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range ev.Sightings {
		record(atleast.SightingCoded, s.ID, s.By)
	}
	for i, v := range ev.Verdicts {
		record(atleast.VerdictGiven, fmt.Sprintf("v%d", i+1), v.By[0])
	}
	return l
}

// proofs proves every entry.
func (l *ledger) proofs(t *testing.T) []Proof {
	t.Helper()
	var all []Proof
	for i, leaf := range l.kept {
		text, err := custody.Prove(l, int64(i), l.signer)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, Proof{Leaf: leaf, Text: text})
	}
	return all
}

func (l *ledger) checkpoint(t *testing.T) []byte {
	t.Helper()
	c, err := custody.Checkpoint(l, l.signer)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
