package count

import (
	"fmt"
	"math"
	"strings"

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
	seconds := longestTime(&b.facts[i], &b.facts[j])
	return fmt.Sprintf("at least %.1f km apart; in the %s that may lie between them, %.0f km/h reach %.1f km",
		far, lasting(seconds), b.speed*3.6, b.speed*seconds/1000)
}

// lasting says a time as a person would: seconds below a minute, minutes up to
// two hours, hours up to two days, and then days.
func lasting(seconds float64) string {
	switch minutes := seconds / 60; {
	case minutes < 1:
		return fmt.Sprintf("%.0f seconds", seconds)
	case math.Round(minutes) == 1:
		return "minute"
	case minutes <= 120:
		return fmt.Sprintf("%.0f minutes", minutes)
	case minutes <= 48*60:
		return strings.TrimSuffix(fmt.Sprintf("%.1f", minutes/60), ".0") + " hours"
	default:
		return strings.TrimSuffix(fmt.Sprintf("%.1f", minutes/60/24), ".0") + " days"
	}
}
