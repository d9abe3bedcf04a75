package corroborate

import (
	"slices"

	"github.com/atleast-desk/atleast"
)

// judgements are the verdicts in force, by what they are about.
type judgements struct {
	claims  map[string]atleast.Judgement
	reports map[[2]string]atleast.Judgement
	beside  map[string]map[string]atleast.Judgement // of a claim, by the other claim of the pair

	same, independent [][2]string // the pairs of reports judged so, in order
}

// judged reads verdicts, oldest first: of two on one subject the later holds.
func judged(verdicts []atleast.Verdict) judgements {
	j := judgements{claims: map[string]atleast.Judgement{}, reports: map[[2]string]atleast.Judgement{}, beside: map[string]map[string]atleast.Judgement{}}
	for _, v := range verdicts {
		switch v.On {
		case atleast.OnClaim:
			j.claims[v.A] = v.Is
		case atleast.OnItems:
			j.reports[pairOf(v.A, v.B)] = v.Is
		case atleast.OnClaims:
			j.compare(v.A, v.B, v.Is)
			j.compare(v.B, v.A, v.Is)
		case atleast.OnSighting, atleast.OnPair: // say nothing of claims
		}
	}
	j.same, j.independent = j.pairs(atleast.Same), j.pairs(atleast.Different)
	return j
}

func (j judgements) compare(claim, other string, is atleast.Judgement) {
	if j.beside[claim] == nil {
		j.beside[claim] = map[string]atleast.Judgement{}
	}
	j.beside[claim][other] = is
}

// of returns what people said about a claim; empty where nobody did.
func (j judgements) of(claim string) atleast.Judgement {
	if claim == "" {
		return ""
	}
	return j.claims[claim]
}

// between returns what people said about two reports; empty where nobody did.
func (j judgements) between(a, b string) atleast.Judgement { return j.reports[pairOf(a, b)] }

// pairs returns the pairs of reports judged so, in order.
func (j judgements) pairs(is atleast.Judgement) [][2]string {
	var found [][2]string
	for pair, judged := range j.reports {
		if judged == is {
			found = append(found, pair)
		}
	}
	slices.SortFunc(found, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	return found
}

func pairOf(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }
