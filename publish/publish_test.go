package publish

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
)

func at(day int) *atleast.Span {
	from := time.Date(2024, 8, day, 0, 0, 0, 0, time.UTC)
	return &atleast.Span{From: from, To: from.AddDate(0, 0, 1)}
}

func n(i int64) *int64 { return &i }

// sample is a case of three sightings: a and b differ by the word of two
// analysts, a and c because of where and when they were, and b may be c.
func sample(t *testing.T) Input {
	t.Helper()
	ev := atleast.Evidence{
		Case: "bridge", What: "captured soldiers", Zone: "Europe/Kyiv",
		Sightings: []atleast.Sighting{
			{ID: "a", Low: 29, Status: atleast.Verified, Place: &atleast.Region{Lat: 51.2031, Lon: 35.0217, RadiusM: 500}, Time: at(7), Why: "=counted heads", By: "mira.rook"},
			{ID: "b", Low: 32, Status: atleast.Verified, Place: &atleast.Region{Lat: 51.3333, Lon: 35.2744, RadiusM: 500}, Time: at(7), Why: "drone clip", By: "oleh.kite"},
			{ID: "c", Low: 10, Status: atleast.Verified, Place: &atleast.Region{Lat: 44.8011, Lon: 20.4633, RadiusM: 300}, Time: at(7), Why: "still", By: "mira.rook"},
		},
		Verdicts: []atleast.PairVerdict{
			{A: "a", B: "b", Is: atleast.Different, Why: "mira.rook: other uniforms", By: []string{"mira.rook", "oleh.kite"}},
		},
		SpeedKMH: 10,
	}
	tally := atleast.Tally{
		Floor: n(71), LeastWorld: n(71), Exact: true,
		Certificate: &atleast.Certificate{
			Weights: []atleast.Weight{{ID: "a", Y: "1"}, {ID: "b", Y: "1"}, {ID: "c", Y: "1"}},
			Pairs: []atleast.Apart{
				{A: "a", B: "b", Because: atleast.ByVerdict, Why: "mira.rook: other uniforms"},
				{A: "a", B: "c", Because: atleast.ByPlaceTime, Why: "1,234 km apart"},
				{A: "b", B: "c", Because: atleast.ByPlaceTime, Why: "1,240 km apart"},
			},
		},
		World:   []atleast.Share{{People: 29, SeenIn: []string{"a"}}, {People: 32, SeenIn: []string{"b"}}, {People: 10, SeenIn: []string{"c"}}},
		RestsOn: []atleast.Support{{Sighting: "b", FloorWithout: n(39)}, {Verdict: &[2]string{"a", "b"}, FloorWithout: n(42)}},
	}
	low := 247.0
	l := ledgerOf(t, ev)
	return Input{
		Case:     atleast.Case{ID: "bridge", Question: "How many soldiers were captured at the <bridge>?", What: "captured soldiers", Zone: "Europe/Kyiv", SpeedKMH: 10, Opened: at(1).From},
		Evidence: ev, Tally: tally,
		Claims: []atleast.ReadClaim{{Item: atleast.DigestOf([]byte("x")), ID: "x-1-2", Claim: atleast.Claim{
			Report: "/home/mira/reports/x.txt", Quote: "@SUM(A1) said the mayor", Speaker: "the mayor", SpeakerKind: atleast.Named, Stance: atleast.Asserted,
			Quantity: &atleast.Quantity{Bound: atleast.AtLeast, Low: &low, What: "soldiers"},
		}}},
		Figures: []Figure{{ID: "capture-soldier-at-least-247", Sentence: "The mayor says at least 247 soldiers were captured.", Label: "at least 247", Low: &low,
			Reports: 1, AtLeast: 1, AtMost: 1, Standing: "partly shown", Why: "at least 71 of 247 are proven", Compared: true, Detail: json.RawMessage(`{"id":"x"}`)}},
		Ledger: l.signer.VerifierKey(), Checkpoint: l.checkpoint(t), Proofs: l.proofs(t), At: at(20).From,
	}
}

