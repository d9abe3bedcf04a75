package claim

import "testing"

// TestJudging reads what somebody takes a thing for.
func TestJudging(t *testing.T) {
	saysOf(t, "Berg cast the vote as a race of 12 boats.", "Berg", "12 boats")
	saysOf(t, "Berg deemed 12 boats unsafe.", "Berg", "12 boats")
	saysOf(t, "The guild cast 12 bells.", "", "12 bells")
	saysOf(t, "Berg sees 12 boats as well.", "", "12 boats")
}
