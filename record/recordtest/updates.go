package recordtest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
)

func allOrNothing(t *testing.T, s *record.Store) {
	changed := errors.New("changed my mind")
	is(t, s.Update(t.Context(), func(tx *record.Tx) error {
		return errors.Join(tx.AddCase(t.Context(), kursk()), changed)
	}), changed)
	equal(t, []atleast.Case{})(s.Cases(t.Context()))
}

func updatesOneAtATime(t *testing.T, s *record.Store) {
	withCases(t, s)
	const each = 8
	var everyone sync.WaitGroup
	for range each {
		everyone.Go(func() {
			for range each {
				err := s.Update(t.Context(), func(tx *record.Tx) error {
					_, err := tx.AddSighting(t.Context(), "kursk", atleast.Sighting{})
					return err
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	everyone.Wait()
	all, err := s.Sightings(t.Context(), "kursk")
	if err != nil || len(all) != each*each || all[len(all)-1].ID != fmt.Sprintf("s%d", each*each) {
		t.Errorf("%d sightings, %v; want %d, numbered without a gap", len(all), err, each*each)
	}
}

func viewSeesOneState(t *testing.T, s *record.Store) {
	err := s.View(t.Context(), func(rows record.Rows) error {
		equal(t, []atleast.Case{})(rows.Cases(t.Context()))
		withCases(t, s)
		equal(t, []atleast.Case{})(rows.Cases(t.Context()))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if all, err := s.Cases(t.Context()); err != nil || len(all) != 2 {
		t.Errorf("after the view: %v, %v; want both cases", all, err)
	}
}

func nothingWithoutACase(t *testing.T, s *record.Store) {
	err := s.Update(t.Context(), func(tx *record.Tx) error {
		_, err := tx.AddSighting(t.Context(), "nowhere", atleast.Sighting{})
		return err
	})
	if err == nil {
		t.Error("a sighting was recorded in a case that was never opened")
	}
}

func cancelled(t *testing.T, s *record.Store) {
	ctx, cancel := context.WithCancel(t.Context())
	err := s.Update(ctx, func(tx *record.Tx) error {
		err := tx.AddCase(ctx, kursk())
		cancel()
		return err
	})
	is(t, err, context.Canceled)
	equal(t, []atleast.Case{})(s.Cases(t.Context()))
	withCases(t, s)
}
