package desk_test

import (
	"testing"

	"github.com/atleast-desk/atleast"
)

// Figures are worked out again where a report or a verdict on one has come, and
// only there: an answer that is kept is the very same slice.
func TestFiguresAreKept(t *testing.T) {
	d := open(t)
	add(t, d, file("statement.txt", []byte(statement)))
	figures := func() *string {
		t.Helper()
		found, err := d.Figures(t.Context(), "kursk")
		if err != nil || len(found) == 0 {
			t.Fatalf("Figures = %v, %v; want some", found, err)
		}
		return &found[0].ID
	}
	claims, err := d.Claims(t.Context(), "kursk")
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name string
		do   func()
		kept bool
	}{
		{"nothing", func() {}, true},
		{"a sighting", func() { code(t, d, 3) }, true},
		{"a verdict on it", func() { judge(t, d, atleast.Verdict{On: atleast.OnSighting, A: "s1", Is: "verified", By: "m.r"}) }, true},
		{"a tally", func() { floor(t, d) }, true},
		{"a verdict on a claim", func() {
			judge(t, d, atleast.Verdict{On: atleast.OnClaim, A: claims[0].ID, Is: atleast.Right, By: "m.r"})
		}, false},
		{"a report", func() { add(t, d, file("other.txt", []byte("Nine nurses were hurt in Kelm, a doctor said."))) }, false},
	} {
		before := figures()
		step.do()
		if kept := figures() == before; kept != step.kept {
			t.Errorf("after %s: kept is %t, want %t", step.name, kept, step.kept)
		}
	}
}
