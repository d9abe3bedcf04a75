package desk

import (
	"context"
	"errors"
	"fmt"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/media"
	"github.com/atleast-desk/atleast/record"
	"github.com/atleast-desk/atleast/verify"
)

// fingerprint keeps the fingerprint of a photo, film or sound, by which others
// that show the same are found. The file is opened in a confined child.
func (d *Desk) fingerprint(ctx context.Context, caseID, by string, item atleast.Item) error {
	print, err := match.ReadFile(ctx, d.sandbox, d.blobs.Path(item.Digest))
	if refused := (*media.Refused)(nil); errors.As(err, &refused) {
		return trouble{fmt.Sprintf("could not be fingerprinted: %v", refused)}
	}
	if err != nil {
		return err
	}
	body, err := print.MarshalBinary()
	if err != nil {
		return err
	}
	return d.rows.Update(ctx, func(tx *record.Tx) error {
		if err := tx.PutFingerprint(ctx, record.Fingerprint{Item: item.Digest, Body: body}); err != nil {
			return err
		}
		if _, err := tx.PutTrouble(ctx, item.Digest, matching, ""); err != nil {
			return err
		}
		return enter(ctx, tx, d.event(atleast.FootageMatched, caseID, item.Digest.String(), by), body)
	})
}

// Examine says what kind of medium kept bytes are, where their header leaves it open.
func (d *Desk) Examine(ctx context.Context, item atleast.Digest) (media.Info, error) {
	return d.sandbox.Examine(ctx, d.blobs.Path(item))
}

// Footage groups the media of a case by what they show. The Path of a member is
// its item's digest.
func (d *Desk) Footage(ctx context.Context, caseID string) (footage []atleast.Footage, err error) {
	err = d.rows.View(ctx, func(rows record.Rows) error {
		verdicts, err := verdictsOn(ctx, rows, caseID, atleast.OnItems)
		if err != nil {
			return err
		}
		at, err := versionOf(ctx, rows, verdicts, atleast.ItemPreserved, atleast.ItemFound, atleast.FootageMatched)
		if err != nil {
			return err
		}
		footage, err = d.footage.get(caseID, at, func() ([]atleast.Footage, error) { return groups(ctx, rows, caseID, verdicts) })
		return err
	})
	return footage, err
}

// Lookalikes returns the pairs of items in a case that may have recorded one
// scene, those that nobody has answered first.
func (d *Desk) Lookalikes(ctx context.Context, caseID string) ([]atleast.Lookalike, error) {
	footage, err := d.Footage(ctx, caseID)
	if err != nil {
		return nil, err
	}
	verdicts, err := d.rows.Verdicts(ctx, caseID)
	if err != nil {
		return nil, err
	}
	return verify.Lookalikes(footage, verdicts), nil
}

func groups(ctx context.Context, rows record.Rows, caseID string, verdicts []atleast.Verdict) ([]atleast.Footage, error) {
	if _, err := rows.Case(ctx, caseID); err != nil {
		return nil, err
	}
	entries, err := entries(ctx, rows, caseID)
	if err != nil {
		return nil, err
	}
	judged, err := judged(verdicts)
	if err != nil {
		return nil, err
	}
	return match.Groups(entries, judged), nil
}

// entries are the media of a case, with their fingerprints where there are any.
func entries(ctx context.Context, rows record.Rows, caseID string) (entries []match.Entry, err error) {
	items, err := rows.Items(ctx, caseID)
	if err != nil {
		return nil, err
	}
	kept, err := rows.Fingerprints(ctx, caseID)
	if err != nil {
		return nil, err
	}
	prints := map[atleast.Digest]match.Fingerprint{}
	for _, k := range kept {
		var print match.Fingerprint
		if err := print.UnmarshalBinary(k.Body); err != nil {
			return nil, fmt.Errorf("desk: fingerprint of %s: %w", k.Item, err)
		}
		prints[k.Item] = print
	}
	for _, item := range items {
		if item.Kind.Medium() {
			entries = append(entries, match.Entry{Path: item.Digest.String(), Digest: item.Digest,
				Kind: item.Kind, Fingerprint: prints[item.Digest], First: item.First})
		}
	}
	return entries, nil
}

// judged is what people agree on about pairs of items.
func judged(verdicts []atleast.Verdict) (judged []match.Judged, err error) {
	agreed, _ := verify.Merge(atleast.OnItems, verdicts)
	for _, pair := range agreed {
		a, err := atleast.ParseDigest(pair.A)
		if err != nil {
			return nil, err
		}
		b, err := atleast.ParseDigest(pair.B)
		if err != nil {
			return nil, err
		}
		judged = append(judged, match.Judged{A: a, B: b, Is: pair.Is})
	}
	return judged, nil
}
