package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
	"github.com/atleast-desk/atleast/claim/propose"
)

// readCommand reads reports and prints the claims in them.
func (p *program) readCommand() *cobra.Command {
	var date string
	var asJSON bool
	model := propose.Model{Address: p.getenv("ATLEAST_PROPOSER"), Name: p.getenv("ATLEAST_PROPOSER_MODEL"), Key: p.getenv("ATLEAST_PROPOSER_KEY")}
	cmd := &cobra.Command{
		Use:   "read PATH...",
		Short: "Who says what, how many? The claims in reports",
		Long: `Reads plain text, HTML, PDF, documents (.docx, .odt), letters (.eml), saved pages (.mhtml), the
pages of web archives (WARC, WACZ) and the chats that Telegram exports (- is standard input) and prints one claim a line: a table, or JSON with --json
(doc/formats/claim.md). Of a folder every file is read. A file that is no report is named, the rest are read, and the exit code is 2.`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, names []string) error {
			t := table{head: []string{"report", "who", "via", "number", "what", "words"}}
			say := func(c atleast.Claim) error {
				if asJSON {
					return printJSON(p.out, c)
				}
				t.add(claimRow(c)...)
				return nil
			}
			names, unusable, err := p.reportsUnder(names)
			if err != nil {
				return err
			}
			for _, err := range unusable {
				p.complain(err)
			}
			failed := len(unusable)
			for _, name := range names {
				err := p.readClaims(cmd.Context(), name, date, model, say)
				if ended := (unsaid{}); errors.As(err, &ended) {
					return ended.error
				}
				if err != nil {
					failed++
					p.complain(err)
				}
			}
			if !asJSON && failed < len(names)+len(unusable) {
				if err := t.print(p.out, "no claim found"); err != nil {
					return err
				}
			}
			if failed > 0 {
				return ended{exitBad, errSaid}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&date, "date", "", "day the reports appeared (2024-08-15), where they do not say it")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a claim")
	cmd.Flags().StringVar(&model.Address, "propose", model.Address, "address of a model that may propose claims, as http://127.0.0.1:8080/v1 (or $ATLEAST_PROPOSER); off without one")
	cmd.Flags().StringVar(&model.Name, "propose-model", model.Name, "its name (or $ATLEAST_PROPOSER_MODEL)")
	return cmd
}

// reportsUnder lists the files that the paths name; - is standard input.
func (p *program) reportsUnder(paths []string) (files []string, unusable []error, err error) {
	if slices.Contains(paths, "-") {
		return paths, nil, nil
	}
	return p.someUnder(paths)
}

// unsaid is why a claim could not be printed, which ends everything.
type unsaid struct{ error }

// readClaims reads the reports of one file and says their claims one by one. What
// is wrong with one page of an archive is named, and the others are read.
func (p *program) readClaims(ctx context.Context, name, date string, model propose.Model, say func(atleast.Claim) error) error {
	err := p.eachReport(name, func(r handed) error {
		if r.err != nil {
			fmt.Fprintf(p.err, "atleast: read %s: %v\n", r.Name, r.err)
			return nil
		}
		if r.Caveat != "" {
			fmt.Fprintf(p.err, "atleast: read %s: %s\n", r.Name, r.Caveat)
		}
		if date != "" {
			r.Date = date
		}
		for c := range p.claimsOf(ctx, r.Report, model) {
			c.Why = append(c.Why, r.notes...)
			if err := say(c); err != nil {
				return unsaid{err}
			}
		}
		return nil
	})
	if known := (*claim.Unreadable)(nil); errors.As(err, &known) {
		return fmt.Errorf("read %s: it is %s", name, known.What)
	} else if errors.Is(err, claim.ErrNotText) {
		return fmt.Errorf("read %s: it is neither text, HTML, PDF, a document or letter nor an archive of pages or messages", name)
	} else if err != nil {
		return readError(name, err)
	}
	return nil
}

// readError names the file, unless the error does.
func readError(name string, err error) error {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return err
	}
	return fmt.Errorf("read %s: %w", name, err)
}

// claimsOf reads one report, with the help of a model where one is named. A model
// that fails is said to, and the claims are those of the grammar.
func (p *program) claimsOf(ctx context.Context, r claim.Report, model propose.Model) iter.Seq[atleast.Claim] {
	if model.Address == "" {
		return claim.Each(r)
	}
	claims, err := propose.Read(ctx, model, r)
	if err != nil {
		fmt.Fprintf(p.err, "atleast: read %s: %v\n", r.Name, err)
	}
	return slices.Values(claims)
}

// claimRow is a claim for people.
func claimRow(c atleast.Claim) []string {
	who := c.Speaker
	switch {
	case c.SpeakerKind == atleast.OwnVoice:
		who = "(the report itself)"
	case who == "":
		who = "(not named)"
	}
	number, what := "", ""
	if c.Quantity != nil {
		number, what = c.Quantity.String(), c.Quantity.What
	}
	return []string{clip(c.Report, 24), clip(who, 32), clip(listed(c.Via), 24), number, clip(what, 28), clip(c.Quote, 60)}
}
