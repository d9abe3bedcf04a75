package index

// seen remembers which places a search has come across. A code that is near the
// query is proposed by nearly every table, and to know it again is cheaper than
// to compare it again. It is small enough to stay at hand, and so forgets: what
// it says it has seen, it has, but not the other way round.
type seen struct {
	slots [1 << seenBits]uint32 // the round in the upper 8 bits, the place below
	round uint32
}

const (
	seenBits   = 12
	placeBits  = 24
	roundsMost = 1<<(32-placeBits) - 1
)

// forget begins anew.
func (s *seen) forget() {
	if s.round++; s.round > roundsMost {
		s.slots, s.round = [1 << seenBits]uint32{}, 1
	}
}

// before reports whether the place is known to have been asked about, and remembers it.
func (s *seen) before(place uint32) bool {
	slot := &s.slots[place*0x9e3779b1>>(32-seenBits)]
	mark := s.round<<placeBits | place
	known := *slot == mark
	*slot = mark
	return known
}
