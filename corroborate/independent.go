package corroborate

import (
	"strconv"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

// apartPairs returns every pair of origins that is proven different.
func apartPairs(origins []Origin) []Apart {
	keys := make([]string, len(origins))
	for i, o := range origins {
		keys[i] = nameKey(o.Name)
	}
	var pairs []Apart
	for a := range origins {
		for b := a + 1; b < len(origins); b++ {
			if why := differKeyed(origins[a], origins[b], keys[a], keys[b]); why != "" {
				pairs = append(pairs, Apart{a, b, why})
			}
		}
	}
	return pairs
}

// judgedApart adds the pairs of origins of which a person said that their
// reports were written independently of one another.
func judgedApart(all []statement, members [][]int, said judgements, known []Apart) []Apart {
	if len(said.reports) == 0 {
		return nil
	}
	seen := map[[2]int]bool{}
	for _, pair := range known {
		seen[[2]int{pair.A, pair.B}] = true
	}
	of := map[string][]int{}
	for origin, list := range members {
		for _, i := range list {
			of[all[i].report.ID] = append(of[all[i].report.ID], origin)
		}
	}
	var pairs []Apart
	for _, reports := range said.independent {
		for _, a := range of[reports[0]] {
			for _, b := range of[reports[1]] {
				key := [2]int{min(a, b), max(a, b)}
				if a != b && !seen[key] {
					seen[key] = true
					pairs = append(pairs, Apart{key[0], key[1], "their reports were judged independent"})
				}
			}
		}
	}
	return pairs
}

// independent returns the least and the most that n origins can be. It is the
// question of package count, asked with one person an origin: each was "seen"
// once, and only the pairs proven apart are different.
func independent(n int, pairs []Apart) (least, most int) {
	if n == 0 {
		return 0, 0
	}
	one := int64(1)
	ev := atleast.Evidence{What: "origin"}
	for i := range n {
		ev.Sightings = append(ev.Sightings, atleast.Sighting{ID: strconv.Itoa(i), Low: 1, High: &one, Status: atleast.Verified})
	}
	for _, p := range pairs {
		ev.Verdicts = append(ev.Verdicts, atleast.PairVerdict{A: strconv.Itoa(p.A), B: strconv.Itoa(p.B), Is: atleast.Different, Why: p.Why})
	}
	steps := 0
	stop := func() bool { steps++; return steps > maxSteps } // by work done, not by the clock: the answer must not depend on the machine
	tally, err := count.Count(ev, count.Options{SingleReview: true, Brief: true, Stop: stop})
	if err != nil || tally.Floor == nil || tally.Ceiling == nil {
		return 1, n // sound whatever happened
	}
	return int(*tally.Floor), int(*tally.Ceiling)
}

// maxSteps bounds how often the count asks whether it should give up.
const maxSteps = 10_000
