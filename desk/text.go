package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/media"
)

// reportTask is how a child is asked to read a report.
const reportTask = "report"

// Tasks are what a desk lets confined children do. Whoever opens a desk hands
// them to media.Child, first in main, and in TestMain.
func Tasks() []media.Task {
	return []media.Task{match.Task(), {Name: reportTask, Run: func(in *os.File, name []byte) ([]byte, error) {
		content, err := io.ReadAll(in)
		if err != nil {
			return nil, err
		}
		read, err := understand(string(name), content)
		if err != nil {
			return nil, err
		}
		return json.Marshal(read) // a number that cannot be written down is the report's fault as well
	}}}
}

// understood is a report's text and what it says.
type understood struct {
	Report claim.Report
	Claims []atleast.Claim
}

func understand(name string, content []byte) (read understood, err error) {
	if read.Report, err = claim.Extract(name, content); err != nil {
		return read, err
	}
	read.Report.Text = legible(read.Report.Text)
	read.Claims = claim.Read(read.Report)
	return read, nil
}

// legible replaces what cannot be kept as text: bytes that are no UTF-8, and the
// character that ends a string elsewhere. Claims point into what is kept.
func legible(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "\uFFFD")
}

// understand reads a report in a child: any report can be made so that reading it
// takes all the memory there is, or never ends. Where the machine cannot confine a
// child, pages and text are read here all the same, since nothing in them can do
// worse than that; a PDF is not.
func (d *Desk) understand(ctx context.Context, item atleast.Item) (read understood, err error) {
	if item.Size > MaxReport {
		return read, trouble{fmt.Sprintf("could not be read: it has %d bytes, and reports are read up to %d", item.Size, MaxReport)}
	}
	answer, err := d.sandbox.Do(ctx, reportTask, d.blobs.Path(item.Digest), []byte(item.Name))
	refused := (*media.Refused)(nil)
	switch {
	case errors.As(err, &refused) && refused.Reason == media.NoSandbox && item.Type != "application/pdf":
		return d.understandHere(ctx, item)
	case refused != nil:
		return read, trouble{fmt.Sprintf("could not be read: %v", refused)}
	case err != nil:
		return read, err
	}
	return read, json.Unmarshal(answer, &read)
}

// understandHere reads a report in the desk's own process.
func (d *Desk) understandHere(ctx context.Context, item atleast.Item) (read understood, err error) {
	content, err := d.blobs.Open(ctx, item.Digest)
	if err != nil {
		return read, err
	}
	defer content.Close()
	all, err := io.ReadAll(content)
	if err != nil {
		return read, err
	}
	err = surviving(func() (err error) {
		if read, err = understand(item.Name, all); err == nil {
			_, err = json.Marshal(read)
		}
		return err
	})
	return read, err
}

// surviving does work on what a stranger wrote. Where the work fails or breaks
// down, it is the report that could not be read.
func surviving(work func() error) (err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = trouble{fmt.Sprintf("could not be read: the reader broke down: %v", broken)}
		}
	}()
	if err := work(); err != nil {
		return trouble{fmt.Sprintf("could not be read: %v", err)}
	}
	return nil
}
