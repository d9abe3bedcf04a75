package web

import "testing"

// Letters of figures that share a day stand beside one another, on nothing drawn.
func TestLabelsDoNotCrowd(t *testing.T) {
	l := labels{width: wideChart}
	figures := []box{{400, 100, 408, 104}, {400, 101, 408, 105}, {400, 103, 408, 107}, {400, 110, 408, 114}, {60, 112, 800, 116}}
	for _, f := range figures {
		l.avoid(f)
	}
	for i, f := range figures {
		spot := l.spotFor(f)
		for _, taken := range l.taken {
			if spot.overlaps(taken) {
				t.Errorf("letter %d at %v stands on %v", i, spot, taken)
			}
		}
		l.avoid(spot)
	}
}

// Where every spot is taken a letter is written all the same.
func TestLabelsWithoutRoom(t *testing.T) {
	l := labels{width: wideChart, taken: []box{{0, 0, wideChart, timeHeight}}}
	if spot := l.spotFor(box{100, 100, 108, 104}); spot[1] < 104 {
		t.Errorf("%v is not below the figure", spot)
	}
}
