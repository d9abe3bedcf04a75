// Package recordtest is what every store of rows has to pass, whatever database
// it keeps them in.
package recordtest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
)

// Run checks the store that open gives, which must be empty each time.
func Run(t *testing.T, open func(t *testing.T) *record.Store) {
	for name, check := range map[string]func(*testing.T, *record.Store){
		"cases":                  cases,
		"items and finds":        itemsAndFinds,
		"readings":               readings,
		"fingerprints":           fingerprints,
		"troubles":               troubles,
		"texts on screens":       screenTexts,
		"screens to be read":     unread,
		"search":                 search,
		"sightings":              sightings,
		"verdicts":               verdicts,
		"assumptions":            assumptions,
		"tallies":                tallies,
		"ledger":                 ledger,
		"ledger about":           ledgerAbout,
		"all or nothing":         allOrNothing,
		"updates one at a time":  updatesOneAtATime,
		"a view sees one state":  viewSeesOneState,
		"nothing without a case": nothingWithoutACase,
		"cancelled":              cancelled,
	} {
		t.Run(name, func(t *testing.T) { check(t, open(t)) })
	}
}

var at = time.Date(2024, 8, 14, 9, 30, 0, 0, time.UTC)

func kursk() atleast.Case {
	return atleast.Case{ID: "kursk", Question: "How many?", What: "soldiers", Zone: "Europe/Kyiv",
		SpeedKMH: 120, Exclude: [][]string{{"tank", "truck"}}, Opened: at}
}

func item(content string) atleast.Item {
	return atleast.Item{Digest: atleast.DigestOf([]byte(content)), Size: int64(len(content)),
		Kind: atleast.Report, Type: "text/plain", Name: content + ".txt", First: at}
}

func find(i atleast.Item, caseID, where, by string) atleast.Find {
	return atleast.Find{Item: i.Digest, Case: caseID, Where: where, At: at, By: by}
}

// update runs change, which must succeed.
func update(t *testing.T, s *record.Store, change func(context.Context, *record.Tx) error) {
	t.Helper()
	if err := s.Update(t.Context(), func(tx *record.Tx) error { return change(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
}

// withCases opens the cases kursk and bryansk.
func withCases(t *testing.T, s *record.Store) {
	t.Helper()
	update(t, s, func(ctx context.Context, tx *record.Tx) error {
		other := kursk()
		other.ID = "bryansk"
		return errors.Join(tx.AddCase(ctx, kursk()), tx.AddCase(ctx, other))
	})
}

// equal reports where got, which comes with err, is not want.
func equal[T any](t *testing.T, want T) func(got T, err error) {
	return func(got T, err error) {
		t.Helper()
		if err != nil {
			t.Error(err)
		} else if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("unlike what was recorded (-want +got):\n%s", diff)
		}
	}
}

// is reports where err is not target.
func is(t *testing.T, err, target error) {
	t.Helper()
	if !errors.Is(err, target) {
		t.Errorf("error is %v; want %v", err, target)
	}
}

func cases(t *testing.T, s *record.Store) {
	equal(t, []atleast.Case{})(s.Cases(t.Context()))
	_, err := s.Case(t.Context(), "kursk")
	is(t, err, atleast.ErrNotFound)
	withCases(t, s)
	equal(t, kursk())(s.Case(t.Context(), "kursk"))
	changed := kursk()
	changed.Question = "Another?"
	is(t, s.Update(t.Context(), func(tx *record.Tx) error { return tx.AddCase(t.Context(), changed) }), atleast.ErrExists)
	equal(t, kursk())(s.Case(t.Context(), "kursk"))
	if all, err := s.Cases(t.Context()); err != nil || len(all) != 2 || all[0].ID != "kursk" {
		t.Errorf("Cases = %v, %v; want kursk, which was opened first, and bryansk", all, err)
	}
}
