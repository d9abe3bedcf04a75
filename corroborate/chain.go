package corroborate

import "slices"

// findChain lists who passed the claim on: the report, the relays from the one
// it read to the one nearest the speaker, and the speaker.
func (s *statement) findChain() []Link {
	chain := []Link{{s.report.title(), ByReport}}
	relays := slices.Clone(s.claim.Via)
	slices.Reverse(relays)
	if len(relays) == 0 && s.report.wire != "" && s.report.wire != s.report.outlet && s.source.outlet == "" {
		relays = []string{agencies[s.report.wire]}
	}
	for _, relay := range relays {
		if outletKey(relay) != s.report.outlet {
			chain = append(chain, Link{relay, ByRelay})
		}
	}
	switch {
	case s.source.silent:
		return chain
	case s.source.outlet != "" && s.source.outlet == s.report.outlet:
		return chain
	}
	return append(chain, Link{s.source.Name, BySpeaker})
}

// cites returns the keys of the outlets that the chain leads through, from the
// one nearest to the report on.
func (s *statement) cites() []string {
	var keys []string
	for _, link := range s.chain[1:] {
		if link.As == ByRelay || s.source.outlet != "" {
			keys = append(keys, outletKey(link.Name))
		}
	}
	return keys
}

// adrift reports whether the chain breaks off before anyone who could know:
// nobody is named, or only an outlet that does not say how it knows.
func (s *statement) adrift() bool {
	return !s.source.Known || (s.source.outlet != "" && !s.source.ownWork)
}

// upstream finds, among statements of one figure, the one that each statement
// was taken from: that of the outlet it cites. Without one it is -1.
func upstream(all []statement) []int {
	byOutlet := map[string][]int{}
	for i := range all {
		if key := all[i].report.outlet; key != "" {
			byOutlet[key] = append(byOutlet[key], i)
		}
	}
	from := make([]int, len(all))
	for i := range all {
		from[i] = -1
		for _, key := range all[i].cites() {
			if j := likeliest(all, i, byOutlet[key]); j >= 0 {
				from[i] = j
				break
			}
		}
	}
	return from
}

// likeliest picks the statement among candidates that statement i repeats: one
// with the same source, else the first that names anyone.
func likeliest(all []statement, i int, candidates []int) int {
	best := -1
	for _, j := range candidates {
		switch {
		case all[j].report == all[i].report:
		case all[i].source.key != "" && all[i].source.key == all[j].source.key:
			return j
		case best < 0 || (all[best].adrift() && !all[j].adrift()):
			best = j
		}
	}
	return best
}

// rings returns the cycles in which statements cite each other, each as the
// outlets' names from the first in order.
func rings(all []statement, from []int) [][]string {
	var found [][]string
	state := make([]int, len(all)) // 0 not seen, else the walk in which it was seen
	for i := range all {
		at := i
		for at >= 0 && state[at] == 0 {
			state[at] = i + 1
			at = from[at]
		}
		if at < 0 || state[at] != i+1 {
			continue
		}
		var ring []string
		for j := at; ; {
			ring = append(ring, all[j].report.title())
			if j = from[j]; j == at {
				break
			}
		}
		found = append(found, startingWithLeast(ring))
	}
	return found
}

func startingWithLeast(ring []string) []string {
	at := slices.Index(ring, slices.Min(ring))
	return append(slices.Clone(ring[at:]), ring[:at]...)
}
