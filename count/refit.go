package count

import (
	"slices"

	"github.com/atleast-desk/atleast/count/cover"
)

// reseated seats all groups anew, so that a world that was found without regard to
// highs agrees with them. It reports whether that succeeds without a person more.
func (s *solver) reseated(p *piece) bool {
	groups := s.alive()
	lists, ok := s.listApart(groups)
	if !ok {
		return false
	}
	m := mender{board: s.board, count: make([]int64, len(s.groups)), world: p.world}
	filled, ok := s.sparse(groups, lists).Fill(m.seated(groups), stepsToRefit, s.o.stop)
	if ok {
		p.world = m.reunited(groups, filled)
	}
	return ok
}

// stepsToRefit is how long people are looked for who fill all groups within their
// highs.
const stepsToRefit = 50_000

// refit makes a world that was found without regard to highs agree with them:
// each family of parts and wholes of which one holds too many people is solved
// by itself, and its people are found among the others, or are new ones. It
// reports false where it fails, and a clash where no world has such a family.
func (s *solver) refit(world []cover.Share) (fitted []cover.Share, found, clash bool) {
	m := mender{board: s.board, count: make([]int64, len(s.groups)), world: world}
	m.recount()
	families := m.overfull()
	again := map[int]bool{}
	for _, family := range families {
		for _, g := range family {
			again[int(g)] = true
		}
	}
	for i := range m.world {
		m.world[i].In = slices.DeleteFunc(m.world[i].In, func(g int) bool { return again[g] })
	}
	for _, family := range families {
		a := cover.Solve(s.problem(family), s.o.stop)
		if a.Clash || !a.Found {
			return nil, false, a.Clash
		}
		for _, share := range s.place(a, family).world {
			m.house(share)
		}
	}
	m.world = slices.DeleteFunc(m.world, func(share cover.Share) bool { return len(share.In) == 0 })
	s.closeWorld(m.world)
	return m.world, s.holds(m.world), false
}

// house finds the people of a share among those of the world.
func (m *mender) house(share cover.Share) {
	groups := make([]int32, len(share.In))
	for i, g := range share.In {
		groups[i] = int32(g)
	}
	need := share.People
	for i := 0; i < len(m.world) && need > 0; i++ {
		at := &m.world[i]
		if !m.allWelcome(groups, at.In) || slices.ContainsFunc(share.In, func(g int) bool { return slices.Contains(at.In, g) }) {
			continue
		}
		if rest := at.People - need; rest > 0 {
			m.world = append(m.world, cover.Share{People: rest, In: slices.Clone(at.In)})
			at = &m.world[i]
			at.People = need
		}
		at.In = append(at.In, share.In...)
		need -= at.People
	}
	if need > 0 {
		m.world = append(m.world, cover.Share{People: need, In: slices.Clone(share.In)})
	}
}

// overfull lists the families with a group above its high.
func (m *mender) overfull() [][]int32 {
	seen := make([]bool, len(m.groups))
	var families [][]int32
	for g, n := range m.count {
		if n <= m.groups[g].high || seen[g] {
			continue
		}
		seen[g] = true
		family := []int32{int32(g)}
		for at := 0; at < len(family); at++ {
			for _, h := range m.kin(family[at]) {
				if !seen[h] {
					seen[h] = true
					family = append(family, h)
				}
			}
		}
		slices.Sort(family)
		families = append(families, family)
	}
	return families
}

// kin are the wholes of a group, and its parts, between which a high stands.
func (m *mender) kin(g int32) []int32 {
	var list []int32
	for _, h := range m.groups[g].above {
		if m.groups[h].high != open {
			list = append(list, h)
		}
	}
	if m.groups[g].high != open {
		list = append(list, m.groups[g].below...)
	}
	return slices.DeleteFunc(list, func(h int32) bool { return m.groups[h].dead })
}
