package recordtest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
)

func sightings(t *testing.T, s *record.Store) {
	withCases(t, s)
	high := int64(29)
	coded := atleast.Sighting{Footage: "f", Low: 29, High: &high, Status: atleast.Unverified, Why: "seen",
		Place: &atleast.Region{Lat: 51.2, Lon: 35, RadiusM: 500}, Time: &atleast.Span{From: at, To: at.Add(time.Hour)}}
	add := func(caseID, id, want string) {
		t.Helper()
		update(t, s, func(ctx context.Context, tx *record.Tx) error {
			coded.ID = id
			added, err := tx.AddSighting(ctx, caseID, coded)
			if err != nil || added.ID != want {
				t.Errorf("AddSighting gives ID %q, %v; want %q", added.ID, err, want)
			}
			return nil
		})
	}
	add("kursk", "", "s1")
	add("kursk", "s7", "s7")
	add("kursk", "sverdlikovo", "sverdlikovo")
	add("kursk", "", "s8")
	add("bryansk", "", "s1")
	coded.ID = "s1"
	equal(t, []atleast.Sighting{coded})(s.Sightings(t.Context(), "bryansk"))
	equal(t, true)(s.HasSighting(t.Context(), "kursk", "s7"))
	equal(t, false)(s.HasSighting(t.Context(), "bryansk", "s7"))
	err := s.Update(t.Context(), func(tx *record.Tx) error {
		_, err := tx.AddSighting(t.Context(), "kursk", coded)
		return err
	})
	is(t, err, atleast.ErrExists)
}

func verdicts(t *testing.T, s *record.Store) {
	withCases(t, s)
	var want []atleast.Verdict
	for i := range 3 {
		v := atleast.Verdict{Case: "kursk", On: atleast.OnPair, A: "s1", B: "s2", Is: atleast.Same, Why: fmt.Sprint(i), By: "m.r", At: at}
		update(t, s, func(ctx context.Context, tx *record.Tx) (err error) { v, err = tx.AddVerdict(ctx, v); return err })
		if v.ID != fmt.Sprintf("v%d", i+1) {
			t.Errorf("verdict %d has ID %s", i+1, v.ID)
		}
		want = append(want, v)
	}
	equal(t, want)(s.Verdicts(t.Context(), "kursk"))
	equal(t, []atleast.Verdict{})(s.Verdicts(t.Context(), "bryansk"))
	err := s.Update(t.Context(), func(tx *record.Tx) error { _, err := tx.AddVerdict(t.Context(), want[0]); return err })
	is(t, err, atleast.ErrExists)
}

func assumptions(t *testing.T, s *record.Store) {
	withCases(t, s)
	old := atleast.Assumption{Name: "by-day", Pairs: [][2]string{{"s1", "s2"}}}
	other := atleast.Assumption{Name: "by-place", Pairs: [][2]string{{"s1", "s3"}}}
	latest := atleast.Assumption{Name: "by-day", Pairs: [][2]string{{"s2", "s3"}}}
	for _, a := range []atleast.Assumption{old, other, latest} {
		update(t, s, func(ctx context.Context, tx *record.Tx) error { return tx.AddAssumption(ctx, "kursk", a) })
	}
	equal(t, []atleast.Assumption{latest, other})(s.Assumptions(t.Context(), "kursk"))
	equal(t, []atleast.Assumption{})(s.Assumptions(t.Context(), "bryansk"))
}

func tallies(t *testing.T, s *record.Store) {
	withCases(t, s)
	evidence, floor := atleast.DigestOf([]byte("evidence")), int64(247)
	_, err := s.Tally(t.Context(), evidence)
	is(t, err, atleast.ErrNotFound)
	update(t, s, func(ctx context.Context, tx *record.Tx) error {
		equal(t, true)(tx.AddTally(ctx, "kursk", evidence, atleast.Tally{Floor: &floor}))
		equal(t, false)(tx.AddTally(ctx, "kursk", evidence, atleast.Tally{}))
		return nil
	})
	equal(t, atleast.Tally{Floor: &floor})(s.Tally(t.Context(), evidence))
}
