package claim

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"net/textproto"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
)

// Attached is a file that was sent with a letter.
type Attached struct {
	Name string // as the letter calls it; "attached 2" where it does not
	Body []byte
}

// IsLetter reports whether a file begins as a letter does, or a saved page.
func IsLetter(start []byte) bool { return looksLikeMail(start) }

// Attachments returns the files that were sent with a letter, and when it was sent
// (zero where it does not say). The pictures of a saved page are none, nor is text
// that is the letter itself. A letter that is cut short gives those before.
func Attachments(data []byte) (files []Attached, sent time.Time, err error) {
	letter, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, sent, fmt.Errorf("a damaged letter (%w): %w", err, ErrNotText)
	}
	if savedPage(letter.Header) {
		return nil, sent, nil
	}
	if sent, err = letter.Header.Date(); err != nil {
		sent = time.Time{}
	}
	found := &attachedSearch{left: mostParts}
	err = found.through(textproto.MIMEHeader(letter.Header), letter.Body, 0)
	return found.files, sent, err
}

// savedPage reports whether a browser wrote it, and nobody sent it.
func savedPage(header mail.Header) bool {
	return header.Get("Snapshot-Content-Location") != "" || strings.HasPrefix(header.Get("From"), "<Saved by")
}

// attachedSearch collects what is attached to a letter.
type attachedSearch struct {
	files []Attached
	left  int // parts that are still looked at
}

func (s *attachedSearch) through(header textproto.MIMEHeader, body io.Reader, depth int) error {
	kind, parameters, _ := mime.ParseMediaType(cmp.Or(header.Get("Content-Type"), "text/plain"))
	if s.left--; s.left < 0 || depth > deepestPart {
		return fmt.Errorf("it has more than %d parts, or parts within %d others", mostParts, deepestPart)
	}
	if strings.HasPrefix(kind, "multipart/") && parameters["boundary"] != "" {
		in := multipart.NewReader(body, parameters["boundary"])
		for {
			p, err := in.NextRawPart()
			if err != nil {
				return nil //nolint:nilerr // the end, or where a letter was cut short
			}
			if err := s.through(p.Header, p, depth+1); err != nil {
				return err
			}
		}
	}
	disposition, named, _ := mime.ParseMediaType(header.Get("Content-Disposition"))
	name := plainName(cmp.Or(named["filename"], parameters["name"]))
	if disposition != "attachment" && name == "" {
		return nil
	}
	content, _ := io.ReadAll(decoded(header.Get("Content-Transfer-Encoding"), body)) // what is cut short is kept as far as it goes
	if len(content) == 0 {
		return nil
	}
	s.files = append(s.files, Attached{cmp.Or(name, fmt.Sprintf("attached %d", len(s.files)+1)), content})
	return nil
}

// plainName undoes the words in which headers write letters beyond ASCII, and takes
// the folders from a name.
func plainName(name string) string {
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	if plain, err := words.DecodeHeader(name); err == nil {
		name = plain
	}
	return name[strings.LastIndexAny(name, `/\`)+1:]
}
