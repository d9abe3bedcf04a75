package count

import (
	"fmt"

	"github.com/atleast-desk/atleast"
)

// Add takes one more verdict into the case and returns the new floor: nil where
// the evidence now contradicts itself. A verdict only narrows the worlds, so as
// long as the known world can be mended to agree with it, the floor stands; else
// the case is solved again from that world.
func (s *Session) Add(v atleast.PairVerdict) (*int64, error) {
	if err := s.check(v); err != nil {
		return nil, err
	}
	s.ev.Verdicts = append(s.ev.Verdicts, v)
	a, okA := s.board.named[v.A]
	b, okB := s.board.named[v.B]
	if okA && okB && !s.found.clash {
		s.absorb(v.Is, a, b)
	}
	return s.Floor(), nil
}

// AddSighting takes one more sighting into the case and returns the new floor.
func (s *Session) AddSighting(x atleast.Sighting) (*int64, error) {
	ev := s.ev
	ev.Sightings = append(ev.Sightings[:len(ev.Sightings):len(ev.Sightings)], x)
	if err := (atleast.Evidence{Sightings: []atleast.Sighting{x}}).Validate(); err != nil {
		return nil, fmt.Errorf("add sighting %q: %w", x.ID, err)
	}
	for i := range s.ev.Sightings {
		if s.ev.Sightings[i].ID == x.ID {
			return nil, fmt.Errorf("add sighting %q: there is one of that name", x.ID)
		}
	}
	s.ev = ev
	board := newBoard(&s.ev, s.o, nil)
	if at, counts := board.named[x.ID]; counts && !s.found.clash {
		s.move(board, []int32{board.group[at]})
	}
	return s.Floor(), nil
}

// check says what is wrong with a verdict, as Validate does of a whole case.
func (s *Session) check(v atleast.PairVerdict) error {
	one := atleast.Evidence{Verdicts: []atleast.PairVerdict{v}}
	for i := range s.ev.Sightings {
		if x := &s.ev.Sightings[i]; x.ID == v.A || x.ID == v.B {
			one.Sightings = append(one.Sightings, *x)
		}
	}
	if err := one.Validate(); err != nil {
		return fmt.Errorf("add verdict on %q and %q: %w", v.A, v.B, err)
	}
	return nil
}

// absorb takes the last verdict into the board and mends the world.
func (s *Session) absorb(is atleast.Judgement, a, b int32) {
	switch is {
	case atleast.Different:
		s.part(a, b)
	case atleast.Same, atleast.Within:
		board := s.board.joined(is, a, b)
		s.move(board, []int32{board.group[a], board.group[b]})
	}
}

// part takes up that two sightings are different, if enough people say so.
func (s *Session) part(a, b int32) {
	first, enough := s.said(a, b)
	g, h := s.board.group[a], s.board.group[b]
	if !enough {
		return
	}
	if _, _, apart := s.board.groupsApart(g, h); apart {
		s.board.setDifferent(newPair(a, b), ground(first))
		return
	}
	s.board.setDifferent(newPair(a, b), ground(first))
	if s.board.related(g, h) {
		s.regrouped()
		return
	}
	for _, changed := range [][]int32{{h}, {g}} {
		if s.mend(s.board, s.found.world, changed) {
			return
		}
	}
	s.resolve(s.board)
}

// regrouped solves the board with its groups made anew: some are empty now.
func (s *Session) regrouped() {
	board := *s.board
	board.regroup()
	s.resolve(&board)
}

// said counts the people who say that two sightings are different.
func (s *Session) said(a, b int32) (first int, enough bool) {
	same := onPair(s.board.sight(a).ID, s.board.sight(b).ID)
	by := reviewers{}
	first = -1
	for i, v := range s.ev.Verdicts {
		if v.Is != atleast.Different || !same(v) {
			continue
		}
		if first < 0 {
			first = i
		}
		by.add(v.By)
	}
	return first, by.enough(s.o)
}

// related reports whether some group lies within both, or is both.
func (b *board) related(g, h int32) bool {
	in := map[int32]bool{g: true}
	for _, x := range b.groups[g].below {
		in[x] = true
	}
	for _, x := range append([]int32{h}, b.groups[h].below...) {
		if in[x] {
			return true
		}
	}
	return false
}

// move goes over to another board, in which some groups are new or changed.
func (s *Session) move(board *board, changed []int32) {
	if len(board.broken()) == 0 && s.mend(board, s.hintFor(board), changed) {
		s.board = board
		return
	}
	s.resolve(board)
}

// resolve solves another board, from the world of the present one.
func (s *Session) resolve(board *board) {
	found := (&solver{board: board, o: s.o, hint: s.hintFor(board)}).solve()
	s.board, s.found, s.stale = board, found, false
}

// refresh makes sure that the pieces and proofs are those of the board.
func (s *Session) refresh() {
	if s.stale {
		s.resolve(newBoard(&s.ev, s.o, nil))
	}
}
