package ground

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"

	"github.com/atleast-desk/atleast"
)

// Solver computes a tally: it is proven right here.
type Solver func(atleast.Evidence, Options) (atleast.Tally, error)

// Checker verifies a tally: it is proven to tell true ones from false ones.
type Checker func(atleast.Evidence, Options, atleast.Tally) error

// stateLimit bounds the brute force of one case.
const stateLimit = 1 << 17

// Prove solves the case both ways, and returns nil where they agree in floor,
// ceiling, exactness, contradictions, assumed floors and supports, and where
// the checker passes the tally. decided is false where the case is too large.
func Prove(c Case, solve Solver, check Checker) (t atleast.Tally, decided bool, err error) {
	truth, ok := Solve(c.Evidence, c.Options, stateLimit)
	if !ok {
		return t, false, nil
	}
	if t, err = solve(c.Evidence, c.Options); err != nil {
		return t, true, fmt.Errorf("solver: %w", err)
	}
	if err := check(c.Evidence, c.Options, t); err != nil {
		return t, true, fmt.Errorf("checker: %w", err)
	}
	if !truth.Consistent {
		return t, true, c.sameClash(t)
	}
	switch {
	case t.Floor == nil:
		return t, true, fmt.Errorf("contradiction, where brute force finds %d people", truth.Floor)
	case *t.Floor != truth.Floor || !t.Exact:
		return t, true, fmt.Errorf("floor %d, exact %v, where brute force finds %d", *t.Floor, t.Exact, truth.Floor)
	case truth.Open != (t.Ceiling == nil) || !truth.Open && *t.Ceiling != truth.Ceiling:
		return t, true, fmt.Errorf("ceiling %v, where brute force finds %+v", value(t.Ceiling), truth)
	}
	if holds, _ := Holds(c, t); !holds {
		return t, true, fmt.Errorf("read from its definition, the tally does not hold")
	}
	return t, true, c.sameAsides(t)
}

func value(n *int64) any {
	if n == nil {
		return "none"
	}
	return *n
}

func (c Case) sameClash(t atleast.Tally) error {
	if t.Floor != nil {
		return fmt.Errorf("floor %d, where brute force finds a contradiction", *t.Floor)
	}
	for _, clash := range t.Contradictions {
		if !c.Clashes(clash) || !c.Irreducible(clash) {
			return fmt.Errorf("contradiction %v does not clash, or would with less", clash)
		}
	}
	return nil
}

// sameAsides compares what an exact tally says of assumptions and supports, and
// looks for sightings with weight and differences that it should name.
func (c Case) sameAsides(t atleast.Tally) error {
	assumed := map[string]bool{}
	for _, a := range t.Assumed {
		truth, ok := c.Assuming(a.Name)
		if ok && (truth.Consistent != (a.Floor != nil) || truth.Consistent && truth.Floor != *a.Floor) {
			return fmt.Errorf("assumed %s: %v, where brute force finds %+v", a.Name, value(a.Floor), truth)
		}
		assumed[a.Name] = true
	}
	for _, a := range c.Evidence.Assumptions {
		if !assumed[a.Name] {
			return fmt.Errorf("assumption %q has no floor", a.Name)
		}
	}
	for _, s := range t.RestsOn {
		truth, ok := c.Without(s)
		if !ok || *s.FloorWithout != truth.Floor {
			return fmt.Errorf("rests on %+v: %d, where brute force finds %+v", s, *s.FloorWithout, truth)
		}
	}
	weighs := map[string]bool{}
	for _, list := range allWeights(t.Certificate) {
		for _, w := range *list {
			weighs[w.ID] = true
		}
	}
	for _, s := range c.Unnamed(t) {
		if s.Verdict == nil && weighs[s.Sighting] || s.Verdict != nil && c.different(*s.Verdict) {
			return fmt.Errorf("it rests on %+v too, which is not said", s)
		}
	}
	return nil
}

// unordered is one name for a pair, whichever way round it is written.
func unordered(pair [2]string) string {
	return min(pair[0], pair[1]) + "\x00" + max(pair[0], pair[1])
}

// Unnamed lists what the floor rests on and the tally does not name. Prove is
// content where these only carry a difference on from one sighting to another.
func (c Case) Unnamed(t atleast.Tally) (unnamed []atleast.Support) {
	said := map[string]bool{}
	for _, s := range t.RestsOn {
		if said[s.Sighting] = true; s.Verdict != nil {
			said[unordered(*s.Verdict)] = true
		}
	}
	look := func(s atleast.Support, name string) {
		if said[name] {
			return
		}
		if truth, ok := c.Without(s); ok && truth.Floor < *t.Floor {
			said[name] = true
			unnamed = append(unnamed, s)
		}
	}
	for _, s := range c.Evidence.Sightings {
		look(atleast.Support{Sighting: s.ID}, s.ID)
	}
	for _, v := range c.Evidence.Verdicts {
		pair := [2]string{v.A, v.B}
		look(atleast.Support{Verdict: &pair}, unordered(pair))
	}
	return unnamed
}

// different reports that nothing but differences is said of the pair.
func (c Case) different(pair [2]string) bool {
	for _, v := range c.Evidence.Verdicts {
		if unordered([2]string{v.A, v.B}) == unordered(pair) && v.Is != atleast.Different {
			return false
		}
	}
	return true
}

// Attack mutates the case or its tally. false where every claim is still true;
// else the error says whether the checker let the falsehood pass.
func Attack(rng *rand.Rand, c Case, t atleast.Tally, check Checker) (falsified bool, err error) {
	other, claimed, ok := Mutate(rng, c, t)
	if !ok {
		return false, nil
	}
	holds, decided := Holds(other, claimed)
	if holds || !decided {
		return false, nil
	}
	if check(other.Evidence, other.Options, claimed) == nil {
		return true, fmt.Errorf("passed, although it does not hold:\n%s", Text(other, claimed))
	}
	return true, nil
}

// Text writes a case and its tally as JSON, to look at what disagrees.
func Text(c Case, t atleast.Tally) string {
	evidence, err := json.Marshal(c.Evidence)
	if err != nil {
		return err.Error()
	}
	tally, err := json.Marshal(t)
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%s\n%+v\n%s", evidence, c.Options, tally)
}
