package corroborate

import "github.com/atleast-desk/atleast"

// lostHedges finds, along the ties between reports, where a number was hedged
// upstream and is stated flatly downstream.
func lostHedges(all []statement, ties []tie, from []int) []LostHedge {
	var lost []LostHedge
	seen := map[[2]int]bool{}
	note := func(up, down int) {
		if seen[[2]int{up, down}] || !all[up].hedged() || all[down].hedged() || all[down].claim.Stance != atleast.Asserted {
			return
		}
		seen[[2]int{up, down}] = true
		lost = append(lost, LostHedge{From: up, To: down, Hedges: all[up].claim.Hedges})
	}
	for i, j := range from {
		if j >= 0 {
			note(j, i)
		}
	}
	for _, t := range ties {
		switch a, b := all[t.a].report, all[t.b].report; {
		case a == b:
		case a.Published != "" && a.Published < b.Published:
			note(t.a, t.b)
		case b.Published != "" && b.Published < a.Published:
			note(t.b, t.a)
		}
	}
	return lost
}
