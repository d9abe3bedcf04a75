package verify

import (
	"cmp"
	"slices"

	"github.com/atleast-desk/atleast"
)

// Lookalikes returns the pairs of items that may have recorded one scene, and what
// people agree on about them: one pair for any two footages, since what holds for
// one copy holds for all. What nobody has answered comes first, then what people
// are unsure of. Members are named by their paths, which verdicts on items name too.
func Lookalikes(footage []atleast.Footage, verdicts []atleast.Verdict) []atleast.Lookalike {
	groupOf := map[string]int{}
	for _, f := range footage {
		for _, m := range f.Members {
			groupOf[m.Path] = f.Group
		}
	}
	answers := answersBetween(groupOf, verdicts)
	var alike []atleast.Lookalike
	asked := map[[2]int]bool{}
	for _, f := range footage {
		for _, m := range f.Members {
			for _, other := range m.SameScene {
				pair := ordered(f.Group, groupOf[other])
				if asked[pair] {
					continue
				}
				asked[pair] = true
				answer := answers[pair]
				alike = append(alike, atleast.Lookalike{A: m.Path, B: other, Is: answer.Is, By: answer.By})
			}
		}
	}
	slices.SortStableFunc(alike, func(a, b atleast.Lookalike) int { return cmp.Compare(urgency(a), urgency(b)) })
	return alike
}

// answersBetween is what people agree on about two footages, by way of any of
// their items; where nobody decided, who is unsure.
func answersBetween(groupOf map[string]int, verdicts []atleast.Verdict) map[[2]int]atleast.Lookalike {
	answers := map[[2]int]atleast.Lookalike{}
	for _, v := range Standing(verdicts) {
		if pair := ordered(groupOf[v.A], groupOf[v.B]); v.On == atleast.OnItems && v.Is == atleast.Unsure {
			answers[pair] = atleast.Lookalike{Is: atleast.Unsure, By: append(answers[pair].By, v.By)}
		}
	}
	agreed, _ := Merge(atleast.OnItems, verdicts)
	for _, a := range agreed {
		answers[ordered(groupOf[a.A], groupOf[a.B])] = atleast.Lookalike{Is: a.Is, By: a.By}
	}
	return answers
}

func ordered(a, b int) [2]int { return [2]int{min(a, b), max(a, b)} }

// urgency orders lookalikes: open, unsure, settled.
func urgency(l atleast.Lookalike) int {
	switch l.Is {
	case "":
		return 0
	case atleast.Unsure:
		return 1
	}
	return 2
}
