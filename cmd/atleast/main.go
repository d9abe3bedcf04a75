// Command atleast is the verification desk: it keeps what is handed in, reads
// who claims what, matches footage, counts how many there are at least, and
// proves it. Each of its commands is in a file of its own.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/media"
)

// program is what one run of a command is given: a test hands it its own
// streams and clock.
type program struct {
	in     io.Reader
	out    io.Writer
	err    io.Writer
	now    func() time.Time
	getenv func(string) string
	desk   string // --desk; empty means the environment's, then the user's own
	by     string // --by: who acts
}

func main() {
	media.Child(desk.Tasks()...) // does not return where this process is a decoder in its sandbox
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	p := &program{in: os.Stdin, out: os.Stdout, err: os.Stderr, now: time.Now, getenv: os.Getenv}
	code := p.run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// run carries out one command line and returns its exit code.
func (p *program) run(ctx context.Context, args []string) int {
	root := p.root()
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	return p.exitCode(withUsage(cmd, err))
}

// withUsage says how a command is used where it was typed wrongly. Cobra has no
// type for these two errors.
func withUsage(cmd *cobra.Command, err error) error {
	switch {
	case err == nil:
		return nil
	case strings.HasPrefix(err.Error(), "unknown command"):
		return bad(fmt.Errorf("%w\nthe commands: %s --help", err, cmd.CommandPath()))
	case strings.HasPrefix(err.Error(), "required flag"):
		return bad(mistyped(cmd, err))
	}
	return err
}

// mistyped adds to an error how the command is used.
func mistyped(cmd *cobra.Command, err error) error {
	return fmt.Errorf("%w\nusage: %s\nmore: %s --help", err, cmd.UseLine(), cmd.CommandPath())
}

// root lists every command there is.
func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "atleast",
		Short: "The verification desk: who claims what, and how many at least",
		Long: `atleast keeps reports, photos and videos about an event as they arrived, reads who
claims what, finds which footage shows the same recording, and computes at least
how many people (vehicles, bodies, strikes) it shows, with a proof anyone can check.

Exit codes: 0 done; 1 the answer is no (a check fails, verdicts contradict);
2 bad input or usage; 3 the machine failed (disk, permission).`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return bad(mistyped(cmd, err)) })
	flags := root.PersistentFlags()
	flags.StringVar(&p.desk, "desk", "", "folder of the desk (default $ATLEAST_DESK, else your data directory)")
	flags.StringVar(&p.by, "by", "", "who acts, as it will stand on the record (default your user name)")
	root.AddCommand(
		p.caseCommand(),
		p.addCommand(),
		p.readCommand(),
		p.matchCommand(),
		p.countCommand(),
		p.checkCommand(),
		p.publishCommand(),
		p.serveCommand(),
		p.demoCommand(),
		p.doctorCommand(),
		p.findCommand(),
		p.logCommand(),
	)
	return root
}
