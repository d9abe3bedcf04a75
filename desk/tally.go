package desk

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
	"github.com/atleast-desk/atleast/record"
)

// countFor is how long a tally may be worked on. What is proven by then is the
// tally; it is sound, and says itself whether it is exact.
const countFor = 20 * time.Second

// counter is who computes tallies, as the ledger names it.
const counter = "atleast"

// Tally returns at least and at most how many, and why. The same evidence is
// counted once; a tally that is new is an event.
func (d *Desk) Tally(ctx context.Context, caseID string) (atleast.Tally, error) {
	evidence, err := d.Evidence(ctx, caseID)
	if err != nil {
		return atleast.Tally{}, err
	}
	body, err := record.Body(evidence)
	if err != nil {
		return atleast.Tally{}, fmt.Errorf("desk: tally of %s: %w", caseID, err)
	}
	digest := atleast.DigestOf(body)
	tally, err := d.rows.Tally(ctx, digest)
	if !errors.Is(err, atleast.ErrNotFound) {
		return tally, err
	}
	d.tallying.Lock()
	defer d.tallying.Unlock()
	tally, err = d.rows.Tally(ctx, digest) // it may have been counted while this one waited
	if !errors.Is(err, atleast.ErrNotFound) {
		return tally, err
	}
	return d.tally(ctx, evidence, digest)
}

// tally counts evidence and keeps the result. Where another process has been
// faster, its tally is the one that stays.
func (d *Desk) tally(ctx context.Context, evidence atleast.Evidence, digest atleast.Digest) (tally atleast.Tally, err error) {
	working, cancel := context.WithTimeout(ctx, countFor)
	defer cancel()
	tally, err = count.Count(evidence, count.Options{Stop: func() bool { return working.Err() != nil }})
	if err = errors.Join(err, ctx.Err()); err != nil {
		return tally, fmt.Errorf("desk: tally of %s: %w", evidence.Case, err)
	}
	err = d.rows.Update(ctx, func(tx *record.Tx) error {
		added, err := tx.AddTally(ctx, evidence.Case, digest, tally)
		if err != nil {
			return err
		}
		if !added {
			tally, err = tx.Tally(ctx, digest)
			return err
		}
		return enter(ctx, tx, d.event(atleast.TallyComputed, evidence.Case, digest.String(), counter), tally)
	})
	return tally, err
}
