package corroborate

// position says how one thing's extent lies to another's.
type position int

// The positions, from the first thing's point of view.
const (
	unclear    position = iota // one of the two does not say
	equal                      // the same
	inside                     // the first lies within the second
	containing                 // the second lies within the first
	apart                      // they share nothing, or cannot be compared
)

// and joins the positions of two things in two respects.
func (p position) and(q position) position {
	switch {
	case p == apart || q == apart:
		return apart
	case p == q:
		return p
	case p == equal:
		return q
	case q == equal:
		return p
	default:
		return unclear
	}
}
