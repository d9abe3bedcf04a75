package verify_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/verify"
)

// Two shots of one square, the first with a copy, and a third shot of it.
func TestLookalikes(t *testing.T) {
	footage := []atleast.Footage{
		{Group: 1, Members: []atleast.Member{{Path: "a", SameScene: []string{"b", "c"}}, {Path: "copy", SameScene: []string{"b"}}}},
		{Group: 2, Members: []atleast.Member{{Path: "b", SameScene: []string{"a", "copy"}}}},
		{Group: 3, Members: []atleast.Member{{Path: "c", SameScene: []string{"a"}}}},
	}
	said := func(a, b string, is atleast.Judgement, by string) atleast.Verdict {
		return atleast.Verdict{On: atleast.OnItems, A: a, B: b, Is: is, By: by, Why: "w"}
	}
	open := func(a, b string) atleast.Lookalike { return atleast.Lookalike{A: a, B: b} }
	for name, test := range map[string]struct {
		verdicts []atleast.Verdict
		want     []atleast.Lookalike
	}{
		"nobody looked": {nil, []atleast.Lookalike{open("a", "b"), open("a", "c")}},
		"said of a copy": {[]atleast.Verdict{said("b", "copy", atleast.Different, "m.r")},
			[]atleast.Lookalike{open("a", "c"), {A: "a", B: "b", Is: atleast.Different, By: []string{"m.r"}}}},
		"unsure": {[]atleast.Verdict{said("a", "b", atleast.Unsure, "m.r")},
			[]atleast.Lookalike{open("a", "c"), {A: "a", B: "b", Is: atleast.Unsure, By: []string{"m.r"}}}},
		"unsure of one, sure of the copy": {[]atleast.Verdict{said("a", "b", atleast.Unsure, "m.r"), said("b", "copy", atleast.Different, "o.k")},
			[]atleast.Lookalike{open("a", "c"), {A: "a", B: "b", Is: atleast.Different, By: []string{"o.k"}}}},
		"they disagree": {[]atleast.Verdict{said("a", "b", atleast.Same, "m.r"), said("a", "b", atleast.Different, "o.k")},
			[]atleast.Lookalike{open("a", "b"), open("a", "c")}},
	} {
		if diff := cmp.Diff(test.want, verify.Lookalikes(footage, test.verdicts)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
