package check

import (
	"fmt"

	"github.com/atleast-desk/atleast"
)

// checkAssumed verifies that each assumption exists and does not lower the
// floor: more differences leave fewer worlds. Nor can it lift the floor above
// the sum of the lows, since that many people suffice for any world there is.
func (r *rules) checkAssumed(t atleast.Tally) error {
	var lows int64
	for _, low := range r.low {
		lows = min(lows+low, maxTotal)
	}
	listed := map[string]bool{}
	for i, a := range t.Assumed {
		switch {
		case !r.named[a.Name]:
			return fmt.Errorf("assumed[%d]: the evidence has no assumption %q", i, a.Name)
		case listed[a.Name]:
			return fmt.Errorf("assumed[%d]: %q is listed twice", i, a.Name)
		case a.Floor != nil && *a.Floor < *t.Floor:
			return fmt.Errorf("assumed[%d]: %d is below the floor without the assumption", i, *a.Floor)
		case a.Floor != nil && *a.Floor > lows:
			return fmt.Errorf("assumed[%d]: %d is more than all the lows together", i, *a.Floor)
		}
		listed[a.Name] = true
	}
	return nil
}

// checkRestsOn verifies that each support is a sighting or a verdict that
// counts, and that the floor without it is no higher.
func (r *rules) checkRestsOn(t atleast.Tally) error {
	verdicts := make(map[[2]int]bool, len(r.verdicts))
	for _, v := range r.verdicts {
		verdicts[ordered(v.a, v.b)] = true
	}
	for i, s := range t.RestsOn {
		if s.FloorWithout == nil || *s.FloorWithout < 0 || *s.FloorWithout > *t.Floor {
			return fmt.Errorf("rests_on[%d].floor_without: missing, or not between 0 and the floor", i)
		}
		_, counts := r.number(s.Sighting)
		if s.Verdict != nil {
			a, okA := r.number(s.Verdict[0])
			b, okB := r.number(s.Verdict[1])
			counts = s.Sighting == "" && okA && okB && verdicts[ordered(a, b)]
		}
		if !counts {
			return fmt.Errorf("rests_on[%d]: it names neither one sighting nor one pair with a verdict that counts", i)
		}
	}
	return nil
}
