// Package recordtest is what every store of rows has to pass, whatever database
// it keeps them in.
package recordtest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/sumdb/tlog"

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
		"sightings":              sightings,
		"verdicts":               verdicts,
		"assumptions":            assumptions,
		"tallies":                tallies,
		"ledger":                 ledger,
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

func itemsAndFinds(t *testing.T, s *record.Store) {
	withCases(t, s)
	first, second := item("first"), item("second")
	renamed := first
	renamed.Name = "renamed.txt"
	finds := []atleast.Find{find(first, "kursk", "/a", "m.r"), find(first, "kursk", "/b", "m.r"), find(first, "bryansk", "/a", "m.r")}
	update(t, s, func(ctx context.Context, tx *record.Tx) error {
		equal(t, true)(tx.AddItem(ctx, first))
		equal(t, false)(tx.AddItem(ctx, renamed))
		equal(t, true)(tx.AddItem(ctx, second))
		for _, f := range finds {
			equal(t, true)(tx.AddFind(ctx, f))
		}
		equal(t, false)(tx.AddFind(ctx, finds[0]))
		equal(t, true)(tx.AddFind(ctx, find(second, "kursk", "/c", "o.k")))
		return nil
	})
	equal(t, first)(s.Item(t.Context(), first.Digest))
	equal(t, []atleast.Item{first, second})(s.Items(t.Context(), "kursk"))
	equal(t, []atleast.Item{first})(s.Items(t.Context(), "bryansk"))
	equal(t, finds)(s.Finds(t.Context(), first.Digest))
	equal(t, true)(s.HasItem(t.Context(), "kursk", second.Digest))
	equal(t, false)(s.HasItem(t.Context(), "bryansk", second.Digest))
	_, err := s.Item(t.Context(), atleast.DigestOf(nil))
	is(t, err, atleast.ErrNotFound)
}

// withItem adds an item to the case kursk.
func withItem(t *testing.T, s *record.Store, content string) atleast.Item {
	t.Helper()
	i := item(content)
	update(t, s, func(ctx context.Context, tx *record.Tx) error {
		_, err := tx.AddItem(ctx, i)
		_, err2 := tx.AddFind(ctx, find(i, "kursk", "/"+content, "m.r"))
		return errors.Join(err, err2)
	})
	return i
}

func readings(t *testing.T, s *record.Store) {
	withCases(t, s)
	later, earlier := item("later"), withItem(t, s, "earlier")
	withItem(t, s, "later")
	claim := func(i atleast.Item, id string) atleast.ReadClaim {
		return atleast.ReadClaim{Item: i.Digest, ID: id, Claim: atleast.Claim{Report: i.Name, Quote: id, Via: []string{}, Hedges: []string{}, Why: []string{"rule"}}}
	}
	put := func(i atleast.Item, text string, claims ...atleast.ReadClaim) {
		update(t, s, func(ctx context.Context, tx *record.Tx) error {
			return tx.PutReading(ctx, record.Reading{Item: i.Digest, Text: text, Published: "2024-08-15", Claims: claims})
		})
	}
	_, err := s.Text(t.Context(), earlier.Digest)
	is(t, err, atleast.ErrNotFound)
	put(later, "later text", claim(later, "z"))
	put(earlier, "old text", claim(earlier, "old-1"), claim(earlier, "old-2"))
	put(earlier, "new \"text\"", claim(earlier, "y"), claim(earlier, "x"))
	equal(t, true)(s.HasResult(t.Context(), earlier.Digest))
	equal(t, "new \"text\"")(s.Text(t.Context(), earlier.Digest))
	equal(t, []atleast.ReadClaim{claim(earlier, "y"), claim(earlier, "x"), claim(later, "z")})(s.Claims(t.Context(), "kursk"))
	equal(t, []atleast.ReadClaim{})(s.Claims(t.Context(), "bryansk"))
	equal(t, []record.Reading{
		{Item: earlier.Digest, Text: "new \"text\"", Published: "2024-08-15", Claims: []atleast.ReadClaim{claim(earlier, "y"), claim(earlier, "x")}},
		{Item: later.Digest, Text: "later text", Published: "2024-08-15", Claims: []atleast.ReadClaim{claim(later, "z")}},
	})(s.Readings(t.Context(), "kursk"))
	equal(t, true)(s.HasClaim(t.Context(), "kursk", "x"))
	equal(t, false)(s.HasClaim(t.Context(), "kursk", "old-1"))
	equal(t, false)(s.HasClaim(t.Context(), "bryansk", "x"))
}

func fingerprints(t *testing.T, s *record.Store) {
	withCases(t, s)
	first, second := withItem(t, s, "first"), withItem(t, s, "second")
	for _, f := range []record.Fingerprint{{Item: second.Digest, Body: []byte{0, 1}}, {Item: first.Digest, Body: []byte{2}}, {Item: first.Digest, Body: []byte{3, 0xff}}} {
		update(t, s, func(ctx context.Context, tx *record.Tx) error { return tx.PutFingerprint(ctx, f) })
	}
	equal(t, true)(s.HasResult(t.Context(), first.Digest))
	equal(t, []record.Fingerprint{{Item: first.Digest, Body: []byte{3, 0xff}}, {Item: second.Digest, Body: []byte{0, 1}}})(s.Fingerprints(t.Context(), "kursk"))
}

func troubles(t *testing.T, s *record.Store) {
	withCases(t, s)
	i := withItem(t, s, "broken")
	put := func(stage, reason string, news bool) {
		t.Helper()
		update(t, s, func(ctx context.Context, tx *record.Tx) error {
			equal(t, news)(tx.PutTrouble(ctx, i.Digest, stage, reason))
			return nil
		})
	}
	put("match", "no picture", true)
	put("claim", "old", true)
	put("claim", "\"scanned\" page", true)
	put("claim", "\"scanned\" page", false)
	equal(t, []string{"\"scanned\" page", "no picture"})(s.Troubles(t.Context(), i.Digest))
	put("match", "", true)
	put("match", "", false)
	equal(t, []string{"\"scanned\" page"})(s.Troubles(t.Context(), i.Digest))
	equal(t, false)(s.HasResult(t.Context(), i.Digest))
}

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
