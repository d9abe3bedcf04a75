package index

// seen is which places of a segment a search has come across: a code that is near
// the query is proposed by nearly every table, and is compared once. It has a
// whole byte for each, since near copies stand side by side and the bits of a word
// would have to wait for each other.
type seen []byte

// fit makes room for n places.
func (s *seen) fit(n int) {
	if len(*s) < n {
		*s = make(seen, n)
	}
}

// add notes the place and returns 1 where it is new, else 0.
func (s seen) add(place uint32) int {
	isNew := s[place] ^ 1
	s[place] = 1
	return int(isNew)
}

// remove forgets the places.
func (s seen) remove(places []uint32) {
	for _, place := range places {
		s[place] = 0
	}
}
