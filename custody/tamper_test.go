package custody_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/atleast-desk/atleast/custody"
)

// everyChange calls check with b after each change of one byte: every bit of it
// flipped, and the byte left out or doubled.
func everyChange(b []byte, check func(at int, changed []byte)) {
	for i := range b {
		for bit := range 8 {
			changed := slices.Clone(b)
			changed[i] ^= 1 << bit
			check(i, changed)
		}
		check(i, slices.Delete(slices.Clone(b), i, i+1))
		check(i, slices.Insert(slices.Clone(b), i, b[i]))
	}
}

func TestTamperedProof(t *testing.T) {
	signer, m := newSigner(t), grow(t, 11)
	for _, index := range []int64{0, 6, 10} {
		proof, leaf := must(t)(custody.Prove(m, index, signer)), m.kept[index]
		everyChange(proof, func(at int, changed []byte) {
			if custody.CheckProof(changed, leaf, signer.VerifierKey()) == nil && !bytes.Equal(changed, proof) {
				t.Errorf("entry %d: byte %d of the proof was changed unnoticed:\n%s", index, at, changed)
			}
		})
		everyChange(leaf, func(at int, changed []byte) {
			if custody.CheckProof(proof, changed, signer.VerifierKey()) == nil {
				t.Errorf("entry %d: byte %d of the leaf was changed unnoticed: %s", index, at, changed)
			}
		})
	}
}

func TestTamperedConsistency(t *testing.T) {
	signer := newSigner(t)
	old := must(t)(custody.Checkpoint(grow(t, 5), signer))
	proof := must(t)(custody.ProveConsistency(grow(t, 11), 5, signer))
	everyChange(proof, func(at int, changed []byte) {
		if custody.CheckConsistency(old, changed, signer.VerifierKey()) == nil && !bytes.Equal(changed, proof) {
			t.Errorf("byte %d of the proof was changed unnoticed:\n%s", at, changed)
		}
	})
	everyChange(old, func(at int, changed []byte) {
		if custody.CheckConsistency(changed, proof, signer.VerifierKey()) == nil && !bytes.Equal(changed, old) {
			t.Errorf("byte %d of the old checkpoint was changed unnoticed:\n%s", at, changed)
		}
	})
}

func TestTamperedLedger(t *testing.T) {
	signer, sound := newSigner(t), grow(t, 7)
	checkpoint := must(t)(custody.Checkpoint(sound, signer))
	check := func(what string, m *memory) {
		t.Helper()
		if custody.CheckLedger(m.leaves(), checkpoint, signer.VerifierKey()) == nil {
			t.Errorf("CheckLedger does not notice: %s", what)
		}
	}
	for n, leaf := range sound.kept {
		everyChange(leaf, func(_ int, changed []byte) {
			m := sound.clone()
			m.kept[n] = changed
			check("a leaf changed", m)
			if custody.CheckStored(m.leaves(), m) == nil {
				t.Errorf("CheckStored does not notice a change of leaf %d", n)
			}
		})
		dropped, swapped := sound.clone(), sound.clone()
		dropped.kept = slices.Delete(dropped.kept, n, n+1)
		check("a leaf dropped", dropped)
		other := (n + 1) % len(swapped.kept)
		swapped.kept[n], swapped.kept[other] = swapped.kept[other], swapped.kept[n]
		check("two leaves swapped", swapped)
	}
	for n := range sound.hashes {
		for i := range sound.hashes[n] {
			m := sound.clone()
			m.hashes[n][i] ^= 1
			if custody.CheckStored(m.leaves(), m) == nil {
				t.Errorf("CheckStored does not notice a change of hash %d", n)
			}
		}
	}
}
