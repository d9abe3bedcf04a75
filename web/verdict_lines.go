package web

import (
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/verify"
)

// verdictLine is a verdict and the later one of the same person that stands in
// its place.
type verdictLine struct {
	atleast.Verdict
	SupersededBy string
}

// Address is the page of what the verdict is about.
func (l verdictLine) Address() string { return subjectAddress(l.Verdict) }

// Subject names what the verdict is about, in few words.
func (l verdictLine) Subject() string {
	switch l.On {
	case atleast.OnSighting:
		return l.A
	case atleast.OnPair:
		return l.A + " and " + l.B
	case atleast.OnClaim:
		return "a claim"
	case atleast.OnClaims:
		return "two claims"
	case atleast.OnOrigins:
		return "the origins of two claims"
	case atleast.OnItems:
		return "two items"
	}
	return string(l.On)
}

// history puts the latest verdict first and says of each what superseded it.
func history(verdicts []atleast.Verdict) []verdictLine {
	type judge struct {
		on       atleast.Subject
		a, b, by string
	}
	judgeOf := func(v atleast.Verdict) judge {
		if v.B == "" {
			return judge{v.On, v.A, "", v.By}
		}
		return judge{v.On, min(v.A, v.B), max(v.A, v.B), v.By}
	}
	standing := map[judge]string{}
	for _, v := range verdicts {
		standing[judgeOf(v)] = v.ID
	}
	var lines []verdictLine
	for _, v := range slices.Backward(verdicts) {
		line := verdictLine{Verdict: v}
		if s := standing[judgeOf(v)]; s != v.ID {
			line.SupersededBy = s
		}
		lines = append(lines, line)
	}
	return lines
}

// concluded is what people said about a pair, and what comes of it.
type concluded struct {
	Verdicts  []verdictLine // the latest first
	Agreed    *atleast.PairVerdict
	Disagreed bool // people's standing verdicts differ, so none counts
}

// concludedOn gathers what was said of a and b, whichever was named first.
func concludedOn(verdicts []atleast.Verdict, on atleast.Subject, a, b string) concluded {
	verdicts = slices.DeleteFunc(slices.Clone(verdicts), func(v atleast.Verdict) bool {
		return v.On != on || !samePair(v.A, v.B, a, b)
	})
	c := concluded{Verdicts: history(verdicts)}
	agreed, disagreed := verify.Merge(on, verdicts)
	if len(agreed) > 0 {
		c.Agreed = &agreed[0]
	}
	c.Disagreed = len(disagreed) > 0
	return c
}

// samePair reports whether a and b are c and d in either order.
func samePair(a, b, c, d string) bool { return a == c && b == d || a == d && b == c }
