package verify_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/verify"
)

// on reads verdicts written as "m.r: s1 verified" and "m.r: s1 same s2", oldest first.
func on(lines ...string) (verdicts []atleast.Verdict) {
	for _, line := range lines {
		by, rest, _ := strings.Cut(line, ": ")
		words := strings.Fields(rest)
		v := atleast.Verdict{On: atleast.OnSighting, A: words[0], Is: atleast.Judgement(words[1]), Why: "compared", By: by}
		if len(words) == 3 {
			v.On, v.B = atleast.OnPair, words[2]
		}
		verdicts = append(verdicts, v)
	}
	return verdicts
}

func TestSettle(t *testing.T) {
	for _, test := range []struct {
		name     string
		verdicts []string
		want     atleast.Status
	}{
		{"nobody has looked", nil, atleast.Unverified},
		{"one verifies", []string{"m.r: s1 verified"}, atleast.Verified},
		{"of another sighting", []string{"m.r: s2 verified"}, atleast.Unverified},
		{"one has not yet concluded", []string{"m.r: s1 verified", "o.k: s1 unverified"}, atleast.Verified},
		{"taken back", []string{"m.r: s1 verified", "m.r: s1 unverified"}, atleast.Unverified},
		{"an objection stands", []string{"m.r: s1 misattributed", "o.k: s1 verified"}, atleast.Misattributed},
		{"the graver objection", []string{"m.r: s1 manipulated", "o.k: s1 misattributed"}, atleast.Manipulated},
		{"objection withdrawn", []string{"m.r: s1 manipulated", "o.k: s1 verified", "m.r: s1 verified"}, atleast.Verified},
	} {
		coded := []atleast.Sighting{{ID: "s1", Status: atleast.Manipulated}}
		if got := verify.Settle(coded, on(test.verdicts...)); got[0].Status != test.want {
			t.Errorf("%s: %s; want %s", test.name, got[0].Status, test.want)
		}
		if coded[0].Status != atleast.Manipulated {
			t.Errorf("%s: the coded sighting itself was changed", test.name)
		}
	}
}

func TestPairs(t *testing.T) {
	for _, test := range []struct {
		name      string
		verdicts  []string
		agreed    []atleast.PairVerdict
		disagreed []string // who disagrees
	}{
		{"nothing", nil, nil, nil},
		{"one person", []string{"m.r: s1 same s2"}, []atleast.PairVerdict{{A: "s1", B: "s2", Is: "same", Why: "compared", By: []string{"m.r"}}}, nil},
		{"two in either order", []string{"m.r: s1 different s2", "o.k: s2 different s1"},
			[]atleast.PairVerdict{{A: "s1", B: "s2", Is: "different", Why: "m.r: compared; o.k: compared", By: []string{"m.r", "o.k"}}}, nil},
		{"the same person twice is one", []string{"m.r: s1 different s2", "m.r: s2 different s1"},
			[]atleast.PairVerdict{{A: "s2", B: "s1", Is: "different", Why: "compared", By: []string{"m.r"}}}, nil},
		{"a change of mind", []string{"m.r: s1 different s2", "m.r: s1 same s2"},
			[]atleast.PairVerdict{{A: "s1", B: "s2", Is: "same", Why: "compared", By: []string{"m.r"}}}, nil},
		{"unsure takes back", []string{"m.r: s1 different s2", "m.r: s1 unsure s2"}, nil, nil},
		{"unsure does not object", []string{"m.r: s1 different s2", "o.k: s1 unsure s2"},
			[]atleast.PairVerdict{{A: "s1", B: "s2", Is: "different", Why: "compared", By: []string{"m.r"}}}, nil},
		{"one same, one different", []string{"m.r: s1 same s2", "o.k: s2 different s1", "x.y: s1 same s2"}, nil, []string{"m.r", "o.k", "x.y"}},
		{"within one another", []string{"m.r: s1 within s2", "o.k: s2 within s1"}, nil, []string{"m.r", "o.k"}},
		{"within, agreed", []string{"m.r: s2 within s1", "o.k: s2 within s1"},
			[]atleast.PairVerdict{{A: "s2", B: "s1", Is: "within", Why: "m.r: compared; o.k: compared", By: []string{"m.r", "o.k"}}}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			agreed, disagreed := verify.Pairs(on(test.verdicts...))
			if diff := cmp.Diff(test.agreed, agreed); diff != "" {
				t.Errorf("agreed (-want +got):\n%s", diff)
			}
			var who []string
			for _, d := range disagreed {
				for _, v := range d.Verdicts {
					who = append(who, v.By)
				}
			}
			if !slices.Equal(who, test.disagreed) {
				t.Errorf("%q disagree; want %q", who, test.disagreed)
			}
		})
	}
}

