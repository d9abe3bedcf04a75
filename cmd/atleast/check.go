package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast/count/check"
	"github.com/atleast-desk/atleast/custody"
	"github.com/atleast-desk/atleast/publish"
)

// checker is one run of the check command.
type checker struct {
	*program
	input   string
	key     string
	options check.Options
}

// checkCommand verifies a tally, a release or an entry of a ledger.
func (p *program) checkCommand() *cobra.Command {
	c := checker{program: p}
	cmd := &cobra.Command{
		Use:   "check FILE|FOLDER",
		Short: "Does it hold? A tally, a release, or an entry of a ledger",
		Long: `Verifies, without the desk and without the solver:
  a folder    a release, whole (atleast publish)
  a tally     its certificate and its world, against the evidence (atleast count --json)
  a proof     that an entry is in a ledger (atleast log INDEX)
Exit code 0: it holds; 1: it does not, and the line that fails is named; 2: it is none of these.`,
		Example: `  atleast check release/
  atleast check tally.json --input sightings.json
  atleast check proof.json --key atleast.desk/...`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			if isDir(args[0]) {
				return c.release(args[0])
			}
			return c.file(args[0])
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&c.input, "input", "", "evidence that the tally was computed from (default evidence.json beside it)")
	flags.StringVar(&c.key, "key", "", "public key that the ledger must be signed with, as its desk gives it out")
	flags.BoolVar(&c.options.Unverified, "unverified", false, "the tally counted unverified sightings too")
	flags.BoolVar(&c.options.SingleReview, "single-review", false, "the tally let a difference found by one reviewer count")
	return cmd
}

// isDir reports whether the path is a folder.
func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// file tells from its fields what a JSON file is.
func (c checker) file(name string) error {
	in, err := c.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	data, err := io.ReadAll(in)
	if err != nil {
		return fmt.Errorf("check %s: %w", name, err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return bad(fmt.Errorf("check %s: it is neither a tally nor a proof: %w", name, err))
	}
	if _, ok := fields["proof"]; ok {
		return c.entry(name, data)
	}
	return c.tally(name, data)
}

// tally verifies a tally against its evidence.
func (c checker) tally(name string, data []byte) error {
	input := c.input
	if input == "" {
		input = filepath.Join(filepath.Dir(name), "evidence.json")
		if _, err := os.Stat(input); err != nil {
			return bad(fmt.Errorf("check %s: against which evidence? say it with --input FILE", name))
		}
	}
	ev, err := c.readEvidence(input)
	if err != nil {
		return err
	}
	t, err := check.ReadTally(bytes.NewReader(data))
	if err != nil {
		return no(fmt.Errorf("%s does not hold: %w", name, err))
	}
	if err := check.Tally(ev, c.options, t); err != nil {
		return no(fmt.Errorf("%s does not hold: %w", name, err))
	}
	if t.Floor == nil {
		fmt.Fprintf(c.out, "%s holds: the evidence contradicts itself as it says, and there is no number\n", name)
		return nil
	}
	fmt.Fprintf(c.out, "%s holds: at least %d %s\n", name, *t.Floor, ev.What)
	return nil
}

// proven is an entry of a ledger with its proof: what `atleast log INDEX` prints.
type proven struct {
	Key   string `json:"key"`   // the ledger's public key, as a note verifier key
	Event string `json:"event"` // the bytes that were hashed
	Proof string `json:"proof"` // C2SP tlog-proof
}

// entry verifies that an event is in the ledger whose key signed the proof.
func (c checker) entry(name string, data []byte) error {
	var e proven
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&e); err != nil {
		return bad(fmt.Errorf("check %s: %w", name, err))
	}
	if c.key != "" && c.key != e.Key {
		return no(fmt.Errorf("%s does not hold: it is signed with the key %s, not the one you gave", name, e.Key))
	}
	event, err := custody.ParseLeaf([]byte(e.Event))
	if err == nil {
		err = custody.CheckProof([]byte(e.Proof), []byte(e.Event), e.Key)
	}
	if err != nil {
		return no(fmt.Errorf("%s does not hold: %w", name, err))
	}
	fmt.Fprintf(c.out, "%s holds: %s %s by %s at %s is in the ledger of %s\n",
		name, event.Kind, clip(event.Subject, 20), event.By, event.At.Format("2006-01-02 15:04:05 MST"), e.Key)
	if c.key == "" {
		fmt.Fprintln(c.err, "Compare the key with the one that the desk gives out, or pass that with --key.")
	}
	return nil
}

// release verifies a published folder.
func (c checker) release(dir string) error {
	found, err := publish.Check(dir)
	if err != nil {
		return bad(err)
	}
	for _, problem := range found.Problems {
		fmt.Fprintln(c.err, problem)
	}
	if !found.Holds() {
		return no(fmt.Errorf("%s does not hold: %d problems", dir, len(found.Problems)))
	}
	floor := "no number, for the evidence contradicts itself"
	if found.Floor != nil {
		floor = fmt.Sprintf("at least %d", *found.Floor)
	}
	fmt.Fprintf(c.out, "%s holds: %s\n%s\n%d files as listed, %d events proven to be in a ledger of %d entries\n",
		dir, floor, found.Question, found.Files, found.Proofs, found.Entries)
	return nil
}
