package corroborate

import (
	"fmt"
)

// Relation says how one figure lies to another.
type Relation struct {
	A       string       `json:"a"` // IDs of figures
	B       string       `json:"b"`
	Is      RelationKind `json:"is"`
	Why     string       `json:"why"`
	Implies string       `json:"implies,omitempty"` // a bound that travels from one to the other
}

// RelationKind says what the relation of A to B is.
type RelationKind string

// The relations of a figure to another.
const (
	Agrees        RelationKind = "agrees"         // both can be right
	Refines       RelationKind = "refines"        // A says the same, more narrowly
	Revises       RelationKind = "revises"        // A is what B's origin said later
	Conflicts     RelationKind = "conflicts"      // they cannot both be right
	NotComparable RelationKind = "not comparable" // they count different things, or do not say enough
)

// Compatible reports whether both figures can be right.
func (k RelationKind) Compatible() bool { return k == Agrees || k == Refines }

// Compare says how figure a lies to figure b.
func Compare(a, b Figure) Relation {
	r := Relation{A: a.ID, B: b.ID}
	x, y := IntervalOf(a.Quantity), IntervalOf(b.Quantity)
	pos, said := a.Scope.lies(b.Scope)
	switch pos {
	case equal:
		r.Is, r.Why = compareAlike(a, b, x, y)
		if !said {
			r.Why += ", as far as their scopes are stated"
		}
	case inside:
		r.Is, r.Why, r.Implies = compareNested(a, b)
	case containing:
		r.Is, r.Why, r.Implies = compareNested(b, a)
	case unclear:
		r.Is, r.Why = compareUnclear(a, b, x, y)
	default:
		r.Is, r.Why = NotComparable, a.Scope.unlike(b.Scope)
	}
	return r
}

// lies is against, where scopes that agree in place or time and contradict each
// other in nothing pass for equal; said reports whether they state it in full.
func (s Scope) lies(t Scope) (p position, said bool) {
	a, b := s.plotted(), t.plotted()
	p = a.against(b)
	if p != unclear {
		return p, true
	}
	place, when := a.where.against(b.where), a.when.against(b.when)
	silentPlace, silentTime := a.where.head == "" || b.where.head == "", a.when.unsaid() || b.when.unsaid()
	fits := (place == equal || silentPlace) && (when == equal || silentTime) && (place == equal || when == equal)
	if s.kind(t) == equal && fits && s.Extent == t.Extent {
		return equal, false
	}
	return unclear, false
}

func compareAlike(a, b Figure, x, y Interval) (RelationKind, string) {
	switch {
	case sameNumbers(a, b):
		return Agrees, "both state the same number of the same"
	case a.revises(b):
		return Revises, fmt.Sprintf("the same origin, %s, said %s later", a.Origins[0].Name, a.Quantity)
	case !x.Overlaps(y):
		return Conflicts, fmt.Sprintf("the same is counted, and %s and %s share no number", a.Quantity, b.Quantity)
	case x.Within(y):
		return Refines, fmt.Sprintf("the same is counted, and %s lies within %s", a.Quantity, b.Quantity)
	default:
		return Agrees, fmt.Sprintf("the same is counted, and %s and %s can both hold", a.Quantity, b.Quantity)
	}
}

func sameNumbers(a, b Figure) bool { return IntervalOf(a.Quantity) == IntervalOf(b.Quantity) }

// compareNested compares figures of which everyone that part counts, whole
// counts too.
func compareNested(part, whole Figure) (is RelationKind, why, implies string) {
	x, y := IntervalOf(part.Quantity), IntervalOf(whole.Quantity)
	if x.Low > y.High {
		return Conflicts, fmt.Sprintf("%s is a part of what %s counts in all, and is more", part.Quantity, whole.Quantity), ""
	}
	why = fmt.Sprintf("whatever the narrower one (%s) counts, the wider one (%s) counts too", part.Quantity, whole.Quantity)
	switch {
	case x.Low > 0 && x.Low > y.Low:
		implies = fmt.Sprintf("if you believe %s%s, the wider count is at least %s", part.Quantity, part.Scope.when(" "), plainNumber(x.Low))
	case !y.open():
		implies = fmt.Sprintf("if you believe %s%s, the narrower count is at most %s", whole.Quantity, whole.Scope.when(" "), plainNumber(y.High))
	}
	return Agrees, why, implies
}

// compareUnclear compares figures of which one does not say enough of its
// scope: numbers that can both hold agree so far, others tell nothing.
func compareUnclear(a, b Figure, x, y Interval) (RelationKind, string) {
	if placeOf(a.Scope.Place).elsewhere(placeOf(b.Scope.Place)) || a.Scope.kind(b.Scope) != equal {
		return NotComparable, "they do not say enough of what they count, and where"
	}
	if a.Scope.partBelow(b.Scope, x, y) || b.Scope.partBelow(a.Scope, y, x) {
		return Agrees, fmt.Sprintf("of %s and %s the smaller is put as one part of the count", a.Quantity, b.Quantity)
	}
	if !x.Overlaps(y) {
		return NotComparable, "the numbers differ, and so may what they count: one does not say where or when"
	}
	return Agrees, fmt.Sprintf("%s and %s can both hold; one does not say where or when", a.Quantity, b.Quantity)
}

// partBelow reports whether s is put as a part, t is not, and s's number lies
// below t's.
func (s Scope) partBelow(t Scope, x, y Interval) bool {
	return s.Extent == Part && t.Extent != Part && x.High < y.Low
}

// revises reports whether a is the later word of b's only origin.
func (a Figure) revises(b Figure) bool {
	if len(a.Origins) != 1 || len(b.Origins) != 1 || !a.Origins[0].same(b.Origins[0]) {
		return false
	}
	later, earlier := a.firstPublished(), b.firstPublished()
	return earlier != "" && earlier < later
}

// firstPublished is the day on which the figure was first carried, where every
// carrier is dated.
func (a Figure) firstPublished() string {
	first := ""
	for _, c := range a.Carriers {
		switch {
		case c.Published == "":
			return ""
		case first == "" || c.Published < first:
			first = c.Published
		}
	}
	return first
}

// unlike says in words why two scopes cannot be compared.
func (s Scope) unlike(t Scope) string {
	switch {
	case s.Unit != t.Unit:
		return "they are measured in different units"
	case s.Event != "" && t.Event != "" && s.Event != t.Event:
		return fmt.Sprintf("another scope: one counts %s, the other %s", done(s.Event), done(t.Event))
	case s.kind(t) == apart:
		return "another scope: they count different things"
	case s.days().against(t.days()) == apart:
		return "another scope: their days do not touch"
	default:
		return "another scope: their places lie apart"
	}
}
