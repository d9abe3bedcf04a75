package recordtest

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
)

func ledger(t *testing.T, s *record.Store) {
	var want [][]byte
	for n := range int64(11) {
		want = append(want, fmt.Appendf(nil, "leaf %d", n))
		update(t, s, func(ctx context.Context, tx *record.Tx) error {
			appender := tx.Appender(ctx)
			equal(t, n)(appender.Size())
			hashes, err := tlog.StoredHashes(n, want[n], appender)
			return errors.Join(err, appender.Append(want[n], hashes))
		})
	}
	kept := s.Ledger(t.Context())
	equal(t, int64(11))(kept.Size())
	equal(t, want)(kept.Leaves(0, 100))
	equal(t, want[3:7])(kept.Leaves(3, 4))
	if beyond, err := kept.Leaves(11, 5); err != nil || len(beyond) > 0 {
		t.Errorf("leaves beyond the last = %q, %v", beyond, err)
	}
	root, err := tlog.TreeHash(11, kept)
	if err != nil {
		t.Fatal(err)
	}
	for n, leaf := range want {
		proof, err := tlog.ProveRecord(11, int64(n), kept)
		if err == nil {
			err = tlog.CheckRecord(proof, 11, root, int64(n), tlog.RecordHash(leaf))
		}
		if err != nil {
			t.Errorf("leaf %d: %v", n, err)
		}
	}
	equal(t, int64(-1))(kept.Latest(atleast.VerdictGiven))
	_, err = kept.ReadHashes([]int64{0, 1 << 40})
	is(t, err, atleast.ErrNotFound)
	equal(t, []tlog.Hash{tlog.RecordHash(want[1]), tlog.RecordHash(want[0]), tlog.RecordHash(want[1])})(kept.ReadHashes([]int64{1, 0, 1}))
}

func ledgerAbout(t *testing.T, s *record.Store) {
	event := func(kind, subject string) []byte {
		return fmt.Appendf(nil, `{"kind":%q,"subject":%q}`, kind, subject)
	}
	leaves := [][]byte{event("item.preserved", "a"), []byte("no event"), event("sighting.coded", "s1"), event("claims.read", "a"), event("sighting.coded", "a'b")}
	update(t, s, func(ctx context.Context, tx *record.Tx) error {
		appender := tx.Appender(ctx)
		for n, leaf := range leaves {
			hashes, err := tlog.StoredHashes(int64(n), leaf, appender)
			if err := errors.Join(err, appender.Append(leaf, hashes)); err != nil {
				return err
			}
		}
		return nil
	})
	kept := s.Ledger(t.Context())
	equal(t, []record.Leaf{{Index: 0, Bytes: leaves[0]}, {Index: 3, Bytes: leaves[3]}})(kept.About("a"))
	equal(t, []record.Leaf{{Index: 4, Bytes: leaves[4]}})(kept.About("a'b"))
	equal(t, []record.Leaf(nil))(kept.About(""))
	equal(t, int64(3))(kept.Latest(atleast.ItemPreserved, atleast.ClaimsRead))
	equal(t, int64(4))(kept.Latest(atleast.SightingCoded, atleast.VerdictGiven))
	equal(t, int64(-1))(kept.Latest())
}
