package match_test

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/mangle"
)

func fingerprint(t *testing.T, b []byte) match.Fingerprint {
	t.Helper()
	f, err := match.Read("picture", b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Every edit of a drawn scene is proven, and laid where it came from.
func TestAlignEdits(t *testing.T) {
	crops := map[string]match.Box{
		"crop-80": {0.1, 0.1, 0.9, 0.9}, "crop-70-corner": {0.3, 0, 1, 0.7}, "crop-5-one-side": {0.05, 0, 1, 1},
		"mirror": {0, 0, 1, 1}, "rotate-90": {0, 0, 1, 1}, "caption": {0, 0, 1, 1}, "squash": {0, 0, 1, 1},
	}
	turns := map[string]luma.Turn{"mirror": 1, "rotate-180": 2, "rotate-90": 5, "rotate-270": 7}
	scene := fingerprint(t, original(3))
	for _, e := range mangle.Edits() {
		p, ok := match.Align(fingerprint(t, edit(t, e.Name, 3)), scene)
		if !ok {
			t.Errorf("%s: not found: %d blocks, %.2f agree", e.Name, p.Telling, p.Agreement)
			continue
		}
		if p.Turn != turns[e.Name] {
			t.Errorf("%s: turn %d, want %d", e.Name, p.Turn, turns[e.Name])
		}
		if want, known := crops[e.Name]; known {
			for i := range want {
				if math.Abs(p.Of[i]-want[i]) > 0.02 {
					t.Errorf("%s: shows %.3f of the original, want %.3f", e.Name, p.Of, want)
					break
				}
			}
		}
		back, ok := match.Align(scene, fingerprint(t, edit(t, e.Name, 3)))
		if !ok || back.Turn != p.Turn.Inverse() {
			t.Errorf("%s: the other way round: %v, turn %d", e.Name, ok, back.Turn)
		}
	}
}

// What differs is found where it was laid over.
func TestAlignShowsWhatDiffers(t *testing.T) {
	p, ok := match.Align(fingerprint(t, edit(t, "banner-12", 3)), fingerprint(t, original(3)))
	if !ok || len(p.Differ) == 0 {
		t.Fatalf("found %v, %d blocks differ", ok, len(p.Differ))
	}
	low := 0
	for _, box := range p.Differ {
		if box[3] > 0.85 {
			low++
		}
	}
	if low*4 < len(p.Differ)*3 {
		t.Errorf("of %d blocks that differ %d are in the banner: %v", len(p.Differ), low, p.Differ)
	}
	if p.Shared > 0.95 || p.Shared < 0.75 {
		t.Errorf("shared %.2f, want about 0.88", p.Shared)
	}
}

func TestUnrelatedScenesStayApart(t *testing.T) {
	var all []match.Fingerprint
	for seed := range uint64(12) {
		all = append(all, fingerprint(t, original(seed)))
	}
	for i, a := range all {
		for _, b := range all[:i] {
			if p, ok := match.Align(a, b); ok {
				t.Errorf("scene %d lies on another: %d blocks, %.2f agree", i, p.Telling, p.Agreement)
			}
		}
	}
}

// A few real photographs: none is another, and each is found in its crop.
func TestPhotographs(t *testing.T) {
	files, _ := filepath.Glob("../../shared/corpora/photos/val/*.jpg")
	if len(files) == 0 {
		t.Skip("needs ../shared/corpora, which this checkout does not have")
	}
	var all []match.Fingerprint
	for i := 0; i < len(files); i += 12 {
		b, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fingerprint(t, b))
	}
	for i, a := range all {
		for _, b := range all[:i] {
			if _, ok := match.Align(a, b); ok {
				t.Errorf("photograph %d of %d was taken for another", i, len(all))
			}
		}
	}
}
