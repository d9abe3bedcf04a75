package match

import (
	"slices"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match/mangle"
)

// A second photograph of a scene joins nothing, and either names the other.
func TestSecondPhotographIsTold(t *testing.T) {
	first, second := mangle.Again(mangle.Scene(3, 640, 480), 0.03, 5)
	a, b := pictured(t, "a.jpg", mangle.JPEG(first, 92)), pictured(t, "b.jpg", mangle.JPEG(second, 92))
	got := Groups([]Entry{a, b, scene(t, "other.jpg", 9)}, nil)
	if len(got) != 3 {
		t.Fatalf("%d groups, want 3", len(got))
	}
	for i, want := range [][]string{{"b.jpg"}, {"a.jpg"}, nil} {
		if alike := got[i].Members[0].SameScene; !slices.Equal(alike, want) {
			t.Errorf("%s looks like %v, want %v", got[i].Members[0].Path, alike, want)
		}
	}
	if joined := Groups([]Entry{a, b}, []Judged{{a.Digest, b.Digest, atleast.Same}}); len(joined) != 1 || joined[0].Members[0].SameScene != nil {
		t.Errorf("judged the same: %+v", joined)
	}
}
