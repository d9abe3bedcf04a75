package web

import "math"

// box is a rectangle: left, top, right, bottom.
type box [4]float64

func (b box) overlaps(c box) bool {
	return b[0] < c[2] && c[0] < b[2] && b[1] < c[3] && c[1] < b[3]
}

// within reports whether b lies inside c.
func (b box) within(c box) bool {
	return b[0] >= c[0] && b[1] >= c[1] && b[2] <= c[2] && b[3] <= c[3]
}

// labels are the letters that name the figures of the chart. Each goes to the
// nearest spot beside its figure where nothing is drawn and no other letter stands.
type labels struct {
	width float64 // of the chart
	taken []box
	named []label
}

type label struct {
	mark   string
	figure box
}

const (
	labelWidth, labelHeight = 13.0, 13.0
	labelSteps              = 8 // spots tried on each side of a figure
)

// avoid keeps letters away from what is drawn there.
func (l *labels) avoid(b box) { l.taken = append(l.taken, b) }

// add names what is drawn there.
func (l *labels) add(mark string, figure box) {
	l.avoid(figure)
	l.named = append(l.named, label{mark, figure})
}

// draw writes the letters, once all that they must avoid is known.
func (l *labels) draw(s *svg) {
	for _, named := range l.named {
		spot := l.spotFor(named.figure)
		l.avoid(spot)
		s.text("figure", "middle", (spot[0]+spot[2])/2, spot[3]-2, named.mark)
	}
}

// spotFor is the nearest free spot beside a figure: below, above, then to either
// side, and farther along. Where all are taken it is the one below.
func (l *labels) spotFor(figure box) box {
	middle := (figure[0] + figure[2]) / 2
	for step := range labelSteps {
		along := float64(step) * labelWidth
		for _, at := range [][2]float64{
			{middle + along, figure[3] + labelHeight/2 + 1}, {middle - along, figure[3] + labelHeight/2 + 1},
			{middle + along, figure[1] - labelHeight/2 - 1}, {middle - along, figure[1] - labelHeight/2 - 1},
			{figure[2] + labelWidth/2 + 2 + along, (figure[1] + figure[3]) / 2}, {figure[0] - labelWidth/2 - 2 - along, (figure[1] + figure[3]) / 2},
		} {
			if spot := labelAt(at[0], at[1]); l.free(spot) {
				return spot
			}
		}
	}
	return labelAt(middle, figure[3]+labelHeight/2+1)
}

func labelAt(x, y float64) box {
	return box{x - labelWidth/2, math.Round(y - labelHeight/2), x + labelWidth/2, math.Round(y + labelHeight/2)}
}

// free reports whether nothing stands there, and it is within the chart.
func (l *labels) free(spot box) bool {
	if !spot.within(box{timeLeft, 0, l.width - timeRight, timeHeight - timeBottom + 16}) {
		return false
	}
	for _, taken := range l.taken {
		if spot.overlaps(taken) {
			return false
		}
	}
	return true
}
