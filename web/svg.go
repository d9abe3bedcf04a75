package web

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"
)

// svg writes a drawing. It knows classes and geometry only: colour, weight and
// pattern belong to the style sheet, so a drawing follows the theme and prints.
type svg struct {
	strings.Builder
	width, height float64
}

// newSVG begins a drawing that a reader who cannot see it knows by its label.
func newSVG(class, label string, width, height float64) *svg {
	s := &svg{width: width, height: height}
	fmt.Fprintf(s, `<svg class="%s" viewBox="0 0 %s %s" width="%s" height="%s" role="img" aria-label="%s">`,
		class, px(width), px(height), px(width), px(height), template.HTMLEscapeString(label))
	return s
}

// hatch defines the pattern "shown but unverified" under the given id.
func (s *svg) hatch(id string) {
	fmt.Fprintf(s, `<defs><pattern id="%s" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`+
		`<line class="hatch" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>`, id)
}

func (s *svg) line(class string, x1, y1, x2, y2 float64) {
	fmt.Fprintf(s, `<line class="%s" x1="%s" y1="%s" x2="%s" y2="%s"/>`, class, px(x1), px(y1), px(x2), px(y2))
}

func (s *svg) rect(class string, x, y, width, height float64) {
	fmt.Fprintf(s, `<rect class="%s" x="%s" y="%s" width="%s" height="%s"/>`, class, px(x), px(y), px(math.Max(0, width)), px(math.Max(0, height)))
}

// hatched is a rectangle filled with the pattern id.
func (s *svg) hatched(id string, x, y, width, height float64) {
	fmt.Fprintf(s, `<rect class="hatched" fill="url(#%s)" x="%s" y="%s" width="%s" height="%s"/>`,
		id, px(x), px(y), px(math.Max(0, width)), px(math.Max(0, height)))
}

func (s *svg) circle(class string, x, y, radius float64) {
	fmt.Fprintf(s, `<circle class="%s" cx="%s" cy="%s" r="%s"/>`, class, px(x), px(y), px(radius))
}

// path draws through the points.
func (s *svg) path(class string, points ...[2]float64) {
	fmt.Fprintf(s, `<path class="%s" d="`, class)
	for i, p := range points {
		command := "L"
		if i == 0 {
			command = "M"
		}
		fmt.Fprintf(s, "%s%s %s", command, px(p[0]), px(p[1]))
	}
	s.WriteString(`"/>`)
}

// curve draws a smooth line from left to right.
func (s *svg) curve(class string, x1, y1, x2, y2 float64) {
	middle := (x1 + x2) / 2
	fmt.Fprintf(s, `<path class="%s" d="M%s %sC%s %s %s %s %s %s"/>`, class,
		px(x1), px(y1), px(middle), px(y1), px(middle), px(y2), px(x2), px(y2))
}

// text writes words; anchor is start, middle or end.
func (s *svg) text(class, anchor string, x, y float64, words string) {
	fmt.Fprintf(s, `<text class="%s" text-anchor="%s" x="%s" y="%s">%s</text>`, class, anchor, px(x), px(y), template.HTMLEscapeString(words))
}

// upright writes words that are read from below, ending at the point.
func (s *svg) upright(class string, x, y float64, words string) {
	fmt.Fprintf(s, `<text class="%s" text-anchor="end" transform="translate(%s %s) rotate(-90)">%s</text>`, class, px(x), px(y), template.HTMLEscapeString(words))
}

// done ends the drawing.
func (s *svg) done() template.HTML {
	s.WriteString("</svg>")
	return template.HTML(s.String()) // everything that was typed went through an escape above
}

// px writes a length with at most one decimal, so that golden files stay quiet.
func px(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		x = 0
	}
	rounded := math.Round(x*10) / 10
	if rounded == 0 {
		rounded = 0 // no minus zero
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// ticks returns round numbers from zero up to at least top, about n of them.
func ticks(top float64, n int) []float64 {
	step := niceStep(top / float64(n))
	var marks []float64
	for at := 0.0; at < top+step*0.999; at += step {
		marks = append(marks, at)
	}
	return marks
}

// niceStep returns the least of 1, 2, 5 times a power of ten that is at least x.
func niceStep(x float64) float64 {
	if !(x > 0) {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(x)))
	for _, factor := range []float64{1, 2, 5} {
		if factor*power >= x*(1-1e-9) {
			return factor * power
		}
	}
	return 10 * power
}

// wrap breaks words into at most two lines of n characters.
func wrap(words string, n int) []string {
	first := ""
	for _, word := range strings.Fields(words) {
		longer := strings.TrimSpace(first + " " + word)
		if first != "" && len([]rune(longer)) > n {
			break
		}
		first = longer
	}
	rest := strings.TrimSpace(strings.TrimPrefix(strings.Join(strings.Fields(words), " "), first))
	if rest == "" {
		return []string{clip(first, n)}
	}
	return []string{clip(first, n), clip(rest, n)}
}

// clip shortens words to n characters.
func clip(words string, n int) string {
	runes := []rune(words)
	if len(runes) <= n {
		return words
	}
	return strings.TrimSpace(string(runes[:n-1])) + "…"
}
