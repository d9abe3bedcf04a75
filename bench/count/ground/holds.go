package ground

import (
	"math/big"
	"slices"

	"github.com/atleast-desk/atleast"
)

// Holds reports whether every claim of a tally is true of the evidence, as far
// as a tally proves or small cases can be decided. ok is false where the case
// is too large to decide.
func Holds(c Case, t atleast.Tally) (holds, ok bool) {
	truth, ok := Solve(c.Evidence, c.Options, stateLimit)
	if !ok {
		return false, false
	}
	f := read(c.Evidence, c.Options)
	if t.Floor == nil {
		return !truth.Consistent && c.contradicted(f, t), true
	}
	return truth.Consistent && len(t.Contradictions) == 0 && f.proves(t) && f.admits(t) &&
		truth.bounds(t) && c.asides(f, t), true
}

// bounds verifies floor and ceiling against the truth.
func (a Answer) bounds(t atleast.Tally) bool {
	if a.Open != (t.Ceiling == nil) || *t.Floor > a.Floor {
		return false
	}
	return a.Open || *t.Ceiling >= a.Ceiling
}

// proves reads the certificate from its definition, over all possible types.
func (f *facts) proves(t atleast.Tally) bool {
	if t.Certificate == nil || t.Certificate.Omitted < 0 {
		return false
	}
	total, carried, ok := f.leaf(t.Certificate.Weights, nil, nil, 1)
	floor := ceil(total)
	parts := []uint{carried}
	for _, p := range t.Certificate.Parts {
		var sum *big.Rat
		var carried uint
		switch {
		case p.Tree != nil && len(p.Weights) > 0:
			return false
		case p.Tree != nil:
			var fine bool
			sum, carried, fine = f.node(p.Tree, nil)
			ok = ok && fine && sum != nil
		default:
			var fine bool
			sum, carried, fine = f.leaf(p.Weights, nil, nil, 1)
			ok = ok && fine
		}
		if !ok {
			return false
		}
		floor += ceil(sum)
		parts = append(parts, carried)
	}
	return ok && floor == *t.Floor && f.disjoint(parts) && f.reasons(t.Certificate.Pairs)
}

// disjoint verifies that nobody is in the sightings of two parts.
func (f *facts) disjoint(parts []uint) bool {
	for i, p := range parts {
		for _, q := range parts[:i] {
			for _, set := range f.types {
				if set&p != 0 && set&q != 0 {
					return false
				}
			}
		}
	}
	return true
}

// side is one side of a split: of which sightings, and how many people.
type side struct {
	all    uint
	sign   int64
	people int64
}

// node returns the least of its leaves, or nil where none holds a world.
func (f *facts) node(n *atleast.Node, above []side) (least *big.Rat, carried uint, ok bool) {
	if n.Split == nil {
		limit := int64(1)
		if n.Impossible {
			limit = 0
		}
		sum, carried, ok := f.leaf(n.Weights, n.Terms, above, limit)
		ok = ok && n.AtMost == nil && n.AtLeast == nil
		if n.Impossible {
			return nil, carried, ok && sum.Sign() > 0
		}
		return sum, carried, ok
	}
	all, known := f.split(*n.Split)
	if !known || n.AtMost == nil || n.AtLeast == nil || len(n.Weights)+len(n.Terms) > 0 || n.Impossible || n.Split.K < 0 {
		return nil, 0, false
	}
	low, carriedLow, okLow := f.node(n.AtMost, append(slices.Clone(above), side{all, -1, n.Split.K}))
	high, carriedHigh, okHigh := f.node(n.AtLeast, append(slices.Clone(above), side{all, 1, n.Split.K + 1}))
	if low == nil || high != nil && high.Cmp(low) < 0 {
		low = high
	}
	return low, carriedLow | carriedHigh, okLow && okHigh
}

// split is the set of sightings that a split is about.
func (f *facts) split(s atleast.Split) (all uint, known bool) {
	ids := append([]string{s.A}, s.Also...)
	if s.B != "" {
		ids = append(ids, s.B)
	}
	for _, id := range ids {
		i, ok := f.at[id]
		if !ok {
			return 0, false
		}
		all |= 1 << i
	}
	return all, true
}

