package warc

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"mime"
	"strconv"
	"strings"
	"time"
)

// maxHeader bounds the header of a record, and that of the answer in it, in bytes.
const maxHeader = 64 << 10

// MaxPage bounds a page, as it stands in the archive and unpacked, in bytes.
// Larger ones are named and not read.
const MaxPage = 32 << 20

// reader takes the records out of a stream one by one.
type reader struct {
	in    *bufio.Reader
	block *io.LimitedReader // what is left of the record before
	seen  int               // records
}

// record is a record of an archive: its header, and its block, still to be read.
type record struct {
	fields map[string]string // by the name in lower case
	length int64
	block  io.Reader
	from   *reader
}

// next returns the next record, or io.EOF after the last. Whatever was left of
// the block before is skipped.
func (r *reader) next() (*record, error) {
	if err := r.skip(); err != nil {
		return nil, err
	}
	r.seen++
	line, err := r.line()
	for err == nil && line == "" {
		line, err = r.line() // the empty lines after a block
	}
	switch {
	case errors.Is(err, io.EOF) && line == "":
		return nil, io.EOF
	case err != nil && !errors.Is(err, io.EOF):
		return nil, r.refuse("%w", err)
	case !strings.HasPrefix(line, string(version)):
		return nil, r.refuse("it does not begin like one; the length of the record before may be wrong")
	}
	rec := &record{from: r}
	if rec.fields, err = readFields(r.line); err != nil {
		return nil, r.refuse("%w", err)
	}
	if rec.length, err = strconv.ParseInt(rec.fields["content-length"], 10, 64); err != nil || rec.length < 0 {
		return nil, r.refuse("its length is %q", rec.fields["content-length"])
	}
	r.block = &io.LimitedReader{R: r.in, N: rec.length}
	rec.block = r.block
	return rec, nil
}

// skip reads what is left of the block.
func (r *reader) skip() error {
	if r.block == nil {
		return nil
	}
	if _, err := io.Copy(io.Discard, r.block); err != nil {
		return r.refuse("%w", err)
	}
	if r.block.N > 0 {
		return r.refuse("it is cut short: %d bytes of its block are missing", r.block.N)
	}
	return nil
}

// line returns the next line without its end.
func (r *reader) line() (string, error) { return readLine(r.in) }

// readLine refuses a line that is longer than a whole header may be.
func readLine(in *bufio.Reader) (string, error) {
	line, err := in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		return "", fmt.Errorf("its header has a line of more than %d bytes", in.Size())
	}
	return strings.TrimRight(string(line), "\r\n"), err
}

// readFields reads the fields of a header up to the empty line. Of fields of one
// name the first counts. A line that begins with a space goes on with the one
// before.
func readFields(line func() (string, error)) (map[string]string, error) {
	fields, size, last := map[string]string{}, 0, ""
	for {
		text, err := line()
		if err != nil {
			return nil, fmt.Errorf("its header is cut short (%w)", err)
		}
		if text == "" {
			return fields, nil
		}
		if size += len(text); size > maxHeader {
			return nil, fmt.Errorf("its header is longer than %d bytes", maxHeader)
		}
		if text[0] == ' ' || text[0] == '\t' {
			fields[last] += " " + strings.TrimSpace(text)
			continue
		}
		name, value, found := strings.Cut(text, ":")
		last = strings.ToLower(strings.TrimSpace(name))
		if _, twice := fields[last]; found && !twice {
			fields[last] = strings.TrimSpace(value)
		}
	}
}

// refuse says what is wrong with the record that is being read.
func (r *reader) refuse(format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	if errors.Is(err, ErrRefused) {
		return err
	}
	return fmt.Errorf("%w at record %d: %w", ErrRefused, r.seen, err)
}

// described returns what the header of a record says of its page.
func (rec *record) described() Page {
	page := Page{URI: strings.Trim(rec.fields["warc-target-uri"], "<>")}
	page.At, _ = time.Parse(time.RFC3339, rec.fields["warc-date"])
	return page
}

// read returns the block of a record.
func (rec *record) read() ([]byte, error) {
	block, err := io.ReadAll(rec.block)
	if err != nil {
		return nil, rec.from.refuse("%w", err)
	}
	if int64(len(block)) < rec.length {
		return nil, rec.from.refuse("it is cut short: %d of %d bytes are there", len(block), rec.length)
	}
	return block, nil
}

// tooLarge tells a page that is too large from a picture or a film, which is
// none of ours.
func (rec *record) tooLarge(page Page) (Page, bool, error) {
	if page.Type == "" {
		start := make([]byte, maxHeader)
		n, err := io.ReadFull(rec.block, start)
		if err != nil {
			return page, false, rec.from.refuse("it is cut short (%w)", err)
		}
		a, err := readAnswer(start[:n])
		if err != nil || a.status != statusOK || !readable(a.mediaType()) {
			return page, false, nil
		}
		page.Type = a.mediaType()
	}
	page.Damage = fmt.Sprintf("it has %d bytes, and pages are read up to %d", rec.length, MaxPage)
	return page, true, nil
}

// onTheWeb reports whether a URI names something that was fetched, not what a
// crawler wrote about its own work ("metadata:", "urn:pageinfo:").
func onTheWeb(uri string) bool {
	scheme, _, _ := strings.Cut(strings.ToLower(uri), ":")
	return scheme == "http" || scheme == "https" || scheme == "ftp" || scheme == "file"
}

// mediaType returns a media type without its parameters, in lower case.
func mediaType(field string) string {
	if parsed, _, err := mime.ParseMediaType(field); err == nil {
		return parsed
	}
	bare, _, _ := strings.Cut(field, ";")
	return strings.ToLower(strings.TrimSpace(bare))
}

// readable reports whether content of a type is a report.
func readable(mediaType string) bool {
	switch mediaType {
	case "text/html", "application/xhtml+xml", "text/plain", "application/pdf":
		return true
	}
	return false
}
