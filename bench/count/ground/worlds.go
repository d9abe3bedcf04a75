package ground

import "github.com/atleast-desk/atleast"

// Answer is what brute force finds.
type Answer struct {
	Consistent bool
	Floor      int64
	Ceiling    int64
	Open       bool // no ceiling
}

// Solve goes through every way to fill the sightings, one person at a time. ok
// is false where that would take more than limit states.
func Solve(ev atleast.Evidence, o Options, limit int) (a Answer, ok bool) {
	f := read(ev, o)
	size := 1
	stride, top := make([]int, len(f.ids)), make([]int64, len(f.ids))
	for i := range f.ids {
		top[i] = f.high[i]
		if top[i] < 0 {
			top[i] = f.low[i] // above its low an open sighting stays as it is
		}
		stride[i] = size
		if size *= int(top[i]) + 1; size > limit {
			return Answer{}, false
		}
	}
	least, most := make([]int64, size), make([]int64, size)
	for state := range least {
		least[state], most[state] = -1, -1
	}
	least[0], most[0] = 0, 0
	shown := make([]int64, len(f.ids))
	for state := range least {
		if least[state] < 0 {
			continue
		}
		rest, met := state, true
		for i := range shown {
			shown[i] = int64(rest) % (top[i] + 1)
			rest /= int(top[i]) + 1
			met = met && shown[i] >= f.low[i]
		}
		if met {
			a.add(least[state], most[state])
		}
		for _, set := range f.types {
			next, fits := f.step(state, set, shown, stride)
			if !fits || next == state {
				continue
			}
			if least[next] < 0 || least[state]+1 < least[next] {
				least[next] = least[state] + 1
			}
			most[next] = max(most[next], most[state]+1)
		}
	}
	a.Open = a.Consistent && f.open()
	return a, true
}

func (a *Answer) add(least, most int64) {
	if !a.Consistent {
		*a = Answer{Consistent: true, Floor: least, Ceiling: most}
	}
	a.Floor, a.Ceiling = min(a.Floor, least), max(a.Ceiling, most)
}

// step is the state after one more person is seen in exactly the set.
func (f *facts) step(state int, set uint, shown []int64, stride []int) (next int, fits bool) {
	next = state
	for i := range shown {
		if set>>i&1 == 0 {
			continue
		}
		if f.high[i] >= 0 && shown[i] == f.high[i] {
			return state, false
		}
		if f.high[i] >= 0 || shown[i] < f.low[i] {
			next += stride[i]
		}
	}
	return next, true
}

// open reports that somebody can be in sightings without a high alone.
func (f *facts) open() bool {
	for _, set := range f.types {
		bounded := false
		for i := range f.ids {
			bounded = bounded || set>>i&1 == 1 && f.high[i] >= 0
		}
		if !bounded {
			return true
		}
	}
	return false
}
