package corroborate

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/atleast-desk/atleast"
)

// walk returns the groups that a statement may join by looking at every one: by
// its act, or, where that may be told in other words, by its number.
func walk(groups []*group, s statement) []*group {
	var found []*group
	for _, g := range groups {
		if s.scope.Event == "" || g.begun == s.scope.Event || g.begun == "" || g.retells(&s) {
			found = append(found, g)
		}
	}
	return found
}

// walkedHome is home by the plain walk.
func walkedHome(f *shelf, s statement) *group {
	best, others := f.judgedHome(s)
	if best != nil {
		return best
	}
	rank := func(g *group) [2]int { return [2]int{g.fit(s), g.closeness(s)} }
	fits := slices.DeleteFunc(walk(f.groups, s), func(g *group) bool { return others[g] || g.fit(s) == noFit })
	slices.SortStableFunc(fits, func(a, b *group) int {
		ra, rb := rank(a), rank(b)
		return slices.Compare(rb[:], ra[:])
	})
	if len(fits) == 0 || len(fits) > 1 && rank(fits[0]) == rank(fits[1]) {
		return nil
	}
	return fits[0]
}

// drawStatements invents statements that have much in common: few numbers, places,
// acts and days, and reports that say several.
func drawStatements(t *rapid.T) []statement {
	pick := func(name string, from ...string) string { return rapid.SampledFrom(from).Draw(t, name) }
	var readings []*reading
	for i := range rapid.IntRange(1, 12).Draw(t, "reports") {
		readings = append(readings, readingsOf([]Report{{
			ID: fmt.Sprint(i), Published: pick("published", "", "2031-03-01", "2031-03-05", "2031-03-31", "2031-04-02", "1969-12-31", "1970-01-03"),
			Text: pick("text", "", "It was Torvik, as Ilya Marek and Ada Brunn saw.", "There was Ada Brunn with Lea Voss."),
		}})...)
		readings[i].order = i
	}
	var all []statement
	for i := range rapid.IntRange(2, 60).Draw(t, "statements") {
		low := float64(rapid.SampledFrom([]int{0, 1, 3, 21, 22, 100, 102, 110}).Draw(t, "low"))
		high := low + float64(rapid.SampledFrom([]int{-2, 0, 1, 80}).Draw(t, "more"))
		q := atleast.Quantity{Low: &low, High: &high, Unit: pick("unit", "", "", "", "square mile")}
		q.Bound = rapid.SampledFrom([]atleast.Bound{atleast.Exact, atleast.Exact, atleast.AtLeast, atleast.MoreThan, atleast.AtMost, atleast.LessThan, atleast.About, atleast.Range, atleast.Vague}).Draw(t, "bound")
		if q.Bound == atleast.Exact {
			q.High = nil
		}
		scope := Scope{
			Event: pick("event", "", "kill", "kill", "capture", "fall", "topple"), Noun: pick("noun", "", "person", "soldier", "civilian"), Side: pick("side", "", "", "russia"),
			Unit: q.Unit, Place: pick("place", "", "", "Torvik", "Torvik, Russia", "Kursk", "Курськ", "Kursk region", "Sudzha", "Ukraine"),
			From: pick("from", "", "", "2031-03-01", "2031-03-04"), Extent: rapid.SampledFrom([]Extent{"", "", Part, Total}).Draw(t, "extent"),
		}
		scope.To = pick("to", scope.From, scope.From, "", "2031-03-04")
		stance := rapid.SampledFrom([]atleast.Stance{atleast.Asserted, atleast.Asserted, atleast.Denied}).Draw(t, "stance")
		all = append(all, statement{
			report: rapid.SampledFrom(readings).Draw(t, "report"), index: i, chain: []Link{{As: ByReport}}, scope: scope.plotted(), interval: IntervalOf(q),
			claim: atleast.ReadClaim{ID: fmt.Sprintf("c%d", i), Claim: atleast.Claim{Quantity: &q, Stance: stance}},
		})
	}
	return all
}

func drawVerdicts(t *rapid.T, claims int) []atleast.Verdict {
	var all []atleast.Verdict
	for range rapid.IntRange(0, 4).Draw(t, "verdicts") {
		id := func(name string) string { return fmt.Sprintf("c%d", rapid.IntRange(0, claims-1).Draw(t, name)) }
		is := rapid.SampledFrom([]atleast.Judgement{atleast.Same, atleast.Different}).Draw(t, "is")
		all = append(all, atleast.Verdict{On: atleast.OnClaims, A: id("a"), B: id("b"), Is: is})
	}
	return all
}

// Whatever is stated, the drawers hold the figure to which a walk along all of
// them leads, and every figure that fits.
func TestShelfFindsWhatAWalkFinds(t *testing.T) {
	joined := 0
	rapid.Check(t, func(t *rapid.T) {
		all := sharpestFirst(drawStatements(t))
		shelf := newShelf(judged(drawVerdicts(t, len(all))))
		for _, s := range all {
			fits := func(groups []*group) []*group {
				return slices.DeleteFunc(groups, func(g *group) bool { return g.fit(s) == noFit })
			}
			want, found := fits(walk(shelf.groups, s)), fits(shelf.candidates(s))
			for _, g := range shelf.groups {
				if w, f := times(want, g), times(found, g); w != f {
					t.Fatalf("%+v: figure %+v fits %d times by the walk, %d times by the shelf", s.scope.Scope, g.scope.Scope, w, f)
				}
			}
			if want, got := walkedHome(shelf, s), shelf.home(s); want != got {
				t.Fatalf("%+v: the shelf leads to another figure than the walk", s.scope.Scope)
			} else if want != nil {
				joined++
			}
			if s.claim.Stance != atleast.Denied {
				shelf.take(s)
			}
		}
	})
	if joined == 0 {
		t.Error("no statement ever joined a figure: nothing was tried")
	}
}

func times(groups []*group, g *group) int {
	n := 0
	for _, other := range groups {
		if other == g {
			n++
		}
	}
	return n
}

// A story that goes on four times as long makes about four times the
// comparisons, where a walk along all figures makes sixteen times as many.
func TestComparisonsGrowWithTheReports(t *testing.T) {
	met := func(n int) float64 {
		shelf := newShelf(judged(nil))
		for _, s := range sharpestFirst(statements(readingsOf(drawnReports(n, 4)), judged(nil))) {
			shelf.take(s)
		}
		return float64(shelf.met)
	}
	few, many := met(500), met(2000)
	t.Logf("500 reports: %.0f comparisons, 2,000 reports: %.0f", few, many)
	if many > 6*few {
		t.Errorf("2,000 reports take %.0f comparisons, 500 take %.0f: %.1f times as many, want at most 6", many, few, many/few)
	}
}
