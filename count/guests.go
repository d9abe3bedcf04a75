package count

import (
	"slices"

	"github.com/atleast-desk/atleast/count/cover"
)

// guests are groups that little sets apart: without place and time, or without
// a kind that excludes another. They may share people with nearly everyone, and
// so hold a part together that would come apart without them. Where each finds
// room among the people whom the others need anyway, they need not be solved for.
type guests struct {
	*solver
	in    []int32
	hosts []int32
	asked int // pairs of groups that may still be looked at
}

// mostAsked bounds the search for room.
const mostAsked = 50_000_000

// withoutGuests solves a part by leaving guests aside. It reports false where
// there are none, or where they do not all find room.
func (s *solver) withoutGuests(groups []int32) (*piece, bool) {
	for _, guest := range []func(int32) bool{s.roams, s.kindless} {
		g := guests{solver: s, asked: mostAsked}
		for _, h := range groups {
			if guest(h) {
				g.in = append(g.in, h)
			} else {
				g.hosts = append(g.hosts, h)
			}
		}
		if len(g.in) == 0 || len(g.hosts) == 0 {
			continue
		}
		if p, ok := g.solve(groups); ok {
			return p, true
		}
	}
	return nil, false
}

// roams reports whether neither place nor time says anything of a group.
func (b *board) roams(g int32) bool { return !b.facts[b.spokesman(g)].placed }

// kindless reports whether no kind says anything of a group.
func (b *board) kindless(g int32) bool {
	for _, f := range b.groups[g].facts {
		if b.facts[f].kind >= 0 {
			return false
		}
	}
	return true
}

// solve solves for the hosts, and then finds room for the guests.
func (g *guests) solve(groups []int32) (*piece, bool) {
	p := g.piece(g.hosts)
	if p.clash || !p.found {
		return p, p.clash
	}
	world := make([]cover.Share, len(p.world))
	for i, share := range p.world {
		world[i] = cover.Share{People: share.People, In: slices.Clone(share.In)}
	}
	for _, guest := range g.in {
		if world = g.room(guest, world); world == nil {
			return nil, false
		}
	}
	whole := &piece{answer: p.answer, groups: groups}
	whole.world = world
	return whole, true
}

// room puts a guest among the people of a world; nil if there is none.
func (g *guests) room(guest int32, world []cover.Share) []cover.Share {
	need := g.groups[guest].low
	for i := 0; i < len(world) && need > 0; i++ {
		if g.asked < 0 || !g.welcome(guest, world[i].In) {
			continue
		}
		share := &world[i]
		if share.People > need {
			world = append(world, cover.Share{People: share.People - need, In: slices.Clone(share.In)})
			share = &world[i]
			share.People = need
		}
		share.In = append(share.In, int(guest))
		need -= share.People
	}
	if need > 0 {
		return nil
	}
	return world
}

// welcome reports whether a guest may share people with all of some groups.
func (g *guests) welcome(guest int32, hosts []int) bool {
	for _, h := range hosts {
		if g.asked--; !g.mayShare(guest, int32(h)) {
			return false
		}
	}
	return true
}
