package desk_test

import (
	"sync"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/desk"
)

// code codes a sighting of low people.
func code(t *testing.T, d *desk.Desk, low int64) string {
	t.Helper()
	s, err := d.Code(t.Context(), "kursk", "m.r", atleast.Sighting{Low: low, High: &low, Why: "counted in one frame"})
	if err != nil {
		t.Fatal(err)
	}
	return s.ID
}

// judge gives a verdict with grounds.
func judge(t *testing.T, d *desk.Desk, v atleast.Verdict) {
	t.Helper()
	v.Case, v.Why = "kursk", "looked at both, frame by frame"
	if _, err := d.Judge(t.Context(), v); err != nil {
		t.Fatal(err)
	}
}

func floor(t *testing.T, d *desk.Desk) int64 {
	t.Helper()
	tally, err := d.Tally(t.Context(), "kursk")
	if err != nil || tally.Floor == nil {
		t.Fatalf("Tally = %+v, %v; want a floor", tally, err)
	}
	return *tally.Floor
}

func TestFloorFollowsTheVerdicts(t *testing.T) {
	d := open(t)
	a, b := code(t, d, 29), code(t, d, 40)
	want := func(n int64, when string) {
		t.Helper()
		if got := floor(t, d); got != n {
			t.Errorf("%s: at least %d; want %d", when, got, n)
		}
	}
	want(0, "nothing is verified")
	judge(t, d, atleast.Verdict{On: atleast.OnSighting, A: a, Is: "verified", By: "m.r"})
	judge(t, d, atleast.Verdict{On: atleast.OnSighting, A: b, Is: "verified", By: "m.r"})
	want(40, "both are verified, and may show the same people")
	judge(t, d, atleast.Verdict{On: atleast.OnPair, A: a, B: b, Is: atleast.Different, By: "m.r"})
	want(40, "one person says they are different")
	judge(t, d, atleast.Verdict{On: atleast.OnPair, A: b, B: a, Is: atleast.Different, By: "o.k"})
	want(69, "two people say so")
	judge(t, d, atleast.Verdict{On: atleast.OnPair, A: a, B: b, Is: atleast.Unsure, By: "m.r"})
	want(40, "one of them is no longer sure")
	judge(t, d, atleast.Verdict{On: atleast.OnSighting, A: b, Is: "misattributed", By: "o.k"})
	want(29, "the larger one turns out to be of another place")
	if all, err := d.Verdicts(t.Context(), "kursk"); err != nil || len(all) != 6 {
		t.Errorf("%d verdicts are on record, %v; want all six", len(all), err)
	}
	sightings, err := d.Sightings(t.Context(), "kursk")
	if err != nil || len(sightings) != 2 || sightings[0].Status != atleast.Verified || sightings[1].Status != atleast.Misattributed {
		t.Errorf("Sightings = %+v, %v; want them settled", sightings, err)
	}
}

func TestTheSameEvidenceIsCountedOnce(t *testing.T) {
	d := open(t)
	judge(t, d, atleast.Verdict{On: atleast.OnSighting, A: code(t, d, 29), Is: "verified", By: "m.r"})
	var everyone sync.WaitGroup
	for range 8 {
		everyone.Go(func() {
			if tally, err := d.Tally(t.Context(), "kursk"); err != nil || tally.Floor == nil || *tally.Floor != 29 {
				t.Errorf("Tally = %+v, %v; want 29", tally, err)
			}
		})
	}
	everyone.Wait()
	wantKinds(t, d, atleast.CaseOpened, atleast.SightingCoded, atleast.VerdictGiven, atleast.TallyComputed)
}

func TestAssume(t *testing.T) {
	d := open(t)
	a, b := code(t, d, 29), code(t, d, 40)
	for _, id := range []string{a, b} {
		judge(t, d, atleast.Verdict{On: atleast.OnSighting, A: id, Is: "verified", By: "m.r"})
	}
	if err := d.Assume(t.Context(), "kursk", "m.r", atleast.Assumption{Name: "by-place", Pairs: [][2]string{{a, b}}}); err != nil {
		t.Fatal(err)
	}
	tally, err := d.Tally(t.Context(), "kursk")
	if err != nil {
		t.Fatal(err)
	}
	if *tally.Floor != 40 || len(tally.Assumed) != 1 || *tally.Assumed[0].Floor != 69 {
		t.Errorf("tally is %+v; want 40, and 69 where it is assumed that they are different", tally)
	}
	is(t, d.Assume(t.Context(), "kursk", "", atleast.Assumption{Name: "x", Pairs: [][2]string{{a, b}}}), atleast.ErrInvalid)
	is(t, d.Assume(t.Context(), "kursk", "m.r", atleast.Assumption{Name: "x", Pairs: [][2]string{{a, "s9"}}}), atleast.ErrNotFound)
}

func TestRefusedJudgements(t *testing.T) {
	d := open(t)
	id := code(t, d, 29)
	_, err := d.Code(t.Context(), "kursk", "m.r", atleast.Sighting{ID: id, Low: 1, Why: "again"})
	is(t, err, atleast.ErrExists)
	_, err = d.Code(t.Context(), "kursk", "m.r", atleast.Sighting{Low: -1, Why: "none"})
	is(t, err, atleast.ErrInvalid)
	_, err = d.Code(t.Context(), "bryansk", "m.r", atleast.Sighting{Low: 1, Why: "elsewhere"})
	is(t, err, atleast.ErrNotFound)
	_, err = d.Judge(t.Context(), atleast.Verdict{Case: "kursk", On: atleast.OnSighting, A: id, Is: "verified", By: "m.r"})
	is(t, err, atleast.ErrInvalid) // no grounds
	_, err = d.Judge(t.Context(), atleast.Verdict{Case: "kursk", On: atleast.OnSighting, A: "s9", Is: "verified", By: "m.r", Why: "seen"})
	is(t, err, atleast.ErrNotFound)
	wantKinds(t, d, atleast.CaseOpened, atleast.SightingCoded)
}
