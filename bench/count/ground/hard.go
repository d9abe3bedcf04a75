package ground

import (
	"fmt"
	"math/rand/v2"

	"github.com/atleast-desk/atleast"
)

// Hard draws a case whose floor no weights prove, only a tree: the smallest
// graph without triangles that needs four colours (Grötzsch, Mycielski), with
// one low or verdict changed at times.
func Hard(rng *rand.Rand) Case {
	const rim = 5
	var pairs [][2]int
	for i := range rim {
		next := (i + 1) % rim
		pairs = append(pairs, [2]int{i, next}, [2]int{i, rim + next}, [2]int{next, rim + i}, [2]int{rim + i, 2 * rim})
	}
	name := rng.Perm(2*rim + 1)
	ev := atleast.Evidence{Case: "hard", What: "people"}
	for i := range name {
		ev.Sightings = append(ev.Sightings, atleast.Sighting{ID: fmt.Sprintf("s%d", i+1), Low: 1, Status: atleast.Verified})
	}
	for _, p := range pairs {
		ev.Verdicts = append(ev.Verdicts, atleast.PairVerdict{
			A: ev.Sightings[name[p[0]]].ID, B: ev.Sightings[name[p[1]]].ID, Is: atleast.Different, By: []string{"m.r", "o.k"}})
	}
	switch s := &ev.Sightings[rng.IntN(len(name))]; rng.IntN(4) {
	case 0:
		s.Low = 2
	case 1:
		high := s.Low
		s.High = &high
	case 2:
		ev.Verdicts[rng.IntN(len(pairs))].Is = atleast.Within
	}
	return Case{Evidence: ev}
}

// Draw draws one case in two hundred hard, the others at random with at most n
// sightings.
func Draw(rng *rand.Rand, n int) Case {
	if rng.IntN(200) == 0 {
		return Hard(rng)
	}
	return Random(rng, n)
}