// published writes the sample release.
func published(t *testing.T, in Input) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "release")
	if err := Write(dir, in); err != nil {
		t.Fatal(err)
	}
	return dir
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestRelease(t *testing.T) {
	in := sample(t)
	dir := published(t, in)
	found, err := Check(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !found.Holds() {
		t.Fatalf("the release does not hold: %v", found.Problems)
	}
	if *found.Floor != 71 || found.Proofs != 4 || found.Entries != 4 {
		t.Errorf("found %+v, want floor 71 and 4 proofs of 4 entries", found)
	}
	if out, err := exec.Command("sh", "-c", "cd "+dir+" && sha256sum -c --strict --quiet SHA256SUMS").CombinedOutput(); err != nil {
		t.Errorf("sha256sum: %v\n%s", err, out)
	}
	report := read(t, dir, "report.html")
	for _, want := range []string{`<strong id="floor">At least 71</strong>`, "at the &lt;bridge&gt;?", "The mayor says at least 247"} {
		if !strings.Contains(report, want) {
			t.Errorf("report.html lacks %q", want)
		}
	}
	if strings.Contains(report, "<script") || strings.Contains(report, "http://") || strings.Contains(report, "https://") {
		t.Error("report.html has a script or leads outside")
	}
	if err := Write(dir, in); !errors.Is(err, atleast.ErrExists) {
		t.Errorf("writing over a release: %v, want ErrExists", err)
	}
}

// What is not asked for is in no file.
func TestRedaction(t *testing.T) {
	in := sample(t)
	dir := published(t, in)
	for name, text := range everyFile(t, dir) {
		for _, secret := range []string{"mira", "oleh", "51.2031", "35.0217", "51.3333", "35.2744", "44.8011", "1,234 km"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s holds %q", name, secret)
			}
		}
	}
	if certificate := read(t, dir, "certificate.json"); !strings.Contains(certificate, "analyst 1: other uniforms") {
		t.Errorf("the grounds are gone:\n%s", certificate)
	}
	in.Show = Show{Names: []string{"mira.rook"}, Positions: true}
	evidence := read(t, published(t, in), "evidence.json")
	for _, want := range []string{"mira.rook", "51.2031", "analyst 1"} {
		if !strings.Contains(evidence, want) {
			t.Errorf("asked for, yet evidence.json lacks %q", want)
		}
	}
	if strings.Contains(evidence, "oleh") {
		t.Error("an analyst who did not agree is named")
	}
}

func everyFile(t *testing.T, dir string) map[string]string {
	t.Helper()
	f, err := readFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for name, b := range f {
		all[name] = string(b)
	}
	return all
}

// Where the proof needs a place, it stands as coded; the others are widened.
func TestPlacesTheProofNeeds(t *testing.T) {
	in := sample(t)
	in.Evidence.Sightings[2].Place = &atleast.Region{Lat: 51.305, Lon: 35.03, RadiusM: 300} // 11 km from a, an hour later: too far to walk, if just
	in.Evidence.Sightings[0].Time, in.Evidence.Sightings[2].Time = instantSpan(0), instantSpan(1)
	in.Evidence.Verdicts = append(in.Evidence.Verdicts, atleast.PairVerdict{A: "b", B: "c", Is: atleast.Different, Why: "other faces", By: []string{"x", "y"}})
	in.Tally.Certificate.Pairs[2] = atleast.Apart{A: "b", B: "c", Because: atleast.ByVerdict}
	l := ledgerOf(t, in.Evidence)
	in.Ledger, in.Checkpoint, in.Proofs = l.signer.VerifierKey(), l.checkpoint(t), l.proofs(t)
	dir := published(t, in)
	var m manifest
	if err := json.Unmarshal([]byte(read(t, dir, "release.json")), &m); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(m.Withheld.Exact, " "); got != "a c" || m.Withheld.Positions != 1 {
		t.Errorf("exact: %q, widened: %d; want a and c exact, b widened", got, m.Withheld.Positions)
	}
}

func instantSpan(hour int) *atleast.Span {
	when := time.Date(2024, 8, 7, 10+hour, 0, 0, 0, time.UTC)
	return &atleast.Span{From: when, To: when}
}

func TestSheetsRunNothing(t *testing.T) {
	dir := published(t, sample(t))
	if got := read(t, dir, "sightings.csv"); !strings.Contains(got, ",'=counted heads,") {
		t.Errorf("sightings.csv does not guard a formula:\n%s", got)
	}
	if got := read(t, dir, "claims.csv"); !strings.Contains(got, ",'@SUM(A1) said the mayor,") {
		t.Errorf("claims.csv does not guard a formula:\n%s", got)
	}
}

// A floor that the certificate does not prove is never published.
func TestFalseTallyIsRefused(t *testing.T) {
	in := sample(t)
	in.Tally.Floor, in.Tally.LeastWorld = n(72), n(72)
	dir := filepath.Join(t.TempDir(), "release")
	if err := Write(dir, in); !errors.Is(err, atleast.ErrInvalid) {
		t.Errorf("got %v, want ErrInvalid", err)
	}
	left, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
