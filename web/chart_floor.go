package web

import (
	"fmt"
	"html/template"
	"math"

	"github.com/atleast-desk/atleast"
)

// floorChart is the house's one motif: a solid line at the floor, solid fill
// below it (proven), open outlines above it (claimed), hatching between (shown
// but unverified).
type floorChart struct {
	Floor  int64
	Shown  int64 // the floor if all that is unverified were verified; at most Floor where nothing is
	What   string
	Claims []column
}

// column is a claimed figure, drawn as an outline from zero.
type column struct {
	Label string // who says so
	Text  string // the figure as it was put: "more than 100"
	Low   *float64
	High  *float64
	Bound atleast.Bound
}

// top is the number at which the column ends; open where nothing bounds it from
// above.
func (c column) top() (value float64, open bool) {
	switch {
	case c.High != nil && (c.Low == nil || c.Bound == atleast.Exact || c.Bound == atleast.Range || c.Bound == atleast.About):
		return *c.High, false
	case c.Low != nil:
		return *c.Low, c.High == nil && c.Bound != atleast.Exact
	}
	return 0, true
}

const (
	floorLeft, floorRight, floorTop = 56.0, 8.0, 32.0
	floorPlot                       = 240.0 // how high it is from zero to the top
	floorFoot, floorFootTurned      = 64.0, 144.0
)

// worthDrawing reports whether there is anything to set the floor against.
func (f floorChart) worthDrawing() bool { return len(f.Claims) > 0 || f.Shown > f.Floor }

// draw returns the drawing. On a phone names stand upright below the columns,
// and what claims least is left out where there is no room for its number.
func (f floorChart) draw(width float64) template.HTML {
	foot := floorFoot
	if width <= narrowChart {
		foot = floorFootTurned
		f.Claims = f.Claims[max(0, len(f.Claims)-f.room(width)):]
	}
	most := math.Max(float64(f.Floor), float64(f.Shown))
	for _, c := range f.Claims {
		value, _ := c.top()
		most = math.Max(most, value)
	}
	marks := ticks(math.Max(most, 1), 4)
	top := marks[len(marks)-1]
	y := func(n float64) float64 {
		return floorTop + floorPlot - n/top*floorPlot
	}
	s := newSVG("chart floor-chart", fmt.Sprintf("At least %s %s proven, beside %s", grouped(f.Floor), f.What, plural(len(f.Claims), "claimed figure", "claimed figures")), width, floorTop+floorPlot+foot)
	hatch := fmt.Sprintf("hatch-floor-%.0f", width)
	s.hatch(hatch)
	for _, mark := range marks {
		s.line("grid", floorLeft, y(mark), width-floorRight, y(mark))
		if !s.narrow() || math.Abs(y(mark)-y(float64(f.Floor))) > 14 {
			s.text("tick", "end", floorLeft-8, y(mark)+4, grouped(int64(mark)))
		}
	}
	plot := width - floorLeft - floorRight
	floor := y(float64(f.Floor))
	s.rect("proven", floorLeft, floor, plot, y(0)-floor)
	if f.Shown > f.Floor {
		shown := y(float64(f.Shown))
		s.hatched(hatch, floorLeft, shown, plot, floor-shown)
	}
	f.columns(s, y)
	s.line("floor-line", floorLeft, floor, width-floorRight, floor)
	if s.narrow() {
		s.text("floor-label", "end", floorLeft-8, floor+4, grouped(f.Floor))
	} else {
		s.text("floor-label", "start", floorLeft+8, floor-8, "at least "+grouped(f.Floor))
	}
	return s.done()
}

// room is how many columns have room for their numbers on a phone.
func (f floorChart) room(width float64) int {
	longest := 4
	for _, c := range f.Claims {
		longest = max(longest, len([]rune(figureText(c))))
	}
	return max(1, int((width-floorLeft-floorRight)/(8*float64(longest)+8)))
}

// columns draws what is claimed, each in an equal share of the width.
func (f floorChart) columns(s *svg, y func(float64) float64) {
	if len(f.Claims) == 0 {
		return
	}
	begin := floorLeft + 112 // the floor's own label stands to the left of them
	if s.narrow() {
		begin = floorLeft
	}
	share := (s.width - floorRight - begin) / float64(len(f.Claims))
	width := math.Min(share-12, 72)
	for i, c := range f.Claims {
		x := begin + share*float64(i) + (share-width)/2
		value, open := c.top()
		drawColumn(s, x, width, y(value), y(0), open, c.Bound == atleast.About)
		s.text("figure", "middle", x+width/2, labelY(y(value), y(float64(f.Floor))), figureText(c))
		if s.narrow() {
			s.upright("label", x+width/2+4, y(0)+10, clip(c.Label, 17))
			continue
		}
		for row, words := range wrap(c.Label, int((share-8)/7.4)) {
			s.text("label", "middle", x+width/2, y(0)+20+16*float64(row), words)
		}
	}
}

// labelY is where a column's number stands: above its top, or inside where the
// floor's line would run through it.
func labelY(top, floor float64) float64 {
	if above := top - 10; above-14 > floor || above+4 < floor {
		return math.Max(above, 14)
	}
	return top + 18
}

// drawColumn draws an outline: closed where the number is exact, dashed on top
// where it is about, open with an upward tick where it is a lower bound.
func drawColumn(s *svg, x, width, top, bottom float64, open, about bool) {
	switch {
	case open:
		s.path("claimed", [2]float64{x, top - 6}, [2]float64{x, bottom})
		s.path("claimed", [2]float64{x + width, top - 6}, [2]float64{x + width, bottom})
		s.line("claimed-bound", x, top, x+width, top)
	case about:
		s.path("claimed", [2]float64{x, top}, [2]float64{x, bottom})
		s.path("claimed", [2]float64{x + width, top}, [2]float64{x + width, bottom})
		s.line("claimed-about", x, top, x+width, top)
	default:
		s.path("claimed", [2]float64{x, bottom}, [2]float64{x, top}, [2]float64{x + width, top}, [2]float64{x + width, bottom})
	}
}

// figureText is the number above a column; the sign says which side is claimed.
func figureText(c column) string {
	value, _ := c.top()
	number := grouped(int64(math.Round(value)))
	switch c.Bound {
	case atleast.AtLeast, atleast.Vague:
		return "≥ " + number
	case atleast.MoreThan:
		return "> " + number
	case atleast.AtMost:
		return "≤ " + number
	case atleast.LessThan:
		return "< " + number
	case atleast.About:
		return "≈ " + number
	}
	return number
}
