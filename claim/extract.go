package claim

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
	unicode16 "golang.org/x/text/encoding/unicode"
)

// ErrNotText is returned for a file that holds no text to read: a picture, an
// archive, a program.
var ErrNotText = errors.New("no text, HTML, PDF, document or letter")

// Extract takes the text out of a file: plain text as it stands, the main text of
// an HTML page with the day it was published, the text of a PDF, of a document
// (.docx, .odt) or of a letter with its day and sender, a saved page (MHTML), a
// message out of Messages. Text in another charset than UTF-8 is converted. The name is kept as the report's name.
func Extract(name string, data []byte) (Report, error) { return ExtractServed(name, "", data) }

// ExtractServed is Extract for what a server sent with a content type, whose
// charset holds unless the bytes themselves are marked with another.
func ExtractServed(name, contentType string, data []byte) (Report, error) {
	r := Report{Name: name}
	var err error
	if wide, ok := fromUTF16(data); ok {
		data, contentType = wide, ""
	}
	if strings.EqualFold(charsetOf(contentType), "utf-8") && !readable(data) {
		contentType = "" // the server did not know
	}
	if err := recognise(data); err != nil {
		return Report{}, fmt.Errorf("reading %s: %w", name, err)
	}
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		r.Text, err = pdfText(data)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		err = r.readZip(data)
	case looksLikeMail(data):
		err = r.readMail(data)
	case bytes.HasPrefix(data, aloneStart):
		err = r.readMessage(data)
	case looksLikeHTML(data):
		err = r.readPage(data, contentType)
	default:
		err = r.plainText(data, charsetOf(contentType))
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

// plainText takes text in the charset that is declared, else in the one it seems
// to be in.
func (r *Report) plainText(data []byte, declared string) error {
	if utf8.Valid(data) {
		if !readable(data) {
			return ErrNotText
		}
		r.Text = string(data)
		return nil
	}
	if bytes.IndexByte(data[:min(len(data), 1024)], 0) >= 0 {
		return ErrNotText
	}
	encoding, _ := charset.Lookup(declared)
	if encoding == nil {
		encoding, r.Caveat = guessCharset(chardet.NewTextDetector(), data)
	}
	if encoding == nil {
		return ErrNotText
	}
	text, err := encoding.NewDecoder().Bytes(data)
	if err != nil || !readable(text) {
		return ErrNotText
	}
	r.Text = strings.TrimPrefix(string(text), "\ufeff")
	return nil
}

// fromUTF16 converts what begins with the mark of UTF-16.
func fromUTF16(data []byte) ([]byte, bool) {
	if !bytes.HasPrefix(data, []byte{0xff, 0xfe}) && !bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return nil, false
	}
	text, err := unicode16.UTF16(unicode16.LittleEndian, unicode16.UseBOM).NewDecoder().Bytes(data)
	return text, err == nil
}

// charsetOf returns the charset that a content type states, or "".
func charsetOf(contentType string) string {
	_, parameters, err := mime.ParseMediaType(contentType)
	if err != nil {
		return ""
	}
	return parameters["charset"]
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
