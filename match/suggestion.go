package match

import "github.com/atleast-desk/atleast"

// Suggestion is a pair of photos that somebody or something else finds worth
// proving, such as the nearest neighbours of a learned embedding. It decides
// nothing: the pair is laid on one another like any other, and forgotten where
// that does not prove it. What is no photo with a fingerprint is passed over.
type Suggestion struct {
	A, B atleast.Digest
}

// placed finds the suggested pairs among the nodes, those without a side left out.
func placed(nodes []node, sides []*side, suggested []Suggestion) []pairOf {
	if len(suggested) == 0 {
		return nil
	}
	at := map[atleast.Digest]int{}
	for i, n := range nodes {
		if sides[i] != nil {
			at[n.Digest] = i
		}
	}
	var out []pairOf
	for _, s := range suggested {
		a, knownA := at[s.A]
		b, knownB := at[s.B]
		if knownA && knownB && a != b {
			out = append(out, pairOf{min(a, b), max(a, b)})
		}
	}
	return out
}
