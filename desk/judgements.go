package desk

import (
	"context"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
	"github.com/atleast-desk/atleast/verify"
)

// Code records what an analyst saw, and returns it with its ID: s1, s2, … where
// it has none. A sighting is never changed (atleast.ErrExists); a correction is
// a verdict on the old one and a new sighting.
func (d *Desk) Code(ctx context.Context, caseID, by string, s atleast.Sighting) (atleast.Sighting, error) {
	s.By, s.Status = by, atleast.Unverified
	if err := verify.CheckSighting(s); err != nil {
		return s, err
	}
	err := d.rows.Update(ctx, func(tx *record.Tx) (err error) {
		if _, err = tx.Case(ctx, caseID); err != nil {
			return err
		}
		if s, err = tx.AddSighting(ctx, caseID, s); err != nil {
			return err
		}
		return enter(ctx, tx, d.event(atleast.SightingCoded, caseID, s.ID, by), s)
	})
	return s, err
}

// Judge records a verdict, given now, and returns it with its ID: v1, v2, …
// where it has none. The same person's earlier verdict on the subject stays on
// record and no longer counts.
func (d *Desk) Judge(ctx context.Context, v atleast.Verdict) (atleast.Verdict, error) {
	v.At = d.time()
	err := d.rows.Update(ctx, func(tx *record.Tx) (err error) {
		if _, err = tx.Case(ctx, v.Case); err != nil {
			return err
		}
		if err = verify.CheckVerdict(ctx, tx, v); err != nil {
			return err
		}
		if v, err = tx.AddVerdict(ctx, v); err != nil {
			return err
		}
		return enter(ctx, tx, d.event(atleast.VerdictGiven, v.Case, v.ID, v.By), v)
	})
	return v, err
}

// Assume records a named assumption, in place of an earlier one of that name.
func (d *Desk) Assume(ctx context.Context, caseID, by string, a atleast.Assumption) error {
	if err := acting(by); err != nil {
		return err
	}
	return d.rows.Update(ctx, func(tx *record.Tx) error {
		if _, err := tx.Case(ctx, caseID); err != nil {
			return err
		}
		if err := verify.CheckAssumption(ctx, tx, caseID, a); err != nil {
			return err
		}
		if err := tx.AddAssumption(ctx, caseID, a); err != nil {
			return err
		}
		return enter(ctx, tx, d.event(atleast.AssumptionNamed, caseID, a.Name, by), a)
	})
}

// Sightings returns those of a case, oldest first, each with the status that
// people's verdicts give it.
func (d *Desk) Sightings(ctx context.Context, caseID string) ([]atleast.Sighting, error) {
	evidence, err := d.Evidence(ctx, caseID)
	return evidence.Sightings, err
}

// Verdicts returns every verdict ever given in a case, oldest first.
func (d *Desk) Verdicts(ctx context.Context, caseID string) ([]atleast.Verdict, error) {
	return d.rows.Verdicts(ctx, caseID)
}

// Disagreements returns the pairs, of sightings and of items, about which
// people disagree, so that nothing is concluded about them.
func (d *Desk) Disagreements(ctx context.Context, caseID string) ([]verify.Disagreement, error) {
	verdicts, err := d.rows.Verdicts(ctx, caseID)
	if err != nil {
		return nil, err
	}
	_, sightings := verify.Pairs(verdicts)
	_, items := verify.Merge(atleast.OnItems, verdicts)
	return append(sightings, items...), nil
}

// Evidence returns what the tally of a case is computed from.
func (d *Desk) Evidence(ctx context.Context, caseID string) (evidence atleast.Evidence, err error) {
	err = d.rows.View(ctx, func(rows record.Rows) error {
		c, err := rows.Case(ctx, caseID)
		if err != nil {
			return err
		}
		sightings, err := rows.Sightings(ctx, caseID)
		if err != nil {
			return err
		}
		verdicts, err := rows.Verdicts(ctx, caseID)
		if err != nil {
			return err
		}
		assumptions, err := rows.Assumptions(ctx, caseID)
		if err != nil {
			return err
		}
		evidence = verify.Evidence(c, sightings, verdicts, assumptions)
		return nil
	})
	return evidence, err
}
