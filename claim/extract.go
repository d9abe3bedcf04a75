package claim

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
)

// ErrNotText is returned for a file that holds no text to read: a picture, an
// archive, a program.
var ErrNotText = errors.New("no text, HTML or PDF")

// Extract takes the text out of a file: plain text as it stands, the main text of
// an HTML page with the day it was published, the text of a PDF, a message out of
// Messages. Text in another charset than UTF-8 is converted. The name is kept as the report's name.
func Extract(name string, data []byte) (Report, error) {
	r := Report{Name: name}
	var err error
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		r.Text, err = pdfText(data)
	case bytes.HasPrefix(data, aloneStart):
		err = r.readMessage(data)
	case looksLikeHTML(data):
		err = r.readPage(data)
	default:
		r.Text, err = plainText(data, "")
	}
	if err != nil {
		return Report{}, fmt.Errorf("reading %s: %w", name, err)
	}
	return r, nil
}

// looksLikeHTML reports whether the file begins as a page does.
func looksLikeHTML(data []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 2048)], "\ufeff \t\r\n"))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<!--", "<?xml", "<div", "<p>", "<meta"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	return false
}

// plainText decodes text in the charset that is declared, else detected.
func plainText(data []byte, declared string) (string, error) {
	if utf8.Valid(data) && declared == "" {
		if !readable(data) {
			return "", ErrNotText
		}
		return string(data), nil
	}
	if bytes.IndexByte(data[:min(len(data), 1024)], 0) >= 0 && !utf16Mark(data) {
		return "", ErrNotText
	}
	if declared == "" {
		best, err := chardet.NewTextDetector().DetectBest(data[:min(len(data), 1<<16)])
		if err != nil {
			return "", ErrNotText
		}
		declared = best.Charset
	}
	encoding, _ := charset.Lookup(declared)
	if encoding == nil {
		return "", fmt.Errorf("charset %q: %w", declared, ErrNotText)
	}
	text, err := encoding.NewDecoder().Bytes(data)
	if err != nil || !readable(text) {
		return "", ErrNotText
	}
	return strings.TrimPrefix(string(text), "\ufeff"), nil
}

func utf16Mark(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff})
}

// readable reports whether text has no more odd characters than text can have.
func readable(text []byte) bool {
	odd, all := 0, 0
	for _, r := range string(text[:min(len(text), 1<<16)]) {
		all++
		if r == 0 || unicode.IsControl(r) && !unicode.IsSpace(r) || r == utf8.RuneError {
			odd++
		}
	}
	return 50*odd <= all
}

// publishedFrom and publishedTo bound the dates that are believed of a page, so
// that the answer does not depend on the day on which it is read.
var (
	publishedFrom = time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC)
	publishedTo   = time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
)

// readPage takes the main text, the publishing day and the outlet's name out of a page.
func (r *Report) readPage(data []byte) error {
	encoding, _, certain := charset.DetermineEncoding(data, "")
	if best, err := chardet.NewHtmlDetector().DetectBest(data[:min(len(data), 1<<16)]); !certain && !utf8.Valid(data) && err == nil {
		if detected, _ := charset.Lookup(best.Charset); detected != nil {
			encoding = detected // only the server said in which charset the page is
		}
	}
	page, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return ErrNotText
	}
	when := &htmldate.Options{UseOriginalDate: true, SkipExtensiveSearch: true, MinDate: publishedFrom, MaxDate: publishedTo}
	found, err := trafilatura.Extract(bytes.NewReader(page), trafilatura.Options{ExcludeComments: true, EnableFallback: true, HtmlDateOptions: when})
	if err != nil {
		return fmt.Errorf("no article in the page: %w", ErrNotText)
	}
	if !found.Metadata.Date.IsZero() {
		r.Date = found.Metadata.Date.Format(time.DateOnly)
	}
	r.Text, r.Outlet = found.ContentText, found.Metadata.Sitename
	return nil
}

// pdfText takes the text out of a PDF, page by page.
func pdfText(data []byte) (text string, err error) {
	defer func() {
		if broken := recover(); broken != nil { // the PDF reader panics on damaged files
			text, err = "", fmt.Errorf("damaged PDF (%v): %w", broken, ErrNotText)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", fmt.Errorf("damaged PDF (%w): %w", err, ErrNotText)
	}
	var b strings.Builder
	for i := 1; i <= r.NumPage(); i++ {
		page, err := r.Page(i).GetPlainText(nil)
		if err != nil {
			return "", fmt.Errorf("page %d (%w): %w", i, err, ErrNotText)
		}
		b.WriteString(page)
		b.WriteByte('\n')
	}
	if strings.TrimSpace(b.String()) == "" {
		return "", fmt.Errorf("a PDF of pictures without text: %w", ErrNotText)
	}
	return b.String(), nil
}
