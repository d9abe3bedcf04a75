package desk

import (
	"context"
	"fmt"
	"io"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
	"github.com/atleast-desk/atleast/record"
)

// MaxReport is the size in bytes above which a report is kept and not read: no
// article comes near it.
const MaxReport = 32 << 20

// read keeps the text of a report and what it says.
func (d *Desk) read(ctx context.Context, caseID, by string, item atleast.Item) error {
	if item.Size > MaxReport {
		return trouble{fmt.Sprintf("could not be read: it has %d bytes, and reports are read up to %d", item.Size, MaxReport)}
	}
	content, err := d.bytes(ctx, item.Digest)
	if err != nil {
		return err
	}
	reading, err := readReport(item, content)
	if err != nil {
		return trouble{fmt.Sprintf("could not be read: %v", err)}
	}
	return d.rows.Update(ctx, func(tx *record.Tx) error {
		if err := tx.PutReading(ctx, reading); err != nil {
			return err
		}
		if _, err := tx.PutTrouble(ctx, item.Digest, "claim", ""); err != nil {
			return err
		}
		return enter(ctx, tx, d.event(atleast.ClaimsRead, caseID, item.Digest.String(), by), reading)
	})
}

func (d *Desk) bytes(ctx context.Context, item atleast.Digest) ([]byte, error) {
	content, err := d.blobs.Open(ctx, item)
	if err != nil {
		return nil, err
	}
	defer content.Close()
	return io.ReadAll(content)
}

// readReport reads the claims of a report. A stranger wrote it, and what reads
// pages and PDFs was written by others: where that breaks down, it is the
// report that could not be read.
func readReport(item atleast.Item, content []byte) (reading record.Reading, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("the reader broke down: %v", broken)
		}
	}()
	report, err := claim.Extract(item.Name, content)
	if err != nil {
		return reading, err
	}
	reading = record.Reading{Item: item.Digest, Text: report.Text, Published: report.Date, Claims: []atleast.ReadClaim{}}
	taken := map[string]int{}
	for _, c := range claim.Read(report) {
		reading.Claims = append(reading.Claims, atleast.ReadClaim{Item: item.Digest, ID: claimID(item.Digest, c, taken), Claim: c})
	}
	return reading, nil
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
