package desk

import (
	"context"
	"fmt"
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/blob"
	"github.com/atleast-desk/atleast/custody"
	"github.com/atleast-desk/atleast/record"
)

// Audit checks the desk against its ledger and returns the first thing that is
// not as it was recorded, as custody.ErrRefused or blob.ErrCorrupt: the stored
// hashes against the leaves, every row against its event, every event against
// its row, and the bytes of every item against their digest. It reads
// everything and changes nothing.
func (d *Desk) Audit(ctx context.Context) error {
	if err := d.rows.View(ctx, func(rows record.Rows) error { return auditRows(ctx, rows) }); err != nil {
		return fmt.Errorf("desk: audit: %w", err)
	}
	return d.blobs.Each(ctx, func(item atleast.Digest, _ int64) error { return blob.Verify(ctx, d.blobs, item) })
}

func auditRows(ctx context.Context, rows record.Rows) error {
	ledger := rows.Ledger(ctx)
	if err := custody.CheckStored(leaves(ledger), ledger); err != nil {
		return err
	}
	spokenOf, err := spokenOf(ledger)
	if err != nil {
		return err
	}
	if err := auditRecorded(ctx, rows, spokenOf); err != nil {
		return err
	}
	return auditReadings(ctx, rows, spokenOf)
}

// deed is what an event says but for who did it and when.
type deed struct {
	kind          atleast.EventKind
	caseID, about string
	record        atleast.Digest
}

// spokenOf returns what all events of the ledger speak of, with the indexes of
// those that do.
func spokenOf(ledger record.Ledger) (map[deed][]int64, error) {
	deeds, index := map[deed][]int64{}, int64(0)
	for leaf, err := range leaves(ledger) {
		if err != nil {
			return nil, err
		}
		e, err := custody.ParseLeaf(leaf)
		if err != nil {
			return nil, fmt.Errorf("entry %d: %w", index, err)
		}
		d := deed{e.Kind, e.Case, e.Subject, e.Record}
		deeds[d] = append(deeds[d], index)
		index++
	}
	return deeds, nil
}

// auditRecorded pairs the rows that are never changed with the events that
// speak of them: neither may be left over.
func auditRecorded(ctx context.Context, rows record.Rows, spokenOf map[deed][]int64) error {
	matched := map[deed]int{}
	err := rows.EachRecorded(ctx, func(row record.Recorded) error {
		d := deed{row.Kind, row.Case, row.Subject, atleast.DigestOf(row.Body)}
		matched[d]++
		if matched[d] > len(spokenOf[d]) {
			return fmt.Errorf("%w: no event speaks of this %s of %s: %s", custody.ErrRefused, row.Kind, row.Subject, row.Body)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for d, indexes := range spokenOf {
		if slices.Contains(record.RecordedKinds, d.kind) && matched[d] < len(indexes) {
			return fmt.Errorf("%w: what entry %d speaks of, %s of %s, was changed or erased", custody.ErrRefused, indexes[matched[d]], d.kind, d.about)
		}
	}
	return nil
}

// auditReadings looks for the event of each text, claim, fingerprint and text on a
// screen. What
// was read earlier and replaced since is not kept and not looked for.
func auditReadings(ctx context.Context, rows record.Rows, spokenOf map[deed][]int64) error {
	read := map[deed]bool{}
	for d := range spokenOf {
		read[deed{kind: d.kind, about: d.about, record: d.record}] = true
	}
	check := func(kind atleast.EventKind, item atleast.Digest, kept any) error {
		body, err := record.Body(kept)
		if err == nil && !read[deed{kind: kind, about: item.String(), record: atleast.DigestOf(body)}] {
			err = fmt.Errorf("%w: no event speaks of what is kept as read from item %s (%s)", custody.ErrRefused, item, kind)
		}
		return err
	}
	cases, err := rows.Cases(ctx)
	if err != nil {
		return err
	}
	for _, c := range cases {
		for _, audit := range []func(context.Context, record.Rows, string, checkReading) error{auditClaims, auditFingerprints, auditScreenTexts} {
			if err := audit(ctx, rows, c.ID, check); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkReading looks for the event of what is kept as read from an item.
type checkReading func(kind atleast.EventKind, item atleast.Digest, kept any) error

func auditClaims(ctx context.Context, rows record.Rows, caseID string, check checkReading) error {
	readings, err := rows.Readings(ctx, caseID)
	for _, reading := range readings {
		if err == nil {
			err = check(atleast.ClaimsRead, reading.Item, reading)
		}
	}
	return err
}

func auditFingerprints(ctx context.Context, rows record.Rows, caseID string, check checkReading) error {
	prints, err := rows.Fingerprints(ctx, caseID)
	for _, print := range prints {
		if err == nil {
			err = check(atleast.FootageMatched, print.Item, print.Body)
		}
	}
	return err
}

func auditScreenTexts(ctx context.Context, rows record.Rows, caseID string, check checkReading) error {
	texts, err := rows.ScreenTexts(ctx, caseID)
	for _, text := range texts {
		if err == nil {
			err = check(atleast.ScreenTextRead, text.Item, text)
		}
	}
	return err
}
