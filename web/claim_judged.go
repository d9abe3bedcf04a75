package web

import (
	"context"
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/verify"
)

// verdictsReader tells what people concluded.
type verdictsReader interface {
	// Verdicts returns every verdict ever given in the case, oldest first.
	Verdicts(ctx context.Context, caseID string) ([]atleast.Verdict, error)
}

// judgedClaim is a claim as it is to be read now, and whose word that is.
type judgedClaim struct {
	atleast.ReadClaim                  // as people read it, where they corrected it
	Machine           atleast.Claim    // as the machine read it
	Verdict           *atleast.Verdict // the one that holds; nil where nobody judged it
	By                []string         // who concluded the same, the latest last
}

// whose is who read a claim: those people, or the machine where there are none.
type whose struct{ By []string }

// ReadBy says whose reading it is.
func (c judgedClaim) ReadBy() whose { return whose{c.By} }

// Corrected reports whether a person reads it otherwise than the machine.
func (c judgedClaim) Corrected() bool { return c.Verdict != nil && c.Verdict.Instead != nil }

// Dropped reports whether a person said that it says nothing of the sort.
func (c judgedClaim) Dropped() bool {
	return c.Verdict != nil && c.Verdict.Is == atleast.Wrong && c.Verdict.Instead == nil
}

// judgedClaims sets beside each claim what people said of it.
func judgedClaims(claims []atleast.ReadClaim, verdicts []atleast.Verdict) []judgedClaim {
	latest := verify.Latest(verdicts)
	agreeing := map[string][]string{}
	for _, v := range verify.Standing(verdicts) {
		if v.On == atleast.OnClaim && v.Is == latest[v.A].Is && (v.Instead == nil) == (latest[v.A].Instead == nil) {
			agreeing[v.A] = append(agreeing[v.A], v.By)
		}
	}
	judged := make([]judgedClaim, len(claims))
	for i, read := range verify.Corrected(claims, verdicts) {
		judged[i] = judgedClaim{ReadClaim: read, Machine: claims[i].Claim, By: agreeing[read.ID]}
		if v, ok := latest[read.ID]; ok {
			judged[i].Verdict = &v
			if v.Instead != nil {
				judged[i].By = []string{v.By} // two corrections need not say the same
			}
		}
	}
	return judged
}

// verdictsOn returns those on the subject that speak of any of the names.
func verdictsOn(verdicts []atleast.Verdict, on atleast.Subject, names ...string) []atleast.Verdict {
	return slices.DeleteFunc(slices.Clone(verdicts), func(v atleast.Verdict) bool {
		return v.On != on || !slices.Contains(names, v.A) && !slices.Contains(names, v.B)
	})
}
