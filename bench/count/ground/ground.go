// Package ground is the proving ground of count and count/check: small random
// cases, their answers by brute force over all worlds, a reading of
// certificates straight from their definition, and mutations that make a tally
// say something else. It shares no code with what it proves.
package ground

import (
	"fmt"
	"math"
	"strings"

	"github.com/atleast-desk/atleast"
)

// Options says what counts in a case.
type Options struct{ Unverified, SingleReview bool }

// facts is a small case as bit sets: sighting i is bit i.
type facts struct {
	ids   []string
	at    map[string]int
	low   []int64
	high  []int64 // -1 where open
	types []uint  // the sets in which somebody can be seen, the empty one aside
	pairs map[[2]string]map[atleast.Judgement]bool
	above []uint   // whom each lies directly within, or is the same as
	far   [][]bool // different by place and time
	kinds [][]bool // different by kind
}

// maxSightings keeps the brute force within reach.
const maxSightings = 12

// read numbers the sightings that count and lists the possible types.
func read(ev atleast.Evidence, o Options) *facts {
	f := &facts{at: map[string]int{}, pairs: map[[2]string]map[atleast.Judgement]bool{}}
	var seen []atleast.Sighting
	for _, s := range ev.Sightings {
		counts := s.Status == atleast.Verified || o.Unverified && s.Status == atleast.Unverified
		if !counts {
			continue
		}
		f.at[s.ID] = len(f.ids)
		f.ids, seen = append(f.ids, s.ID), append(seen, s)
		f.low = append(f.low, s.Low)
		if s.High == nil {
			f.high = append(f.high, -1)
		} else {
			f.high = append(f.high, *s.High)
		}
	}
	if len(seen) > maxSightings {
		panic(fmt.Sprintf("ground: %d sightings are too many for brute force", len(seen)))
	}
	f.readNature(ev, seen)
	verdicts := f.readVerdicts(ev, o)
	for set := uint(1); set < 1<<len(seen); set++ {
		if f.possible(set, verdicts) {
			f.types = append(f.types, set)
		}
	}
	return f
}

func (f *facts) readNature(ev atleast.Evidence, seen []atleast.Sighting) {
	speed := ev.SpeedKMH
	if speed == 0 {
		speed = atleast.DefaultSpeedKMH
	}
	for _, s := range seen {
		var far, kinds []bool
		for _, t := range seen {
			far = append(far, Far(s, t, speed))
			excluded := false
			for _, pair := range ev.Exclusive {
				excluded = excluded || pair == [2]string{s.Kind, t.Kind} || pair == [2]string{t.Kind, s.Kind}
			}
			kinds = append(kinds, excluded)
		}
		f.far, f.kinds = append(f.far, far), append(f.kinds, kinds)
	}
}

// Far reports that place and time make two sightings different, by the great
// circle of a round Earth: cases are drawn so that its error does not matter.
func Far(s, t atleast.Sighting, kmh float64) bool {
	if s.Place == nil || t.Place == nil || s.Time == nil || t.Time == nil {
		return false
	}
	hours := max(s.Time.To.Sub(t.Time.From).Hours(), t.Time.To.Sub(s.Time.From).Hours())
	km := greatCircle(*s.Place, *t.Place) - (s.Place.RadiusM+t.Place.RadiusM)/1000
	return km > kmh*hours
}

func greatCircle(p, q atleast.Region) float64 {
	rad := math.Pi / 180
	cos := math.Sin(p.Lat*rad)*math.Sin(q.Lat*rad) +
		math.Cos(p.Lat*rad)*math.Cos(q.Lat*rad)*math.Cos((p.Lon-q.Lon)*rad)
	return 6371 * math.Acos(max(-1, min(1, cos)))
}

// readVerdicts keeps the verdicts that count.
func (f *facts) readVerdicts(ev atleast.Evidence, o Options) []atleast.PairVerdict {
	var counted []atleast.PairVerdict
	f.above = make([]uint, len(f.ids))
	for _, v := range ev.Verdicts {
		a, okA := f.at[v.A]
		b, okB := f.at[v.B]
		reviewed := v.Is != atleast.Different || o.SingleReview || reviewers(ev, v.A, v.B) >= 2
		if !okA || !okB || !reviewed || v.Is == atleast.Unsure {
			continue
		}
		counted = append(counted, v)
		if v.Is == atleast.Same || v.Is == atleast.Within {
			f.above[a] |= 1 << b
		}
		if v.Is == atleast.Same {
			f.above[b] |= 1 << a
		}
		for _, pair := range [][2]string{{v.A, v.B}, {v.B, v.A}} {
			if f.pairs[pair] == nil {
				f.pairs[pair] = map[atleast.Judgement]bool{}
			}
			f.pairs[pair][v.Is] = true
		}
	}
	return counted
}

// reviewers counts everybody who concluded that two sightings are different.
func reviewers(ev atleast.Evidence, a, b string) int {
	people := map[string]bool{}
	for _, v := range ev.Verdicts {
		if v.Is == atleast.Different && (v.A == a && v.B == b || v.A == b && v.B == a) {
			for _, name := range v.By {
				people[strings.TrimSpace(name)] = true
			}
		}
	}
	delete(people, "")
	return len(people)
}

// possible reports that somebody can be seen in exactly the set.
func (f *facts) possible(set uint, verdicts []atleast.PairVerdict) bool {
	has := func(i int) bool { return set>>i&1 == 1 }
	for i := range f.ids {
		for j := range i {
			if has(i) && has(j) && (f.far[i][j] || f.kinds[i][j]) {
				return false
			}
		}
	}
	for _, v := range verdicts {
		a, b := has(f.at[v.A]), has(f.at[v.B])
		switch {
		case v.Is == atleast.Different && a && b,
			v.Is == atleast.Within && a && !b,
			v.Is == atleast.Same && a != b:
			return false
		}
	}
	return true
}
