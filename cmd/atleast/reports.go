package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/atleast-desk/atleast/claim"
	"github.com/atleast-desk/atleast/intake"
	"github.com/atleast-desk/atleast/intake/warc"
)

// handed is a report out of a file that was handed in.
type handed struct {
	claim.Report
	notes []string // what the file says of the report, for the claims' why
	err   error    // why this one cannot be read, where others of its file can
}

// eachReport visits the reports of a file: one, the pages of a web archive, or
// the messages of an exported chat. An archive is read page by page.
func (p *program) eachReport(name string, visit func(handed) error) error {
	in, err := p.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	short := filepath.Base(name)
	if file, ok := in.(*os.File); ok {
		if about, err := file.Stat(); err == nil && about.Mode().IsRegular() && warc.Sniff(file, about.Size()) != "" {
			return eachPage(short, file, about.Size(), visit)
		}
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	if size := int64(len(data)); warc.Sniff(bytes.NewReader(data), size) != "" {
		return eachPage(short, bytes.NewReader(data), size, visit)
	}
	if folder, err := intake.ChatFolder(bytes.NewReader(data), int64(len(data))); err == nil {
		return eachZippedMessage(short, folder, visit)
	}
	if bytes.HasPrefix(bytes.TrimLeft(data, "\ufeff \t\r\n"), []byte("{")) {
		if err := eachMessage(short, bytes.NewReader(data), visit); !errors.Is(err, claim.ErrNotTelegram) {
			return err
		}
	}
	report, err := claim.Extract(short, data)
	if err != nil {
		return err
	}
	return visit(handed{Report: report})
}

// eachPage visits the pages of a web archive, each named after the file and its
// address: "site.warc.gz#https://example.org/". A page of which there is no text
// to read is none.
func eachPage(name string, archive io.ReaderAt, size int64, visit func(handed) error) error {
	for page, err := range warc.Pages(archive, size) {
		if err != nil {
			return err
		}
		r := handed{Report: claim.Report{Name: name + "#" + page.URI}}
		if page.Damage != "" {
			r.err = fmt.Errorf("damaged in its archive: %s", page.Damage)
			if err := visit(r); err != nil {
				return err
			}
		}
		if page.Body == nil {
			continue
		}
		if r.Report, r.err = claim.ExtractServed(name+"#"+page.URI, page.Served, page.Body); errors.Is(r.err, claim.ErrNotText) {
			continue
		}
		if !page.At.IsZero() {
			r.notes = []string{"captured:" + page.At.UTC().Format(time.RFC3339)}
		}
		if page.Same != "" {
			r.notes = append(r.notes, "revisit:"+page.Same)
		}
		if err := visit(r); err != nil {
			return err
		}
	}
	return nil
}

// eachZippedMessage visits the messages of a chat that was exported into a folder
// and zipped with it.
func eachZippedMessage(name string, folder fs.FS, visit func(handed) error) error {
	export, err := folder.Open(intake.ExportName)
	if err != nil {
		return err
	}
	defer func() { _ = export.Close() }() // nothing was written to it
	return eachMessage(name, export, visit)
}

// eachMessage visits the messages of an exported chat.
func eachMessage(name string, export io.Reader, visit func(handed) error) error {
	for m, err := range claim.Messages(name, export) {
		if err != nil {
			return err
		}
		if m.Report.Text == "" {
			continue
		}
		r := handed{Report: m.Report}
		if !m.Edited.IsZero() {
			r.notes = []string{"edited:" + m.Edited.UTC().Format(time.RFC3339)}
		}
		if err := visit(r); err != nil {
			return err
		}
	}
	return nil
}
