package claim

import "testing"

// TestSiding leaves to the report how many take a side, and by how much, and which
// groups do.
func TestSiding(t *testing.T) {
	for text, quantity := range map[string]string{
		"Ferry hands preferred Berg 51 percent to 24 percent.":               "51 percent",
		"The upper quarter has been loyal, supporting Holm by 12 points.":    "12 points",
		"Millers gave to groups backing Berg, and the money paid for 60 ads": "60 ads",
	} {
		saysOf(t, text, "", quantity)
	}
	saysOf(t, "Berg supports a toll of $15.", "Berg", "$15")
}
