package web

import (
	"fmt"
	"html/template"
	"math"
)

// addend is one sighting that carries the floor: its share of the sum.
type addend struct {
	ID     string
	Low    int64
	Share  float64 // what it adds: its low times its weight
	Weight string  // "1", "1/2"
}

const sumHeight = 72.0

// drawSum lays the sightings that add up end to end, up to the floor.
func drawSum(parts []addend, floor int64, width float64) template.HTML {
	total := 0.0
	for _, part := range parts {
		total += part.Share
	}
	s := newSVG("chart sum-chart", fmt.Sprintf("%s add up to %s", plural(len(parts), "sighting", "sightings"), grouped(floor)), width, sumHeight)
	if total <= 0 {
		return s.done()
	}
	x := 0.0
	for _, part := range parts {
		share := part.Share / total * (width - 4)
		s.rect("proven", x, 24, math.Max(share-2, 0.7*share), 24)
		if share > 40 {
			s.text("figure", "start", x+6, 41, grouped(part.Low))
			s.text("label", "start", x+1, 66, clip(part.ID, int(share/8)))
		}
		x += share
	}
	s.line("floor-line", x-1, 16, x-1, 56)
	s.text("floor-label", "end", x-8, 14, "at least "+grouped(floor))
	return s.done()
}
