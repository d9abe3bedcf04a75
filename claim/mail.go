package claim

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
)

// mailStart is how a letter or a saved page (MHTML) begins: header lines, among
// them one that only those have.
var mailStart = regexp.MustCompile(`^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?(?i:Message-ID|MIME-Version|Received|Return-Path|Delivered-To):`)

// What a letter may have: parts within parts, and parts in all.
const (
	deepestPart = 8
	mostParts   = 1000
)

// looksLikeMail reports whether the file begins as a letter does.
func looksLikeMail(data []byte) bool { return mailStart.Match(data[:min(len(data), 16<<10)]) }

// readMail takes the text out of a letter with its day and its sender, or the page
// out of a saved one. What is attached to a letter is left out.
func (r *Report) readMail(data []byte) error {
	letter, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("a damaged letter (%w): %w", err, ErrNotText)
	}
	search := &partSearch{left: mostParts}
	if err := search.through(textproto.MIMEHeader(letter.Header), letter.Body, 0); err != nil {
		return fmt.Errorf("a damaged letter (%w): %w", err, ErrNotText)
	}
	best := search.plain
	if kind, _, _ := mime.ParseMediaType(letter.Header.Get("Content-Type")); best == nil || kind == "multipart/related" {
		best = cmp.Or(search.page, search.plain)
	}
	if best == nil {
		return &Unreadable{"a letter without text of its own: what is attached to it may hold some"}
	}
	if err := r.readPart(*best); err != nil {
		return err
	}
	if !savedPage(letter.Header) {
		r.signed(letter.Header)
	}
	return nil
}

// readPart takes the text out of the part that holds it.
func (r *Report) readPart(p part) error {
	if p.kind == "text/html" {
		return r.readPage(p.body, p.contentType)
	}
	return r.plainText(p.body, charsetOf(p.contentType))
}

// signed fills in when a letter was sent and by whom.
func (r *Report) signed(header mail.Header) {
	if sent, err := header.Date(); err == nil {
		r.Date = sent.Format(time.DateOnly)
	}
	names := mail.AddressParser{WordDecoder: &mime.WordDecoder{CharsetReader: charset.NewReaderLabel}}
	if from, err := names.Parse(header.Get("From")); err == nil {
		r.Author = cmp.Or(from.Name, from.Address)
	}
}

// part is one part of a letter, decoded.
type part struct {
	kind        string // its media type
	contentType string // with parameters
	body        []byte
}

// partSearch looks for the first text and the first page of a letter.
type partSearch struct {
	plain, page *part
	left        int // parts that are still looked at
}

// through goes through a part and the parts in it.
func (s *partSearch) through(header textproto.MIMEHeader, body io.Reader, depth int) error {
	contentType := cmp.Or(header.Get("Content-Type"), "text/plain")
	kind, parameters, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind, _, _ = strings.Cut(strings.ToLower(contentType), ";")
	}
	if s.left--; s.left < 0 || depth > deepestPart {
		return fmt.Errorf("it has more than %d parts, or parts within %d others", mostParts, deepestPart)
	}
	if strings.HasPrefix(kind, "multipart/") && parameters["boundary"] != "" {
		return s.parts(multipart.NewReader(body, parameters["boundary"]), depth)
	}
	if disposition, _, _ := mime.ParseMediaType(header.Get("Content-Disposition")); disposition == "attachment" {
		return nil
	}
	place := map[string]**part{"text/plain": &s.plain, "text/html": &s.page, "application/xhtml+xml": &s.page}[kind]
	if place == nil || *place != nil {
		return nil
	}
	content, err := io.ReadAll(decoded(header.Get("Content-Transfer-Encoding"), body))
	if err != nil && len(content) == 0 {
		return err
	}
	*place = &part{kind, contentType, content}
	return nil
}

// parts goes through the parts of a part.
func (s *partSearch) parts(in *multipart.Reader, depth int) error {
	for {
		p, err := in.NextRawPart()
		if err != nil {
			if s.plain != nil || s.page != nil || errors.Is(err, io.EOF) {
				return nil // a letter that is cut short is read as far as it goes
			}
			return err
		}
		if err := s.through(p.Header, p, depth+1); err != nil {
			return err
		}
	}
}

// decoded undoes a transfer encoding.
func decoded(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}
