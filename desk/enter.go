package desk

import (
	"context"
	"fmt"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/custody"
	"github.com/atleast-desk/atleast/record"
)

// event begins the entry for something that is done now.
func (d *Desk) event(kind atleast.EventKind, caseID, subject, by string) atleast.Event {
	return atleast.Event{Kind: kind, Case: caseID, Subject: subject, By: by, At: d.time()}
}

// enter writes an event about what was recorded into the ledger, in the
// transaction that records it.
func enter(ctx context.Context, tx *record.Tx, e atleast.Event, recorded any) error {
	body, err := record.Body(recorded)
	if err != nil {
		return fmt.Errorf("desk: %s of %s: %w", e.Kind, e.Subject, err)
	}
	e.Record = atleast.DigestOf(body)
	_, err = custody.Append(tx.Appender(ctx), e)
	return err
}

// acting refuses what nobody has done.
func acting(by string) error {
	if by == "" {
		return fmt.Errorf("desk: %w: who acts is empty", atleast.ErrInvalid)
	}
	return nil
}
