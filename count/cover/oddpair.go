package cover

// odd looks for a leaf that needs no more splits: all people but two are set
// aside, and among the nodes that can be none of those, and the two themselves,
// there is an odd cycle, which two people cannot fill. Where fewer than two of
// the people are founded yet, the cycle is among the nodes alone.
func (w *persons) odd() *verdict {
	spare := len(w.members) - (w.people - 2)
	if w.people < 2 || spare < 0 || !w.tighten() {
		return nil
	}
	switch spare {
	case 0:
		return w.oddBut(-1, -1)
	case 1:
		for c := range w.members {
			if l := w.oddBut(c, -1); l != nil {
				return l
			}
		}
		return nil
	}
	for c := range w.members {
		for d := range c {
			if l := w.oddBut(c, d); l != nil {
				return l
			}
		}
	}
	return nil
}

// mostTight bounds the nodes times the pairs of people that are looked at for
// one cycle.
const mostTight = 20_000

// tighten lists the nodes left with two choices at most, and reports whether
// there are enough of them to close a cycle, and few enough to look for it.
func (w *persons) tighten() bool {
	w.tight = w.tight[:0]
	fresh := w.people - len(w.members)
	for v, of := range w.of {
		if of < 0 && w.choices[v]+fresh <= 2 {
			w.tight = append(w.tight, v)
		}
	}
	pairs := len(w.members) * len(w.members)
	return len(w.tight) > 1 && len(w.tight)*pairs <= mostTight
}

// oddBut looks for an odd cycle where all are set aside but the persons c and d
// (-1: none).
func (w *persons) oddBut(c, d int) *verdict {
	nodes := w.onlyFor(c, d)
	if nodes.Len() < 3 {
		return nil
	}
	cycle := w.cycle(nodes)
	if cycle == nil {
		return nil
	}
	l := &verdict{rests: NewSet(deepest), size: 1, cycle: cycle}
	for e, members := range w.members {
		if e != c && e != d {
			l.named = append(l.named, members[0])
		}
	}
	w.apartAll(l)
	return l
}

// onlyFor are the nodes that can be none but c, d or new, and the founders of c
// and d for the persons themselves. It lays out in w.pair who is apart there.
func (w *persons) onlyFor(c, d int) Set {
	nodes := w.only
	clear(nodes)
	for _, v := range w.tight {
		if w.barredBut(v, c, d) {
			nodes.Add(v)
		}
	}
	for v := nodes.First(0); v >= 0; v = nodes.First(v + 1) {
		w.pair[v].and(w.apart[v], nodes)
	}
	for _, person := range [...]int{c, d} {
		if person < 0 {
			continue
		}
		founder := w.members[person][0]
		clear(w.pair[founder])
		for v := nodes.First(0); v >= 0; v = nodes.First(v + 1) {
			if w.of[v] < 0 && w.met[v*w.people+person] > 0 || w.of[v] >= 0 {
				w.pair.Join(v, founder)
			}
		}
		nodes.Add(founder)
	}
	return nodes
}

// barredBut reports whether a node is apart from every person but two.
func (w *persons) barredBut(v, c, d int) bool {
	for e := range w.members {
		if e != c && e != d && w.met[v*w.people+e] == 0 {
			return false
		}
	}
	return true
}

// cycle is an odd cycle of w.pair among some nodes that have no others for
// neighbours, or nil. It is a short one: each walk is from a node not seen before.
func (w *persons) cycle(nodes Set) []int {
	for start := nodes.First(0); start >= 0; start = nodes.First(start + 1) {
		if cycle := w.walk.odd(w.pair, start); cycle != nil {
			return cycle
		}
		nodes.minus(w.walk.seen)
	}
	return nil
}
