package count

import (
	"fmt"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/place"
)

// because says why two sightings are different: by what is said or known of
// them, or of sightings that are the same or that they lie within.
func (b *board) because(i, j int32) (atleast.Apart, bool) {
	apart := atleast.Apart{A: b.sight(i).ID, B: b.sight(j).ID}
	if because, why, ok := b.reason(i, j); ok {
		apart.Because, apart.Why = because, why
		return apart, true
	}
	k, l, ok := b.groupsApart(b.group[i], b.group[j])
	if !ok {
		return apart, false
	}
	because, why, _ := b.reason(k, l)
	apart.Because = because
	apart.Why = fmt.Sprintf("through %s and %s: %s", b.sight(k).ID, b.sight(l).ID, why)
	return apart, true
}

// reason says why two sightings are different by themselves.
func (b *board) reason(i, j int32) (atleast.Because, string, bool) {
	g, said := b.differ[newPair(i, j)]
	switch {
	case said && g != assumed:
		return atleast.ByVerdict, b.ev.Verdicts[g].Why, true
	case b.byKind(i, j):
		return atleast.ByKind, fmt.Sprintf("%s and %s exclude each other", b.sight(i).Kind, b.sight(j).Kind), true
	case b.elsewhere(i, j):
		return atleast.ByPlaceTime, b.journey(i, j), true
	case said:
		return atleast.ByAssumption, "", true
	}
	return "", "", false
}

// journey says how far apart two sightings are, and how far anyone gets.
func (b *board) journey(i, j int32) string {
	far := place.Distance(*b.sight(i).Place, *b.sight(j).Place) / 1000
	hours := longestTime(&b.facts[i], &b.facts[j]) / 3600
	return fmt.Sprintf("at least %.1f km apart; in the %.2f h that may lie between them, %.0f km/h reach %.1f km",
		far, hours, b.speed*3.6, b.speed*3.6*hours)
}
