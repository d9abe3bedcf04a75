package check

import (
	"errors"
	"fmt"

	"github.com/atleast-desk/atleast"
)

// checkContradicted verifies a tally without a floor: it claims nothing but the
// contradictions, and each of them is one.
func (r *rules) checkContradicted(t atleast.Tally) error {
	switch {
	case len(t.Contradictions) == 0:
		return errors.New("floor: missing, and no contradiction is named")
	case t.Exact || t.Ceiling != nil || t.LeastWorld != nil || t.Certificate != nil || len(t.World) > 0:
		return errors.New("floor: missing, yet there is a ceiling, a certificate or a world")
	case len(t.RestsOn) > 0:
		return errors.New("floor: missing, yet it is said to rest on something")
	}
	for i, a := range t.Assumed {
		if a.Floor != nil || !r.named[a.Name] {
			return fmt.Errorf("assumed[%d]: %q has a floor where nothing has, or is no assumption", i, a.Name)
		}
	}
	for i, c := range t.Contradictions {
		if err := r.checkClash(c); err != nil {
			return fmt.Errorf("contradictions[%d]: %w", i, err)
		}
	}
	return nil
}

// checkClash verifies that no world agrees with the named sightings and
// verdicts alone.
func (r *rules) checkClash(c atleast.Contradiction) error {
	named, err := r.excerpt(c)
	if err != nil {
		return err
	}
	all := make([]int, len(named.members))
	for g := range all {
		all[g] = g
	}
	types, err := named.possible(all)
	if err != nil {
		return err
	}
	_, exists, err := named.greatest(all, types, false)
	if err == nil && exists {
		err = errors.New("a world agrees with all that is named")
	}
	return err
}

// excerpt is the evidence reduced to a contradiction. A named sighting brings
// all it says. One that is only an end of a named verdict may be anybody.
func (r *rules) excerpt(c atleast.Contradiction) (*rules, error) {
	ev := atleast.Evidence{SpeedKMH: r.speed * 3.6}
	here := map[string]bool{}
	for _, id := range c.Sightings {
		v, ok := r.number(id)
		if !ok || here[id] {
			return nil, fmt.Errorf("sightings: %q does not count, or is named twice", id)
		}
		here[id] = true
		ev.Sightings = append(ev.Sightings, r.sightings[v])
	}
	wanted := map[[2]int]bool{}
	for _, pair := range c.Verdicts {
		a, okA := r.number(pair[0])
		b, okB := r.number(pair[1])
		if !okA || !okB {
			return nil, fmt.Errorf("verdicts: no verdict that counts is on %q and %q", pair[0], pair[1])
		}
		wanted[ordered(a, b)] = false
	}
	for _, v := range r.verdicts {
		if _, ok := wanted[ordered(v.a, v.b)]; !ok {
			continue
		}
		wanted[ordered(v.a, v.b)] = true
		a, b := r.sightings[v.a].ID, r.sightings[v.b].ID
		ev.Verdicts = append(ev.Verdicts, atleast.PairVerdict{A: a, B: b, Is: v.is})
		for _, id := range []string{a, b} {
			if !here[id] {
				here[id] = true
				ev.Sightings = append(ev.Sightings, atleast.Sighting{ID: id, Status: atleast.Verified})
			}
		}
	}
	for pair, counts := range wanted {
		if !counts {
			return nil, fmt.Errorf("verdicts: no verdict that counts is on %q and %q",
				r.sightings[pair[0]].ID, r.sightings[pair[1]].ID)
		}
	}
	for pair := range r.exclusive {
		ev.Exclusive = append(ev.Exclusive, pair)
	}
	return readRules(ev, Options{Unverified: true, SingleReview: true})
}
