package publish

import (
	"slices"
	"strconv"
	"strings"

	"github.com/atleast-desk/atleast"
)

// withoutNames returns the evidence with every analyst who did not agree to be
// named under a number, the same one everywhere: that two people agreed can
// still be seen. It returns how many there are.
func withoutNames(ev atleast.Evidence, agreed []string) (atleast.Evidence, int) {
	under := map[string]string{}
	taken := map[string]bool{}
	for _, name := range agreed {
		name = strings.TrimSpace(name)
		under[name], taken[name] = name, true
	}
	hidden, next := 0, 0
	public := func(name string) string {
		name = strings.TrimSpace(name) // as the count tells people apart: " m.r" must not become a second one
		if name == "" {
			return ""
		}
		if _, known := under[name]; !known {
			hidden++
			for next++; taken[numbered(next)]; next++ {
			}
			under[name] = numbered(next)
		}
		return under[name]
	}
	ev.Sightings = slices.Clone(ev.Sightings)
	for i := range ev.Sightings {
		ev.Sightings[i].By = public(ev.Sightings[i].By)
	}
	ev.Verdicts = slices.Clone(ev.Verdicts)
	for i := range ev.Verdicts {
		by := slices.Clone(ev.Verdicts[i].By)
		for j := range by {
			by[j] = public(by[j])
		}
		ev.Verdicts[i].By = by
	}
	return ev, hidden
}

func numbered(n int) string { return "analyst " + strconv.Itoa(n) }
