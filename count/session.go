package count

import (
	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count/cover"
)

// Session is a case that has been counted and is kept, so that what is added or
// taken away is answered without counting everything again. It is not safe for
// use by several goroutines at once.
type Session struct {
	ev    atleast.Evidence
	o     Options
	board *board
	found answer
}

// answer is the least world of a board.
type answer struct {
	cover.Answer
	groups []int32 // the nodes of the answer
}

// Open counts the evidence and keeps it.
func Open(ev atleast.Evidence, o Options) (*Session, error) {
	if err := ev.Validate(); err != nil {
		return nil, err
	}
	s := &Session{ev: ev, o: o}
	s.solve()
	return s, nil
}

func (s *Session) solve() {
	s.board = newBoard(&s.ev, s.o, nil)
	s.found = s.board.least(s.o)
}

// least finds the least world of the board.
func (b *board) least(o Options) answer {
	if len(b.broken()) > 0 {
		return answer{Answer: cover.Answer{Clash: true}}
	}
	groups := b.alive()
	return answer{cover.Solve(b.problem(groups), o.stop), groups}
}

// Tally writes down what is known.
func (s *Session) Tally() atleast.Tally {
	t := atleast.Tally{
		Assumed: []atleast.Assumed{}, World: []atleast.Share{}, RestsOn: []atleast.Support{},
		Contradictions: []atleast.Contradiction{},
	}
	if s.found.Clash {
		t.Contradictions = contradictions(&s.ev, s.o)
		t.Assumed = s.assumed()
		return t
	}
	floor := s.found.Floor
	t.Floor = &floor
	t.Ceiling = s.board.ceiling(s.o)
	if s.found.Found {
		least := int64(0)
		for _, share := range s.found.World {
			least += share.People
		}
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
	world := make([]atleast.Share, 0, len(s.found.World))
	for _, share := range s.found.World {
		var ids []string
		for _, node := range share.In {
			for _, i := range s.board.groups[s.found.groups[node]].members {
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
		found := newBoard(&s.ev, s.o, a.Pairs).least(s.o)
		entry := atleast.Assumed{Name: a.Name}
		if !found.Clash {
			entry.Floor = &found.Floor
		}
		list = append(list, entry)
	}
	return list
}
