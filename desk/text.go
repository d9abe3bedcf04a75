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

// textTask is how a child is asked for the text of a report.
const textTask = "text"

// Tasks are what a desk lets confined children do. Whoever opens a desk hands
// them to media.Child, first in main, and in TestMain.
func Tasks() []media.Task {
	return []media.Task{match.Task(), {Name: textTask, Run: func(in *os.File, name []byte) ([]byte, error) {
		content, err := io.ReadAll(in)
		if err != nil {
			return nil, err
		}
		report, err := claim.Extract(string(name), content)
		if err != nil {
			return nil, err
		}
		return json.Marshal(report)
	}}}
}

// legible replaces what cannot be kept as text: bytes that are no UTF-8, and the
// character that ends a string elsewhere. Claims point into what is kept.
func legible(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "\uFFFD")
}

// text takes the text out of a report. A PDF is taken apart in a child: it can
// be made so that what reads it never ends, or ends the whole program.
func (d *Desk) text(ctx context.Context, item atleast.Item) (report claim.Report, err error) {
	if item.Size > MaxReport {
		return report, trouble{fmt.Sprintf("could not be read: it has %d bytes, and reports are read up to %d", item.Size, MaxReport)}
	}
	if item.Type != "application/pdf" {
		return d.plainText(ctx, item)
	}
	answer, err := d.sandbox.Do(ctx, textTask, d.blobs.Path(item.Digest), []byte(item.Name))
	if refused := (*media.Refused)(nil); errors.As(err, &refused) {
		return report, trouble{fmt.Sprintf("could not be read: %v", refused)}
	}
	if err != nil {
		return report, err
	}
	return report, json.Unmarshal(answer, &report)
}

// plainText takes the text out of a file or a page.
func (d *Desk) plainText(ctx context.Context, item atleast.Item) (report claim.Report, err error) {
	content, err := d.blobs.Open(ctx, item.Digest)
	if err != nil {
		return report, err
	}
	defer content.Close()
	all, err := io.ReadAll(content)
	if err != nil {
		return report, err
	}
	err = surviving(func() (err error) {
		report, err = claim.Extract(item.Name, all)
		return err
	})
	return report, err
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
