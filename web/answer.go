package web

import (
	"fmt"
	"strings"

	"github.com/atleast-desk/atleast"
)

// answer is a tally in words: what stands at the top of every page of a case.
type answer struct {
	Floor    *int64 // nil where the evidence contradicts itself
	What     string
	Because  string // the shortest reason, a whole sentence
	NoMore   string // why no larger number can be claimed, or how far the proof falls short
	Conflict bool
}

// longestSum is how many numbers a sentence may add up before it only says how
// many there are.
const longestSum = 6

// answerOf puts a tally into words. what is the counted noun.
func answerOf(t atleast.Tally, e atleast.Evidence) answer {
	a := answer{Floor: t.Floor, What: e.What, Conflict: len(t.Contradictions) > 0}
	if a.What == "" {
		a.What = "people"
	}
	switch {
	case t.Floor == nil:
		a.Because = "No world fits them all. Settle any one of those that clash, and a number stands again."
	case *t.Floor == 0:
		a.Because = "No verified sighting shows any yet."
	default:
		a.Because = because(t, e, a.What)
	}
	a.NoMore = noMore(t, a.What)
	return a
}

// because gives the shortest reason for a floor above zero.
func because(t atleast.Tally, e atleast.Evidence, what string) string {
	ids, plain := weighted(t.Certificate)
	if !plain {
		return fmt.Sprintf("No fewer %s could fill the %s that count, however they overlap.", what, plural(len(ids), "sighting", "sightings"))
	}
	lows := map[string]int64{}
	for _, s := range e.Sightings {
		lows[s.ID] = s.Low
	}
	if len(ids) == 1 {
		return fmt.Sprintf("One sighting alone, %s, shows %s; nothing proves that any other adds to it.", ids[0], grouped(lows[ids[0]]))
	}
	if len(ids) > longestSum {
		return fmt.Sprintf("%s show different %s, each pair proven, so they add up.", plural(len(ids), "sighting", "sightings"), what)
	}
	var sum []string
	for _, id := range ids {
		sum = append(sum, grouped(lows[id]))
	}
	return fmt.Sprintf("%s show different %s, each pair proven, so they add up: %s.",
		plural(len(ids), "sighting", "sightings"), what, strings.Join(sum, " + "))
}

// weighted returns the sightings that carry a certificate. It is plain where
// each simply counts once: pairwise different sightings whose lows add up.
func weighted(c *atleast.Certificate) (ids []string, plain bool) {
	if c == nil {
		return nil, false
	}
	plain = len(c.Parts) == 0
	seen := map[string]bool{}
	note := func(weights []atleast.Weight) {
		for _, w := range weights {
			if (w.Y == "" || w.Y == "0") && (w.Z == "" || w.Z == "0") {
				continue
			}
			plain = plain && w.Y == "1" && (w.Z == "" || w.Z == "0")
			if !seen[w.ID] {
				seen[w.ID] = true
				ids = append(ids, w.ID)
			}
		}
	}
	note(c.Weights)
	for _, part := range c.Parts {
		note(part.Weights)
		walk(part.Tree, func(n *atleast.Node) { note(n.Weights) })
	}
	return ids, plain
}

// walk visits a tree of splits, parents first.
func walk(n *atleast.Node, visit func(*atleast.Node)) {
	if n == nil {
		return
	}
	visit(n)
	walk(n.AtMost, visit)
	walk(n.AtLeast, visit)
}

// noMore says how good the floor is.
func noMore(t atleast.Tally, what string) string {
	switch {
	case t.Floor == nil:
		return ""
	case t.Exact && *t.Floor == 0:
		return "Nothing more can be claimed from what is here."
	case t.Exact:
		return fmt.Sprintf("No larger number can be claimed: exactly %s %s would explain everything that is known.", grouped(*t.Floor), what)
	case t.LeastWorld != nil:
		return fmt.Sprintf("The proof stops here; the fewest found that explain everything are %s.", grouped(*t.LeastWorld))
	}
	return ""
}
