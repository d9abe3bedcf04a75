package desk

import (
	"context"
	"fmt"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/record"
)

// MaxReport is the size in bytes above which a report is kept and not read: no
// article comes near it.
const MaxReport = 32 << 20

// read keeps the text of a report and what it says.
func (d *Desk) read(ctx context.Context, caseID, by string, item atleast.Item) error {
	read, err := d.understand(ctx, item)
	if err != nil {
		return err
	}
	report := read.Report
	reading := record.Reading{Item: item.Digest, Text: report.Text, Published: report.Date, Outlet: report.Outlet, Claims: named(item.Digest, read.Claims), Caveat: report.Caveat}
	return d.rows.Update(ctx, func(tx *record.Tx) error {
		if err := tx.PutReading(ctx, reading); err != nil {
			return err
		}
		if _, err := tx.PutTrouble(ctx, item.Digest, claiming, ""); err != nil {
			return err
		}
		return enter(ctx, tx, d.event(atleast.ClaimsRead, caseID, item.Digest.String(), by), reading)
	})
}

// named gives the claims of an item the names by which verdicts refer to them.
func named(item atleast.Digest, claims []atleast.Claim) []atleast.ReadClaim {
	out, taken := make([]atleast.ReadClaim, len(claims)), map[string]int{}
	for i, c := range claims {
		out[i] = atleast.ReadClaim{Item: item, ID: claimID(item, c, taken), Claim: c}
	}
	return out
}

// claimID names a claim by where it stands, so that reading the report again,
// perhaps better, leaves the names of what has not changed. A second claim in
// the same place has a number. Half of the item's digest is enough: nobody can
// make two reports that share it, so that a verdict on one would hold for both.
func claimID(item atleast.Digest, c atleast.Claim, taken map[string]int) string {
	id := fmt.Sprintf("%s-%d-%d", item.String()[:32], c.Start, c.End)
	taken[id]++
	if n := taken[id]; n > 1 {
		id = fmt.Sprintf("%s-%d", id, n)
	}
	return id
}
