package atleast

// Certificate is why a floor holds, checkable from the evidence alone.
//
// A person's type is the set of sightings that show them; a type is possible
// when no two of its sightings are different and, with every sighting in it
// that lies within another, the other is in it too. Where every possible type
// weighs at most 1 (the sum of y - z over its sightings), any world has at
// least sum low*y - sum limit*z people, rounded up.
//
// The limit of a sighting is what it holds at most in a world with nobody to
// spare. Contract the sightings that are the same; a group's low is the
// greatest, its high the least that its sightings state. The limit is the lesser
// of the high and the need, and the need is the low or, where more, the sum of
// the lows of all groups that lie strictly within. (Any world can be trimmed,
// parts before wholes, until no group holds more, and has then no more people
// than before. So a sighting with an open high has a limit too.)
//
// Weights and Parts each prove a floor of their own; they add, because every
// sighting that carries weight in one is different from every one that carries
// weight in another.
type Certificate struct {
	Weights []Weight `json:"weights"`
	Pairs   []Apart  `json:"pairs"`                   // why pairs among the weighted sightings are different
	Omitted int64    `json:"pairs_omitted,omitempty"` // pairs left out of Pairs: the evidence decides each by itself
	Parts   []Part   `json:"parts,omitempty"`
}

// Weight is what one sighting contributes. Y and Z are fractions of at least
// zero as text: "1", "1/2". An empty one is zero.
type Weight struct {
	ID string `json:"id"`
	Y  string `json:"y,omitempty"`
	Z  string `json:"z,omitempty"`
}

// Because says where a difference comes from.
type Because string

// The grounds on which two sightings are different.
const (
	ByVerdict    Because = "verdict"
	ByPlaceTime  Because = "place_time"
	ByKind       Because = "kind"
	ByAssumption Because = "assumption"
)

// Apart is a pair of different sightings and the reason.
type Apart struct {
	A       string  `json:"a"`
	B       string  `json:"b"`
	Because Because `json:"because"`
	Why     string  `json:"why,omitempty"`
}

// Part is a proof for some of the sightings: weights where they suffice, else a
// tree of splits.
type Part struct {
	Weights []Weight `json:"weights,omitempty"`
	Tree    *Node    `json:"tree,omitempty"`
}

// Node of a tree is a split or a leaf. A split says that at most K people are
// seen in all of its sightings, or at least K+1; its floor is the lesser of its
// two branches, which share the trimmed worlds between them. A leaf has weights and a term of at least zero for every split
// above it, outermost first.
//
// In a leaf, a type that holds all sightings of a split weighs the split's
// term more on the at-least side and less on the at-most side; and the leaf's
// floor gains term*(K+1) or loses term*K. A leaf marked Impossible shows that
// its branch holds no world at all: every type weighs at most 0 there, and the
// leaf's sum is above 0.
type Node struct {
	Split      *Split   `json:"split,omitempty"`
	AtMost     *Node    `json:"at_most,omitempty"`
	AtLeast    *Node    `json:"at_least,omitempty"`
	Weights    []Weight `json:"weights,omitempty"`
	Terms      []string `json:"terms,omitempty"`
	Impossible bool     `json:"impossible,omitempty"`
}

// Split is a set of sightings, nearly always a pair, and a number of people
// seen in all of them.
type Split struct {
	A    string   `json:"a"`
	B    string   `json:"b,omitempty"`    // absent: the people seen in A
	Also []string `json:"also,omitempty"` // further sightings
	K    int64    `json:"k"`
}
