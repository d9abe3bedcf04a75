package verify_test

import (
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/verify"
)

// The latest of what people say of a claim holds, and what the machine read
// stays as it was.
func TestCorrected(t *testing.T) {
	speaker := "Ada Brunn"
	claims := []atleast.ReadClaim{{ID: "c1", Claim: atleast.Claim{Speaker: "Officials"}}, {ID: "c2", Claim: atleast.Claim{Speaker: "Officials"}}}
	wrong := atleast.Verdict{On: atleast.OnClaim, A: "c1", Is: atleast.Wrong, By: "m.r", Why: "w", Instead: &atleast.Correction{Speaker: &speaker}}
	right := atleast.Verdict{On: atleast.OnClaim, A: "c1", Is: atleast.Right, By: "o.k", Why: "w"}
	for name, test := range map[string]struct {
		verdicts []atleast.Verdict
		want     string
		is       []atleast.Judgement
	}{
		"nobody said anything": {nil, "Officials", nil},
		"corrected":            {[]atleast.Verdict{wrong}, speaker, []atleast.Judgement{atleast.Right}},
		"and then overruled":   {[]atleast.Verdict{wrong, right}, "Officials", []atleast.Judgement{atleast.Right, atleast.Right}},
		"and corrected again":  {[]atleast.Verdict{right, wrong}, speaker, []atleast.Judgement{atleast.Right, atleast.Right}},
	} {
		got := verify.Corrected(claims, test.verdicts)
		if got[0].Speaker != test.want || got[1].Speaker != "Officials" {
			t.Errorf("%s: %q, %q", name, got[0].Speaker, got[1].Speaker)
		}
		if claims[0].Speaker != "Officials" {
			t.Fatalf("%s: what the machine read was changed", name)
		}
		in := verify.InForce(test.verdicts)
		if len(in) != len(test.is) {
			t.Errorf("%s: %d verdicts in force", name, len(in))
			continue
		}
		for i, v := range in {
			if v.Is != test.is[i] || v.Instead != nil {
				t.Errorf("%s: in force: %+v", name, v)
			}
		}
	}
	if wrong.Instead == nil {
		t.Error("a verdict was changed")
	}
}