// A pair is concluded, disagreed about, or undecided; never two of these; and
// nobody is named for what they did not conclude last.
func TestPairsProperties(t *testing.T) {
	line := rapid.Custom(func(t *rapid.T) atleast.Verdict {
		pair := rapid.SampledFrom([][2]string{{"s1", "s2"}, {"s2", "s1"}, {"s1", "s3"}}).Draw(t, "pair")
		return atleast.Verdict{On: atleast.OnPair, A: pair[0], B: pair[1], Why: "compared",
			Is: rapid.SampledFrom(atleast.OnPair.Judgements()).Draw(t, "is"),
			By: rapid.SampledFrom([]string{"m.r", "o.k", "x.y"}).Draw(t, "by")}
	})
	rapid.Check(t, func(t *rapid.T) {
		verdicts := rapid.SliceOf(line).Draw(t, "verdicts")
		agreed, disagreed := verify.Pairs(verdicts)
		seen := map[[2]string]bool{}
		once := func(a, b string) {
			key := [2]string{min(a, b), max(a, b)}
			if seen[key] {
				t.Fatalf("%s and %s come up twice", a, b)
			}
			seen[key] = true
		}
		for _, p := range agreed {
			once(p.A, p.B)
			for _, by := range p.By {
				if is := last(verdicts, by, p.A, p.B); is != p.Is {
					t.Fatalf("%s is named for %s and concluded %s", by, p.Is, is)
				}
			}
		}
		for _, d := range disagreed {
			once(d.A, d.B)
			if len(d.Verdicts) < 2 {
				t.Fatalf("%v disagree", d.Verdicts)
			}
		}
	})
}

func last(verdicts []atleast.Verdict, by, a, b string) (is atleast.Judgement) {
	for _, v := range verdicts {
		if v.By == by && (v.A == a && v.B == b || v.A == b && v.B == a) {
			is = v.Is
		}
	}
	return is
}

func TestEvidence(t *testing.T) {
	c := atleast.Case{ID: "kursk", What: "soldiers", Zone: "Europe/Kyiv", SpeedKMH: 90, Exclude: [][]string{{"tank", "truck"}}}
	assumptions := []atleast.Assumption{{Name: "by-day", Pairs: [][2]string{{"s1", "s2"}}}}
	got := verify.Evidence(c, []atleast.Sighting{{ID: "s1", Low: 2}, {ID: "s2", Low: 3}},
		on("m.r: s1 verified", "m.r: s1 different s2", "o.k: s1 different s2"), assumptions)
	want := atleast.Evidence{Case: "kursk", What: "soldiers", Zone: "Europe/Kyiv", SpeedKMH: 90,
		Sightings:   []atleast.Sighting{{ID: "s1", Low: 2, Status: atleast.Verified}, {ID: "s2", Low: 3, Status: atleast.Unverified}},
		Exclusive:   [][2]string{{"tank", "truck"}},
		Verdicts:    []atleast.PairVerdict{{A: "s1", B: "s2", Is: "different", Why: "m.r: compared; o.k: compared", By: []string{"m.r", "o.k"}}},
		Assumptions: assumptions}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
}

