package atleast

import "strconv"

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

// String prints the bound in words and the number: "at least 247".
func (q Quantity) String() string {
	number := func(f *float64) string {
		if f == nil {
			return "?"
		}
		return strconv.FormatFloat(*f, 'f', -1, 64)
	}
	unit := ""
	if q.Unit != "" {
		unit = " " + q.Unit
	}
	switch q.Bound {
	case AtLeast:
		return "at least " + number(q.Low) + unit
	case MoreThan:
		return "more than " + number(q.Low) + unit
	case AtMost:
		return "at most " + number(q.High) + unit
	case LessThan:
		return "less than " + number(q.High) + unit
	case About:
		if q.Low == nil {
			return "about " + number(q.High) + unit
		}
		return "about " + number(q.Low) + unit
	case Range:
		return number(q.Low) + " to " + number(q.High) + unit
	case Vague:
		return q.Text
	default:
		return number(q.Low) + unit
	}
}
