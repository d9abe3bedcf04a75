package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast/publish"
)

// publishCommand writes a release of a case.
func (p *program) publishCommand() *cobra.Command {
	var out string
	var show publish.Show
	cmd := &cobra.Command{
		Use:   "publish CASE --out DIR",
		Short: "Write a release: report, data, certificate and proofs in one folder",
		Long: `Writes one folder that stands by itself (doc/formats/release.md): report.html, the data as JSON,
CSV and GeoJSON, the certificate, the ledger's proofs, and SHA256SUMS. Whoever has
only that folder can verify it with "atleast check DIR". It holds no pictures; analysts and whoever
sent a message or a letter are numbered, and places widened as far as the proof allows, unless asked otherwise.`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			by, err := p.who()
			if err != nil {
				return err
			}
			d, err := p.openKeptDesk(ctx)
			if err != nil {
				return err
			}
			defer d.Close()
			if _, err := needCase(ctx, d, args[0]); err != nil {
				return err
			}
			tally, err := d.Tally(ctx, args[0])
			if err != nil {
				return err
			}
			if tally.Floor == nil {
				return no(fmt.Errorf("publish %s: %w; resolve them first (atleast serve shows a smallest set that clashes)", args[0], errContradiction))
			}
			if err := d.Publish(ctx, args[0], by, out, show); err != nil {
				return err
			}
			fmt.Fprintf(p.err, "published %s in %s: at least %d. Verify it with: atleast check %s\n", args[0], out, *tally.Floor, out)
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&out, "out", "", "folder to write, which must not exist yet")
	flags.StringSliceVar(&show.Names, "name", nil, "analyst, or sender of a message or letter, who agreed to be named; all others are numbered")
	flags.BoolVar(&show.Positions, "positions", false, "publish places as they were coded, not widened")
	_ = cmd.MarkFlagRequired("out") // fails only for a flag that does not exist
	return cmd
}
