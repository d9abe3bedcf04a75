package web

import "html/template"

// A chart is drawn for a wide window and for a phone, each with letters of a
// size to be read; the style sheet shows the one that fits. Nothing is scrolled.
const (
	wideChart   = 880.0
	halfChart   = 640.0 // one of two beside each other
	narrowChart = 344.0
)

// forWindows draws for a wide window, at the given width, and for a phone.
func forWindows(wide float64, draw func(width float64) template.HTML) template.HTML {
	return byWindow(draw(wide), draw(narrowChart))
}

// byWindow holds what a wide window shows and what a phone shows instead.
func byWindow(wide, narrow template.HTML) template.HTML {
	if wide == "" || narrow == "" {
		return wide
	}
	return `<div class="wide-window">` + wide + `</div><div class="narrow-window">` + narrow + `</div>`
}

// narrow reports whether the drawing is one for a phone.
func (s *svg) narrow() bool { return s.width <= narrowChart }
