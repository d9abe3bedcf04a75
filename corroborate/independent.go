package corroborate

// apartPairs returns every pair of origins that is proven different.
func apartPairs(origins []Origin) []Apart {
	var pairs []Apart
	for a := range origins {
		for b := a + 1; b < len(origins); b++ {
			if why := differ(origins[a], origins[b]); why != "" {
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
	for _, reports := range said.independent() {
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

// independent returns the least and the most people that n origins can be,
// where those of the pairs are different.
func independent(n int, pairs []Apart) (least, most int) {
	return clique(n, pairs), n
}

func clique(n int, pairs []Apart) int {
	far := map[[2]int]bool{}
	for _, p := range pairs {
		far[[2]int{p.A, p.B}], far[[2]int{p.B, p.A}] = true, true
	}
	best := 0
	for first := range n {
		members := []int{first}
		for i := range n {
			fits := i != first
			for _, m := range members {
				fits = fits && far[[2]int{m, i}]
			}
			if fits {
				members = append(members, i)
			}
		}
		best = max(best, len(members))
	}
	return best
}
