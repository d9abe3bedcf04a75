package custody_test

import (
	"bytes"
	"testing"

	"github.com/atleast-desk/atleast/custody"
)

// unsigned returns the lines that are no signatures: others may sign as well.
func unsigned(text []byte) []byte {
	var rest []byte
	for line := range bytes.Lines(text) {
		if !bytes.HasPrefix(line, []byte("— ")) {
			rest = append(rest, line...)
		}
	}
	return rest
}

// Whatever is handed in as a proof, only the one that was given out holds.
func FuzzCheckProof(f *testing.F) {
	signer, m := newSigner(f), grow(f, 11)
	proof := must(f)(custody.Prove(m, 6, signer))
	f.Add(proof)
	f.Add([]byte("c2sp.org/tlog-proof@v1\nindex 18446744073709551615\n\n"))
	f.Add([]byte("c2sp.org/tlog-proof@v1\nextra AA==\nindex 0\n\na\n0\n\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		err := custody.CheckProof(text, m.kept[6], signer.VerifierKey())
		if err == nil && !bytes.Equal(unsigned(text), unsigned(proof)) {
			t.Errorf("CheckProof = %v of\n%s", err, text)
		}
	})
}

// Whatever is handed in as a proof of growth, only the one given out holds.
func FuzzCheckConsistency(f *testing.F) {
	signer := newSigner(f)
	old := must(f)(custody.Checkpoint(grow(f, 5), signer))
	proof := must(f)(custody.ProveConsistency(grow(f, 11), 5, signer))
	f.Add(proof)
	f.Add([]byte("old 5\n\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		err := custody.CheckConsistency(old, text, signer.VerifierKey())
		if err == nil && !bytes.Equal(unsigned(text), unsigned(proof)) {
			t.Errorf("CheckConsistency = %v of\n%s", err, text)
		}
	})
}

// A leaf is read back as the event it was written from, or not at all.
func FuzzParseLeaf(f *testing.F) {
	f.Add(must(f)(event(1).Leaf()))
	f.Add([]byte(`{"kind":"x"}`))
	f.Fuzz(func(t *testing.T, leaf []byte) {
		parsed, err := custody.ParseLeaf(leaf)
		if err != nil {
			return
		}
		if again, err := parsed.Leaf(); err != nil || !bytes.Equal(again, leaf) {
			t.Errorf("%s is read as %v, which is written %s, %v", leaf, parsed, again, err)
		}
	})
}
