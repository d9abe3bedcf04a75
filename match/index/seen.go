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

// keepNew notes the places, brings those that are new to the front and returns how many they are.
func (s seen) keepNew(places []uint32) (n int) {
	for _, place := range places {
		places[n] = place
		n += int(s[place] ^ 1)
		s[place] = 1
	}
	return n
}

// remove forgets the places.
func (s seen) remove(places []uint32) {
	for _, place := range places {
		s[place] = 0
	}
}
