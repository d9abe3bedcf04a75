package record

import (
	"context"

	"github.com/atleast-desk/atleast"
)

// Reading is what was read from a report.
type Reading struct {
	Item      atleast.Digest      `json:"item"`
	Text      string              `json:"text"`             // what the claims' offsets point into
	Published string              `json:"published"`        // the day of publication, "2006-01-02"; empty where not known
	Outlet    string              `json:"outlet"`           // who published it, as the report itself says; empty where it does not
	Claims    []atleast.ReadClaim `json:"claims"`           // as they stand in the text
	Caveat    string              `json:"caveat,omitempty"` // what a reader should know of how the text was taken
}

// PutReading keeps what was read from a report, in place of an earlier reading.
func (tx *Tx) PutReading(ctx context.Context, r Reading) error {
	item := r.Item.String()
	_, err := tx.exec(ctx, `INSERT INTO texts (item, body, published, outlet, caveat) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (item) DO UPDATE SET body = excluded.body, published = excluded.published, outlet = excluded.outlet, caveat = excluded.caveat`,
		item, r.Text, r.Published, r.Outlet, r.Caveat)
	if err == nil {
		_, err = tx.exec(ctx, `DELETE FROM claims WHERE item = ?`, item)
	}
	for n, claim := range r.Claims {
		if err != nil {
			break
		}
		_, err = tx.insert(ctx, claim, `INSERT INTO claims (item, n, id, body) VALUES (?, ?, ?, ?)`, item, n, claim.ID)
	}
	if err == nil {
		err = tx.reindex(ctx, item)
	}
	return failed(err, "put reading of", r.Item)
}

// Readings returns those of all reports of a case, in the order in which the
// reports were found.
func (r Rows) Readings(ctx context.Context, caseID string) ([]Reading, error) {
	readings, err := all[Reading](ctx, r, `SELECT json_object('item', texts.item, 'text', texts.body, 'published', texts.published, 'outlet', texts.outlet, 'caveat', texts.caveat,
		'claims', json((SELECT json_group_array(json(claims.body) ORDER BY claims.n) FROM claims WHERE claims.item = texts.item)))
		FROM texts JOIN finds ON finds.item = texts.item
		WHERE finds.case_id = ? GROUP BY texts.item ORDER BY min(finds.seq)`, caseID)
	return readings, failed(err, "readings of", caseID)
}

// Caveats returns what a reader should know of how the texts of a case's reports
// were taken, of those where there is something.
func (r Rows) Caveats(ctx context.Context, caseID string) (map[atleast.Digest]string, error) {
	read, err := all[Reading](ctx, r, `SELECT json_object('item', item, 'caveat', caveat) FROM texts
		WHERE caveat <> '' AND item IN (SELECT item FROM finds WHERE case_id = ?)`, caseID)
	caveats := map[atleast.Digest]string{}
	for _, reading := range read {
		caveats[reading.Item] = reading.Caveat
	}
	return caveats, failed(err, "caveats of", caseID)
}

// Text returns the text that the claims of an item point into, or atleast.ErrNotFound.
func (r Rows) Text(ctx context.Context, item atleast.Digest) (text string, err error) {
	err = scan(ctx, r, &text, `SELECT body FROM texts WHERE item = ?`, item.String())
	return text, failed(err, "text of", item)
}

// ClaimsIn returns the claims of one report as they stand in its text.
func (r Rows) ClaimsIn(ctx context.Context, item atleast.Digest) ([]atleast.ReadClaim, error) {
	claims, err := all[atleast.ReadClaim](ctx, r, `SELECT body FROM claims WHERE item = ? ORDER BY n`, item.String())
	return claims, failed(err, "claims in", item)
}

// Claim returns one claim of a case's reports, or atleast.ErrNotFound.
func (r Rows) Claim(ctx context.Context, caseID, id string) (atleast.ReadClaim, error) {
	claim, err := one[atleast.ReadClaim](ctx, r, `SELECT body FROM claims WHERE id = ?
		AND EXISTS (SELECT 1 FROM finds WHERE finds.item = claims.item AND case_id = ?)`, id, caseID)
	return claim, failed(err, "claim", id)
}

// CountClaims returns how many claims the reports of a case hold.
func (r Rows) CountClaims(ctx context.Context, caseID string) (n int, err error) {
	err = scan(ctx, r, &n, `SELECT count(*) FROM claims WHERE item IN (SELECT item FROM finds WHERE case_id = ?)`, caseID)
	return n, failed(err, "claims of", caseID)
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
