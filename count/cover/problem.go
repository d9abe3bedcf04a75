package cover

import (
	"math"
	"slices"
)

// Open is the high of a group that may be of any size.
const Open = math.MaxInt64

// Problem is a set of groups and what is known of them.
type Problem struct {
	Low   []int64 // the least number of people in each group
	High  []int64 // the greatest, or Open
	Apart Graph   // groups that share nobody; a part is apart from all its whole is
	Above [][]int // the groups that each lies strictly within, near and far
	Hint  []Share // a world of a similar problem, from which to start; may be nil

	need []int64 // of each group, with the parts it has in the whole that this is a piece of; nil: there is no such whole
}

// Share is a number of people who are in the same groups.
type Share struct {
	People int64
	In     []int
}

// Fraction is a number of at least zero, in lowest terms.
type Fraction struct{ Num, Den int64 }

// Weight is what one group contributes to a bound.
type Weight struct {
	Node int
	Y, Z Fraction
}

// Proof is why a floor holds; atleast.Certificate says how it is read. It is
// a split with two branches, or a leaf.
type Proof struct {
	Floor           int64
	Weights         []Weight
	Terms           []Fraction // of the splits above, outermost first
	Impossible      bool       // no world is in this branch
	Split           *Split
	AtMost, AtLeast *Proof
}

// Split is a set of groups and a number of people in all of them.
type Split struct {
	Nodes []int
	K     int64
}

// Answer is what is known of the least world of a Problem.
type Answer struct {
	Floor    int64
	Proofs   []*Proof // their floors add up to Floor; they concern groups that are apart
	World    []Share  // the smallest world found; nil where none was
	Found    bool     // World is a world (that of no people is empty)
	Clash    bool     // proven: there is no world
	Unproven bool     // Floor is below the size of the smallest world found
}

func size(world []Share) int64 {
	sum := int64(0)
	for _, s := range world {
		sum += s.People
	}
	return sum
}

// Copy is the world, for keeping.
func (a *Answer) Copy() []Share {
	if !a.Found {
		return nil
	}
	world := make([]Share, len(a.World))
	for i, share := range a.World {
		world[i] = Share{share.People, slices.Clone(share.In)}
	}
	return world
}
