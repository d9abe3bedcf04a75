// Package check verifies a tally against the evidence it was computed from,
// and shares no code with the solver that computed it. What it cannot verify,
// it refuses: an unknown weight, a search longer than its budget, a world with
// one person too many.
//
// What a tally claims, and what is checked of it:
//
//   - floor: the certificate proves exactly this number (proof.go, heaviest.go);
//   - least_world, exact: the world agrees with every sighting and every
//     verdict, and has that many people (world.go);
//   - ceiling: between the greatest world and the sum of the highs (ceiling.go);
//   - contradictions: each clashes by itself (clash.go);
//   - assumed, rests_on: they carry no certificate, so only that they name what
//     exists and stand on the right side of the floor (asides.go).
package check

import (
	"errors"
	"fmt"

	"github.com/atleast-desk/atleast"
)

// Options says what counts, and must be what the tally was computed with.
type Options struct {
	Unverified   bool // sightings whose footage is still unverified count too
	SingleReview bool // "different" counts although fewer than two people concluded it
}

// ErrBudget marks a tally that is refused because verifying it would take
// longer than the package allows itself, not because it is known to be false.
var ErrBudget = errors.New("too much work to verify")

// Tally returns nil where everything the tally claims holds for the evidence,
// or an error that names the line which does not: "certificate.weights[3]: ...".
func Tally(ev atleast.Evidence, o Options, t atleast.Tally) error {
	r, err := readRules(ev, o)
	if err != nil {
		return fmt.Errorf("evidence: %w", err)
	}
	if t.Floor == nil {
		return r.checkContradicted(t)
	}
	if len(t.Contradictions) > 0 {
		return fmt.Errorf("contradictions: %d are named, yet there is a floor", len(t.Contradictions))
	}
	for _, check := range []func(atleast.Tally) error{
		r.checkFloor, r.checkWorld, r.checkCeiling, r.checkAssumed, r.checkRestsOn,
	} {
		if err := check(t); err != nil {
			return err
		}
	}
	return nil
}

// checkFloor compares the printed floor with what the certificate proves.
func (r *rules) checkFloor(t atleast.Tally) error {
	if t.Certificate == nil {
		return errors.New("certificate: missing")
	}
	proven, err := r.proves(*t.Certificate)
	if err != nil {
		return err
	}
	if !proven.IsInt64() || proven.Int64() != *t.Floor {
		return fmt.Errorf("floor: %d is printed, but the certificate proves %s", *t.Floor, proven)
	}
	return r.checkReasons(*t.Certificate)
}

// checkReasons verifies the listed pairs, each for the reason it gives. The
// weights are checked without them: the list is there to be read by people.
func (r *rules) checkReasons(c atleast.Certificate) error {
	if c.Omitted < 0 {
		return fmt.Errorf("certificate.pairs_omitted: %d is below zero", c.Omitted)
	}
	listed := make(map[[2]int]bool, len(c.Pairs))
	for i, p := range c.Pairs {
		a, okA := r.number(p.A)
		b, okB := r.number(p.B)
		switch {
		case !okA || !okB:
			return fmt.Errorf("certificate.pairs[%d]: %q and %q are not both sightings that count", i, p.A, p.B)
		case listed[ordered(a, b)]:
			return fmt.Errorf("certificate.pairs[%d]: %q and %q are listed twice", i, p.A, p.B)
		case !r.differBecause(a, b, p.Because):
			return fmt.Errorf("certificate.pairs[%d]: %q and %q are not different because of %q", i, p.A, p.B, p.Because)
		}
		listed[ordered(a, b)] = true
	}
	return nil
}
