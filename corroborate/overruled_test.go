package corroborate

import (
	"testing"

	"github.com/atleast-desk/atleast"
)

// say is a verdict of a person on two claims or reports.
func say(by string, on atleast.Subject, a, b string, is atleast.Judgement) atleast.Verdict {
	return atleast.Verdict{ID: a + b + string(is) + by, On: on, A: a, B: b, Is: is, By: by, Why: "the " + string(is) + " hand"}
}

// three reports of three figures, none like another.
func threeFigures() []Report {
	counted := func(id string, n float64, what, event string) Report {
		return telling(id, id, "2031-03-03", "So many of them were "+event+" there, said Ada Brunn of "+id+".", "So many of them were "+event, "Ada Brunn", func(c *atleast.Claim) {
			c.Quantity = &atleast.Quantity{Text: what, Bound: atleast.Exact, Low: &n, High: &n, What: what}
			c.Place, c.Event = nil, event
		})
	}
	return []Report{counted("a", 9, "nurses", "hurt"), counted("b", 14, "miners", "killed"), counted("c", 30, "cows", "drowned")}
}

// What is the same as two makes these two the same, and what differs from one
// differs from the other, unless people contradict one another: then none of
// what they said is followed, and all of it is reported.
func TestSameFigureIsTransitive(t *testing.T) {
	on := func(a, b string, is atleast.Judgement) atleast.Verdict {
		return say("m.r", atleast.OnClaims, a+"-claim", b+"-claim", is)
	}
	both := []atleast.Verdict{on("a", "b", atleast.Same), on("a", "c", atleast.Same)}
	for _, tc := range []struct {
		name    string
		judged  []atleast.Verdict
		figures int
		clashes int // verdicts in the first contradiction
	}{
		{"nobody said anything", nil, 3, 0},
		{"a is b and c", both, 1, 0},
		{"a is b, b is not c", []atleast.Verdict{both[0], on("b", "c", atleast.Different)}, 2, 0},
		{"a is b and c, b is not c", append(both[:2:2], on("c", "b", atleast.Different)), 3, 3},
		{"taken back", append(both[:2:2], on("c", "b", atleast.Different), on("b", "c", atleast.Unsure)), 1, 0},
		{"two people differ", append(both[:2:2], say("o.k", atleast.OnClaims, "b-claim", "a-claim", atleast.Different)), 2, 2},
	} {
		figures := Figures(threeFigures(), Options{Judged: tc.judged})
		if len(figures) != tc.figures {
			t.Errorf("%s: %d figures, want %d", tc.name, len(figures), tc.figures)
		}
		got := 0
		if len(figures[0].Clashes) > 0 {
			got = len(figures[0].Clashes[0].Verdicts)
		}
		if got != tc.clashes {
			t.Errorf("%s: a contradiction of %d verdicts, want %d: %+v", tc.name, got, tc.clashes, figures[0].Clashes)
		}
	}
}

// A person may say that two origins are one, or that they are two, whatever the
// reports say; whose word it is, and why, stands beside it.
func TestAnalystsTieAndUntieOrigins(t *testing.T) {
	reports := []Report{governor("a", "Herald", "2031-03-03", nil), villager("b", "Courier", "2031-03-04"), governor("c", "Gazette", "2031-03-05", nil)}
	on := func(a, b string, is atleast.Judgement) atleast.Verdict {
		return say("m.r", atleast.OnOrigins, a+"-claim", b+"-claim", is)
	}
	for _, tc := range []struct {
		name        string
		judged      []atleast.Verdict
		least, most int
	}{
		{"nobody said anything", nil, 2, 2},
		{"the villager had it from the governor", []atleast.Verdict{on("a", "b", atleast.Same)}, 1, 1},
		{"two governors", []atleast.Verdict{on("c", "a", atleast.Different)}, 3, 3},
		{"contradicted", []atleast.Verdict{on("a", "b", atleast.Same), on("b", "c", atleast.Same), on("c", "a", atleast.Different)}, 2, 2},
		{"undecided", []atleast.Verdict{on("a", "b", atleast.Unsure)}, 2, 2},
	} {
		f := one(t, reports, Options{Judged: tc.judged})
		if f.AtLeast != tc.least || f.AtMost != tc.most {
			t.Errorf("%s: at least %d, at most %d, want %d and %d", tc.name, f.AtLeast, f.AtMost, tc.least, tc.most)
		}
	}
	f := one(t, reports, Options{Judged: []atleast.Verdict{on("c", "a", atleast.Different)}})
	if said := f.Carriers[0].Said; len(said) != 1 || said[0].By != "m.r" || said[0].Why != "the different hand" || len(f.Carriers[1].Said) != 0 {
		t.Errorf("beside the carriers stands %+v and %+v", said, f.Carriers[1].Said)
	}
	if why := f.Differ(f.Carriers[0].Origin, f.Carriers[2].Origin); why != "judged to be two origins: the different hand" {
		t.Errorf("they are apart because %q", why)
	}
	for _, pair := range f.Apart {
		if byPerson := pair.A == f.Carriers[0].Origin && pair.B == f.Carriers[2].Origin; byPerson != (len(pair.By) == 1) {
			t.Errorf("whose word %+v is does not show", pair)
		}
	}
	clashing := one(t, reports, Options{Judged: []atleast.Verdict{on("a", "b", atleast.Same), on("b", "c", atleast.Same), on("c", "a", atleast.Different)}})
	if len(clashing.Clashes) != 1 || len(clashing.Clashes[0].Verdicts) != 3 || !clashing.Carriers[0].Said[0].Aside {
		t.Errorf("the contradiction is %+v, beside the first carrier %+v", clashing.Clashes, clashing.Carriers[0].Said)
	}
}
