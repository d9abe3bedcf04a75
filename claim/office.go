package claim

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxDocument is how much the text of a document with its markup may have, in bytes.
const maxDocument = 32 << 20

// markup says which elements of a kind of document hold its text.
type markup struct {
	file   string          // in the zip
	lines  map[string]bool // they are lines
	text   map[string]bool // they hold text; any does where there is none
	spaces map[string]bool // they stand for space
	aside  map[string]bool // their text is none of the document's
}

var officeFiles = []markup{
	{file: "word/document.xml", lines: wordSet("p br cr"), text: wordSet("t"), spaces: wordSet("tab noBreakHyphen"), aside: wordSet("del instrText Fallback")},
	{file: "content.xml", lines: wordSet("p h line-break"), spaces: wordSet("s tab"), aside: wordSet("annotation tracked-changes forms")},
}

// readZip takes the text out of a Word (.docx) or OpenDocument (.odt) file.
func (r *Report) readZip(data []byte) error {
	files, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("a damaged zip (%w): %w", err, ErrNotText)
	}
	for _, kind := range officeFiles {
		in, err := files.Open(kind.file)
		if err != nil {
			continue
		}
		defer func() { _ = in.Close() }() // nothing was written to it
		text, err := kind.textOf(io.LimitReader(in, maxDocument+1))
		if err != nil {
			return fmt.Errorf("a damaged document (%w): %w", err, ErrNotText)
		}
		r.Text = text
		return nil
	}
	return &Unreadable{"a zip: take out of it what is to be read"}
}

// textOf reads the text of a document, a paragraph a line.
func (m markup) textOf(in io.Reader) (string, error) {
	var out lineWriter
	var open []string
	aside := 0
	walk := xml.NewDecoder(in)
	for {
		token, err := walk.RawToken()
		if errors.Is(err, io.EOF) {
			return out.String(), m.bounded(walk)
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			open = append(open, t.Name.Local)
			if m.aside[t.Name.Local] {
				aside++
			}
			if m.spaces[t.Name.Local] {
				out.write([]byte(" "))
			}
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != t.Name.Local {
				return "", fmt.Errorf("</%s> closes nothing", t.Name.Local)
			}
			open = open[:len(open)-1]
			if m.aside[t.Name.Local] {
				aside--
			}
			if m.lines[t.Name.Local] {
				out.end()
			}
		case xml.CharData:
			if aside == 0 && (m.text == nil || len(open) > 0 && m.text[open[len(open)-1]]) {
				out.write(t)
			}
		}
	}
}

// bounded refuses a document that was cut off since it unpacks to too much.
func (m markup) bounded(walk *xml.Decoder) error {
	if walk.InputOffset() > maxDocument {
		return fmt.Errorf("its %s has more than %d bytes", m.file, maxDocument)
	}
	return nil
}

// Unreadable says what a file is of which no text can be taken, and what to do
// about it. It is an ErrNotText.
type Unreadable struct {
	What string // "a zip: take out of it what is to be read"
}

func (u *Unreadable) Error() string { return u.What }

// Is makes it an ErrNotText.
func (u *Unreadable) Is(target error) bool { return target == ErrNotText }

// recognised are the beginnings of files that hold text in ways that are not read.
var recognised = []struct{ start, what string }{
	{"{\\rtf", "a document in RTF: save it as .docx, PDF or text first"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older document of Word or Excel: save it as .docx, PDF or text first"},
	{"Rar!", "a packed folder: unpack it first"},
	{"7z\xbc\xaf\x27\x1c", "a packed folder: unpack it first"},
	{"\x1f\x8b", "a packed file: unpack it first"},
	{"SQLite format 3\x00", "a database: export what is to be read as text first"},
	{"bplist00", "a web archive of Safari: save the page as PDF or HTML instead"},
}

// recognise returns what a file is that cannot be read, or nil.
func recognise(data []byte) error {
	for _, r := range recognised {
		if strings.HasPrefix(string(data[:min(len(data), 32)]), r.start) {
			return &Unreadable{r.what}
		}
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return &Unreadable{"empty"}
	}
	return nil
}
