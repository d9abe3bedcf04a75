package ground

import "github.com/atleast-desk/atleast"

// asides verifies the assumed floors and what the floor rests on, as far as a
// tally says why: it has no certificate for these numbers, so they need only be
// on the right side of the floor. Prove compares them with the truth.
func (c Case) asides(f *facts, t atleast.Tally) bool {
	for i, a := range t.Assumed {
		for _, b := range t.Assumed[:i] {
			if a.Name == b.Name {
				return false
			}
		}
		if _, named := c.Assuming(a.Name); !named || a.Floor != nil && *a.Floor < *t.Floor {
			return false
		}
	}
	for _, s := range t.RestsOn {
		_, named := c.Without(s)
		if !named || s.FloorWithout == nil || *s.FloorWithout < 0 || *s.FloorWithout > *t.Floor {
			return false
		}
		if s.Sighting != "" {
			_, named = f.at[s.Sighting]
		} else {
			named = len(f.pairs[*s.Verdict]) > 0
		}
		if !named {
			return false
		}
	}
	return true
}

// Assuming is the truth under a named assumption.
func (c Case) Assuming(name string) (a Answer, named bool) {
	for _, assumption := range c.Evidence.Assumptions {
		if assumption.Name != name {
			continue
		}
		ev := c.Evidence
		ev.Verdicts = append([]atleast.PairVerdict(nil), ev.Verdicts...)
		for _, pair := range assumption.Pairs {
			ev.Verdicts = append(ev.Verdicts, atleast.PairVerdict{
				A: pair[0], B: pair[1], Is: atleast.Different, By: []string{"a", "b"}})
		}
		a, ok := Solve(ev, c.Options, stateLimit)
		return a, ok
	}
	return Answer{}, false
}

// Without is the truth when a sighting, or every verdict on a pair, falls.
func (c Case) Without(s atleast.Support) (a Answer, named bool) {
	if (s.Sighting == "") == (s.Verdict == nil) {
		return Answer{}, false
	}
	ev := c.Evidence
	ev.Sightings, ev.Verdicts = nil, nil
	for _, sighting := range c.Evidence.Sightings {
		if sighting.ID != s.Sighting {
			ev.Sightings = append(ev.Sightings, sighting)
		} else {
			named = true
		}
	}
	for _, v := range c.Evidence.Verdicts {
		on := s.Verdict != nil && ([2]string{v.A, v.B} == *s.Verdict || [2]string{v.B, v.A} == *s.Verdict)
		named = named || on
		if !on && v.A != s.Sighting && v.B != s.Sighting {
			ev.Verdicts = append(ev.Verdicts, v)
		}
	}
	a, ok := Solve(ev, c.Options, stateLimit)
	return a, ok && named
}

// contradicted verifies a tally without a floor: each contradiction clashes by
// itself.
func (c Case) contradicted(f *facts, t atleast.Tally) bool {
	if len(t.Contradictions) == 0 || t.Exact || t.Ceiling != nil || t.LeastWorld != nil ||
		t.Certificate != nil || len(t.World)+len(t.RestsOn) > 0 {
		return false
	}
	for _, a := range t.Assumed {
		if _, named := c.Assuming(a.Name); a.Floor != nil || !named {
			return false
		}
	}
	for _, clash := range t.Contradictions {
		if !c.Clashes(clash) {
			return false
		}
		for i, id := range clash.Sightings {
			if _, known := f.at[id]; !known {
				return false
			}
			for _, other := range clash.Sightings[:i] {
				if id == other {
					return false
				}
			}
		}
		for _, pair := range clash.Verdicts {
			if len(f.pairs[pair]) == 0 {
				return false
			}
		}
	}
	return true
}

// Clashes reports that no world agrees with the named sightings and verdicts.
// A sighting that is not named, but an end of a verdict, may be anybody.
func (c Case) Clashes(clash atleast.Contradiction) bool {
	named := map[string]bool{}
	for _, id := range clash.Sightings {
		named[id] = true
	}
	ends := map[string]bool{}
	ev := c.Evidence
	ev.Sightings, ev.Verdicts = nil, nil
	for _, v := range c.Evidence.Verdicts {
		for _, pair := range clash.Verdicts {
			if pair == [2]string{v.A, v.B} || pair == [2]string{v.B, v.A} {
				ev.Verdicts = append(ev.Verdicts, v)
				ends[v.A], ends[v.B] = true, true
				break
			}
		}
	}
	for _, s := range c.Evidence.Sightings {
		if named[s.ID] {
			ev.Sightings = append(ev.Sightings, s)
		} else if ends[s.ID] {
			ev.Sightings = append(ev.Sightings, atleast.Sighting{ID: s.ID, Status: s.Status})
		}
	}
	a, ok := Solve(ev, c.Options, stateLimit)
	return ok && !a.Consistent
}

// Irreducible reports that nothing can be left out of a contradiction.
func (c Case) Irreducible(clash atleast.Contradiction) bool {
	for i := range clash.Sightings {
		less := clash
		less.Sightings = append(append([]string(nil), clash.Sightings[:i]...), clash.Sightings[i+1:]...)
		if c.Clashes(less) {
			return false
		}
	}
	for i := range clash.Verdicts {
		less := clash
		less.Verdicts = append(append([][2]string(nil), clash.Verdicts[:i]...), clash.Verdicts[i+1:]...)
		if c.Clashes(less) {
			return false
		}
	}
	return true
}
