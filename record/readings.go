package record

import (
	"context"

	"github.com/atleast-desk/atleast"
)

// PutReading keeps the text of a report and the claims read from it, in place
// of an earlier reading.
func (tx *Tx) PutReading(ctx context.Context, item atleast.Digest, text string, claims []atleast.ReadClaim) error {
	_, err := tx.exec(ctx, `INSERT INTO texts (item, body) VALUES (?, ?) ON CONFLICT (item) DO UPDATE SET body = excluded.body`, item.String(), text)
	if err == nil {
		_, err = tx.exec(ctx, `DELETE FROM claims WHERE item = ?`, item.String())
	}
	for n, claim := range claims {
		if err != nil {
			break
		}
		_, err = tx.insert(ctx, claim, `INSERT INTO claims (item, n, id, body) VALUES (?, ?, ?, ?)`, item.String(), n, claim.ID)
	}
	return failed(err, "put reading of", item)
}

// Text returns the text that the claims of an item point into, or atleast.ErrNotFound.
func (r Rows) Text(ctx context.Context, item atleast.Digest) (text string, err error) {
	err = scan(ctx, r, &text, `SELECT body FROM texts WHERE item = ?`, item.String())
	return text, failed(err, "text of", item)
}

// Claims returns the claims of all reports of a case: the reports in the order
// in which they were found, and the claims of each as they stand in its text.
func (r Rows) Claims(ctx context.Context, caseID string) ([]atleast.ReadClaim, error) {
	claims, err := all[atleast.ReadClaim](ctx, r, `SELECT claims.body FROM claims
		JOIN (SELECT item, min(seq) AS first FROM finds WHERE case_id = ? GROUP BY item) AS found ON found.item = claims.item
		ORDER BY found.first, claims.n`, caseID)
	return claims, failed(err, "claims of", caseID)
}

// HasClaim reports whether a claim of the case has this ID.
func (r Rows) HasClaim(ctx context.Context, caseID, id string) (has bool, err error) {
	err = scan(ctx, r, &has, `SELECT EXISTS (SELECT 1 FROM claims JOIN finds ON finds.item = claims.item
		WHERE finds.case_id = ? AND claims.id = ?)`, caseID, id)
	return has, failed(err, "claim", id)
}
