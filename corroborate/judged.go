package corroborate

import (
	"cmp"
	"slices"

	"github.com/atleast-desk/atleast"
)

// Judged is what a person concluded about two claims or reports that bear on a
// figure.
type Judged struct {
	ID    string            `json:"id,omitempty"` // of the verdict
	On    atleast.Subject   `json:"on"`
	A     string            `json:"a"`
	B     string            `json:"b"`
	Is    atleast.Judgement `json:"is"`
	Why   string            `json:"why,omitempty"`
	By    string            `json:"by,omitempty"`
	Aside bool              `json:"set_aside,omitempty"` // it contradicts others, so that none of them is followed
}

// other returns whom the verdict speaks of besides one of its two.
func (j Judged) other(one string) string {
	if j.A == one {
		return j.B
	}
	return j.A
}

// Clash is a smallest set of verdicts that cannot all hold: people who conclude
// different things of one pair, or a pair that is judged different while other
// verdicts lead from one of it to the other.
type Clash struct {
	Verdicts []Judged `json:"verdicts"`
}

// judgements are the verdicts in force, by what they are about.
type judgements struct {
	claims  map[string]atleast.Judgement
	figures alike // of claims: do they give one figure?
	origins alike // of claims: do they go back to one origin?
	reports alike // does one text repeat the other?
}

// judged reads verdicts, oldest first: of two on one claim the later holds, of
// one person's on one pair too.
func judged(verdicts []atleast.Verdict) judgements {
	j := judgements{claims: map[string]atleast.Judgement{}}
	pairs := map[atleast.Subject][]Judged{}
	for _, v := range verdicts {
		if v.On == atleast.OnClaim {
			j.claims[v.A] = v.Is
			continue
		}
		pairs[v.On] = append(pairs[v.On], Judged{ID: v.ID, On: v.On, A: v.A, B: v.B, Is: v.Is, Why: v.Why, By: v.By})
	}
	j.figures, j.origins, j.reports = alikeBy(pairs[atleast.OnClaims]), alikeBy(pairs[atleast.OnOrigins]), alikeBy(pairs[atleast.OnItems])
	return j
}

// of returns what people said about a claim; empty where nobody did.
func (j judgements) of(claim string) atleast.Judgement {
	if claim == "" {
		return ""
	}
	return j.claims[claim]
}

// between returns what people said about two reports; empty where nobody did.
func (j judgements) between(a, b string) atleast.Judgement {
	if said := j.reports.on[pairOf(a, b)]; len(said) > 0 {
		return said[0].Is
	}
	return ""
}

// bearing returns what people said of a claim, or of its report, beside another
// one of the figure's.
func (j judgements) bearing(claim, report string, here map[string]bool) []Judged {
	var found []Judged
	for _, about := range []struct {
		said alike
		one  string
	}{{j.figures, claim}, {j.origins, claim}, {j.reports, report}} {
		for _, said := range about.said.about[about.one] {
			if about.one != "" && here[said.other(about.one)] {
				found = append(found, said)
			}
		}
	}
	return found
}

// clashes returns the contradictions that speak of any of the claims or reports.
func (j judgements) clashes(here map[string]bool) []Clash {
	var found []Clash
	for _, a := range []alike{j.figures, j.origins, j.reports} {
		for _, c := range a.clashes {
			if slices.ContainsFunc(c.Verdicts, func(v Judged) bool { return here[v.A] || here[v.B] }) {
				found = append(found, c)
			}
		}
	}
	return found
}

func pairOf(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

func byPair(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }
