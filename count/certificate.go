package count

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count/cover"
)

// mostPairs is how many reasons a certificate lists; the evidence decides the
// others by itself.
const mostPairs = 2000

// certificate writes the proofs down. Those whose weights come to a whole
// number are one list of weights; so is one more, since rounding up once loses
// nothing. The others are parts.
func (s *Session) certificate() *atleast.Certificate {
	c := &atleast.Certificate{Weights: []atleast.Weight{}, Pairs: []atleast.Apart{}}
	var parts [][]int32
	broken := false
	for _, g := range s.found.alone {
		at := s.board.strongest(g)
		c.Weights = append(c.Weights, atleast.Weight{ID: s.board.sight(at).ID, Y: "1"})
		parts = append(parts, []int32{at})
	}
	for _, proof := range s.found.proofs {
		plain := proof.Split == nil
		if plain && !s.exactly(proof) {
			plain, broken = !broken, true
		}
		weights := s.weights(proof)
		switch {
		case plain:
			c.Weights = append(c.Weights, weights...)
		case proof.Split == nil:
			c.Parts = append(c.Parts, atleast.Part{Weights: weights})
		default:
			c.Parts = append(c.Parts, atleast.Part{Tree: s.node(proof)})
		}
		parts = append(parts, s.support(proof))
	}
	c.Pairs, c.Omitted = s.pairs(parts)
	return c
}

// exactly reports whether the weights of a leaf come to its floor unrounded.
func (s *Session) exactly(p proof) bool {
	return s.sum(p, -1).Cmp(big.NewRat(p.Floor, 1)) == 0
}

// rest is what the weights of a leaf prove without one of its nodes.
func (s *Session) rest(p proof, node int) int64 {
	sum := s.sum(p, node)
	if sum.Sign() <= 0 {
		return 0
	}
	up := new(big.Int).Add(sum.Num(), sum.Denom())
	return up.Sub(up, big.NewInt(1)).Div(up, sum.Denom()).Int64()
}

// sum is what the weights of a leaf come to, but for one node.
func (s *Session) sum(p proof, but int) *big.Rat {
	sum := new(big.Rat)
	for _, w := range p.Weights {
		if w.Node == but {
			continue
		}
		low := big.NewRat(s.board.groups[p.groups[w.Node]].low, 1)
		sum.Add(sum, low.Mul(low, big.NewRat(w.Y.Num, w.Y.Den)))
		if w.Z.Num > 0 {
			z := big.NewRat(s.board.limit(p.groups[w.Node]), 1)
			sum.Sub(sum, z.Mul(z, big.NewRat(w.Z.Num, w.Z.Den)))
		}
	}
	return sum
}

// weights are those of a leaf, on the sighting of each group that says the most.
func (s *Session) weights(p proof) []atleast.Weight {
	var list []atleast.Weight
	for _, w := range p.Weights {
		g := p.groups[w.Node]
		at := s.board.strongest(g)
		if w.Y.Num > 0 || w.Z.Num > 0 {
			list = append(list, atleast.Weight{ID: s.board.sight(at).ID, Y: fraction(w.Y), Z: fraction(w.Z)})
		}
	}
	return list
}

// strongest is the sighting of a group with the greatest low.
func (b *board) strongest(g int32) int32 {
	members := b.groups[g].members
	best := members[0]
	for _, i := range members {
		if b.sight(i).Low > b.sight(best).Low {
			best = i
		}
	}
	return best
}

// fraction writes a fraction as text; zero is empty.
func fraction(f cover.Fraction) string {
	switch {
	case f.Num == 0:
		return ""
	case f.Den == 1:
		return strconv.FormatInt(f.Num, 10)
	}
	return strconv.FormatInt(f.Num, 10) + "/" + strconv.FormatInt(f.Den, 10)
}

// node writes a tree down.
func (s *Session) node(p proof) *atleast.Node {
	if p.Split == nil {
		n := &atleast.Node{Weights: s.weights(p), Impossible: p.Impossible}
		for _, t := range p.Terms {
			n.Terms = append(n.Terms, cmp.Or(fraction(t), "0"))
		}
		return n
	}
	var ids []string
	for _, node := range p.Split.Nodes {
		ids = append(ids, s.board.sight(s.board.strongest(p.groups[node])).ID)
	}
	split := &atleast.Split{A: ids[0], K: p.Split.K}
	if len(ids) > 1 {
		split.B, split.Also = ids[1], ids[2:]
	}
	return &atleast.Node{Split: split, AtMost: s.node(proof{p.AtMost, p.groups}), AtLeast: s.node(proof{p.AtLeast, p.groups})}
}

// support lists the sightings that carry weight anywhere in a proof.
func (s *Session) support(p proof) []int32 {
	var list []int32
	var walk func(*cover.Proof)
	walk = func(at *cover.Proof) {
		if at == nil {
			return
		}
		for _, w := range at.Weights {
			list = append(list, s.board.strongest(p.groups[w.Node]))
		}
		walk(at.AtMost)
		walk(at.AtLeast)
	}
	walk(p.Proof)
	slices.Sort(list)
	return slices.Compact(list)
}

// pairs lists why sightings that carry weight are different, up to mostPairs of
// them, and counts the others. Sightings of two parts always are.
func (s *Session) pairs(parts [][]int32) ([]atleast.Apart, int64) {
	list := []atleast.Apart{}
	var omitted, before int64
	var all []int32
	for _, part := range parts {
		omitted += before * int64(len(part))
		before += int64(len(part))
		all = append(all, part...)
	}
	omitted += s.within(parts)
	for k, j := range all {
		for _, i := range all[:k] {
			if len(list) == mostPairs {
				return list, omitted - int64(len(list))
			}
			if reason, ok := s.board.because(i, j); ok {
				list = append(list, reason)
			}
		}
	}
	return list, 0
}

// within counts the different pairs inside the parts.
func (s *Session) within(parts [][]int32) int64 {
	count := int64(0)
	for _, part := range parts {
		for k, j := range part {
			for _, i := range part[:k] {
				if _, _, ok := s.board.groupsApart(s.board.group[i], s.board.group[j]); ok {
					count++
				}
			}
		}
	}
	return count
}
