package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
)

// readCommand reads reports and prints the claims in them.
func (p *program) readCommand() *cobra.Command {
	var date string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "read FILE...",
		Short: "Who says what, how many? The claims in reports",
		Long: `Reads plain text, HTML, PDF and the result.json that Telegram exports (- is standard input)
and prints one claim a line: a table, or JSON with --json (doc/formats/claim.md). A file that
is no report is named, the rest are read, and the exit code is 2.`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, names []string) error {
			t := table{head: []string{"report", "who", "via", "number", "what", "words"}}
			failed := false
			for _, name := range names {
				claims, err := p.readClaims(name, date)
				if err != nil {
					failed = true
					fmt.Fprintln(p.err, "atleast:", err)
					continue
				}
				for _, c := range claims {
					if asJSON {
						if err := printJSON(p.out, c); err != nil {
							return err
						}
						continue
					}
					t.add(claimRow(c)...)
				}
			}
			if !asJSON {
				if err := t.print(p.out, "no claim found"); err != nil {
					return err
				}
			}
			if failed {
				return ended{exitBad, errSaid}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&date, "date", "", "day the reports appeared (2024-08-15), where they do not say it")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a claim")
	return cmd
}

// readClaims reads the reports of one file.
func (p *program) readClaims(name, date string) ([]atleast.Claim, error) {
	in, err := p.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	reports, err := reportsIn(filepath.Base(name), data)
	if errors.Is(err, claim.ErrNotText) {
		return nil, fmt.Errorf("read %s: it is neither text, HTML nor PDF", name)
	} else if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	var claims []atleast.Claim
	for _, report := range reports {
		if date != "" {
			report.Date = date
		}
		claims = append(claims, claim.Read(report)...)
	}
	return claims, nil
}

// reportsIn takes the reports out of a file: one, or each message of a chat
// that Telegram exported.
func reportsIn(name string, data []byte) ([]claim.Report, error) {
	messages, err := claim.Telegram(name, data)
	if !errors.Is(err, claim.ErrNotTelegram) {
		return messages, err
	}
	report, err := claim.Extract(name, data)
	return []claim.Report{report}, err
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
