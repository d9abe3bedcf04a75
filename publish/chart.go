package publish

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"
)

// The chart's measures, in its own units.
const (
	chartWidth  = 640.0
	chartHeight = 220.0
	chartTop    = 28.0
	chartBase   = 180.0
	chartBars   = 8 // more than these are left to the table
)

// chart draws the claims that can be compared with the answer as columns and
// the answer as a line through them: filled below it, outlined above. The page
// has the table it is drawn from beside it.
func chart(figures []Figure, floor *int64) template.HTML {
	bars := inChart(figures)
	if floor == nil || len(bars) == 0 {
		return ""
	}
	top := float64(*floor)
	for _, f := range bars {
		top = max(top, *f.Low)
	}
	if top == 0 {
		return ""
	}
	height := func(n float64) float64 { return n / top * (chartBase - chartTop) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg viewBox="0 0 %g %g" role="img" aria-label="Claims beside the answer; the table below says the same">`, chartWidth, chartHeight)
	slot := chartWidth / float64(len(bars))
	width := min(72, slot*0.6)
	for i, f := range bars {
		x := slot*float64(i) + (slot-width)/2
		low, proven := height(*f.Low), height(min(*f.Low, float64(*floor)))
		class := "claimed"
		if f.High == nil {
			class += " open"
		}
		fmt.Fprintf(&b, `<rect class="%s" x="%.1f" y="%.1f" width="%.1f" height="%.1f"/>`, class, x, chartBase-low, width, low)
		fmt.Fprintf(&b, `<rect class="proven" x="%.1f" y="%.1f" width="%.1f" height="%.1f"/>`, x, chartBase-proven, width, proven)
		fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" text-anchor="middle">%s</text>`, x+width/2, chartBase+18, template.HTMLEscapeString(f.Label))
	}
	y := chartBase - height(float64(*floor))
	fmt.Fprintf(&b, `<line class="floor" x1="0" x2="%g" y1="%.1f" y2="%.1f"/>`, chartWidth, y, y)
	fmt.Fprintf(&b, `<line class="floor" x1="0" x2="24" y1="8" y2="8"/><text x="30" y="12">at least %s proven</text></svg>`, grouped(*floor))
	return template.HTML(b.String()) // numbers, and labels escaped above
}

// inChart are the figures that count what the answer counts, the least first.
func inChart(figures []Figure) []Figure {
	var bars []Figure
	for _, f := range figures {
		if f.Compared && f.Low != nil && len(bars) < chartBars {
			bars = append(bars, f)
		}
	}
	slices.SortStableFunc(bars, func(a, b Figure) int { return cmp.Compare(*a.Low, *b.Low) })
	return bars
}
