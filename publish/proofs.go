package publish

import (
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/transparency-dev/formats/proof"
	"golang.org/x/mod/sumdb/tlog"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/custody"
)

// prove fills in the proven events and returns the files of proofs/. The bytes
// of an event are published where whoever did it agreed to be named; otherwise
// its hash, with which the proof can be checked all the same.
func (c *content) prove(in Input) (folder, error) {
	f := folder{}
	if in.Ledger == "" {
		return f, nil
	}
	f[keyFile], f[checkpointFile] = []byte(in.Ledger+"\n"), in.Checkpoint
	for i, p := range in.Proofs {
		event, err := custody.ParseLeaf(p.Leaf)
		if err != nil {
			return nil, fmt.Errorf("proof %d: %w", i, err)
		}
		index, err := custody.ProofIndex(p.Text)
		if err != nil {
			return nil, fmt.Errorf("proof %d: %w", i, err)
		}
		hash := tlog.RecordHash(p.Leaf)
		shown := slices.Contains(in.Show.Names, event.By)
		f[proofName(index, "tlog-proof")] = p.Text
		if shown {
			f[proofName(index, "leaf")] = p.Leaf
		}
		c.manifest.Proofs = append(c.manifest.Proofs, provenEvent{index, event.Kind, event.Subject, hex.EncodeToString(hash[:]), shown})
	}
	slices.SortFunc(c.manifest.Proofs, func(a, b provenEvent) int { return int(a.Index - b.Index) })
	return f, nil
}

func proofName(index int64, ending string) string {
	return fmt.Sprintf("%s/%d.%s", proofsFolder, index, ending)
}

// checkProofs verifies every proof against the checkpoint's key, and that each
// sighting the floor rests on has one.
func (f folder) checkProofs(c content, found *Findings) {
	if c.manifest.Ledger == "" {
		return
	}
	if strings.TrimSpace(string(f[keyFile])) != c.manifest.Ledger {
		found.add(keyFile, 1, "the key is not the one that %s names", manifestFile)
	}
	tree, err := custody.OpenCheckpoint(f[checkpointFile], c.manifest.Ledger)
	if err != nil {
		found.add(checkpointFile, 0, "%v", err)
		return
	}
	found.Entries = tree.N
	proven := map[string]bool{}
	for _, p := range c.manifest.Proofs {
		if err := f.checkProof(c, p); err != nil {
			found.add(proofName(p.Index, "tlog-proof"), 0, "%v", err)
			continue
		}
		found.Proofs++
		if p.Kind == atleast.SightingCoded {
			proven[p.Subject] = true
		}
	}
	carry := weightsOf(c.tally.Certificate)
	for _, s := range c.evidence.Sightings {
		if carry[s.ID] && !proven[s.ID] {
			found.add(proofsFolder, 0, "the floor rests on sighting %s, and nothing proves when it was recorded", s.ID)
		}
	}
}

func (f folder) checkProof(c content, p provenEvent) error {
	text, leaf := f[proofName(p.Index, "tlog-proof")], f[proofName(p.Index, "leaf")]
	if text == nil {
		return errors.New("the proof is missing")
	}
	raw, err := hex.DecodeString(p.Leaf)
	if err != nil || len(raw) != tlog.HashSize {
		return fmt.Errorf("the hash of its entry, %q, is no hash", p.Leaf)
	}
	if index, err := custody.ProofIndex(text); err != nil || index != p.Index {
		return fmt.Errorf("it is not about entry %d", p.Index)
	}
	if err := checkInclusion(text, tlog.Hash(raw), c.manifest.Ledger); err != nil {
		return err
	}
	if !p.Shown {
		return nil
	}
	return checkShown(leaf, p, c.manifest.Case.ID)
}

// checkShown compares the bytes of an entry with what the manifest says of it.
func checkShown(leaf []byte, p provenEvent, caseID string) error {
	hash := tlog.RecordHash(leaf)
	if hex.EncodeToString(hash[:]) != p.Leaf {
		return fmt.Errorf("the bytes of entry %d are not those that were proven", p.Index)
	}
	event, err := custody.ParseLeaf(leaf)
	if err != nil {
		return err
	}
	if event.Kind != p.Kind || event.Subject != p.Subject || event.Case != caseID {
		return fmt.Errorf("entry %d is %s of %s in case %s, not %s of %s in case %s", p.Index, event.Kind, event.Subject, event.Case, p.Kind, p.Subject, caseID)
	}
	return nil
}

// checkInclusion is custody.CheckProof for an entry of which only the hash is
// published.
func checkInclusion(text []byte, leaf tlog.Hash, vkey string) error {
	var parsed proof.TLogProof
	if err := parsed.Unmarshal(text); err != nil {
		return fmt.Errorf("it is no proof: %w", err)
	}
	tree, err := custody.OpenCheckpoint(parsed.Checkpoint, vkey)
	if err != nil {
		return err
	}
	path := make(tlog.RecordProof, len(parsed.Hashes))
	for i, h := range parsed.Hashes {
		path[i] = tlog.Hash(h)
	}
	return tlog.CheckRecord(path, tree.N, tree.Hash, int64(parsed.Index), leaf)
}
