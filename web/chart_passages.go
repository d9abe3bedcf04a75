package web

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"time"

	"github.com/atleast-desk/atleast"
)

// passages are the parts that a film or a sound has in common with another.
type passages struct {
	This, Of atleast.Item
	Rows     []passageRow
	Drawing  template.HTML
}

// passageRow is one part: where it lies in either, and how it runs.
type passageRow struct{ This, Of, How string }

// passagesOf words the parts of this item that are parts of another; nil where
// there are none, or the one is all of the other.
func passagesOf(this, of atleast.Item, parts []atleast.Passage) *passages {
	if len(parts) == 0 || wholeLength(parts, this, of) {
		return nil
	}
	d := &passages{This: this, Of: of, Drawing: drawPassages(this, of, parts)}
	for _, p := range parts {
		from, to := p.AtS, endThere(p)
		d.Rows = append(d.Rows, passageRow{This: stretchWords(p.FromS, p.ToS), Of: stretchWords(min(from, to), max(from, to)), How: speedWords(p.Speed)})
	}
	return d
}

// endThere is the second of the other at which a part ends: before the second at
// which it begins, where it runs backwards.
func endThere(p atleast.Passage) float64 { return p.AtS + p.Speed*(p.ToS-p.FromS) }

// stretchWords writes a stretch of time: 0:05 to 0:12.
func stretchWords(from, to float64) string { return secondsWords(from) + " to " + secondsWords(to) }

// secondsWords writes a moment of a film or a sound: 1:05.
func secondsWords(seconds float64) string {
	return clockLength(time.Duration(seconds * float64(time.Second)))
}

// speedWords says how a part runs that covers speed seconds of the other in one.
func speedWords(speed float64) string {
	words := "forwards"
	if speed < 0 {
		words = "runs backwards"
	}
	if pace := math.Round(math.Abs(speed)*100) / 100; pace != 1 {
		words += ", at " + strconv.FormatFloat(pace, 'f', -1, 64) + " times the speed"
	}
	return words
}

const (
	passagesWidth  = narrowChart
	passagesPad    = 8.0
	passagesUpper  = 24.0 // where the bar of this item begins
	passagesLower  = 84.0 // and that of the other
	passagesBar    = 12.0
	passagesHeight = 140.0
)

// drawPassages draws two bars on one scale of time, this item above the other,
// and joins each part with the stretch it is in the other. The ends of a part
// that runs backwards cross.
func drawPassages(this, of atleast.Item, parts []atleast.Passage) template.HTML {
	upper, lower := this.Length, of.Length // as their headers claim; never shorter than what was found in them
	for _, p := range parts {
		upper, lower = max(upper, p.ToS), max(lower, p.AtS, endThere(p))
	}
	s := newSVG("chart passages", fmt.Sprintf("%s of %s found in %s", plural(len(parts), "part", "parts"), this.Name, of.Name), passagesWidth, passagesHeight)
	most := max(upper, lower)
	if most <= 0 {
		return s.done()
	}
	x := func(second float64) float64 { return passagesPad + second/most*(passagesWidth-2*passagesPad) }
	s.timeMarks(most, x)
	s.text("figure", "start", passagesPad, passagesUpper-8, clip(this.Name, 44))
	s.text("figure", "start", passagesPad, passagesLower+passagesBar+18, clip(of.Name, 44))
	for _, p := range parts {
		s.path("passage", [2]float64{x(p.FromS), passagesUpper + passagesBar}, [2]float64{x(p.AtS), passagesLower},
			[2]float64{x(endThere(p)), passagesLower}, [2]float64{x(p.ToS), passagesUpper + passagesBar})
	}
	s.rect("claimed", x(0), passagesUpper, x(upper)-x(0), passagesBar)
	s.rect("claimed", x(0), passagesLower, x(lower)-x(0), passagesBar)
	for _, p := range parts {
		s.rect("proven-part", x(p.FromS), passagesUpper, x(p.ToS)-x(p.FromS), passagesBar)
		left := min(p.AtS, endThere(p))
		s.rect("proven-part", x(left), passagesLower, x(max(p.AtS, endThere(p)))-x(left), passagesBar)
	}
	return s.done()
}

// timeMarks draws the scale of time below the bars, from zero to most seconds.
func (s *svg) timeMarks(most float64, x func(float64) float64) {
	for _, mark := range ticks(max(most, 5), 5) {
		if mark <= most {
			s.line("grid", x(mark), passagesLower+passagesBar+26, x(mark), passagesLower+passagesBar+32)
			s.text("tick", anchorAt(x(mark)), x(mark), passagesHeight-1, secondsWords(mark))
		}
	}
}

// anchorAt keeps words within the drawing at either edge.
func anchorAt(x float64) string {
	switch {
	case x < 24:
		return "start"
	case x > passagesWidth-24:
		return "end"
	}
	return "middle"
}
