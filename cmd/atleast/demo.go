package main

import (
	"fmt"
	"net"
	"os"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast/sample"
)

// demoCommand fills a fresh desk with the sample cases and serves it.
func (p *program) demoCommand() *cobra.Command {
	addr := defaultAddr
	fillOnly := false
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Fill a fresh desk with the sample cases and serve it",
		Long: `Fills a fresh desk with two cases and serves it on this machine: "Kursk oblast, August 2024",
from public figures in the project's own words, and "Practice: a drawn street", whose
pictures the project draws itself. With --desk the cases are put on that desk, once.`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			var listener net.Listener
			if !fillOnly {
				var err error
				if listener, err = listen(addr); err != nil {
					return err
				}
				defer listener.Close()
			}
			dir := p.desk
			if dir == "" {
				var err error
				if dir, err = os.MkdirTemp("", "atleast-demo-"); err != nil {
					return err
				}
				fmt.Fprintf(p.err, "a fresh desk in %s\n", dir)
			}
			d, err := p.openDeskAt(ctx, dir)
			if err != nil {
				return err
			}
			defer d.Close()
			bar := newProgress(p.err, "filling", sample.Steps())
			if err := sample.Fill(ctx, d, bar.step); err != nil {
				return fmt.Errorf("fill the desk: %w", err)
			}
			bar.done()
			for _, line := range missing(tools(ctx)) {
				fmt.Fprintln(p.err, line)
			}
			if fillOnly {
				return nil
			}
			return p.serve(ctx, d, listener)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", defaultAddr, "loopback address to serve on")
	cmd.Flags().BoolVar(&fillOnly, "fill-only", false, "fill the desk and stop")
	return cmd
}
