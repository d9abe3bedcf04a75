package count

import (
	"cmp"
	"slices"

	"github.com/atleast-desk/atleast/count/cover"
)

// large solves a part that neither comes apart nor can be laid out pair by
// pair. Highs are left out of account: the floor holds without them, and the
// world is kept only if it respects them.
func (b *board) large(groups []int32, o Options) answer {
	low := make([]int64, len(groups))
	for i, g := range groups {
		low[i] = b.groups[g].low
	}
	var found cover.Answer
	if lists, ok := b.listApart(groups); ok {
		found = cover.SolveSparse(&cover.Sparse{Low: low, Apart: lists}, o.stop)
	} else if lists, ok := b.listSharing(groups); ok {
		found = cover.SolveCrowded(&cover.Crowded{Low: low, Sharing: lists}, o.stop)
	} else {
		return b.sampled(groups, o)
	}
	return b.place(found, groups)
}

// place says which groups the nodes of an answer are.
func (b *board) place(found cover.Answer, groups []int32) answer {
	a := answer{floor: found.Floor, world: found.World, found: found.Found, clash: found.Clash}
	for i := range a.world {
		for j, node := range a.world[i].In {
			a.world[i].In[j] = int(groups[node])
		}
	}
	for _, p := range found.Proofs {
		a.proofs = append(a.proofs, proof{p, groups})
	}
	return a
}

// sampled is the last resort, for hundreds of thousands of groups of which
// nearly half of all pairs are apart: the floor of those with the greatest lows.
func (b *board) sampled(groups []int32, o Options) answer {
	some := b.heaviest(groups, mostTogether)
	a := b.place(cover.Solve(b.problem(some), o.stop), some)
	a.found, a.world = false, nil
	return a
}

// heaviest lists the n groups with the greatest lows.
func (b *board) heaviest(groups []int32, n int) []int32 {
	some := slices.Clone(groups)
	slices.SortStableFunc(some, func(g, h int32) int { return cmp.Compare(b.groups[h].low, b.groups[g].low) })
	some = some[:min(n, len(some))]
	slices.Sort(some)
	return some
}
