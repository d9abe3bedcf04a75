package corroborate

import (
	"math"

	"github.com/atleast-desk/atleast"
)

// aboutPart is how far "about 50" may be off: one part in so many.
const aboutPart = 10

// Interval is the numbers that a statement allows, both ends included.
type Interval struct {
	Low  float64
	High float64 // +Inf where open
}

// IntervalOf returns the numbers that q allows. Counts are whole: more than 82
// towns is at least 83, while more than 483 square miles stays above 483.
func IntervalOf(q atleast.Quantity) Interval {
	low, high := 0.0, math.Inf(1)
	if q.Low != nil {
		low = *q.Low
	}
	if q.High != nil {
		high = *q.High
	}
	step := 0.0
	if q.Unit == "" {
		step = 1
	}
	switch q.Bound {
	case atleast.Exact:
		if q.Low == nil {
			low = high
		}
		if q.High == nil {
			high = low
		}
	case atleast.AtLeast, atleast.Vague:
		high = math.Inf(1)
	case atleast.MoreThan:
		low, high = low+step, math.Inf(1)
	case atleast.AtMost:
		low = 0
	case atleast.LessThan:
		low, high = 0, max(0, high-step)
	case atleast.About:
		low, high = nearly(q)
	case atleast.Range: // as stated
	}
	return Interval{low, high}
}

func nearly(q atleast.Quantity) (low, high float64) {
	n := number(q)
	return math.Floor(n - n/aboutPart), math.Ceil(n + n/aboutPart)
}

// number is the one number that q names; of a range its lower end.
func number(q atleast.Quantity) float64 {
	switch {
	case q.Low != nil:
		return *q.Low
	case q.High != nil:
		return *q.High
	default:
		return 0
	}
}

// Overlaps reports whether one number satisfies both.
func (i Interval) Overlaps(j Interval) bool { return i.Low <= j.High && j.Low <= i.High }

// Within reports whether every number of i satisfies j too.
func (i Interval) Within(j Interval) bool { return i.Low >= j.Low && i.High <= j.High }

// open reports whether i says only that there are no fewer.
func (i Interval) open() bool { return math.IsInf(i.High, 1) }
