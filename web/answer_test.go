package web

import (
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

func TestAnswer(t *testing.T) {
	evidence := atleast.Evidence{What: "soldiers"}
	for _, id := range []string{"s1", "s2", "s3", "s4", "s5", "s6", "s7"} {
		evidence.Sightings = append(evidence.Sightings, atleast.Sighting{ID: id, Low: 10})
	}
	weights := func(y string, ids ...string) *atleast.Certificate {
		c := &atleast.Certificate{}
		for _, id := range ids {
			c.Weights = append(c.Weights, atleast.Weight{ID: id, Y: y})
		}
		return c
	}
	tree := &atleast.Certificate{Parts: []atleast.Part{{Tree: &atleast.Node{
		Split: &atleast.Split{A: "s1", B: "s2"}, AtMost: &atleast.Node{Weights: []atleast.Weight{{ID: "s1", Y: "1"}}},
		AtLeast: &atleast.Node{Weights: []atleast.Weight{{ID: "s2", Y: "1"}, {ID: "s3", Y: "0"}}},
	}}}}
	for name, c := range map[string]struct {
		tally           atleast.Tally
		because, noMore string
	}{
		"nothing":   {atleast.Tally{Floor: whole(0), Exact: true}, "No verified sighting", "Nothing more"},
		"one":       {atleast.Tally{Floor: whole(10), Exact: true, Certificate: weights("1", "s1")}, "One sighting alone, s1, shows 10", "exactly 10 soldiers"},
		"some":      {atleast.Tally{Floor: whole(20), Certificate: weights("1", "s1", "s2"), LeastWorld: whole(22)}, "2 sightings show different soldiers, each pair proven, so they add up: 10 + 10.", "fewest found that explain everything are 22"},
		"many":      {atleast.Tally{Floor: whole(70), Certificate: weights("1", "s1", "s2", "s3", "s4", "s5", "s6", "s7")}, "7 sightings show different soldiers, each pair proven, so they add up.", ""},
		"fractions": {atleast.Tally{Floor: whole(25), Certificate: weights("1/2", "s1", "s2", "s3", "s4", "s5")}, "No fewer soldiers could fill the 5 sightings", ""},
		"tree":      {atleast.Tally{Floor: whole(25), Certificate: tree}, "No fewer soldiers could fill the 2 sightings", ""},
		"clash":     {atleast.Tally{Contradictions: []atleast.Contradiction{{}}}, "No world fits them all", ""},
	} {
		got := answerOf(c.tally, evidence)
		if !strings.Contains(got.Because, c.because) || !strings.Contains(got.NoMore, c.noMore) {
			t.Errorf("%s: %q, %q; want %q, %q", name, got.Because, got.NoMore, c.because, c.noMore)
		}
		if got.Conflict != (name == "clash") {
			t.Errorf("%s: conflict %t", name, got.Conflict)
		}
	}
}
