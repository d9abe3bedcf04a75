package custody_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/custody"
)

func TestEveryEntryIsProven(t *testing.T) {
	signer := newSigner(t)
	rapid.Check(t, func(r *rapid.T) {
		size := rapid.IntRange(1, 70).Draw(r, "size")
		index := rapid.IntRange(0, size-1).Draw(r, "index")
		m := grow(t, size)
		proof, err := custody.Prove(m, int64(index), signer)
		if err != nil {
			r.Fatal(err)
		}
		if err := custody.CheckProof(proof, m.kept[index], signer.VerifierKey()); err != nil {
			r.Fatal(err)
		}
		if got, err := custody.ProofIndex(proof); err != nil || got != int64(index) {
			r.Fatalf("ProofIndex = %d, %v; want %d", got, err, index)
		}
		other := rapid.IntRange(0, size-1).Filter(func(i int) bool { return i != index || size == 1 }).Draw(r, "other")
		if err := custody.CheckProof(proof, m.kept[other], signer.VerifierKey()); other != index && !errors.Is(err, custody.ErrRefused) {
			r.Fatalf("the proof of entry %d holds for entry %d: %v", index, other, err)
		}
	})
}

func TestGrowthIsProven(t *testing.T) {
	signer := newSigner(t)
	rapid.Check(t, func(r *rapid.T) {
		size := rapid.IntRange(1, 70).Draw(r, "size")
		old := rapid.IntRange(1, size).Draw(r, "old")
		earlier, err := custody.Checkpoint(grow(t, old), signer)
		if err != nil {
			r.Fatal(err)
		}
		proof, err := custody.ProveConsistency(grow(t, size), int64(old), signer)
		if err != nil {
			r.Fatal(err)
		}
		if err := custody.CheckConsistency(earlier, proof, signer.VerifierKey()); err != nil {
			r.Fatal(err)
		}
		rewritten := &memory{}
		for i := range size {
			if _, err := custody.Append(rewritten, event(i+size)); err != nil {
				r.Fatal(err)
			}
		}
		if proof, err = custody.ProveConsistency(rewritten, int64(old), signer); err != nil {
			r.Fatal(err)
		}
		if err := custody.CheckConsistency(earlier, proof, signer.VerifierKey()); !errors.Is(err, custody.ErrRefused) {
			r.Fatalf("a rewritten ledger passes for grown: %v", err)
		}
	})
}

// The whole ledger checked from its leaves agrees with tlog, at every size.
func TestWholeLedger(t *testing.T) {
	signer := newSigner(t)
	for size := range 70 {
		m := grow(t, size)
		checkpoint := must(t)(custody.Checkpoint(m, signer))
		if err := custody.CheckLedger(m.leaves(), checkpoint, signer.VerifierKey()); err != nil {
			t.Errorf("size %d: %v", size, err)
		}
		if err := custody.CheckStored(m.leaves(), m); err != nil {
			t.Errorf("size %d: %v", size, err)
		}
		if _, err := custody.Append(m, event(size)); err != nil {
			t.Fatal(err)
		}
		if err := custody.CheckLedger(m.leaves(), checkpoint, signer.VerifierKey()); err != nil {
			t.Errorf("size %d and one more entry: %v", size, err)
		}
	}
}

func TestCheckpointTellsTheTree(t *testing.T) {
	signer := newSigner(t)
	m := grow(t, 5)
	tree, err := custody.OpenCheckpoint(must(t)(custody.Checkpoint(m, signer)), signer.VerifierKey())
	if err != nil {
		t.Fatal(err)
	}
	if root, _ := tlog.TreeHash(5, m); tree.N != 5 || tree.Hash != root {
		t.Errorf("the checkpoint states %v; want 5 entries of root %v", tree, root)
	}
}

func TestAnotherLedgersKey(t *testing.T) {
	ours, theirs := newSigner(t), newSigner(t)
	m := grow(t, 3)
	proof := must(t)(custody.Prove(m, 1, ours))
	if err := custody.CheckProof(proof, m.kept[1], theirs.VerifierKey()); !errors.Is(err, custody.ErrRefused) {
		t.Errorf("under another key: %v; want ErrRefused", err)
	}
	if err := custody.CheckProof(proof, m.kept[1], "no key"); !errors.Is(err, custody.ErrMalformed) {
		t.Errorf("under no key: %v; want ErrMalformed", err)
	}
}

func TestWhatCannotBeProven(t *testing.T) {
	signer, m := newSigner(t), grow(t, 3)
	for _, index := range []int64{-1, 3} {
		if _, err := custody.Prove(m, index, signer); err == nil {
			t.Errorf("entry %d of 3 was proven", index)
		}
	}
	for _, old := range []int64{-1, 0, 4} {
		if _, err := custody.ProveConsistency(m, old, signer); err == nil {
			t.Errorf("consistency of 3 with %d was proven", old)
		}
	}
	if _, err := custody.Append(m, atleast.Event{}); err == nil || len(m.kept) != 3 {
		t.Errorf("an empty event was appended: %v", err)
	}
}

func TestKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.key")
	if _, err := custody.LoadKey(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("LoadKey of nothing = %v; want fs.ErrNotExist", err)
	}
	var everyone sync.WaitGroup
	vkeys := make([]string, 8)
	for i := range vkeys {
		everyone.Go(func() {
			signer, err := custody.CreateKey(path, custody.NewOrigin())
			if err != nil {
				t.Error(err)
				return
			}
			vkeys[i] = signer.VerifierKey()
		})
	}
	everyone.Wait()
	for _, vkey := range vkeys {
		if vkey != vkeys[0] || !strings.HasPrefix(vkey, "atleast.desk/") {
			t.Errorf("those who created the key at once hold %q", vkeys)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key's mode is %v, %v; want 0600", info.Mode(), err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := custody.LoadKey(path); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("a key that all may read: %v; want it refused, with the remedy", err)
	}
}

func TestDamagedKey(t *testing.T) {
	for _, content := range []string{"", "PRIVATE+KEY", "PRIVATE+KEY+a+b+c", strings.Repeat("+", 50)} {
		if _, err := custody.ParseKey(content); !errors.Is(err, custody.ErrMalformed) {
			t.Errorf("ParseKey(%q) = %v; want ErrMalformed", content, err)
		}
	}
}

func TestParseLeaf(t *testing.T) {
	leaf := must(t)(event(3).Leaf())
	if got, err := custody.ParseLeaf(leaf); err != nil || got != event(3) {
		t.Errorf("ParseLeaf = %v, %v; want the event", got, err)
	}
	for _, changed := range []string{"", "{}", " " + string(leaf), strings.Replace(string(leaf), `{`, `{"extra":1,`, 1)} {
		if _, err := custody.ParseLeaf([]byte(changed)); !errors.Is(err, custody.ErrMalformed) {
			t.Errorf("ParseLeaf(%s) = %v; want ErrMalformed", changed, err)
		}
	}
}
