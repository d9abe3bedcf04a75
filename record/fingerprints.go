package record

import (
	"context"

	"github.com/atleast-desk/atleast"
)

// Fingerprint is what the matching stage keeps about one item, in its own
// writing.
type Fingerprint struct {
	Item atleast.Digest
	Body []byte
}

// PutFingerprint keeps a fingerprint in place of an earlier one of the item.
func (tx *Tx) PutFingerprint(ctx context.Context, f Fingerprint) error {
	_, err := tx.exec(ctx, `INSERT INTO fingerprints (item, body) VALUES (?, ?) ON CONFLICT (item) DO UPDATE SET body = excluded.body`,
		f.Item.String(), f.Body)
	return failed(err, "put fingerprint of", f.Item)
}

// Fingerprints returns those of the items of a case, in the order in which the
// items were found.
func (r Rows) Fingerprints(ctx context.Context, caseID string) ([]Fingerprint, error) {
	prints, err := r.fingerprints(ctx, caseID)
	return prints, failed(err, "fingerprints of", caseID)
}

func (r Rows) fingerprints(ctx context.Context, caseID string) (prints []Fingerprint, err error) {
	rows, err := r.q.QueryContext(ctx, `SELECT fingerprints.item, fingerprints.body FROM fingerprints
		JOIN finds ON finds.item = fingerprints.item
		WHERE finds.case_id = ? GROUP BY fingerprints.item ORDER BY min(finds.seq)`, caseID)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var digest string
		var print Fingerprint
		if err := rows.Scan(&digest, &print.Body); err != nil {
			return nil, err
		}
		if print.Item, err = atleast.ParseDigest(digest); err != nil {
			return nil, err
		}
		prints = append(prints, print)
	}
	return prints, rows.Err()
}
