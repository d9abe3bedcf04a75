package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/intake"
)

// addCommand preserves files in a case.
func (p *program) addCommand() *cobra.Command {
	var caseID, where string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "add --case NAME PATH...",
		Short: "Preserve files and folders in a case, then match and read them",
		Long: `Keeps each file's bytes as they are, by their SHA-256, on the record before anything
reads them; then matches photos and reads reports. Bytes that are kept already gain one
more place where they were found. A file that cannot be used is named with the reason,
the rest go on, and the exit code is 2.`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, paths []string) error {
			ctx := cmd.Context()
			files, unusable, err := p.someUnder(paths)
			if err != nil {
				return err
			}
			d, by, err := p.openDeskAs(ctx)
			if err != nil {
				return err
			}
			defer d.Close()
			if err := p.haveCase(ctx, d, by, caseID); err != nil {
				return err
			}
			a := adder{program: p, desk: d, caseID: caseID, by: by, where: where, json: asJSON}
			for _, err := range unusable {
				a.refuse(err)
			}
			ended := a.addAll(ctx, files)
			if a.broken != nil {
				return ended
			}
			return errors.Join(ended, p.readScreens(ctx, d))
		},
	}
	cmd.Flags().StringVar(&caseID, "case", "", "the case they belong to (opened where there is none)")
	cmd.Flags().StringVar(&where, "where", "", "where they were found, a web address for example (default their paths)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a file")
	_ = cmd.MarkFlagRequired("case") // fails only for a flag that does not exist
	return cmd
}

// readScreens reads the text on pictures and films. It may be stopped: what is not
// read yet is read after the next add, or while the desk is served.
func (p *program) readScreens(ctx context.Context, d *desk.Desk) error {
	var bar progress
	err := d.ReadScreens(ctx, func(done, total int, name string) {
		if done == 1 {
			bar = newProgress(p.err, "reading text on screens", total)
		}
		bar.step(name)
	})
	bar.done()
	return err
}

// haveCase opens the case with its name for a question where there is none, so
// that the first `add` on an empty desk works.
func (p *program) haveCase(ctx context.Context, d *desk.Desk, by, id string) error {
	_, err := d.Case(ctx, id)
	if !errors.Is(err, atleast.ErrNotFound) {
		return err
	}
	c := atleast.Case{ID: id, Question: "How many? (" + id + ")", What: "people", Zone: "UTC", SpeedKMH: atleast.DefaultSpeedKMH, Opened: p.now().UTC()}
	if err := c.Validate(); err != nil {
		return bad(err)
	}
	if err := d.OpenCase(ctx, by, c); err != nil {
		return err
	}
	fmt.Fprintf(p.err, "opened the case %s\n", id)
	return nil
}

// adder hands files to the desk one by one and says what became of each.
type adder struct {
	*program
	desk              *desk.Desk
	caseID, by, where string
	json              bool
	bar               progress
	kept, again, bad  int
	held              int   // items out of archives
	broken            error // the machine failed: nothing more is tried
}

func (a *adder) addAll(ctx context.Context, files []string) error {
	a.bar = newProgress(a.err, "preserving", len(files))
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			a.broken = fmt.Errorf("stopped before %s: %w", file, err)
		}
		if a.broken != nil {
			break
		}
		a.add(ctx, file)
		a.bar.step(file)
	}
	a.bar.done()
	fmt.Fprintf(a.err, "%d preserved, %d kept already, %d could not be used\n", a.kept, a.again, a.bad)
	if a.held > 0 {
		fmt.Fprintf(a.err, "%d taken out of archives and letters\n", a.held)
	}
	switch {
	case a.broken != nil:
		return a.broken
	case a.bad > 0:
		return ended{exitBad, errSaid}
	}
	return nil
}

func (a *adder) add(ctx context.Context, file string) {
	where := a.where
	if where == "" {
		if absolute, err := filepath.Abs(file); err == nil {
			where = absolute
		} else {
			where = file
		}
	}
	f := intake.File{Name: filepath.Base(file), Where: where, Open: func() (io.ReadCloser, error) { return os.Open(file) }}
	if beside, err := os.OpenRoot(filepath.Dir(file)); err == nil { // an export cannot name what lies outside its folder
		defer func() { _ = beside.Close() }()
		f.Beside = beside.FS()
	}
	kept, err := a.desk.Add(ctx, a.caseID, a.by, f)
	switch {
	case err == nil:
		a.say(file, kept)
		if kept.Item.Kind == atleast.Archive && kept.Trouble != "" {
			a.refuse(fmt.Errorf("%s: it is kept, and it %s", file, kept.Trouble))
		}
	case errors.Is(err, intake.ErrUnusable) && !machine(err):
		a.refuse(fmt.Errorf("%s: %w", file, err))
	default:
		a.broken = fmt.Errorf("add %s: %w", file, err)
	}
}

// refuse says why something cannot be used; the rest go on.
func (a *adder) refuse(err error) {
	a.bad++
	a.bar.clear()
	a.complain(err)
}

// say prints what became of one file.
func (a *adder) say(file string, kept intake.Kept) {
	if kept.New {
		a.kept++
	} else {
		a.again++
	}
	a.held += kept.Held
	if !a.json {
		return
	}
	err := printJSON(a.out, struct {
		Path    string         `json:"path"`
		Digest  atleast.Digest `json:"digest"`
		Kind    atleast.Kind   `json:"kind"`
		New     bool           `json:"new"`
		NewFind bool           `json:"new_find"`
		Held    int            `json:"held,omitempty"` // items that an archive holds
	}{file, kept.Item.Digest, kept.Item.Kind, kept.New, kept.NewFind, kept.Held})
	if err != nil {
		a.broken = err
	}
}
