package index

import "encoding/binary"

// search finds every code of the segment within the query's radius, each once.
func (s *segment) search(q *query) { s.searchAfter(q, -1) }

// searchAfter is search among the codes behind the given place.
//
// It goes in rounds over everything that is to be read, never to the end with
// one value: memory that is slow to answer is asked for much at once, and nothing
// waits for the single answer.
func (s *segment) searchAfter(q *query, after int) {
	if q.radius < 0 {
		return
	}
	if q.radius > maxRadius {
		s.readThrough(q, after+1)
		return
	}
	quota := q.quota
	if cost := s.gather(q, &quota); cost > crowded*s.evenCost(q)+crowdedLeast {
		quota = s.quotas(q)
		s.gather(q, &quota)
	}
	s.touch(q, &quota)
	q.seen.forget()
	runs := q.runs
	for i := range chunks {
		n := lookups[quota[i]]
		s.tables[i].propose(q, i, &quota, runs[:n])
		runs = runs[n:]
		if len(q.proposed) >= proposedMost {
			s.settle(q, &quota, after)
		}
	}
	s.settle(q, &quota, after)
}

// proposedMost is how many proposals are gathered before they are looked at.
const proposedMost = 4096

// settle looks at what was proposed so far.
func (s *segment) settle(q *query, quota *[chunks]int, after int) {
	s.resolve(q, after)
	s.confirm(q, quota)
	q.proposed = q.proposed[:0]
}

// run is the entries of one value that is looked up.
type run struct{ from, to uint32 }

// gather puts into q.runs, table by table, the entries of every value that keeps
// below the table's quota, and returns what reading them will cost.
func (s *segment) gather(q *query, quota *[chunks]int) (cost int) {
	runs := q.runs[:0]
	for i := range chunks {
		starts, chunk := s.tables[i].starts, q.chunk[i]
		for _, flip := range flips[:lookups[quota[i]]] {
			ends := binary.LittleEndian.Uint64(starts[int(chunk^flip)*startBytes:])
			r := run{uint32(ends), uint32(ends >> 32)}
			runs = append(runs, r)
			cost += int(r.to - r.from)
		}
	}
	q.runs = runs
	return cost + lookupCost*len(runs)
}

const (
	line      = 64  // bytes that a processor fetches together
	touchMost = 512 // bytes at the beginning of a run that are touched; what follows it fetches by itself
)

// touch reads a byte of every line of the runs. Nothing waits for what it reads,
// so many lines are fetched at once; reading the runs, which has to wait, then
// finds them at hand.
func (s *segment) touch(q *query, quota *[chunks]int) {
	var sum byte
	runs := q.runs
	for i := range chunks {
		next, n := s.tables[i].next, lookups[quota[i]]
		for _, r := range runs[:n] {
			at, end := int(r.from)*nextBytes, int(r.to)*nextBytes
			for end = min(end, at+touchMost); at < end; at += line {
				sum += next[at]
			}
			sum += next[end]
		}
		runs = runs[n:]
	}
	q.sum = sum
}

func (s *segment) readThrough(q *query, from int) {
	for place := from; place < s.n; place++ {
		if d := q.distance(s.codes[place*codeBytes:]); d <= q.radius {
			q.find(s.id(place), d)
		}
	}
}

// resolve turns the proposed entries into q.places, leaving out what is seen to be
// there already.
func (s *segment) resolve(q *query, after int) {
	if cap(q.places) < len(q.proposed) {
		q.places = make([]proposal, cap(q.proposed))
	}
	places, n := q.places[:len(q.proposed)], 0
	for _, p := range q.proposed {
		place := s.tables[p.table()].place(p.at())
		places[n] = p.with(place)
		if !q.seen.before(place) && int(place) > after {
			n++
		}
	}
	q.places = places[:n]
}

// confirm finds those of the places that are within the radius. One that was
// forgotten to have been seen is not found again.
func (s *segment) confirm(q *query, quota *[chunks]int) {
	n := 0
	for _, p := range q.places {
		d := q.distance(s.codes[int(p.at())*codeBytes:])
		q.places[n] = p
		if d <= q.radius {
			n++
		}
	}
	for _, p := range q.places[:n] {
		xor := q.differences(s.codes[int(p.at())*codeBytes:])
		if !proposedBefore(&xor, p.table(), quota) {
			q.find(s.id(int(p.at())), count(&xor))
		}
	}
}

// proposedBefore reports whether a table before i proposes a code that differs so.
func proposedBefore(xor *[codeWords]uint64, i int, quota *[chunks]int) bool {
	this := ones16(chunkOf(xor, 0))
	for j := range i {
		following := ones16(chunkOf(xor, j+1))
		if this < quota[j] && this+following < quota[j]+quota[j+1] {
			return true
		}
		this = following
	}
	return false
}
