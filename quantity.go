package atleast

import (
	"cmp"
	"strconv"
	"strings"
)

// Bound says which side of a stated number is claimed.
type Bound string

// The bounds a report can put on a number.
const (
	Exact    Bound = "exact"
	AtLeast  Bound = "at_least"
	MoreThan Bound = "more_than"
	AtMost   Bound = "at_most"
	LessThan Bound = "less_than"
	About    Bound = "about"
	Range    Bound = "range"
	Vague    Bound = "vague" // "dozens", "hundreds": with a published conservative floor
)

// Quantity is how many of what, as a report states it. Low and High are the
// numbers as stated ("more than 82" keeps 82); nil is open.
type Quantity struct {
	Start int      `json:"start"` // byte offsets of Text in the report
	End   int      `json:"end"`
	Text  string   `json:"text"`
	Bound Bound    `json:"bound"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`
	Unit  string   `json:"unit"` // for measures only, singular: "square mile"
	What  string   `json:"what"`
}

// String prints the bound in words, the number and the unit: "at least 247",
// "more than 483 square miles".
func (q Quantity) String() string {
	switch q.Bound {
	case AtLeast:
		return "at least " + q.measure(q.Low)
	case MoreThan:
		return "more than " + q.measure(q.Low)
	case AtMost:
		return "at most " + q.measure(q.High)
	case LessThan:
		return "less than " + q.measure(q.High)
	case About:
		return "about " + q.measure(cmp.Or(q.Low, q.High))
	case Range:
		return number(q.Low) + " to " + q.measure(q.High)
	case Vague:
		return q.Text
	default:
		return q.measure(q.Low)
	}
}

// measure prints a number with the unit, if there is one.
func (q Quantity) measure(f *float64) string {
	switch {
	case q.Unit == "":
		return number(f)
	case f != nil && *f == 1:
		return "1 " + q.Unit
	default:
		return number(f) + " " + plural(q.Unit)
	}
}

func number(f *float64) string {
	if f == nil {
		return "?"
	}
	return strconv.FormatFloat(*f, 'f', -1, 64)
}

// oddPlurals are the units whose plural is not made with an s.
var oddPlurals = map[string]string{
	"foot": "feet", "square foot": "square feet", "cubic foot": "cubic feet", "inch": "inches", "square inch": "square inches",
	"percent": "percent", "hertz": "hertz", "stone": "stone", "century": "centuries",
}

func plural(unit string) string {
	if odd, ok := oddPlurals[unit]; ok {
		return odd
	}
	if unit == strings.ToUpper(unit) { // a currency's code or a symbol
		return unit
	}
	return unit + "s"
}
