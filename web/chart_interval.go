package web

import (
	"html/template"
	"math"

	"github.com/atleast-desk/atleast"
)

const (
	intervalWidth, intervalHeight = 200.0, 24.0
	intervalPad                   = 8.0
)

// intervalScale returns where numbers lie on an interval's axis, which runs
// from zero to most on a square-root scale: 29 and 1,348 are both to be seen.
func intervalScale(most float64) func(float64) float64 {
	most = math.Max(most, 1)
	return func(n float64) float64 {
		n = math.Min(math.Max(n, 0), most)
		return intervalPad + math.Sqrt(n/most)*(intervalWidth-2*intervalPad)
	}
}

// drawInterval draws one quantity on an axis from zero to most, with the floor
// (nil where there is none) as a line through it. An exact number is a tick, a
// range a bar, an open end stays open.
func drawInterval(q atleast.Quantity, floor *int64, most float64) template.HTML {
	x := intervalScale(most)
	s := newSVG("interval", q.String(), intervalWidth, intervalHeight)
	middle := intervalHeight / 2
	s.line("grid", intervalPad, middle, intervalWidth-intervalPad, middle)
	if floor != nil {
		s.line("floor-mark", x(float64(*floor)), 2, x(float64(*floor)), intervalHeight-2)
	}
	switch {
	case q.Low != nil && q.High != nil && *q.Low == *q.High && q.Bound != atleast.About:
		s.line("exact", x(*q.Low), 4, x(*q.Low), intervalHeight-4)
	case q.Bound == atleast.About && (q.Low != nil || q.High != nil):
		low, high := either(q.Low, q.High), either(q.High, q.Low)
		s.rect("bar-about", x(low)-4, middle-4, x(high)-x(low)+8, 8)
	case q.Low != nil && q.High != nil:
		s.rect("bar", x(*q.Low), middle-4, x(*q.High)-x(*q.Low), 8)
	case q.Low != nil:
		openBar(s, x(*q.Low), intervalWidth-intervalPad, middle)
	case q.High != nil:
		s.rect("bar", intervalPad, middle-4, x(*q.High)-intervalPad, 8)
		s.line("exact", x(*q.High), middle-8, x(*q.High), middle+8)
	}
	return s.done()
}

// openBar begins with a tick and ends in an arrow: there may be more.
func openBar(s *svg, from, to, middle float64) {
	s.line("exact", from, middle-8, from, middle+8)
	s.line("open", from, middle, to, middle)
	s.path("open", [2]float64{to - 5, middle - 5}, [2]float64{to, middle}, [2]float64{to - 5, middle + 5})
}

func either(a, b *float64) float64 {
	if a != nil {
		return *a
	}
	return *b
}
