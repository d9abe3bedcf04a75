package desk_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/custody"
	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/intake"
	"github.com/atleast-desk/atleast/media"
)

func TestMain(m *testing.M) {
	media.Child(desk.Tasks()...)
	os.Exit(m.Run())
}

// clock moves one second ahead each time it is read.
func clock() func() time.Time {
	var mu sync.Mutex
	now := time.Date(2024, 8, 14, 12, 0, 0, 0, time.UTC)
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Second)
		return now
	}
}

func openAt(t *testing.T, dir string) *desk.Desk {
	t.Helper()
	d, err := desk.Open(t.Context(), desk.Config{Dir: dir, Now: clock()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// open gives a desk with the open case kursk.
func open(t *testing.T) *desk.Desk {
	t.Helper()
	d := openAt(t, t.TempDir())
	c := atleast.Case{ID: "kursk", Question: "How many soldiers were captured?", What: "captured soldiers", Zone: "Europe/Kyiv"}
	if err := d.OpenCase(t.Context(), "m.r", c); err != nil {
		t.Fatal(err)
	}
	return d
}

func file(name string, content []byte) intake.File {
	return intake.File{Name: name, Where: "https://example.org/" + name,
		Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }}
}

func add(t *testing.T, d *desk.Desk, f intake.File) intake.Kept {
	t.Helper()
	kept, err := d.Add(t.Context(), "kursk", "m.r", f)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// kinds returns what the ledger says was done.
func kinds(t *testing.T, d *desk.Desk) (kinds []atleast.EventKind) {
	t.Helper()
	entries, err := d.Events(t.Context(), 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	for i, entry := range entries {
		if entry.Index != int64(i) {
			t.Errorf("entry %d has index %d", i, entry.Index)
		}
		kinds = append(kinds, entry.Event.Kind)
	}
	return kinds
}

func wantKinds(t *testing.T, d *desk.Desk, want ...atleast.EventKind) {
	t.Helper()
	if diff := cmp.Diff(want, kinds(t, d)); diff != "" {
		t.Errorf("the ledger (-want +got):\n%s", diff)
	}
}

// is reports where err is not target.
func is(t *testing.T, err, target error) {
	t.Helper()
	if !errors.Is(err, target) {
		t.Errorf("error is %v; want %v", err, target)
	}
}

func TestOpenCase(t *testing.T) {
	d := open(t)
	c, err := d.Case(t.Context(), "kursk")
	if err != nil {
		t.Fatal(err)
	}
	if c.SpeedKMH != atleast.DefaultSpeedKMH || c.Opened.IsZero() {
		t.Errorf("the case is %+v; want its speed and its time filled in", c)
	}
	is(t, d.OpenCase(t.Context(), "o.k", c), atleast.ErrExists)
	is(t, d.OpenCase(t.Context(), "o.k", atleast.Case{ID: "No Name"}), atleast.ErrInvalid)
	is(t, d.OpenCase(t.Context(), "", c), atleast.ErrInvalid)
	_, err = d.Case(t.Context(), "bryansk")
	is(t, err, atleast.ErrNotFound)
	wantKinds(t, d, atleast.CaseOpened)
}

func TestAddOnceAndAgain(t *testing.T) {
	d := open(t)
	noise := []byte("\x00\x01\x02 of no kind that is known")
	first := add(t, d, file("a.bin", noise))
	again := add(t, d, file("a.bin", noise))
	elsewhere := add(t, d, file("b.bin", noise))
	for _, test := range []struct {
		name         string
		kept         intake.Kept
		new, newFind bool
	}{{"first", first, true, true}, {"again", again, false, false}, {"elsewhere", elsewhere, false, true}} {
		if test.kept.New != test.new || test.kept.NewFind != test.newFind || test.kept.Item != first.Item {
			t.Errorf("%s: %+v; want new %v, new find %v, and the item as first recorded", test.name, test.kept, test.new, test.newFind)
		}
	}
	wantKinds(t, d, atleast.CaseOpened, atleast.ItemPreserved, atleast.ItemFound)
	content, err := d.Content(t.Context(), first.Item.Digest)
	if err != nil {
		t.Fatal(err)
	}
	defer content.Close()
	if got, err := io.ReadAll(content); err != nil || !bytes.Equal(got, noise) {
		t.Errorf("kept %q, %v", got, err)
	}
	if got, err := os.ReadFile(d.Path(first.Item.Digest)); err != nil || !bytes.Equal(got, noise) {
		t.Errorf("the file at Path holds %q, %v", got, err)
	}
	if finds, err := d.Finds(t.Context(), first.Item.Digest); err != nil || len(finds) != 2 {
		t.Errorf("finds are %v, %v; want two places", finds, err)
	}
	if items, err := d.Items(t.Context(), "kursk"); err != nil || len(items) != 1 {
		t.Errorf("items are %v, %v; want one", items, err)
	}
}

func TestTheSameFileFromManyAtOnce(t *testing.T) {
	d := open(t)
	noise := []byte("\x00\x01\x02 of no kind that is known")
	var everyone sync.WaitGroup
	for n := range 8 {
		everyone.Go(func() {
			if _, err := d.Add(t.Context(), "kursk", "m.r", file(fmt.Sprintf("%d.bin", n%4), noise)); err != nil {
				t.Error(err)
			}
		})
	}
	everyone.Wait()
	wantKinds(t, d, atleast.CaseOpened, atleast.ItemPreserved, atleast.ItemFound, atleast.ItemFound, atleast.ItemFound)
}

func TestAddWhatCannotBeUsed(t *testing.T) {
	d := open(t)
	_, err := d.Add(t.Context(), "kursk", "m.r", file("empty", nil))
	is(t, err, intake.ErrUnusable)
	_, err = d.Add(t.Context(), "bryansk", "m.r", file("a", []byte("x")))
	is(t, err, atleast.ErrNotFound)
	_, err = d.Add(t.Context(), "kursk", "", file("a", []byte("x")))
	is(t, err, atleast.ErrInvalid)
	wantKinds(t, d, atleast.CaseOpened)
}

// drawing is a picture with something to see in it.
func drawing(t *testing.T, seed int) []byte {
	t.Helper()
	picture := image.NewGray(image.Rect(0, 0, 320, 240))
	for y := range 240 {
		for x := range 320 {
			picture.SetGray(x, y, color.Gray{Y: uint8((x*x/(seed+3) + y*(seed+1) + x*y/97) % 256)})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFootage(t *testing.T) {
	d := open(t)
	first, second := add(t, d, file("a.png", drawing(t, 1))), add(t, d, file("b.png", drawing(t, 40)))
	if first.Trouble+second.Trouble != "" {
		t.Skip("this machine does not open pictures: " + first.Trouble)
	}
	wantKinds(t, d, atleast.CaseOpened, atleast.ItemPreserved, atleast.FootageMatched, atleast.ItemPreserved, atleast.FootageMatched)
	a, b := first.Item.Digest.String(), second.Item.Digest.String()
	groups := func() (sizes []int) {
		t.Helper()
		footage, err := d.Footage(t.Context(), "kursk")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range footage {
			sizes = append(sizes, len(f.Members))
		}
		return sizes
	}
	if got := groups(); len(got) != 2 {
		t.Errorf("two drawings are grouped as %v", got)
	}
	judge(t, d, atleast.Verdict{On: atleast.OnItems, A: a, B: b, Is: atleast.Same, By: "m.r"})
	if got := groups(); len(got) != 1 {
		t.Errorf("after somebody saw that they are the same: %v", got)
	}
	judge(t, d, atleast.Verdict{On: atleast.OnItems, A: b, B: a, Is: atleast.Different, By: "o.k"})
	if got := groups(); len(got) != 2 {
		t.Errorf("while people disagree: %v", got)
	}
	if disagreed, err := d.Disagreements(t.Context(), "kursk"); err != nil || len(disagreed) != 1 {
		t.Errorf("Disagreements = %v, %v; want the pair of items", disagreed, err)
	}
}

func TestBrokenPictureIsKeptWithItsTrouble(t *testing.T) {
	d := open(t)
	broken := file("broken.png", drawing(t, 1)[:200])
	kept := add(t, d, broken)
	if kept.Item.Kind != atleast.Photo || kept.Trouble == "" {
		t.Fatalf("kept %+v; want a photo with a trouble", kept)
	}
	if again := add(t, d, broken); again.Trouble != kept.Trouble {
		t.Errorf("tried again: %q; want the same trouble", again.Trouble)
	}
	if reasons, err := d.Troubles(t.Context(), kept.Item.Digest); err != nil || len(reasons) != 1 || reasons[0] != kept.Trouble {
		t.Errorf("Troubles = %q, %v; want %q", reasons, err, kept.Trouble)
	}
	wantKinds(t, d, atleast.CaseOpened, atleast.ItemPreserved, atleast.FootageMatched)
	if footage, err := d.Footage(t.Context(), "kursk"); err != nil || len(footage) != 1 {
		t.Errorf("Footage = %v, %v; want the picture by itself", footage, err)
	}
}

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

func TestEveryEntryIsProven(t *testing.T) {
	d := open(t)
	earlier, err := d.Checkpoint(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for n := range 5 {
		code(t, d, int64(n))
	}
	entries, err := d.Events(t.Context(), 0, 100)
	if err != nil || len(entries) != 6 {
		t.Fatalf("%d entries, %v; want 6", len(entries), err)
	}
	for _, entry := range entries {
		proof, err := d.Prove(t.Context(), entry.Index)
		if err != nil {
			t.Fatal(err)
		}
		if err := custody.CheckProof(proof, entry.Leaf, d.VerifierKey()); err != nil {
			t.Error(err)
		}
	}
	growth, err := d.ProveGrowth(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := custody.CheckConsistency(earlier, growth, d.VerifierKey()); err != nil {
		t.Error(err)
	}
	if some, err := d.Events(t.Context(), 4, 1); err != nil || len(some) != 1 || some[0].Event.Subject != "s4" {
		t.Errorf("entry 4 is %+v, %v; want that of s4", some, err)
	}
}

func TestTwoProcessesAtOneDesk(t *testing.T) {
	dir := t.TempDir()
	here, there := openAt(t, dir), openAt(t, dir)
	if here.VerifierKey() != there.VerifierKey() {
		t.Fatal("two keys for one ledger")
	}
	var both sync.WaitGroup
	for who, d := range map[string]*desk.Desk{"a": here, "b": there} {
		both.Go(func() {
			for n := range 20 {
				c := atleast.Case{ID: fmt.Sprintf("%s-%d", who, n), Question: "?", Zone: "UTC"}
				if err := d.OpenCase(t.Context(), who, c); err != nil {
					t.Error(err)
				}
			}
		})
	}
	both.Wait()
	if n, err := here.LedgerSize(t.Context()); err != nil || n != 40 {
		t.Errorf("the ledger has %d entries, %v; want 40", n, err)
	}
	if err := there.Audit(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestDeskIsReopened(t *testing.T) {
	dir := t.TempDir()
	d := openAt(t, dir)
	if err := d.OpenCase(t.Context(), "m.r", atleast.Case{ID: "kursk", Question: "?", Zone: "UTC"}); err != nil {
		t.Fatal(err)
	}
	vkey := d.VerifierKey()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	again := openAt(t, dir)
	if again.VerifierKey() != vkey {
		t.Error("the ledger has another key")
	}
	if _, err := again.Case(t.Context(), "kursk"); err != nil {
		t.Error(err)
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "ledger.key")); err != nil {
		t.Fatal(err)
	}
	_, err := desk.Open(t.Context(), desk.Config{Dir: dir})
	if err == nil || !strings.Contains(err.Error(), "key is missing") {
		t.Errorf("Open without the key = %v; want it refused", err)
	}
}

func TestDefaultDir(t *testing.T) {
	t.Setenv(desk.Env, "/named")
	if dir, err := desk.DefaultDir(); err != nil || dir != "/named" {
		t.Errorf("DefaultDir = %s, %v; want what the environment names", dir, err)
	}
	t.Setenv(desk.Env, "")
	t.Setenv("XDG_DATA_HOME", "/data")
	if dir, err := desk.DefaultDir(); err != nil || filepath.Base(dir) != "atleast" {
		t.Errorf("DefaultDir = %s, %v; want a folder atleast", dir, err)
	}
}
