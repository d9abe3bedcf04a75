package count_test

import (
	"math/rand/v2"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

// A session that was told of verdicts one by one knows what a fresh count of
// all of them says.
func TestSessionAgreesWithCount(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for i := range 400 {
		ev := randomEvidence(r, 7, 3)
		later := ev.Verdicts
		ev.Verdicts = nil
		s, err := count.Open(ev, count.Options{Brief: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range later {
			ev.Verdicts = append(ev.Verdicts, v)
			got, err := s.Add(v)
			if err != nil {
				t.Fatal(err)
			}
			want, _ := count.Count(ev, count.Options{Brief: true})
			if show(got) != show(want.Floor) {
				t.Fatalf("case %d: after %d verdicts the session says %s, a count %s\n%+v", i, len(ev.Verdicts), show(got), show(want.Floor), ev)
			}
		}
		if got, want := s.Tally(), mustCount(t, ev); show(got.Floor) != show(want.Floor) || show(got.LeastWorld) != show(want.LeastWorld) {
			t.Fatalf("case %d: tally of %s, want %s", i, show(got.Floor), show(want.Floor))
		}
	}
}

func TestSessionTakesSightings(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 100 {
		ev := randomEvidence(r, 7, 3)
		ev.Verdicts = nil
		all := ev.Sightings
		ev.Sightings = all[:1]
		s, err := count.Open(ev, count.Options{Brief: true})
		if err != nil {
			t.Fatal(err)
		}
		for n, x := range all[1:] {
			got, err := s.AddSighting(x)
			if err != nil {
				t.Fatal(err)
			}
			ev.Sightings = all[:n+2]
			if want := mustCount(t, ev); show(got) != show(want.Floor) {
				t.Fatalf("the session says %s, a count %s\n%+v", show(got), show(want.Floor), ev)
			}
		}
	}
}

func TestSessionRefusesWhatValidateRefuses(t *testing.T) {
	s, err := count.Open(atleast.Evidence{Sightings: []atleast.Sighting{{ID: "a", Low: 1, Status: atleast.Verified}}}, count.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(atleast.PairVerdict{A: "a", B: "b", Is: atleast.Same}); err == nil {
		t.Error("a verdict on nobody was taken")
	}
	if _, err := s.AddSighting(atleast.Sighting{ID: "a", Status: atleast.Verified}); err == nil {
		t.Error("a name was taken twice")
	}
	if floor := s.Floor(); floor == nil || *floor != 1 {
		t.Errorf("the floor moved to %s", show(floor))
	}
}

func mustCount(t *testing.T, ev atleast.Evidence) atleast.Tally {
	t.Helper()
	tally, err := count.Count(ev, count.Options{Brief: true})
	if err != nil {
		t.Fatal(err)
	}
	return tally
}
