package count

import (
	"cmp"
	"slices"

	"github.com/atleast-desk/atleast/count/cover"
)

// mostReseated is about how many groups are moved to make room for some that lack
// people, at first and then once more; stepsToReseat is how long that may take.
var mostReseated = [...]int{100, 400}

const stepsToReseat = 4000

// reseat fills groups that lack people by moving those that stand in their way,
// with their families, wherever the people of the other groups allow. Where it
// fails the world stays as it was.
func (m *mender) reseat(lacking []int32, o Options) bool {
	for _, most := range mostReseated {
		if m.rearrange(m.region(lacking, most), o) {
			return true
		}
	}
	return false
}

// region lists some groups and those that stand in their way, beginning with the
// people of whom the fewest do, and all of their families.
func (m *mender) region(lacking []int32, most int) []int32 {
	r := region{board: m.board, in: map[int32]bool{}}
	inWay := map[int32]bool{}
	for _, g := range lacking {
		r.add(g)
		m.seeDifferent(g, func(h int32) { inWay[h] = true })
	}
	obstacles := make([][]int32, 0, len(m.world))
	for _, share := range m.world {
		var some []int32
		for _, h := range share.In {
			if inWay[int32(h)] {
				some = append(some, int32(h))
			}
		}
		obstacles = append(obstacles, some)
	}
	slices.SortStableFunc(obstacles, func(a, b []int32) int { return cmp.Compare(len(a), len(b)) })
	for _, some := range obstacles {
		if len(r.list) >= most {
			break
		}
		for _, h := range some {
			r.add(h)
		}
	}
	return r.list
}

// region is a set of groups that grows by whole families.
type region struct {
	*board
	in   map[int32]bool
	list []int32
}

func (r *region) add(g int32) {
	if r.in[g] {
		return
	}
	r.in[g] = true
	r.list = append(r.list, g)
	for _, h := range r.groups[g].above {
		r.add(h)
	}
	for _, h := range r.groups[g].below {
		r.add(h)
	}
}

// rearrange seats some groups anew among the people of the world.
func (m *mender) rearrange(groups []int32, o Options) bool {
	p, seats := m.around(groups)
	filled, ok := p.Fill(seats, stepsToReseat, o.stop)
	if !ok {
		return false
	}
	m.world = m.reunited(groups, filled)
	clear(m.count)
	m.recount()
	return true
}

// reunited is the world with some groups where they have been seated.
func (m *mender) reunited(groups []int32, filled [][]cover.Share) []cover.Share {
	moved := map[int]bool{}
	for _, g := range groups {
		moved[int(g)] = true
	}
	var world []cover.Share
	for i, shares := range filled {
		fixed := slices.DeleteFunc(m.world[i].In, func(g int) bool { return moved[g] })
		for _, share := range shares {
			in := slices.Clone(fixed)
			for _, node := range share.In {
				in = append(in, int(groups[node]))
			}
			world = append(world, cover.Share{People: share.People, In: in})
		}
	}
	m.closeWorld(world)
	return world
}

// seated is the people of the world, and which of some groups they are in.
func (m *mender) seated(groups []int32) []cover.Seat {
	at := places(groups)
	seats := make([]cover.Seat, len(m.world))
	for i, share := range m.world {
		seats[i].People = share.People
		for _, g := range share.In {
			if node, ok := at[int32(g)]; ok {
				seats[i].In = append(seats[i].In, node)
			}
		}
	}
	return seats
}

func places(groups []int32) map[int32]int32 {
	at := make(map[int32]int32, len(groups))
	for i, g := range groups {
		at[g] = int32(i)
	}
	return at
}

// around lays some groups out among the people of the world, whom the other groups
// that they are in bar from some of them.
func (m *mender) around(groups []int32) (*cover.Sparse, []cover.Seat) {
	at, seats := places(groups), m.seated(groups)
	shares := map[int32][]int32{} // by group that is not moved: the shares it is in
	for i, share := range m.world {
		for _, g := range share.In {
			if _, moves := at[int32(g)]; !moves {
				shares[int32(g)] = append(shares[int32(g)], int32(i))
			}
		}
	}
	p := m.sparse(groups, make([][]int32, len(groups)))
	for node, g := range groups {
		m.seeDifferent(g, func(h int32) {
			if other, moves := at[h]; moves {
				p.Apart[node] = append(p.Apart[node], other)
			}
			for _, i := range shares[h] {
				seats[i].Barred = append(seats[i].Barred, int32(node))
			}
		})
		slices.Sort(p.Apart[node])
		p.Apart[node] = slices.Compact(p.Apart[node])
	}
	return p, seats
}

// sparse is the problem of some groups, with lists of which are apart.
func (b *board) sparse(groups []int32, apart [][]int32) *cover.Sparse {
	p := &cover.Sparse{Apart: apart, Above: make([][]int32, len(groups))}
	at := places(groups)
	for _, g := range groups {
		p.Low = append(p.Low, b.groups[g].low)
		p.High = append(p.High, b.groups[g].high)
	}
	for i, g := range groups {
		for _, h := range b.groups[g].above {
			if node, ok := at[h]; ok {
				p.Above[i] = append(p.Above[i], node)
			}
		}
	}
	return p
}

// mostAround is the most groups that are solved by themselves for a floor, and
// asksForFloor how often that may ask whether to stop.
const (
	mostAround   = 300
	asksForFloor = 2000
)

// raised is the floor of some groups with all that are different from them, if
// that is above the floor so far. The world is given as many people.
func (m *mender) raised(lacking []int32, floor int64, o Options) int64 {
	in := map[int32]bool{}
	for _, g := range lacking {
		in[g] = true
		m.seeDifferent(g, func(h int32) { in[h] = !m.groups[h].dead })
	}
	var groups []int32
	for g, alive := range in {
		if alive {
			groups = append(groups, g)
		}
	}
	if len(groups) > mostAround {
		return floor
	}
	slices.Sort(groups)
	asked := 0
	stop := func() bool { asked++; return asked > asksForFloor || o.stop() }
	a := cover.Solve(m.problem(groups), stop)
	if a.Clash || a.Floor <= floor {
		return floor
	}
	if more := a.Floor - people(m.world); more > 0 {
		m.world = append(m.world, cover.Share{People: more})
	}
	return a.Floor
}
