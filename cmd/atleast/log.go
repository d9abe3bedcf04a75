package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast/blob"
	"github.com/atleast-desk/atleast/custody"
	"github.com/atleast-desk/atleast/desk"
)

// logCommand shows the ledger, and proves an entry of it.
func (p *program) logCommand() *cobra.Command {
	var asJSON, checkpoint, audit bool
	var last int64
	cmd := &cobra.Command{
		Use:   "log [INDEX]",
		Short: "The ledger: everything done on the desk; with an index, the proof of that entry",
		Long: `Without an argument the newest entries, oldest of them first. With an index the inclusion proof of
that entry (doc/formats/ledger.md) as a file that "atleast check" verifies.`,
		Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			d, err := p.openKeptDesk(ctx)
			if err != nil {
				return err
			}
			defer d.Close()
			switch {
			case audit:
				return p.audit(ctx, d)
			case checkpoint:
				return p.checkpoint(ctx, d)
			case len(args) == 1:
				return p.prove(ctx, d, args[0])
			}
			entries, err := newest(ctx, d, last)
			if err != nil {
				return err
			}
			return p.printEntries(entries, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object an entry")
	cmd.Flags().BoolVar(&checkpoint, "checkpoint", false, "print the signed checkpoint of the ledger")
	cmd.Flags().BoolVar(&audit, "audit", false, "compare everything that the desk keeps with its ledger")
	cmd.Flags().Int64Var(&last, "last", 50, "how many entries (0: all)")
	return cmd
}

// newest returns the last entries of the ledger, oldest first; all of them where last is 0.
func newest(ctx context.Context, d *desk.Desk, last int64) ([]custody.Entry, error) {
	size, err := d.LedgerSize(ctx)
	if err != nil {
		return nil, err
	}
	from := int64(0)
	if last > 0 && size > last {
		from = size - last
	}
	return d.Events(ctx, from, size-from)
}

// printEntries lists entries as a table or as JSON.
func (p *program) printEntries(entries []custody.Entry, asJSON bool) error {
	if asJSON {
		for _, e := range entries {
			if err := printJSON(p.out, e); err != nil {
				return err
			}
		}
		return nil
	}
	t := table{head: []string{"index", "time (UTC)", "who", "what", "case", "subject"}}
	for _, e := range entries {
		t.add(strconv.FormatInt(e.Index, 10), e.Event.At.UTC().Format(time.DateTime), e.Event.By,
			string(e.Event.Kind), e.Event.Case, clip(e.Event.Subject, 20))
	}
	return t.print(p.out, "the ledger is empty: nothing was done on this desk yet")
}

// checkpoint prints the ledger's signed state.
func (p *program) checkpoint(ctx context.Context, d *desk.Desk) error {
	note, err := d.Checkpoint(ctx)
	if err != nil {
		return err
	}
	_, err = p.out.Write(note)
	return err
}

// prove prints an entry with its proof.
func (p *program) prove(ctx context.Context, d *desk.Desk, argument string) error {
	index, err := strconv.ParseInt(argument, 10, 64)
	if err != nil {
		return bad(fmt.Errorf("log: %q is no index of an entry", argument))
	}
	entries, err := d.Events(ctx, index, 1)
	if err != nil {
		return err
	}
	if index < 0 || len(entries) == 0 {
		return bad(fmt.Errorf("log: there is no entry %d in the ledger", index))
	}
	proof, err := d.Prove(ctx, index)
	if err != nil {
		return err
	}
	return printJSON(p.out, proven{Key: d.VerifierKey(), Event: string(entries[0].Leaf), Proof: string(proof)})
}

// audit compares rows, bytes and ledger with one another.
func (p *program) audit(ctx context.Context, d *desk.Desk) error {
	err := d.Audit(ctx)
	if errors.Is(err, custody.ErrRefused) || errors.Is(err, blob.ErrCorrupt) {
		return no(err)
	}
	if err != nil {
		return err
	}
	size, err := d.LedgerSize(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "everything kept is as its event in the ledger says (%d events)\n", size)
	return err
}
