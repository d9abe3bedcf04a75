package count_test

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

// bruteForce tries every world of a small case, one person at a time.
type bruteForce struct {
	low, high []int64 // high -1: open
	types     []uint
}

// newBruteForce takes verdicts as they stand: two reviewers each.
func newBruteForce(ev atleast.Evidence) *bruteForce {
	n := len(ev.Sightings)
	at := map[string]int{}
	b := &bruteForce{}
	for i, s := range ev.Sightings {
		at[s.ID] = i
		b.low = append(b.low, s.Low)
		b.high = append(b.high, -1)
		if s.High != nil {
			b.high[i] = *s.High
		}
	}
	for set := uint(1); set < 1<<n; set++ {
		if possible(ev, at, set) {
			b.types = append(b.types, set)
		}
	}
	return b
}

func possible(ev atleast.Evidence, at map[string]int, set uint) bool {
	for _, v := range ev.Verdicts {
		a, b := set>>at[v.A]&1 == 1, set>>at[v.B]&1 == 1
		switch v.Is {
		case atleast.Same:
			if a != b {
				return false
			}
		case atleast.Within:
			if a && !b {
				return false
			}
		case atleast.Different:
			if a && b {
				return false
			}
		}
	}
	for _, e := range ev.Exclusive {
		var one, other bool
		for i, s := range ev.Sightings {
			one = one || set>>i&1 == 1 && s.Kind == e[0]
			other = other || set>>i&1 == 1 && s.Kind == e[1]
		}
		if one && other {
			return false
		}
	}
	return true
}

// worlds returns the sizes of the least and of the greatest world; -1, -1 where
// there is none. Sizes of open sightings stop at their low, so that greatest
// means something only where none is open.
func (b *bruteForce) worlds() (least, greatest int64) {
	least, greatest = -1, -1
	layer := map[string]bool{string(make([]byte, len(b.low))): true}
	for people := int64(0); len(layer) > 0; people++ {
		next := map[string]bool{}
		for state := range layer {
			if b.enough(state) {
				greatest = people
				if least < 0 {
					least = people
				}
			}
			for _, t := range b.types {
				if to, ok := b.add(state, t); ok {
					next[to] = true
				}
			}
		}
		layer = next
	}
	return least, greatest
}

func (b *bruteForce) enough(state string) bool {
	for i, low := range b.low {
		if int64(state[i]) < low {
			return false
		}
	}
	return true
}

func (b *bruteForce) add(state string, t uint) (string, bool) {
	sizes := []byte(state)
	for ; t != 0; t &= t - 1 {
		i := bits.TrailingZeros(t)
		switch {
		case b.high[i] < 0 && int64(sizes[i]) >= b.low[i]:
		case int64(sizes[i]) == b.high[i]:
			return "", false
		default:
			sizes[i]++
		}
	}
	return string(sizes), string(sizes) != state
}

// randomEvidence has sightings of kinds a, b and c, of which a and b exclude
// each other.
func randomEvidence(r *rand.Rand, most int, low int64) atleast.Evidence {
	ev := atleast.Evidence{Case: "random", Exclusive: [][2]string{{"a", "b"}}}
	n := 1 + r.IntN(most)
	closed, kinds, words := r.Float64(), r.Float64(), r.IntN(3*n)
	for i := range n {
		s := atleast.Sighting{ID: fmt.Sprint("s", i), Low: r.Int64N(low + 1), Status: atleast.Verified}
		if r.Float64() < closed {
			high := s.Low + r.Int64N(3)
			s.High = &high
		}
		if r.Float64() < kinds {
			s.Kind = string("abc"[r.IntN(3)])
		}
		ev.Sightings = append(ev.Sightings, s)
	}
	same := r.Float64() * 0.4
	for range words {
		a, b := r.IntN(n), r.IntN(n)
		if a == b {
			continue
		}
		v := atleast.PairVerdict{A: fmt.Sprint("s", a), B: fmt.Sprint("s", b), Is: atleast.Different, By: []string{"m", "o"}}
		switch x := r.Float64(); {
		case x < same/2:
			v.Is = atleast.Same
		case x < same*1.5:
			v.Is = atleast.Within
		}
		ev.Verdicts = append(ev.Verdicts, v)
	}
	return ev
}

func TestCountAgreesWithBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	clashes := 0
	for i := range 2500 {
		ev := randomEvidence(r, 6, 3)
		least, greatest := newBruteForce(ev).worlds()
		tally, err := count.Count(ev, count.Options{Brief: i%5 != 0})
		if err != nil {
			t.Fatal(err)
		}
		if least < 0 {
			clashes++
			checkContradictions(t, ev, tally)
			continue
		}
		if tally.Floor == nil || *tally.Floor != least || !tally.Exact || *tally.LeastWorld != least {
			t.Fatalf("case %d: got floor %v, exact %v; want %d\n%+v", i, show(tally.Floor), tally.Exact, least, ev)
		}
		if slices.ContainsFunc(newBruteForce(ev).high, func(h int64) bool { return h < 0 }) {
			greatest = -1
		}
		if tally.Ceiling != nil && greatest >= 0 && *tally.Ceiling != greatest || tally.Ceiling == nil && greatest >= 0 {
			t.Fatalf("case %d: got ceiling %s, want %d\n%+v", i, show(tally.Ceiling), greatest, ev)
		}
		for _, support := range tally.RestsOn {
			if got, want := *support.FloorWithout, floorWithout(ev, support); got != want {
				t.Fatalf("case %d: floor without %+v is %d, want %d\n%+v", i, support, got, want, ev)
			}
		}
	}
	if clashes < 50 {
		t.Errorf("only %d cases contradict themselves", clashes)
	}
}

func show(n *int64) string {
	if n == nil {
		return "none"
	}
	return fmt.Sprint(*n)
}

func floorWithout(ev atleast.Evidence, support atleast.Support) int64 {
	ev.Sightings = slices.DeleteFunc(slices.Clone(ev.Sightings), func(s atleast.Sighting) bool { return s.ID == support.Sighting })
	ev.Verdicts = slices.DeleteFunc(slices.Clone(ev.Verdicts), func(v atleast.PairVerdict) bool {
		p := support.Verdict
		return v.A == support.Sighting || v.B == support.Sighting ||
			p != nil && (v.A == p[0] && v.B == p[1] || v.A == p[1] && v.B == p[0])
	})
	least, _ := newBruteForce(ev).worlds()
	return least
}

// checkContradictions makes sure that what is named clashes, and that nothing
// smaller does.
func checkContradictions(t *testing.T, ev atleast.Evidence, tally atleast.Tally) {
	t.Helper()
	if tally.Floor != nil || len(tally.Contradictions) == 0 {
		t.Fatalf("got floor %s and %d contradictions, want none and some\n%+v", show(tally.Floor), len(tally.Contradictions), ev)
	}
	for i, c := range tally.Contradictions {
		if stands(ev, c.Verdicts, c.Sightings) {
			t.Fatalf("%+v is no contradiction in %+v", c, ev)
		}
		for drop := range c.Verdicts {
			if !stands(ev, slices.Delete(slices.Clone(c.Verdicts), drop, drop+1), c.Sightings) {
				t.Fatalf("%+v holds a smaller contradiction (%d) in %+v", c, i, ev)
			}
		}
	}
}

// stands reports whether the verdicts on some pairs and what some sightings say
// have a world.
func stands(ev atleast.Evidence, pairs [][2]string, sightings []string) bool {
	sub := atleast.Evidence{Exclusive: ev.Exclusive}
	for _, s := range ev.Sightings {
		if !slices.Contains(sightings, s.ID) {
			s = atleast.Sighting{ID: s.ID}
		}
		sub.Sightings = append(sub.Sightings, s)
	}
	for _, v := range ev.Verdicts {
		if slices.Contains(pairs, [2]string{v.A, v.B}) || slices.Contains(pairs, [2]string{v.B, v.A}) {
			sub.Verdicts = append(sub.Verdicts, v)
		}
	}
	least, _ := newBruteForce(sub).worlds()
	return least >= 0
}
