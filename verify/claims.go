package verify

import (
	"slices"

	"github.com/atleast-desk/atleast"
)

// Latest returns, of the standing verdicts on claims, the latest on each: the one
// that holds where people differ.
func Latest(verdicts []atleast.Verdict) map[string]atleast.Verdict {
	latest := map[string]atleast.Verdict{}
	for _, v := range Standing(verdicts) {
		if v.On == atleast.OnClaim {
			latest[v.A] = v
		}
	}
	return latest
}

// Corrected returns claims as people read them: one that was judged wrong with
// what it says instead is corrected, all others are as the machine read them.
// A claim judged wrong without more stays; who counts leaves it out.
func Corrected(claims []atleast.ReadClaim, verdicts []atleast.Verdict) []atleast.ReadClaim {
	latest := Latest(verdicts)
	if len(latest) == 0 {
		return claims
	}
	claims = slices.Clone(claims)
	for i, c := range claims {
		if v, judged := latest[c.ID]; judged && v.Instead != nil {
			claims[i].Claim = v.Instead.Of(c.Claim)
		}
	}
	return claims
}

// InForce returns the standing verdicts as they bear on corrected claims: one
// that says what a claim says instead has done its work and confirms the claim
// as corrected.
func InForce(verdicts []atleast.Verdict) []atleast.Verdict {
	standing := Standing(verdicts)
	for i, v := range standing {
		if v.On == atleast.OnClaim && v.Instead != nil {
			standing[i].Is, standing[i].Instead = atleast.Right, nil
		}
	}
	return standing
}
