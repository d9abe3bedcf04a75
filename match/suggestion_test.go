package match

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match/mangle"
)

func scene(t *testing.T, path string, seed uint64) Entry {
	t.Helper()
	return pictured(t, path, mangle.JPEG(mangle.Scene(seed, 480, 320), 95))
}

// pictured is an entry for the bytes of a picture.
func pictured(t *testing.T, path string, b []byte) Entry {
	t.Helper()
	f, err := Read(path, b)
	if err != nil {
		t.Fatal(err)
	}
	return Entry{Path: path, Digest: atleast.DigestOf(b), Kind: atleast.Photo, Fingerprint: f}
}

// What is suggested is laid on one another; only what that proves is joined.
func TestSuggestionsDecideNothing(t *testing.T) {
	a, b := scene(t, "a.jpg", 1), scene(t, "b.jpg", 2)
	both := []Entry{a, b}
	if got := Groups(both, nil, Suggestion{a.Digest, b.Digest}); len(got) != 2 {
		t.Errorf("two pictures that a suggestion names are %d groups, want 2", len(got))
	}
}

func TestSuggestionsArePlaced(t *testing.T) {
	a, b, c := scene(t, "a.jpg", 1), scene(t, "b.jpg", 2), scene(t, "c.jpg", 3)
	c.Fingerprint = Fingerprint{}
	nodes := nodesOf([]Entry{a, b, c})
	sides := make([]*side, len(nodes))
	at := map[atleast.Digest]int{}
	for i, n := range nodes {
		at[n.Digest] = i
		if len(n.Fingerprint.views) > 0 {
			sides[i] = newSide(n.Fingerprint)
		}
	}
	want := pairOf{min(at[a.Digest], at[b.Digest]), max(at[a.Digest], at[b.Digest])}
	got := joined(nil, placed(nodes, sides, []Suggestion{
		{b.Digest, a.Digest}, {a.Digest, b.Digest}, // the same pair
		{a.Digest, a.Digest}, {a.Digest, c.Digest}, {a.Digest, atleast.DigestOf([]byte("unknown"))}, // none
	}))
	if diff := cmp.Diff([]pairOf{want}, got, cmp.AllowUnexported(pairOf{})); diff != "" {
		t.Error(diff)
	}
	if got := joined([]pairOf{want}, []pairOf{want}); len(got) != 1 {
		t.Errorf("a pair in both lists is listed %d times", len(got))
	}
}
