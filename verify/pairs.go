package verify

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// Disagreement is a pair about which people's standing verdicts differ, so that
// nothing is concluded about it.
type Disagreement struct {
	A        string            `json:"a"`
	B        string            `json:"b"`
	Verdicts []atleast.Verdict `json:"verdicts"` // those that stand, oldest first
}

// Pairs merges the standing verdicts on pairs of sightings, as Merge does.
func Pairs(verdicts []atleast.Verdict) (agreed []atleast.PairVerdict, disagreed []Disagreement) {
	return Merge(atleast.OnPair, verdicts)
}

// Merge merges the standing verdicts on pairs, those of sightings (OnPair) or
// those of items (OnItems): where everyone who decided concluded the same, one
// verdict with all of them in By, in the order in which the pairs were first
// judged. Who is unsure neither joins nor objects.
func Merge(on atleast.Subject, verdicts []atleast.Verdict) (agreed []atleast.PairVerdict, disagreed []Disagreement) {
	var order []subject
	decided := map[subject][]atleast.Verdict{}
	for _, v := range Standing(verdicts) {
		if v.On != on || v.Is == atleast.Unsure {
			continue
		}
		about := subjectOf(v)
		if decided[about] == nil {
			order = append(order, about)
		}
		decided[about] = append(decided[about], v)
	}
	for _, about := range order {
		if said := decided[about]; unanimous(said) {
			agreed = append(agreed, merge(said))
		} else {
			disagreed = append(disagreed, Disagreement{about.a, about.b, said})
		}
	}
	return agreed, disagreed
}

func unanimous(said []atleast.Verdict) bool {
	for _, v := range said[1:] {
		if conclusion(v) != conclusion(said[0]) {
			return false
		}
	}
	return true
}

// conclusion is what a verdict on a pair says of the pair. Only within depends
// on which of the two is named first.
func conclusion(v atleast.Verdict) string {
	if v.Is == atleast.Within {
		return string(v.Is) + " " + v.B
	}
	return string(v.Is)
}

// merge makes one of verdicts that conclude the same. The grounds of several
// people are given with their names.
func merge(said []atleast.Verdict) atleast.PairVerdict {
	first := said[0]
	merged := atleast.PairVerdict{A: first.A, B: first.B, Is: first.Is, Why: first.Why}
	var why []string
	for _, v := range said {
		merged.By = append(merged.By, v.By)
		why = append(why, v.By+": "+v.Why)
	}
	if len(said) > 1 {
		merged.Why = strings.Join(why, "; ")
	}
	return merged
}
