package publish

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

// counted returns the sample with other evidence and the tally computed anew.
func recounted(t *testing.T, ev atleast.Evidence) Input {
	t.Helper()
	tally, err := count.Count(ev, count.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l := ledgerOf(t, ev)
	in := sample(t)
	in.Evidence, in.Tally = ev, tally
	in.Ledger, in.Checkpoint, in.Proofs = l.signer.VerifierKey(), l.checkpoint(t), l.proofs(t)
	return in
}

func TestEmptyCase(t *testing.T) {
	in := recounted(t, atleast.Evidence{Case: "bridge", What: "soldiers"})
	in.Claims, in.Figures, in.Proofs = nil, nil, nil
	in.Ledger, in.Checkpoint = "", nil
	dir := published(t, in)
	if found := checked(t, dir); !found.Holds() || *found.Floor != 0 {
		t.Errorf("got %+v, want a floor of 0 that holds", found)
	}
	if report := read(t, dir, "report.html"); !strings.Contains(report, "No verified footage shows anybody yet.") {
		t.Error("the report does not say that nothing is shown yet")
	}
}

func TestContradictedCase(t *testing.T) {
	ev := sample(t).Evidence
	ev.Verdicts = append(ev.Verdicts, atleast.PairVerdict{A: "a", B: "b", Is: atleast.Same, Why: "the same", By: []string{"x"}})
	in := recounted(t, ev)
	if in.Tally.Floor != nil {
		t.Fatalf("floor %d, want none: the verdicts contradict one another", *in.Tally.Floor)
	}
	dir := published(t, in)
	if found := checked(t, dir); !found.Holds() || found.Floor != nil {
		t.Errorf("got %+v, want a release that holds and has no floor", found)
	}
	if report := read(t, dir, "report.html"); !strings.Contains(report, `<strong id="floor">No answer yet</strong>`) {
		t.Error("the report does not say that there is no answer")
	}
}

// What is counted is what is published, whichever way the count went.
func TestCountedCase(t *testing.T) {
	in := recounted(t, sample(t).Evidence)
	if found := checked(t, published(t, in)); !found.Holds() || *found.Floor != 71 {
		t.Errorf("got %+v, want 71", found)
	}
}

// A widened disc holds the disc that was coded, wherever on the globe it lies.
func TestCoarseHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := atleast.Region{
			Lat: rapid.Float64Range(-90, 90).Draw(t, "lat"), Lon: rapid.Float64Range(-180, 180).Draw(t, "lon"),
			RadiusM: rapid.Float64Range(0, coarseEnough).Draw(t, "radius"),
		}
		wide := coarse(r)
		if off := metres(r, wide); wide.RadiusM < r.RadiusM+off {
			t.Errorf("%+v lies outside %+v: its centre is %.0f m off", r, wide, off)
		}
		if wide.Lat < -90 || wide.Lat > 90 || wide.Lon < -180 || wide.Lon > 180 {
			t.Errorf("%+v is not on the globe", wide)
		}
		if steps := wide.Lat / gridDegrees; math.Abs(steps-math.Round(steps)) > 1e-6 {
			t.Errorf("latitude %v is not on the grid", wide.Lat)
		}
	})
}

func TestNamesInGrounds(t *testing.T) {
	p := pseudonyms{under: map[string]string{"mira": "analyst 1", "mira.rook": "analyst 2", "ole": "ole"}}
	for text, want := range map[string]string{
		"mira: seen":          "analyst 1: seen",
		"mira.rook and mira":  "analyst 2 and analyst 1",
		"admiral Miramira":    "admiral Miramira",
		"ole agreed":          "ole agreed",
		"mirador, not mira's": "mirador, not analyst 1's",
		"":                    "",
	} {
		if got := p.in(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// Whatever stands in the files, checking says so and does not fall over.
func FuzzCheck(f *testing.F) {
	f.Add(manifestFile, []byte(`{"format":"atleast-release/1","proofs":[{"index":-1}],"ledger":"x"}`))
	f.Add(claimsFile, []byte("{}\nnull\n"))
	f.Add(Sums, []byte("x  y\n"))
	f.Add(figuresFile, []byte(`[{"compared":true,"low":null},null]`))
	f.Add(tallyFile, []byte(`{"floor":1,"certificate":null}`))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		files := folder{manifestFile: []byte(`{"format":"` + format + `"}`), evidenceFile: []byte(`{}`), tallyFile: []byte(`{"floor":null}`), figuresFile: []byte(`[]`), Sums: {}}
		files[name] = content
		if found, err := files.check(); err == nil && found.Holds() {
			t.Errorf("a release without a report holds: %+v", found)
		}
	})
}