// leaf sums what weights and terms prove, and verifies that no type weighs more
// than the limit.
func (f *facts) leaf(weights []atleast.Weight, terms []string, above []side, limit int64) (sum *big.Rat, carried uint, ok bool) {
	if len(terms) != len(above) {
		return nil, 0, false
	}
	sum = new(big.Rat)
	weighs := make([]*big.Rat, len(f.ids))
	for _, w := range weights {
		i, known := f.at[w.ID]
		y, okY := number(w.Y)
		z, okZ := number(w.Z)
		if !known || weighs[i] != nil || !okY || !okZ {
			return nil, 0, false
		}
		low, limit := f.bounds(i)
		weighs[i] = new(big.Rat).Sub(y, z)
		if weighs[i].Sign() != 0 {
			carried |= 1 << i
		}
		sum.Add(sum, y.Mul(y, big.NewRat(low, 1)))
		sum.Sub(sum, z.Mul(z, big.NewRat(limit, 1)))
	}
	var shares []*big.Rat
	for i, s := range above {
		share, known := number(terms[i])
		if !known {
			return nil, 0, false
		}
		share.Mul(share, big.NewRat(s.sign, 1))
		if share.Sign() != 0 {
			carried |= s.all
		}
		shares = append(shares, share)
		sum.Add(sum, new(big.Rat).Mul(share, big.NewRat(s.people, 1)))
	}
	for _, set := range f.types {
		total := new(big.Rat)
		for i, w := range weighs {
			if w != nil && set>>i&1 == 1 {
				total.Add(total, w)
			}
		}
		for i, s := range above {
			if set&s.all == s.all {
				total.Add(total, shares[i])
			}
		}
		if total.Cmp(big.NewRat(limit, 1)) > 0 {
			return nil, 0, false
		}
	}
	return sum, carried, true
}

// bounds are the low of everybody who is the same as sighting i, and what they
// can be at most in a world with nobody to spare.
func (f *facts) bounds(i int) (low, limit int64) {
	need, counted := int64(0), uint(0)
	for j := range f.ids {
		if !f.reaches(j, i) || f.reaches(i, j) || counted>>j&1 == 1 {
			continue
		}
		least, _ := f.ends(j)
		need += least
		for k := range f.ids {
			if f.reaches(j, k) && f.reaches(k, j) {
				counted |= 1 << k
			}
		}
	}
	low, high := f.ends(i)
	limit = max(low, need)
	if high >= 0 {
		limit = min(limit, high)
	}
	return low, limit
}

// ends are the greatest low and the least high of all that are the same as i.
func (f *facts) ends(i int) (low, high int64) {
	low, high = 0, -1
	for j := range f.ids {
		if !f.reaches(i, j) || !f.reaches(j, i) {
			continue
		}
		low = max(low, f.low[j])
		if f.high[j] >= 0 && (high < 0 || f.high[j] < high) {
			high = f.high[j]
		}
	}
	return low, high
}

// reaches reports that verdicts put i within j, in however many steps.
func (f *facts) reaches(i, j int) bool {
	reached := uint(1) << i
	for range f.ids {
		for a := range f.ids {
			reached |= f.above[a] * (reached >> a & 1)
		}
	}
	return reached>>j&1 == 1
}

// number reads a fraction of at least zero, or an empty text as zero.
func number(text string) (*big.Rat, bool) {
	if text == "" {
		return new(big.Rat), true
	}
	for _, c := range text {
		if (c < '0' || c > '9') && c != '/' {
			return nil, false
		}
	}
	return new(big.Rat).SetString(text)
}

func ceil(x *big.Rat) int64 {
	if x == nil || x.Sign() <= 0 {
		return 0
	}
	whole := new(big.Int).Quo(x.Num(), x.Denom()).Int64()
	if !x.IsInt() {
		whole++
	}
	return whole
}

// reasons verifies the listed pairs.
func (f *facts) reasons(pairs []atleast.Apart) bool {
	listed := map[[2]string]bool{}
	for _, p := range pairs {
		a, okA := f.at[p.A]
		b, okB := f.at[p.B]
		if !okA || !okB || listed[[2]string{p.A, p.B}] || listed[[2]string{p.B, p.A}] {
			return false
		}
		listed[[2]string{p.A, p.B}] = true
		if !f.because(a, b, p.Because) {
			return false
		}
	}
	return true
}

// because looks for the reason on the pair, or on others they must be seen in.
func (f *facts) because(a, b int, why atleast.Because) bool {
	for i := range f.ids {
		for j := range f.ids {
			if !f.reaches(a, i) || !f.reaches(b, j) {
				continue
			}
			if why == atleast.ByVerdict && f.pairs[[2]string{f.ids[i], f.ids[j]}][atleast.Different] ||
				why == atleast.ByPlaceTime && f.far[i][j] || why == atleast.ByKind && f.kinds[i][j] {
				return true
			}
		}
	}
	return false
}

// admits verifies the world and what is said of it.
func (f *facts) admits(t atleast.Tally) bool {
	if t.LeastWorld == nil {
		return len(t.World) == 0 && !t.Exact
	}
	var people int64
	shown := make([]int64, len(f.ids))
	for _, share := range t.World {
		var set uint
		for _, id := range share.SeenIn {
			i, known := f.at[id]
			if !known || set>>i&1 == 1 {
				return false
			}
			set |= 1 << i
			shown[i] += share.People
		}
		if share.People < 1 || !slices.Contains(f.types, set) {
			return false
		}
		people += share.People
	}
	for i, n := range shown {
		if n < f.low[i] || f.high[i] >= 0 && n > f.high[i] {
			return false
		}
	}
	return people == *t.LeastWorld && t.Exact == (*t.Floor == people)
}
