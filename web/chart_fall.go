package web

import (
	"html/template"
)

// drawFall draws a lesser floor within a greater: solid up to the lesser, an empty
// outline from there on. It shows what is left when a support falls, and what an
// assumption would add.
func drawFall(lesser, greater int64) template.HTML {
	s := newSVG("interval", grouped(lesser)+" of "+grouped(greater), intervalWidth, intervalHeight)
	if greater <= 0 {
		return s.done()
	}
	width := intervalWidth - 2*intervalPad
	left := width * float64(lesser) / float64(greater)
	s.rect("proven", intervalPad, 7, left, 10)
	s.rect("claimed", intervalPad+left, 7, width-left, 10)
	s.line("floor-mark", intervalPad+width, 2, intervalPad+width, intervalHeight-2)
	return s.done()
}
