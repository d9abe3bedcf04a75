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
	return []media.Task{match.Task(), {Name: reportTask, Run: func(in *os.File, asked []byte) ([]byte, error) {
		var as handedAs
		if err := json.Unmarshal(asked, &as); err != nil {
			return nil, err
		}
		content, err := io.ReadAll(in)
		if err != nil {
			return nil, err
		}
		read, err := understand(as, content)
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

// handedAs is what is known of a report besides its bytes.
type handedAs struct {
	Name   string
	Served string // the content type with which it was sent, where that states a charset
}

func understand(as handedAs, content []byte) (read understood, err error) {
	if read.Report, err = claim.ExtractServed(as.Name, as.Served, content); err != nil {
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
	as, err := d.handedAs(ctx, item)
	if err != nil {
		return read, err
	}
	asked, err := json.Marshal(as)
	if err != nil {
		return read, err
	}
	answer, err := d.sandbox.Do(ctx, reportTask, d.blobs.Path(item.Digest), asked)
	refused := (*media.Refused)(nil)
	switch {
	case errors.As(err, &refused) && refused.Reason == media.NoSandbox && item.Type != "application/pdf":
		return d.understandHere(ctx, item, as)
	case refused != nil:
		return read, trouble{fmt.Sprintf("could not be read: %v", refused)}
	case err != nil:
		return read, err
	}
	return read, json.Unmarshal(answer, &read)
}

// handedAs returns what is known of a report besides its bytes. The first that
// stated a charset holds: the text that claims point into does not change when
// somebody else sends the same bytes as something else.
func (d *Desk) handedAs(ctx context.Context, item atleast.Item) (handedAs, error) {
	finds, err := d.rows.Finds(ctx, item.Digest)
	as := handedAs{Name: item.Name}
	for _, find := range finds {
		if as.Served == "" {
			as.Served = find.Served
		}
	}
	return as, err
}

// understandHere reads a report in the desk's own process.
func (d *Desk) understandHere(ctx context.Context, item atleast.Item, as handedAs) (read understood, err error) {
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
		if read, err = understand(as, all); err == nil {
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
