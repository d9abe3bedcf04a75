package web

import (
	"fmt"
	"html/template"
	"math"
	"time"

	"github.com/atleast-desk/atleast"
)

// dated is a figure and the days it is about.
type dated struct {
	Mark     string // the letter that names it in the table
	From, To time.Time
	Quantity atleast.Quantity
}

const (
	timeHeight          = 304.0
	timeLeft, timeRight = 56.0, 24.0
	timeTop, timeBottom = 24.0, 40.0
)

// drawFigures draws figures over the days they are about: sideways the days,
// upwards from low to high, open where nothing bounds them. The floor is the
// solid line. What one origin said at different times is joined: by a thin line,
// and by an arrow where the later number takes the place of the earlier.
func drawFigures(figures []dated, joins []drawnJoin, floor *int64, zone *time.Location, width float64) template.HTML {
	s := newSVG("chart time-chart", fmt.Sprintf("%s over time", plural(len(figures), "figure", "figures")), width, timeHeight)
	if len(figures) == 0 {
		return s.done()
	}
	from, to, most := reach(figures, floor)
	x := func(t time.Time) float64 {
		return timeLeft + 8 + float64(t.Sub(from))/float64(to.Sub(from))*(width-timeLeft-timeRight-16)
	}
	marks := ticks(most, 4)
	y := func(n float64) float64 {
		return timeHeight - timeBottom - n/marks[len(marks)-1]*(timeHeight-timeTop-timeBottom)
	}
	for _, mark := range marks {
		s.line("grid", timeLeft, y(mark), width-timeRight, y(mark))
		s.text("tick", "end", timeLeft-8, y(mark)+4, grouped(int64(mark)))
	}
	for _, day := range spaced(timeTicks(from, to, zone), x) {
		s.line("grid", x(day), y(0), x(day), y(0)+6)
		s.text("tick", "middle", x(day), y(0)+20, day.Format("2 Jan"))
	}
	if floor != nil {
		line := y(float64(*floor))
		s.rect("proven", timeLeft, line, width-timeLeft-timeRight, y(0)-line)
		s.line("floor-line", timeLeft, line, width-timeRight, line)
	}
	for _, j := range joins {
		drawJoin(s, j, figures, x, y)
	}
	labels := labels{width: width}
	if floor != nil {
		labels.avoid(box{timeLeft, y(float64(*floor)) - 1, width - timeRight, y(float64(*floor)) + 1})
	}
	for _, f := range figures {
		drawDated(s, f, x, y, &labels)
	}
	labels.draw(s)
	return s.done()
}

// spaced leaves out the times whose words would run into those before them.
func spaced(times []time.Time, x func(time.Time) float64) []time.Time {
	const words = 48.0
	var kept []time.Time
	for _, t := range times {
		if len(kept) == 0 || x(t)-x(kept[len(kept)-1]) >= words {
			kept = append(kept, t)
		}
	}
	return kept
}

// drawnJoin is two figures of one origin, by their marks.
type drawnJoin struct {
	From, To string
	Revises  bool
}

func drawnJoins(joins []join, marks map[string]string) []drawnJoin {
	drawn := make([]drawnJoin, len(joins))
	for i, j := range joins {
		drawn[i] = drawnJoin{marks[j.earlier], marks[j.later], j.revises}
	}
	return drawn
}

// drawJoin draws a line between two figures, or nothing where one has no day.
func drawJoin(s *svg, j drawnJoin, figures []dated, x func(time.Time) float64, y func(float64) float64) {
	at := map[string][2]float64{}
	for _, f := range figures {
		if q := f.Quantity; q.Low != nil || q.High != nil {
			at[f.Mark] = [2]float64{(x(f.From) + x(f.To)) / 2, y(either(q.Low, q.High))}
		}
	}
	from, known := at[j.From]
	to, too := at[j.To]
	if !known || !too {
		return
	}
	if !j.Revises {
		s.path("joined", from, to)
		return
	}
	s.path("revises", from, to)
	angle := math.Atan2(to[1]-from[1], to[0]-from[0])
	barb := func(turn float64) [2]float64 {
		return [2]float64{to[0] - 9*math.Cos(angle+turn), to[1] - 9*math.Sin(angle+turn)}
	}
	s.path("revises-head", barb(0.45), to, barb(-0.45))
}

// reach returns the days and the greatest number that the chart has to hold.
func reach(figures []dated, floor *int64) (from, to time.Time, most float64) {
	from, to = figures[0].From, figures[0].To
	for _, f := range figures {
		if f.From.Before(from) {
			from = f.From
		}
		if f.To.After(to) {
			to = f.To
		}
		for _, n := range []*float64{f.Quantity.Low, f.Quantity.High} {
			if n != nil {
				most = math.Max(most, *n)
			}
		}
	}
	if floor != nil {
		most = math.Max(most, float64(*floor))
	}
	if to.Sub(from) < 24*time.Hour {
		to = from.Add(24 * time.Hour)
	}
	return from, to, math.Max(most, 1)
}

// drawDated draws one figure: a level line over its days, a bar up to its high,
// an arrow where it is open.
func drawDated(s *svg, f dated, x func(time.Time) float64, y func(float64) float64, labels *labels) {
	q := f.Quantity
	low, high := q.Low, q.High
	if low == nil && high == nil {
		return
	}
	left, right := x(f.From), x(f.To)
	if right-left < 8 {
		left, right = left-4, right+4
	}
	middle, base := (left+right)/2, y(either(low, high))
	switch {
	case low != nil && high != nil && *high > *low:
		s.rect("bar", left, y(*high), right-left, y(*low)-y(*high))
	case low != nil && high == nil:
		drawOpen(s, middle, base, -1, labels)
	case low == nil:
		drawOpen(s, middle, base, 1, labels)
	}
	line := "exact"
	if q.Bound == atleast.About {
		line = "claimed-about"
	}
	s.line(line, left, base, right, base)
	labels.add(f.Mark, box{left, base - 2, right, base + 2})
}

// drawOpen draws an arrow from where a figure is open: up (-1) or down (1).
func drawOpen(s *svg, x, y, way float64, labels *labels) {
	s.line("open", x, y, x, y+18*way)
	s.path("open", [2]float64{x - 4, y + 14*way}, [2]float64{x, y + 18*way}, [2]float64{x + 4, y + 14*way})
	labels.avoid(box{x - 4, min(y, y+18*way), x + 4, max(y, y+18*way)})
}
