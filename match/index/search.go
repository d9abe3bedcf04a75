package index

import (
	"encoding/binary"
	"slices"
)

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
	q.seen.fit(s.n)
	runs := q.runs
	for i := range chunks {
		n := lookups[quota[i]]
		s.tables[i].propose(q, i, &quota, runs[:n])
		runs = runs[n:]
		if len(q.proposed) >= proposedMost || i == chunks-1 {
			s.settle(q, after)
		}
	}
	q.seen.remove(q.places)
	q.places = q.places[:0]
}

// proposedMost is how many proposals are gathered before they are looked at.
const proposedMost = 4096

// settle looks at what was proposed since the last time.
func (s *segment) settle(q *query, after int) {
	settled := len(q.places)
	s.resolve(q)
	s.confirm(q, q.places[settled:], after)
	q.proposed, q.proposedBy = q.proposed[:0], [chunks]int{}
}

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
		entries, n := s.tables[i].entries, lookups[quota[i]]
		for _, r := range runs[:n] {
			at := r.next()
			end := at + min(r.len()*nextBytes, touchMost)
			for ; at < end; at += line {
				sum += entries[at]
			}
			sum += entries[end]
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

// resolve appends to q.places those of the proposed entries that were not seen
// before. It reads all places before it looks at any.
func (s *segment) resolve(q *query) {
	n, proposed := len(q.places), q.proposed
	q.places = slices.Grow(q.places, len(proposed))
	read := q.places[n:n]
	for i, by := range q.proposedBy {
		read = s.tables[i].appendPlaces(read, proposed[:by])
		proposed = proposed[by:]
	}
	q.places = q.places[:n+q.seen.keepNew(read)]
}

// appendPlaces reads what is at so many bytes each.
func (t *table) appendPlaces(out, at []uint32) []uint32 {
	n := len(out)
	out = out[:n+len(at)]
	for k, places := 0, out[n:]; k < len(places); k++ {
		places[k] = t.place(at[k])
	}
	return out
}

// confirm finds those of the places behind `after` that are within the radius.
func (s *segment) confirm(q *query, places []uint32, after int) {
	var sum byte
	for _, place := range places {
		sum += s.codes[int(place)*codeBytes]
	}
	q.sum = sum
	for _, place := range places {
		if int(place) <= after {
			continue
		}
		if d := q.distance(s.codes[int(place)*codeBytes:]); d <= q.radius {
			q.find(s.id(int(place)), d)
		}
	}
}
