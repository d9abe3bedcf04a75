package check

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/atleast-desk/atleast"
)

// part is a proof of a floor of its own: the least of its leaves. Plain weights
// are a single leaf.
type part struct {
	path   string // where it stands: "certificate.parts[3]"
	leaves []leaf
}

// leaf is a list of weights, and the terms of the splits above it.
type leaf struct {
	path       string
	weights    map[int]*big.Rat // by group: y - z
	terms      []term
	floor      *big.Rat // sum low*y - sum limit*z, with the terms
	impossible bool     // it shows that its branch holds no world
}

// term is what a type weighs more (or, below zero, less) when it holds all.
type term struct {
	groups []int
	weight *big.Rat
}

// branch is a split as seen from below: of which groups, and on which side.
type branch struct {
	groups  []int
	atLeast bool
	people  int64 // at most these, or at least
}

// proves returns the floor that the certificate proves. The floors of its parts
// add, since nobody is in the sightings of two of them.
func (r *rules) proves(c atleast.Certificate) (*big.Int, error) {
	parts, err := r.readParts(c)
	if err != nil {
		return nil, err
	}
	near, err := r.neighbours(parts)
	if err != nil {
		return nil, err
	}
	steps, total := maxSteps, new(big.Int)
	for _, p := range parts {
		var least *big.Rat
		for _, l := range p.leaves {
			if err := near.check(l, &steps); err != nil {
				return nil, fmt.Errorf("%s: %w", l.path, err)
			}
			if !l.impossible && (least == nil || l.floor.Cmp(least) < 0) {
				least = l.floor
			}
		}
		if least == nil {
			return nil, fmt.Errorf("%s: every leaf is impossible, which proves no floor", p.path)
		}
		total.Add(total, roundUp(least))
	}
	return total, nil
}

func (r *rules) readParts(c atleast.Certificate) ([]part, error) {
	l := leaf{path: "certificate"}
	if err := r.readWeights(&l, c.Weights); err != nil {
		return nil, err
	}
	parts := []part{{"certificate.weights", []leaf{l}}}
	for i, written := range c.Parts {
		p := part{path: fmt.Sprintf("certificate.parts[%d]", i)}
		var err error
		switch {
		case written.Tree != nil && len(written.Weights) > 0:
			err = fmt.Errorf("%s: it has both weights and a tree", p.path)
		case written.Tree != nil:
			err = r.readTree(&p, written.Tree, p.path+".tree", nil)
		default:
			l := leaf{path: p.path}
			err = r.readWeights(&l, written.Weights)
			p.leaves = append(p.leaves, l)
		}
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	return parts, nil
}

// maxDepth is how many splits of a tree may stand above each other.
const maxDepth = 1000

// readTree adds the leaves below a node, which stands below the branches.
func (r *rules) readTree(p *part, n *atleast.Node, path string, above []branch) error {
	if n.Split == nil {
		return r.readLeaf(p, n, path, above)
	}
	if len(above) == maxDepth {
		return fmt.Errorf("%s: %w: more than %d splits above each other", path, ErrBudget, maxDepth)
	}
	if n.AtMost == nil || n.AtLeast == nil || len(n.Weights) > 0 || len(n.Terms) > 0 || n.Impossible {
		return fmt.Errorf("%s: a split has two branches and nothing else", path)
	}
	below, err := r.readSplit(*n.Split)
	if err != nil {
		return fmt.Errorf("%s.split: %w", path, err)
	}
	err = r.readTree(p, n.AtMost, path+".at_most", append(above[:len(above):len(above)], below))
	if err != nil {
		return err
	}
	below.atLeast = true
	below.people++
	return r.readTree(p, n.AtLeast, path+".at_least", append(above[:len(above):len(above)], below))
}

// readSplit is the at-most side of a split.
func (r *rules) readSplit(s atleast.Split) (branch, error) {
	b := branch{people: s.K}
	ids := append([]string{s.A}, s.Also...)
	if s.B != "" || len(s.Also) > 0 {
		ids = append(ids, s.B)
	}
	for _, id := range ids {
		v, ok := r.number(id)
		if !ok {
			return b, fmt.Errorf("no sighting %q counts", id)
		}
		b.groups = append(b.groups, r.group[v])
	}
	if s.K < 0 || s.K > maxCount {
		return b, fmt.Errorf("k: %d is no number of people", s.K)
	}
	slices.Sort(b.groups)
	b.groups = slices.Compact(b.groups)
	return b, nil
}

func (r *rules) readLeaf(p *part, n *atleast.Node, path string, above []branch) error {
	if n.AtMost != nil || n.AtLeast != nil {
		return fmt.Errorf("%s: it has branches without a split", path)
	}
	if len(n.Terms) != len(above) {
		return fmt.Errorf("%s.terms: %d of them below %d splits", path, len(n.Terms), len(above))
	}
	l := leaf{path: path, impossible: n.Impossible}
	if err := r.readWeights(&l, n.Weights); err != nil {
		return err
	}
	for i, split := range above {
		weight, err := fraction(n.Terms[i])
		if err != nil {
			return fmt.Errorf("%s.terms[%d]: %w", path, i, err)
		}
		if weight.Sign() == 0 {
			continue
		}
		if !split.atLeast {
			weight.Neg(weight)
		}
		l.terms = append(l.terms, term{split.groups, weight})
		people := new(big.Rat).SetInt64(split.people)
		l.floor.Add(l.floor, people.Mul(people, weight))
	}
	if l.impossible && l.floor.Sign() <= 0 {
		return fmt.Errorf("%s: it is called impossible, but its sum is %s", path, l.floor.RatString())
	}
	p.leaves = append(p.leaves, l)
	return nil
}

// readWeights sums what the weights prove and gathers them by group.
func (r *rules) readWeights(l *leaf, weights []atleast.Weight) error {
	l.weights, l.floor = make(map[int]*big.Rat, len(weights)), new(big.Rat)
	listed := make(map[int]bool, len(weights))
	for i, w := range weights {
		v, ok := r.number(w.ID)
		err := errors.New("no such sighting counts")
		if ok && listed[v] {
			err = errors.New("listed twice")
		} else if ok {
			listed[v] = true
			err = r.addWeight(l, r.group[v], w)
		}
		if err != nil {
			return fmt.Errorf("%s.weights[%d]: %q: %w", l.path, i, w.ID, err)
		}
	}
	return nil
}

func (r *rules) addWeight(l *leaf, g int, w atleast.Weight) error {
	y, err := fraction(w.Y)
	if err != nil {
		return fmt.Errorf("y: %w", err)
	}
	z, err := fraction(w.Z)
	if err != nil {
		return fmt.Errorf("z: %w", err)
	}
	count := new(big.Rat)
	l.floor.Add(l.floor, count.Mul(count.SetInt64(r.low[g]), y))
	if z.Sign() > 0 {
		l.floor.Sub(l.floor, count.Mul(count.SetInt64(r.limit(g)), z))
	}
	net := y.Sub(y, z)
	if sum, ok := l.weights[g]; ok {
		net.Add(net, sum)
	}
	l.weights[g] = net
	return nil
}
