// Package verify turns what people saw and concluded into what may be counted:
// it checks sightings and verdicts as they come in, settles what stands where
// several people have judged, and gathers the evidence for a tally.
//
// Nobody's judgement is erased. The latest verdict of each person on a subject
// stands; where the people disagree about a pair nothing is concluded, which is
// safe: what is not concluded cannot raise a floor.
package verify

import (
	"cmp"

	"github.com/atleast-desk/atleast"
)

// subject is what a verdict is about, the same whichever of a pair is named
// first.
type subject struct {
	on   atleast.Subject
	a, b string
}

func subjectOf(v atleast.Verdict) subject {
	if v.B != "" && cmp.Less(v.B, v.A) {
		return subject{v.On, v.B, v.A}
	}
	return subject{v.On, v.A, v.B}
}

// Standing returns the verdicts that no later one of the same person on the
// same subject supersedes, in the order given, which must be oldest first.
func Standing(verdicts []atleast.Verdict) []atleast.Verdict {
	type judge struct {
		subject
		by string
	}
	latest := map[judge]int{}
	for i, v := range verdicts {
		latest[judge{subjectOf(v), v.By}] = i
	}
	var standing []atleast.Verdict
	for i, v := range verdicts {
		if latest[judge{subjectOf(v), v.By}] == i {
			standing = append(standing, v)
		}
	}
	return standing
}
