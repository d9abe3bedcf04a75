package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

// defaultBudget is for the rare case that no search gets to the end of: the floor
// printed is then proven all the same, and says that it may not be the best.
const defaultBudget = time.Minute

// countCommand computes the floor and the ceiling of an evidence file.
func (p *program) countCommand() *cobra.Command {
	var options count.Options
	var budget time.Duration
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "count FILE",
		Short: "At least how many? Floor, ceiling and proof from an evidence file",
		Long: `Reads evidence (doc/formats/evidence.md; - is standard input) and prints the floor that its
certificate proves, the ceiling, and why. Only verified sightings count, and a
difference needs two reviewers. Exit code 1 where the verdicts contradict each other.`,
		Example: `  atleast count sightings.json
  atleast count sightings.json --json > tally.json && atleast check tally.json --input sightings.json`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			ev, err := p.readEvidence(args[0])
			if err != nil {
				return err
			}
			if budget > 0 {
				end := p.now().Add(budget)
				options.Stop = func() bool { return p.now().After(end) }
			}
			tally, err := count.Count(ev, options)
			if err != nil {
				return bad(fmt.Errorf("count %s: %w", args[0], err))
			}
			if asJSON {
				err = printJSON(p.out, tally)
			} else {
				err = printTally(p.out, ev, tally)
			}
			if err != nil {
				return err
			}
			if tally.Floor == nil {
				return ended{exitNo, errSaid}
			}
			return nil
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&options.Unverified, "unverified", false, "count unverified sightings too")
	flags.BoolVar(&options.SingleReview, "single-review", false, "let a difference found by one reviewer count")
	flags.DurationVar(&budget, "budget", defaultBudget, "stop after this long and print what is proven by then (0: never)")
	flags.BoolVar(&asJSON, "json", false, "the tally as one JSON object")
	return cmd
}

// readEvidence parses the file, or standard input for "-".
func (p *program) readEvidence(name string) (atleast.Evidence, error) {
	in, err := p.open(name)
	if err != nil {
		return atleast.Evidence{}, err
	}
	defer in.Close()
	ev, err := atleast.ParseEvidence(in)
	if err != nil {
		return ev, bad(fmt.Errorf("%s: %w", name, err))
	}
	return ev, nil
}

// open opens a file that the command line names, or standard input for "-".
func (p *program) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(p.in), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, bad(err)
	}
	return f, nil
}

// mostShown is how many entries of a list a person is shown.
const mostShown = 12

// printTally writes the tally for people: the answer first.
func printTally(w io.Writer, ev atleast.Evidence, t atleast.Tally) error {
	var b strings.Builder
	if t.Floor == nil {
		printContradictions(&b, t)
	} else {
		printAnswer(&b, ev, t)
		printReasons(&b, t)
		printSupport(&b, t)
		printWorld(&b, t)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func printContradictions(b *strings.Builder, t atleast.Tally) {
	fmt.Fprintln(b, "No number: what is recorded contradicts itself. No world satisfies all of:")
	for _, c := range t.Contradictions {
		for _, pair := range c.Verdicts {
			fmt.Fprintf(b, "  the verdict on %s and %s\n", pair[0], pair[1])
		}
		if len(c.Sightings) > 0 {
			fmt.Fprintf(b, "  the numbers of %s\n", strings.Join(c.Sightings, ", "))
		}
		if c.Loose {
			fmt.Fprintln(b, "  (time ran out: some of these may not be needed for the clash)")
		}
	}
}

func printAnswer(b *strings.Builder, ev atleast.Evidence, t atleast.Tally) {
	fmt.Fprintf(b, "At least %d %s", *t.Floor, ev.What)
	if t.Ceiling != nil {
		fmt.Fprintf(b, ", at most %d", *t.Ceiling)
	}
	b.WriteString(".\n")
	switch {
	case t.Exact:
		fmt.Fprintln(b, "No more can be claimed: a world with exactly that many fits everything recorded.")
	case t.LeastWorld != nil:
		fmt.Fprintf(b, "Proven, but perhaps not the best: the smallest world found has %d.\n", *t.LeastWorld)
	}
	for _, a := range t.Assumed {
		if a.Floor != nil {
			fmt.Fprintf(b, "Assuming %q: at least %d.\n", a.Name, *a.Floor)
		}
	}
}

func printReasons(b *strings.Builder, t atleast.Tally) {
	c := t.Certificate
	if c == nil || (len(c.Weights) == 0 && len(c.Parts) == 0) {
		return
	}
	low := make([]string, 0, len(c.Weights))
	for _, weight := range c.Weights {
		text := weight.ID
		if weight.Y != "1" || weight.Z != "" {
			text += " (weight " + weight.Y
			if weight.Z != "" {
				text += ", against its high " + weight.Z
			}
			text += ")"
		}
		low = append(low, text)
	}
	fmt.Fprintf(b, "\nThese add up:  %s\n", listed(low))
	if n := len(c.Parts); n > 0 {
		fmt.Fprintf(b, "and %d more parts of the certificate, each different from the rest (see --json)\n", n)
	}
	for i, pair := range c.Pairs {
		if i == mostShown {
			fmt.Fprintf(b, "  and %d pairs more\n", int64(len(c.Pairs)-i)+c.Omitted)
			break
		}
		fmt.Fprintf(b, "  %s and %s are different: %s\n", pair.A, pair.B, strings.TrimSuffix(strings.ReplaceAll(string(pair.Because), "_", " and ")+": "+pair.Why, ": "))
	}
}

func printSupport(b *strings.Builder, t atleast.Tally) {
	for i, s := range t.RestsOn {
		if i == mostShown {
			fmt.Fprintf(b, "  and %d more\n", len(t.RestsOn)-i)
			break
		}
		if i == 0 {
			fmt.Fprintln(b, "\nIt rests on:")
		}
		without := "no floor"
		if s.FloorWithout != nil {
			without = strconv.FormatInt(*s.FloorWithout, 10)
		}
		if s.Verdict != nil {
			fmt.Fprintf(b, "  if the verdict on %s and %s falls: %s\n", s.Verdict[0], s.Verdict[1], without)
		} else {
			fmt.Fprintf(b, "  if %s falls: %s\n", s.Sighting, without)
		}
	}
}

func printWorld(b *strings.Builder, t atleast.Tally) {
	for i, share := range t.World {
		if i == mostShown {
			fmt.Fprintf(b, "  and %d groups more\n", len(t.World)-i)
			break
		}
		if i == 0 {
			fmt.Fprintln(b, "\nA smallest world that fits:")
		}
		fmt.Fprintf(b, "  %d seen in %s\n", share.People, listed(share.SeenIn))
	}
}

// listed joins names for people, cutting long lists.
func listed(names []string) string {
	if len(names) > mostShown {
		return strings.Join(names[:mostShown], ", ") + fmt.Sprintf(" and %d more", len(names)-mostShown)
	}
	return strings.Join(names, ", ")
}

// errContradiction says that a case has no floor.
var errContradiction = errors.New("its verdicts contradict each other")
