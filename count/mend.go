package count

import (
	"slices"

	"github.com/atleast-desk/atleast/count/cover"
)

// mender makes a world agree with a board of which little has changed, without
// a person more.
type mender struct {
	*board
	world []cover.Share
	count []int64
}

// mend takes changed groups out where they clash and fills them again. It
// keeps the world if that succeeds. The floor then stands, or is what the groups
// around the changed ones need by themselves.
func (s *Session) mend(b *board, world []cover.Share, changed []int32) bool {
	if !s.found.found {
		return false
	}
	m := mender{board: b, count: make([]int64, len(b.groups))}
	for _, share := range world {
		m.world = append(m.world, cover.Share{People: share.People, In: slices.Clone(share.In)})
	}
	all := m.family(changed)
	for i := range m.world {
		m.settle(i, all)
	}
	m.recount()
	var lacking []int32
	for _, g := range m.lighten(all) {
		if !m.fill(g) && !m.makeRoom(g) {
			lacking = append(lacking, g)
		}
	}
	floor := s.found.floor
	if len(lacking) > 0 && !m.reseat(lacking, s.o) {
		floor = m.raised(lacking, floor, s.o)
		if floor == s.found.floor || !m.reseat(lacking, s.o) {
			return false
		}
	}
	if !m.holds(m.world) {
		return false
	}
	s.found = &piece{answer: answer{floor: floor, found: true, world: m.world}}
	s.stale = true
	return true
}

// family lists groups with all that lie within them, wholes before parts.
func (m *mender) family(groups []int32) []int32 {
	var all []int32
	for _, g := range groups {
		all = append(all, g)
		all = append(all, m.groups[g].below...)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	slices.SortStableFunc(all, func(g, h int32) int { return len(m.groups[g].above) - len(m.groups[h].above) })
	return all
}

// settle takes changed groups out of a share they cannot be in.
func (m *mender) settle(i int, changed []int32) {
	for _, g := range changed {
		in := m.world[i].In
		if !slices.Contains(in, int(g)) {
			continue
		}
		if m.groups[g].dead || !m.welcome(g, in) || !m.complete(i, g) {
			m.world[i].In = slices.DeleteFunc(in, func(h int) bool {
				return h == int(g) || slices.Contains(m.groups[g].below, int32(h))
			})
		}
	}
}

// welcome reports whether a group may share people with all of some others.
func (m *mender) welcome(g int32, in []int) bool {
	for _, h := range in {
		if int32(h) != g && !m.mayShare(g, int32(h)) {
			return false
		}
	}
	return true
}

// complete puts a share into all that a group lies within, if that can be.
func (m *mender) complete(i int, g int32) bool {
	for _, w := range m.groups[g].above {
		in := m.world[i].In
		if slices.Contains(in, int(w)) {
			continue
		}
		if !m.welcome(w, in) {
			return false
		}
		m.world[i].In = append(in, int(w))
	}
	return true
}

func (m *mender) recount() {
	for _, share := range m.world {
		for _, g := range share.In {
			m.count[g] += share.People
		}
	}
}

// fill gives a group the people it lacks: first such as are in all its wholes,
// then others whom the wholes can take.
func (m *mender) fill(g int32) bool {
	for _, inside := range []bool{true, false} {
		for i := 0; i < len(m.world) && m.count[g] < m.groups[g].low; i++ {
			if missing := m.missing(i, g); inside && len(missing) > 0 || slices.Contains(m.world[i].In, int(g)) || !m.welcome(g, m.world[i].In) {
				continue
			} else if m.allWelcome(missing, m.world[i].In) {
				m.put(i, append(missing, g), m.groups[g].low-m.count[g])
			}
		}
	}
	return m.count[g] >= m.groups[g].low
}

// missing lists the wholes of a group that a share is not in.
func (m *mender) missing(i int, g int32) []int32 {
	var list []int32
	for _, w := range m.groups[g].above {
		if !slices.Contains(m.world[i].In, int(w)) {
			list = append(list, w)
		}
	}
	return list
}

func (m *mender) allWelcome(groups []int32, in []int) bool {
	for _, g := range groups {
		if !m.welcome(g, in) {
			return false
		}
	}
	return true
}

// put puts up to most people of a share into some groups, as far as their highs
// allow.
func (m *mender) put(i int, groups []int32, most int64) {
	most = min(most, m.world[i].People)
	for _, g := range groups {
		if high := m.groups[g].high; high != open {
			most = min(most, high-m.count[g])
		}
	}
	if most <= 0 {
		return
	}
	m.part(i, most)
	for _, g := range groups {
		m.world[i].In = append(m.world[i].In, int(g))
		m.count[g] += most
	}
}
