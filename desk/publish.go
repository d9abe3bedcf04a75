package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
	"github.com/atleast-desk/atleast/custody"
	"github.com/atleast-desk/atleast/publish"
	"github.com/atleast-desk/atleast/record"
)

// Publish writes a release of the case to the folder dir, which must not exist
// yet, and records that it was published. Names and exact positions are left
// out but for what show asks for.
func (d *Desk) Publish(ctx context.Context, caseID, by, dir string, show publish.Show) error {
	if err := acting(by); err != nil {
		return err
	}
	in, err := d.release(ctx, caseID)
	if err != nil {
		return fmt.Errorf("desk: publish %s: %w", caseID, err)
	}
	in.Show = show
	if err := publish.Write(dir, in); err != nil {
		return fmt.Errorf("desk: publish %s: %w", caseID, err)
	}
	sums, err := os.ReadFile(filepath.Join(dir, publish.Sums))
	if err != nil {
		return fmt.Errorf("desk: publish %s: %w", caseID, err)
	}
	return d.rows.Update(ctx, func(tx *record.Tx) error {
		e := d.event(atleast.ReleasePublished, caseID, atleast.DigestOf(sums).String(), by)
		return enter(ctx, tx, e, string(sums))
	})
}

// release gathers what a release is made from.
func (d *Desk) release(ctx context.Context, caseID string) (in publish.Input, err error) {
	in.At, in.Ledger = d.time(), d.VerifierKey()
	if in.Case, err = d.Case(ctx, caseID); err != nil {
		return in, err
	}
	if in.Evidence, err = d.Evidence(ctx, caseID); err != nil {
		return in, err
	}
	if in.Tally, err = d.Tally(ctx, caseID); err != nil {
		return in, err
	}
	if in.Claims, err = d.Claims(ctx, caseID); err != nil {
		return in, err
	}
	figures, err := d.Figures(ctx, caseID)
	if err != nil {
		return in, err
	}
	if in.Figures, err = shownFigures(figures, in.Case, in.Evidence, in.Tally); err != nil {
		return in, err
	}
	in.Checkpoint, in.Proofs, err = d.proofs(ctx, caseID)
	return in, err
}

// shownFigures are the figures as a release shows them beside the floor.
func shownFigures(figures []corroborate.Figure, c atleast.Case, ev atleast.Evidence, t atleast.Tally) ([]publish.Figure, error) {
	gauge, of := corroborate.GaugeOf(c, ev, t), corroborate.ScopeOfCase(c, ev)
	shown := make([]publish.Figure, len(figures))
	for i, f := range figures {
		detail, err := json.Marshal(f)
		if err != nil {
			return nil, fmt.Errorf("figure %s: %w", f.ID, err)
		}
		against, allowed := gauge.Showing(f), corroborate.IntervalOf(f.Quantity)
		shown[i] = publish.Figure{
			ID: f.ID, Sentence: f.Sentence(), Label: f.Quantity.String(), Low: bounded(allowed.Low), High: bounded(allowed.High),
			Reports: f.Reports(), AtLeast: f.AtLeast, AtMost: f.AtMost,
			Standing: string(against.Standing), Why: against.Why,
			Compared: f.Scope.Comparable(of), Detail: detail,
		}
	}
	return shown, nil
}

// bounded is a number, or nil where it is no bound at all.
func bounded(f float64) *float64 {
	if math.IsInf(f, 0) {
		return nil
	}
	return &f
}

// proofs proves what people did in the case, sightings and verdicts, against
// one checkpoint: a reader can see that nothing was recorded afterwards.
func (d *Desk) proofs(ctx context.Context, caseID string) (checkpoint []byte, proofs []publish.Proof, err error) {
	err = d.rows.View(ctx, func(rows record.Rows) error {
		ledger := rows.Ledger(ctx)
		if checkpoint, err = custody.Checkpoint(ledger, d.signer); err != nil {
			return err
		}
		index := int64(-1)
		for leaf, err := range leaves(ledger) {
			if err != nil {
				return err
			}
			index++
			event, err := custody.ParseLeaf(leaf)
			if err != nil {
				return err
			}
			if event.Case != caseID || event.Kind != atleast.SightingCoded && event.Kind != atleast.VerdictGiven {
				continue
			}
			text, err := custody.Prove(ledger, index, d.signer)
			if err != nil {
				return err
			}
			proofs = append(proofs, publish.Proof{Leaf: leaf, Text: text})
		}
		return nil
	})
	return checkpoint, proofs, err
}
