package count

import "slices"

// contract makes one group of all sightings that are the same: by verdict, or
// because each lies within the next all the way round.
func (b *board) contract() {
	n := len(b.counted)
	same := newForest(n)
	for _, p := range b.same {
		same.join(p[0], p[1])
	}
	up := map[int32][]int32{}
	for _, p := range b.within {
		x, y := same.root(p[0]), same.root(p[1])
		if x != y {
			up[x] = append(up[x], y)
		}
	}
	for _, ring := range rings(up) {
		for _, v := range ring[1:] {
			same.join(ring[0], v)
		}
	}
	b.number(same)
	for _, p := range b.within {
		x, y := b.group[p[0]], b.group[p[1]]
		if x != y {
			b.groups[x].above = append(b.groups[x].above, y)
		}
	}
}

// number gives every set of the forest a group.
func (b *board) number(same forest) {
	n := len(b.counted)
	b.group = make([]int32, n)
	at := make([]int32, n)
	sizes := make([]int32, 0, n)
	for i := range int32(n) {
		root := same.root(i)
		if at[root] == 0 {
			sizes = append(sizes, 0)
			at[root] = int32(len(sizes))
		}
		b.group[i] = at[root] - 1
		sizes[b.group[i]]++
	}
	b.groups = make([]group, len(sizes))
	members := make([]int32, n)
	for g, size := range sizes {
		b.groups[g] = group{members: members[:0:size], high: open}
		members = members[size:]
	}
	for i := range int32(n) {
		g, s := &b.groups[b.group[i]], b.sight(i)
		g.members = append(g.members, i)
		g.low = max(g.low, s.Low)
		if s.High != nil {
			g.high = min(g.high, *s.High)
		}
	}
}

// inherit closes within upwards, and gives every group the facts of all that it
// lies within.
func (b *board) inherit() {
	direct := make(map[int32][]int32)
	for g := range b.groups {
		if above := b.groups[g].above; len(above) > 0 {
			direct[int32(g)] = above
		}
	}
	for g := range b.groups {
		at := &b.groups[g]
		at.facts = at.members
		if len(at.above) > 0 {
			at.above = reach(direct, int32(g))
			at.facts = slices.Clone(at.members)
		}
		for _, h := range at.above {
			at.facts = append(at.facts, b.groups[h].members...)
			b.groups[h].below = append(b.groups[h].below, int32(g))
		}
	}
	for g := range b.groups {
		b.groups[g].dead = b.selfApart(int32(g))
	}
}

// reach lists what can be reached from a group, in order.
func reach(direct map[int32][]int32, from int32) []int32 {
	seen := map[int32]bool{from: true}
	var list []int32
	for queue := []int32{from}; len(queue) > 0; queue = queue[1:] {
		for _, h := range direct[queue[0]] {
			if !seen[h] {
				seen[h] = true
				list = append(list, h)
				queue = append(queue, h)
			}
		}
	}
	slices.Sort(list)
	return list
}

// selfApart reports whether two facts of a group exclude each other.
func (b *board) selfApart(g int32) bool {
	facts := b.groups[g].facts
	for k, i := range facts {
		for _, j := range facts[:k] {
			if b.apart(i, j) {
				return true
			}
		}
	}
	return false
}

// highest is the most people a group may have: no more than any whole it lies
// within.
func (b *board) highest(g int32) int64 {
	high := b.groups[g].high
	for _, h := range b.groups[g].above {
		high = min(high, b.groups[h].high)
	}
	return high
}

// limit is the most people that a group holds in a world with nobody to spare:
// its low, or the lows of what lies within, and no more than its high.
func (b *board) limit(g int32) int64 {
	sum := int64(0)
	for _, h := range b.groups[g].below {
		sum += b.groups[h].low
	}
	return min(b.groups[g].high, max(sum, b.groups[g].low))
}

// forest is disjoint sets.
type forest []int32

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = int32(i)
	}
	return f
}

func (f forest) root(i int32) int32 {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

// join unites two sets; the lesser root remains, so that order does not matter.
func (f forest) join(i, j int32) {
	i, j = f.root(i), f.root(j)
	f[max(i, j)] = min(i, j)
}

// rings are the sets of more than one node that reach each other along up
// (Tarjan's strongly connected components, without recursion).
func rings(up map[int32][]int32) [][]int32 {
	starts := make([]int32, 0, len(up))
	for v := range up {
		starts = append(starts, v)
	}
	slices.Sort(starts)
	t := tarjan{up: up, index: map[int32]int32{}, low: map[int32]int32{}, on: map[int32]bool{}}
	for _, v := range starts {
		if _, seen := t.index[v]; !seen {
			t.visit(v)
		}
	}
	return t.rings
}

type tarjan struct {
	up    map[int32][]int32
	index map[int32]int32
	low   map[int32]int32
	on    map[int32]bool
	stack []int32
	rings [][]int32
}

// step is a node being visited, and which of its edges comes next.
type step struct {
	node int32
	next int
}

func (t *tarjan) visit(start int32) {
	t.open(start)
	for path := []step{{node: start}}; len(path) > 0; {
		at := &path[len(path)-1]
		if at.next < len(t.up[at.node]) {
			to := t.up[at.node][at.next]
			at.next++
			if _, seen := t.index[to]; !seen {
				t.open(to)
				path = append(path, step{node: to})
			} else if t.on[to] {
				t.low[at.node] = min(t.low[at.node], t.index[to])
			}
			continue
		}
		t.close(at.node)
		path = path[:len(path)-1]
		if len(path) > 0 {
			parent, child := path[len(path)-1].node, at.node
			t.low[parent] = min(t.low[parent], t.low[child])
		}
	}
}

func (t *tarjan) open(v int32) {
	t.index[v] = int32(len(t.index))
	t.low[v] = t.index[v]
	t.on[v] = true
	t.stack = append(t.stack, v)
}

// close takes a finished component off the stack.
func (t *tarjan) close(v int32) {
	if t.low[v] != t.index[v] {
		return
	}
	at := len(t.stack) - 1
	for t.stack[at] != v {
		at--
	}
	ring := slices.Clone(t.stack[at:])
	t.stack = t.stack[:at]
	for _, w := range ring {
		t.on[w] = false
	}
	if len(ring) > 1 {
		slices.Sort(ring)
		t.rings = append(t.rings, ring)
	}
}
