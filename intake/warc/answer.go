package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
)

const (
	statusOK          = 200
	statusNotModified = 304
	maxCodings        = 3 // of one body: no server packs what is packed thrice
)

// answer is what a server answered, as an archive keeps it.
type answer struct {
	status int
	fields map[string]string
	body   []byte // as it came
}

// readAnswer takes an HTTP answer apart.
func readAnswer(block []byte) (answer, error) {
	raw := bytes.NewReader(block)
	in := bufio.NewReaderSize(raw, maxHeader)
	line, err := readLine(in)
	if err != nil {
		return answer{}, fmt.Errorf("its answer is cut short (%w)", err)
	}
	parts := strings.Fields(line)
	if len(parts) < 2 || !strings.HasPrefix(parts[0], "HTTP/") {
		return answer{}, errors.New("its answer is not HTTP")
	}
	var a answer
	if a.status, err = strconv.Atoi(parts[1]); err != nil {
		return answer{}, fmt.Errorf("its answer has the status %q", parts[1])
	}
	if a.fields, err = readFields(func() (string, error) { return readLine(in) }); err != nil {
		return answer{}, err
	}
	a.body = block[len(block)-raw.Len()-in.Buffered():]
	return a, nil
}

// mediaType returns what the server says that it sends; of what it does not say
// anything about, a page or a PDF is known by its beginning.
func (a answer) mediaType() string {
	if stated := mediaType(a.fields["content-type"]); stated != "" {
		return stated
	}
	switch start := bytes.ToLower(bytes.TrimSpace(a.body[:min(len(a.body), 256)])); {
	case bytes.HasPrefix(start, []byte("<!doctype html")), bytes.HasPrefix(start, []byte("<html")):
		return "text/html"
	case bytes.HasPrefix(start, []byte("%pdf-")):
		return "application/pdf"
	}
	return ""
}

// answered fills in a page from the answer in its record's block; ok is false
// where the answer is no page.
func (rec *record) answered(page Page, block []byte, spent *allowance) (filled Page, ok bool, err error) {
	a, err := readAnswer(block)
	if err != nil {
		page.Damage = err.Error()
		return page, true, nil
	}
	page.Served = a.fields["content-type"]
	if page.Type = a.mediaType(); a.status != statusOK || !readable(page.Type) {
		return page, false, nil
	}
	whole := a.dechunked()
	page.Body, err = a.decoded(whole, spent)
	if errors.Is(err, ErrRefused) {
		return page, false, err
	}
	if err != nil {
		page.Damage = err.Error()
		return page, true, nil
	}
	page.Damage = rec.digestDamage(block, a.body, whole, page.Body)
	return page, true, nil
}

// dechunked undoes the transfer coding. Many archives keep the header and not
// the coding, so that a body that is not coded is taken as it is.
func (a answer) dechunked() []byte {
	if !strings.EqualFold(a.fields["transfer-encoding"], "chunked") {
		return a.body
	}
	whole, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(a.body)))
	if err != nil && len(whole) == 0 {
		return a.body
	}
	return whole
}

// decoded undoes the content codings, the last one first.
func (a answer) decoded(body []byte, spent *allowance) ([]byte, error) {
	codings := strings.FieldsFunc(strings.ToLower(a.fields["content-encoding"]), func(r rune) bool { return r == ',' || r == ' ' })
	if len(codings) > maxCodings {
		return nil, fmt.Errorf("it is coded %d times over", len(codings))
	}
	for i := len(codings) - 1; i >= 0; i-- {
		from, err := decoder(codings[i], body)
		if err != nil {
			return nil, err
		}
		if from == nil {
			continue
		}
		body, err = io.ReadAll(io.LimitReader(&metered{from, spent}, MaxPage+1))
		switch {
		case errors.Is(err, ErrRefused):
			return nil, err
		case err != nil:
			return nil, fmt.Errorf("its %s coding is damaged (%w)", codings[i], err)
		case len(body) > MaxPage:
			return nil, fmt.Errorf("it unpacks to more than %d bytes, up to which pages are read", MaxPage)
		}
	}
	return body, nil
}

// decoder returns what undoes a coding, or nil where the body is not coded: an
// archive may keep the header and not the coding.
func decoder(coding string, body []byte) (io.Reader, error) {
	in := bytes.NewReader(body)
	switch coding {
	case "identity", "none":
		return nil, nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, gzipMagic) {
			return nil, nil
		}
		unpacked, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("its gzip coding is damaged (%w)", err)
		}
		return unpacked, nil
	case "deflate": // with the header of zlib, or without, as some servers send it
		if unpacked, err := zlib.NewReader(in); err == nil {
			return unpacked, nil
		}
		return flate.NewReader(bytes.NewReader(body)), nil
	case "br":
		return brotli.NewReader(in), nil
	case "zstd":
		if !bytes.HasPrefix(body, zstdMagic) {
			return nil, nil
		}
		unpacked, err := newZstd(in)
		if err != nil {
			return nil, fmt.Errorf("its zstd coding is damaged (%w)", err)
		}
		return unpacked.IOReadCloser(), nil
	}
	return nil, fmt.Errorf("its coding %q is none that is read (gzip, deflate, br, zstd)", coding)
}