func TestCheckSighting(t *testing.T) {
	number := func(n int64) *int64 { return &n }
	good := atleast.Sighting{Low: 29, High: number(29), Why: "counted in one frame", By: "m.r",
		Place: &atleast.Region{Lat: 51.2, Lon: 35, RadiusM: 500}}
	if err := verify.CheckSighting(good); err != nil {
		t.Error(err)
	}
	noon := time.Date(2024, 8, 14, 12, 0, 0, 0, time.UTC)
	for want, spoil := range map[string]func(*atleast.Sighting){
		"its id may hold":       func(s *atleast.Sighting) { s.ID = "s 1" },
		"fewer than 0":          func(s *atleast.Sighting) { s.Low = -1 },
		"is below low":          func(s *atleast.Sighting) { s.High = number(28) },
		"is not believed":       func(s *atleast.Sighting) { s.Low, s.High = math.MaxInt64, nil },
		"is none of":            func(s *atleast.Sighting) { s.Status = "fine" },
		"ends before it starts": func(s *atleast.Sighting) { s.Time = &atleast.Span{From: noon, To: noon.Add(-1)} },
		"its grounds are empty": func(s *atleast.Sighting) { s.Why = "" },
		"who coded it":          func(s *atleast.Sighting) { s.By = "" },
		"latitude":              func(s *atleast.Sighting) { s.Place = &atleast.Region{Lat: 90.1} },
		"longitude":             func(s *atleast.Sighting) { s.Place = &atleast.Region{Lon: math.NaN()} },
		"radius_m":              func(s *atleast.Sighting) { s.Place = &atleast.Region{RadiusM: math.Inf(1)} },
	} {
		s := good
		spoil(&s)
		if err := verify.CheckSighting(s); !errors.Is(err, atleast.ErrInvalid) || !strings.Contains(err.Error(), want) {
			t.Errorf("CheckSighting = %v; want ErrInvalid that says %q", err, want)
		}
	}
}

// holds is a case with two sightings, one item and one claim.
type holds struct{}

var known = atleast.DigestOf([]byte("known"))

func (holds) HasSighting(_ context.Context, _, id string) (bool, error) {
	return id == "s1" || id == "s2", nil
}
func (holds) HasItem(_ context.Context, _ string, d atleast.Digest) (bool, error) {
	return d == known, nil
}
func (holds) HasClaim(_ context.Context, _, id string) (bool, error) { return id == "c1", nil }

func TestCheckVerdict(t *testing.T) {
	for _, test := range []struct {
		name string
		on   atleast.Subject
		a, b string
		is   atleast.Judgement
		want error
	}{
		{"sighting", atleast.OnSighting, "s1", "", "verified", nil},
		{"no such sighting", atleast.OnSighting, "s9", "", "verified", atleast.ErrNotFound},
		{"pair", atleast.OnPair, "s1", "s2", atleast.Different, nil},
		{"half a pair", atleast.OnPair, "s1", "s9", atleast.Different, atleast.ErrNotFound},
		{"pair of one", atleast.OnPair, "s1", "s1", atleast.Different, atleast.ErrInvalid},
		{"claim", atleast.OnClaim, "c1", "", atleast.Wrong, nil},
		{"no such claim", atleast.OnClaim, "s1", "", atleast.Wrong, atleast.ErrNotFound},
		{"pair of claims", atleast.OnClaims, "c1", "c2", atleast.Same, atleast.ErrNotFound},
		{"no digest", atleast.OnItems, "s1", "s2", atleast.Same, atleast.ErrInvalid},
		{"no such item", atleast.OnItems, known.String(), atleast.DigestOf(nil).String(), atleast.Same, atleast.ErrNotFound},
		{"no such judgement", atleast.OnSighting, "s1", "", atleast.Same, atleast.ErrInvalid},
	} {
		v := atleast.Verdict{Case: "kursk", On: test.on, A: test.a, B: test.b, Is: test.is, Why: "compared", By: "m.r"}
		if err := verify.CheckVerdict(t.Context(), holds{}, v); !errors.Is(err, test.want) {
			t.Errorf("%s: %v; want %v", test.name, err, test.want)
		}
	}
}

func TestCheckAssumption(t *testing.T) {
	for _, test := range []struct {
		name  string
		pairs [][2]string
		want  error
	}{
		{"by-day", [][2]string{{"s1", "s2"}}, nil},
		{"", [][2]string{{"s1", "s2"}}, atleast.ErrInvalid},
		{"empty", nil, atleast.ErrInvalid},
		{"itself", [][2]string{{"s1", "s1"}}, atleast.ErrInvalid},
		{"stranger", [][2]string{{"s1", "s9"}}, atleast.ErrNotFound},
	} {
		err := verify.CheckAssumption(t.Context(), holds{}, "kursk", atleast.Assumption{Name: test.name, Pairs: test.pairs})
		if !errors.Is(err, test.want) {
			t.Errorf("%q: %v; want %v", test.name, err, test.want)
		}
	}
}
