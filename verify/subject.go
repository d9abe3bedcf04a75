package verify

import (
	"context"
	"fmt"

	"github.com/atleast-desk/atleast"
)

// Known tells what a case holds.
type Known interface {
	HasSighting(ctx context.Context, caseID, id string) (bool, error)
	HasItem(ctx context.Context, caseID string, d atleast.Digest) (bool, error)
	HasClaim(ctx context.Context, caseID, id string) (bool, error)
}

// CheckVerdict says what is wrong with a verdict as it is given, or nil: with
// the verdict itself (atleast.ErrInvalid), or because the case holds no such
// subject (atleast.ErrNotFound).
func CheckVerdict(ctx context.Context, known Known, v atleast.Verdict) error {
	if err := v.Validate(); err != nil {
		return fmt.Errorf("%w: %w", atleast.ErrInvalid, err)
	}
	subjects := []string{v.A}
	if v.B != "" {
		subjects = append(subjects, v.B)
	}
	for _, id := range subjects {
		if err := checkSubject(ctx, known, v.Case, v.On, id); err != nil {
			return err
		}
	}
	return nil
}

func checkSubject(ctx context.Context, known Known, caseID string, on atleast.Subject, id string) error {
	has, what, err := false, "sighting", error(nil)
	switch on {
	case atleast.OnSighting, atleast.OnPair:
		has, err = known.HasSighting(ctx, caseID, id)
	case atleast.OnClaim, atleast.OnClaims, atleast.OnOrigins:
		what = "claim"
		has, err = known.HasClaim(ctx, caseID, id)
	case atleast.OnItems:
		what = "item"
		digest, malformed := atleast.ParseDigest(id)
		if malformed != nil {
			return fmt.Errorf("verdict: %w: %w", atleast.ErrInvalid, malformed)
		}
		has, err = known.HasItem(ctx, caseID, digest)
	}
	if err == nil && !has {
		err = fmt.Errorf("verdict: %s %s of case %s: %w", what, id, caseID, atleast.ErrNotFound)
	}
	return err
}

// CheckAssumption says what is wrong with an assumption, or nil, in the manner
// of CheckVerdict.
func CheckAssumption(ctx context.Context, known Known, caseID string, a atleast.Assumption) error {
	if a.Name == "" || len(a.Pairs) == 0 {
		return fmt.Errorf("assumption %q: %w: it needs a name and at least one pair", a.Name, atleast.ErrInvalid)
	}
	for _, pair := range a.Pairs {
		if pair[0] == pair[1] {
			return fmt.Errorf("assumption %q: %w: a pair needs two different sightings, and %s is one", a.Name, atleast.ErrInvalid, pair[0])
		}
		for _, id := range pair {
			if err := checkSubject(ctx, known, caseID, atleast.OnPair, id); err != nil {
				return fmt.Errorf("assumption %q: %w", a.Name, err)
			}
		}
	}
	return nil
}
