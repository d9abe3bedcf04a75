package match

// sounds are the notes of many films, and which films each is heard in. The zero
// value is empty and ready.
type sounds struct {
	// lists holds, for each film a note is heard in, that film and where the next
	// is; heads leads to the first, by the note's first tone and then by the rest of
	// its mark, so that tones that are never heard take no room.
	heads [tones][]int32
	lists []heardIn
	tally []shared // scratch, one for each film
}

// heardIn is one film that has a note. next is where the entry of another lies, 0 for none.
type heardIn struct{ film, next int32 }

// shared is how many notes of a film another has too.
type shared struct{ notes, last int32 }

// marksOfTone is how many marks begin with the same tone.
const marksOfTone = 1 << 15

// add takes in the notes of the next film.
func (s *sounds) add(f *film) {
	if len(s.lists) == 0 {
		s.lists = append(s.lists, heardIn{}) // no entry lies at 0
	}
	for m := range f.timesOfNotes() {
		tone, _ := m.tones()
		if s.heads[tone] == nil {
			s.heads[tone] = make([]int32, marksOfTone)
		}
		head := &s.heads[tone][m%marksOfTone]
		s.lists = append(s.lists, heardIn{int32(len(s.tally)), *head})
		*head = int32(len(s.lists) - 1)
	}
	s.tally = append(s.tally, shared{})
}

// like notes the places of all films that the film could sound like. There may be
// more of them: what is asked is whether enough notes are the same, not when.
func (s *sounds) like(f *film, places map[int]bool) {
	if len(f.notes) < sureNotes {
		return
	}
	for i, p := range paces {
		need := int32(paceNotes)
		if i == 0 {
			need = sureNotes
		}
		s.count(f, p)
		for place, t := range s.tally {
			if t.notes >= need {
				places[place] = true
			}
		}
	}
}

// count counts for every film the notes it shares with f under the pace.
func (s *sounds) count(f *film, p pace) {
	clear(s.tally)
	for i, n := range f.notes {
		for _, m := range p.there(n.mark) {
			s.countOne(m, int32(i+1))
		}
	}
}

// countOne counts note number i for the films that have the mark, once for each.
func (s *sounds) countOne(m mark, i int32) {
	tone, _ := m.tones()
	if s.heads[tone] == nil {
		return
	}
	for at := s.heads[tone][m%marksOfTone]; at != 0; at = s.lists[at].next {
		if t := &s.tally[s.lists[at].film]; t.last != i {
			*t = shared{t.notes + 1, i}
		}
	}
}
