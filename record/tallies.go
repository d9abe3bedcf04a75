package record

import (
	"context"

	"github.com/atleast-desk/atleast"
)

// AddTally keeps the tally of the evidence with the given digest. Where it is
// known already the first one stays, and added is false.
func (tx *Tx) AddTally(ctx context.Context, caseID string, evidence atleast.Digest, tally atleast.Tally) (added bool, err error) {
	added, err = tx.insert(ctx, tally, `INSERT INTO tallies (evidence, case_id, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
		evidence.String(), caseID)
	return added, failed(err, "add tally of evidence", evidence)
}

// Tally returns the tally of the evidence with the given digest, or atleast.ErrNotFound.
func (r Rows) Tally(ctx context.Context, evidence atleast.Digest) (atleast.Tally, error) {
	tally, err := one[atleast.Tally](ctx, r, `SELECT body FROM tallies WHERE evidence = ?`, evidence.String())
	return tally, failed(err, "tally of evidence", evidence)
}
