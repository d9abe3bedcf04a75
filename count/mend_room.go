package count

import (
	"slices"

	"github.com/atleast-desk/atleast/count/cover"
)

// lighten takes people out of the changed groups, and out of what those lie
// within, that hold more than their high. It returns all groups that may now
// lack people, wholes before parts.
func (m *mender) lighten(changed []int32) []int32 {
	all := slices.Clone(changed)
	for _, g := range changed {
		all = append(all, m.groups[g].above...)
	}
	touched := slices.Clone(changed)
	for _, g := range m.family(all) {
		if m.count[g] > m.groups[g].high {
			m.drop(g)
			touched = append(touched, g)
		}
	}
	return m.family(touched)
}

// drop takes people out of a group until it is at its high: first such as are
// in none of its parts.
func (m *mender) drop(g int32) {
	for _, withParts := range []bool{false, true} {
		for i := len(m.world) - 1; i >= 0; i-- {
			most := m.count[g] - m.groups[g].high
			if most <= 0 {
				return
			}
			in := m.world[i].In
			if !slices.Contains(in, int(g)) || !withParts && m.inParts(g, in) {
				continue
			}
			m.part(i, most)
			m.leave(i, g)
		}
	}
}

// inParts reports whether people in some groups are in a part of one.
func (m *mender) inParts(g int32, in []int) bool {
	return slices.ContainsFunc(m.groups[g].below, func(h int32) bool { return slices.Contains(in, int(h)) })
}

// leave takes a share out of a group and its parts.
func (m *mender) leave(i int, g int32) {
	share := &m.world[i]
	share.In = slices.DeleteFunc(share.In, func(h int) bool {
		gone := h == int(g) || slices.Contains(m.groups[g].below, int32(h))
		if gone {
			m.count[h] -= share.People
		}
		return gone
	})
}

// mostMoved bounds how many other groups are moved to make room for one.
const mostMoved = 8

// makeRoom fills a group by moving others: where only one group keeps it from
// some people, that group leaves them and is filled elsewhere.
func (m *mender) makeRoom(g int32) bool {
	for i, moved := 0, 0; i < len(m.world) && moved < mostMoved; i++ {
		lack := m.groups[g].low - m.count[g]
		if lack <= 0 {
			return true
		}
		h, only := m.obstacle(i, g)
		if !only {
			continue
		}
		moved++
		m.swap(i, g, h)
	}
	return m.count[g] >= m.groups[g].low
}

// obstacle is the one group without parts that keeps another, together with
// what that lies within, from joining a share.
func (m *mender) obstacle(i int, g int32) (int32, bool) {
	in := m.world[i].In
	if slices.Contains(in, int(g)) || len(m.missing(i, g)) > 0 {
		return 0, false
	}
	found := int32(-1)
	for _, h := range in {
		if m.mayShare(g, int32(h)) {
			continue
		}
		if found >= 0 || len(m.groups[h].below) > 0 {
			return 0, false
		}
		found = int32(h)
	}
	return found, found >= 0
}

// swap gives people of a share to g and takes them from h, as far as h finds
// others. If it does not, all is put back.
func (m *mender) swap(i int, g, h int32) {
	world, count := m.copy()
	m.part(i, m.groups[g].low-m.count[g])
	m.leave(i, h)
	m.put(i, []int32{g}, m.groups[g].low-m.count[g])
	if !m.fill(h) {
		m.world, m.count = world, count
	}
}

// copy is the world as it stands, and how many are in each group.
func (m *mender) copy() ([]cover.Share, []int64) {
	world := slices.Clone(m.world)
	for i := range world {
		world[i].In = slices.Clone(world[i].In)
	}
	return world, slices.Clone(m.count)
}

// part sees to it that a share has at most so many people; the others become a
// share of their own.
func (m *mender) part(i int, most int64) {
	if rest := m.world[i].People - most; rest > 0 {
		m.world = append(m.world, cover.Share{People: rest, In: slices.Clone(m.world[i].In)})
		m.world[i].People = most
	}
}
