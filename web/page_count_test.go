package web

import (
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

// A contradiction that the search had no time to reduce does not claim that each
// part of it is needed.
func TestLooseContradiction(t *testing.T) {
	const needed, loose = "each is needed for the clash", "Time ran out: some of these may not be needed for the clash"
	for _, isLoose := range []bool{false, true} {
		desk, pages := serve(t)
		desk.tally = atleast.Tally{Contradictions: []atleast.Contradiction{{Verdicts: [][2]string{{"s1", "s4"}}, Loose: isLoose}}}
		body := get(t, pages, "/case/kursk/count").Body.String()
		if strings.Contains(body, needed) == isLoose || strings.Contains(body, loose) != isLoose {
			t.Errorf("loose %t:\n%s", isLoose, body)
		}
	}
}
