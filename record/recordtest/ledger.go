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
	_, err = kept.ReadHashes([]int64{0, 1 << 40})
	is(t, err, atleast.ErrNotFound)
	equal(t, []tlog.Hash{tlog.RecordHash(want[1]), tlog.RecordHash(want[0]), tlog.RecordHash(want[1])})(kept.ReadHashes([]int64{1, 0, 1}))
}
