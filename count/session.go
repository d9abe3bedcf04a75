package count

import (
	"slices"

	"github.com/atleast-desk/atleast"
)

// Session is a case that has been counted and is kept, so that what is added or
// taken away is answered without counting everything again. It is not safe for
// use by several goroutines at once.
type Session struct {
	ev    atleast.Evidence
	o     Options
	board *board
	found *piece
	stale bool // floor and world hold, but pieces and proofs are of an older board
}

// Open counts the evidence and keeps it.
func Open(ev atleast.Evidence, o Options) (*Session, error) {
	if err := ev.Validate(); err != nil {
		return nil, err
	}
	ev.Verdicts = slices.Clip(ev.Verdicts) // what is added later is the session's own
	s := &Session{ev: ev, o: o}
	s.solve()
	return s, nil
}

func (s *Session) solve() {
	s.board = newBoard(&s.ev, s.o, nil)
	s.found = (&solver{board: s.board, o: s.o}).solve()
}

// Tally writes down what is known.
func (s *Session) Tally() atleast.Tally {
	t := atleast.Tally{
		Assumed: []atleast.Assumed{}, World: []atleast.Share{}, RestsOn: []atleast.Support{},
		Contradictions: []atleast.Contradiction{},
	}
	s.refresh()
	if s.found.clash {
		t.Contradictions = contradictions(&s.ev, s.o)
		t.Assumed = s.assumed()
		return t
	}
	floor := s.found.floor
	t.Floor = &floor
	t.Ceiling = s.board.ceiling(s.o)
	if s.found.found {
		least := people(s.found.world)
		t.LeastWorld = &least
		t.Exact = least == floor
		t.World = s.world()
	}
	t.Assumed = s.assumed()
	t.Certificate = s.certificate()
	if !s.o.Brief {
		t.RestsOn = s.restsOn(t.Certificate)
	}
	return t
}

// world names the sightings that everyone in the least world is seen in.
func (s *Session) world() []atleast.Share {
	world := make([]atleast.Share, 0, len(s.found.world))
	for _, share := range s.found.world {
		var ids []string
		for _, g := range share.In {
			for _, i := range s.board.groups[g].members {
				ids = append(ids, s.board.sight(i).ID)
			}
		}
		world = append(world, atleast.Share{People: share.People, SeenIn: ids})
	}
	return world
}

// assumed gives every assumption the floor that holds with it.
func (s *Session) assumed() []atleast.Assumed {
	list := []atleast.Assumed{}
	for _, a := range s.ev.Assumptions {
		found := (&solver{board: newBoard(&s.ev, s.o, a.Pairs), o: s.o}).solve()
		entry := atleast.Assumed{Name: a.Name}
		if !found.clash {
			entry.Floor = &found.floor
		}
		list = append(list, entry)
	}
	return list
}

// Floor is the present floor: nil where the evidence contradicts itself.
func (s *Session) Floor() *int64 {
	if s.found.clash {
		return nil
	}
	floor := s.found.floor
	return &floor
}
