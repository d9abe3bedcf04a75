package main

import (
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

// A contradiction that the search had no time to reduce says so; another does not.
func TestLooseContradiction(t *testing.T) {
	for _, loose := range []bool{false, true} {
		var out strings.Builder
		tally := atleast.Tally{Contradictions: []atleast.Contradiction{{Verdicts: [][2]string{{"s1", "s2"}}, Sightings: []string{"s1"}, Loose: loose}}}
		if err := printTally(&out, atleast.Evidence{}, tally); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(out.String(), "time ran out: some of these may not be needed for the clash"); got != loose {
			t.Errorf("loose %t: %s", loose, out.String())
		}
	}
}
