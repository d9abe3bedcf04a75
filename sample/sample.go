// Package sample fills a desk with two cases to learn on: the public figures on
// the soldiers captured in Kursk oblast in August 2024, retold in the project's
// own words, and a practice case whose pictures the project draws itself. Both go
// through the desk the way a newsroom's own material does.
package sample

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/intake"
)

// The names under which the sample is put on the record.
const (
	author   = "sample author"
	reviewer = "sample reviewer"
)

// lesson is a case with everything that is recorded in it.
type lesson struct {
	about       atleast.Case
	files       func() ([]file, error)
	sightings   func([]intake.Kept) []atleast.Sighting
	verdicts    []atleast.Verdict
	assumptions []atleast.Assumption
}

// file is something handed in.
type file struct {
	name, where string
	data        []byte
}

func lessons() []lesson { return []lesson{kursk(), street()} }

// Steps returns how often Fill calls its progress function on a fresh desk.
func Steps() int {
	n := 0
	for _, l := range lessons() {
		files, err := l.files()
		if err != nil {
			return n // Fill meets the same error and reports it
		}
		n += len(files)
	}
	return n
}

// Fill opens the sample cases on the desk and calls step after each file. A
// case that the desk has already is left as it is.
func Fill(ctx context.Context, d *desk.Desk, step func(name string)) error {
	for _, l := range lessons() {
		err := d.OpenCase(ctx, author, l.about)
		if errors.Is(err, atleast.ErrExists) {
			continue
		}
		if err != nil {
			return err
		}
		if err := l.fill(ctx, d, step); err != nil {
			return fmt.Errorf("case %s: %w", l.about.ID, err)
		}
	}
	return nil
}

func (l lesson) fill(ctx context.Context, d *desk.Desk, step func(string)) error {
	files, err := l.files()
	if err != nil {
		return err
	}
	kept := make([]intake.Kept, len(files))
	for i, f := range files {
		kept[i], err = d.Add(ctx, l.about.ID, author, intake.File{
			Name: f.name, Where: f.where,
			Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(f.data)), nil },
		})
		if err != nil {
			return fmt.Errorf("add %s: %w", f.name, err)
		}
		step(f.name)
	}
	for _, s := range l.sightings(kept) {
		if _, err := d.Code(ctx, l.about.ID, author, s); err != nil {
			return err
		}
	}
	for _, v := range l.verdicts {
		v.Case = l.about.ID
		if _, err := d.Judge(ctx, v); err != nil {
			return err
		}
	}
	for _, a := range l.assumptions {
		if err := d.Assume(ctx, l.about.ID, author, a); err != nil {
			return err
		}
	}
	return nil
}

// agreed is a verdict on a pair that two people gave.
func agreed(a, b string, is atleast.Judgement, why string) []atleast.Verdict {
	v := atleast.Verdict{On: atleast.OnPair, A: a, B: b, Is: is, Why: why, By: author}
	second := v
	second.By = reviewer
	return []atleast.Verdict{v, second}
}

// verified is a verdict that the footage of a sighting holds.
func verified(sighting, why string) atleast.Verdict {
	return atleast.Verdict{On: atleast.OnSighting, A: sighting, Is: atleast.Judgement(atleast.Verified), Why: why, By: author}
}
