package web

import (
	"html/template"
)

// drawFall draws what is left of the floor when one support falls: solid up to
// what still stands, an empty outline from there to the floor.
func drawFall(without, floor int64) template.HTML {
	s := newSVG("interval", grouped(without)+" of "+grouped(floor)+" remain", intervalWidth, intervalHeight)
	if floor <= 0 {
		return s.done()
	}
	width := intervalWidth - 2*intervalPad
	left := width * float64(without) / float64(floor)
	s.rect("proven", intervalPad, 7, left, 10)
	s.rect("claimed", intervalPad+left, 7, width-left, 10)
	s.line("floor-mark", intervalPad+width, 2, intervalPad+width, intervalHeight-2)
	return s.done()
}
