package desk

import (
	"context"

	"github.com/atleast-desk/atleast"
)

// Text returns the text of a report that the claims' offsets point into, or
// atleast.ErrNotFound.
func (d *Desk) Text(ctx context.Context, item atleast.Digest) (string, error) {
	return d.rows.Text(ctx, item)
}

// Claims returns the claims of all reports of a case: the reports in the order
// in which they were found, and the claims of each as they stand in its text.
func (d *Desk) Claims(ctx context.Context, caseID string) ([]atleast.ReadClaim, error) {
	return d.rows.Claims(ctx, caseID)
}

// ClaimsIn returns the claims of one report as they stand in its text.
func (d *Desk) ClaimsIn(ctx context.Context, item atleast.Digest) ([]atleast.ReadClaim, error) {
	return d.rows.ClaimsIn(ctx, item)
}

// Claim returns one claim of a case's reports as the machine read it, or
// atleast.ErrNotFound.
func (d *Desk) Claim(ctx context.Context, caseID, id string) (atleast.ReadClaim, error) {
	return d.rows.Claim(ctx, caseID, id)
}

// CountClaims returns how many claims the reports of a case hold.
func (d *Desk) CountClaims(ctx context.Context, caseID string) (int, error) {
	return d.rows.CountClaims(ctx, caseID)
}
