package warc_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha1" //nolint:gosec // what archives record
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// header is the fields of a record to write, without its length.
type header map[string]string

// record writes one record.
func record(fields header, block string) string {
	var b strings.Builder
	b.WriteString("WARC/1.1\r\n")
	for _, name := range []string{"WARC-Type", "WARC-Target-URI", "WARC-Date", "Content-Type", "WARC-Block-Digest", "WARC-Payload-Digest",
		"WARC-Record-ID", "WARC-Segment-Number", "WARC-Segment-Origin-ID", "WARC-Segment-Total-Length", "WARC-Refers-To-Target-URI", "WARC-Refers-To-Date"} {
		if value := fields[name]; value != "" {
			fmt.Fprintf(&b, "%s: %s\r\n", name, value)
		}
	}
	length := fields["Content-Length"]
	if length == "" {
		length = fmt.Sprint(len(block))
	}
	fmt.Fprintf(&b, "Content-Length: %s\r\n\r\n%s\r\n\r\n", length, block)
	return b.String()
}

// response writes what a server answered at an address.
func response(uri, fields, body string) string {
	return record(answering(uri), "HTTP/1.1 200 OK\r\n"+fields+"\r\n"+body)
}

func answering(uri string) header {
	return header{"WARC-Type": "response", "WARC-Target-URI": uri, "WARC-Date": "2024-08-15T09:30:00Z", "Content-Type": "application/http; msgtype=response"}
}

const info = "WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\nContent-Length: 14\r\n\r\nsoftware: test\r\n\r\n"

func digest(s string) string {
	sum := sha1.Sum([]byte(s)) //nolint:gosec // what archives record
	return "sha1:" + base32.StdEncoding.EncodeToString(sum[:])
}

// zipped packs each record by itself, as archives are.
func zipped(t testing.TB, records ...string) string {
	t.Helper()
	var b bytes.Buffer
	for _, r := range records {
		w := gzip.NewWriter(&b)
		if _, err := w.Write([]byte(r)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// wacz packs files, name and content by turns.
func wacz(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = f.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// zstandard packs each record by itself, with a dictionary before them or none.
func zstandard(t testing.TB, dictionary []byte, records ...string) string {
	t.Helper()
	var b bytes.Buffer
	options := []zstd.EOption{zstd.WithEncoderConcurrency(1)}
	if dictionary != nil {
		options = append(options, zstd.WithEncoderDict(dictionary))
		b.WriteString("\x5d\x2a\x4d\x18")
		b.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(dictionary))))
		b.Write(dictionary)
	}
	w, err := zstd.NewWriter(nil, options...)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		b.Write(w.EncodeAll([]byte(r), nil))
	}
	return b.String()
}

// dictionary is one that knows how records of pages look.
func dictionary(t testing.TB) []byte {
	t.Helper()
	history := []byte(strings.Repeat(response("https://example.org/b", "Content-Type: text/html\r\n", "<html><body>x"), 4))
	var contents [][]byte
	for i := range 40 {
		contents = append(contents, []byte(response(fmt.Sprint("https://example.org/", i), "Content-Type: text/html\r\n", story)))
	}
	d, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: contents, History: history, Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// segment is one of the segments of a page; the last states the length of all.
func segment(number int, total, block string) string {
	fields := answering("https://example.org/a")
	fields["WARC-Segment-Number"] = fmt.Sprint(number)
	if number == 1 {
		fields["WARC-Record-ID"] = "<urn:uuid:1>"
	} else {
		fields["WARC-Type"], fields["Content-Type"], fields["WARC-Segment-Origin-ID"] = "continuation", "", "<urn:uuid:1>"
		fields["WARC-Segment-Total-Length"] = total
	}
	fields["WARC-Block-Digest"] = digest(block)
	return record(fields, block)
}

// revisiting says that a page was found a day later as it was at an address, which
// is its own where none is named.
func revisiting(uri, payload string) string {
	return record(header{"WARC-Type": "revisit", "WARC-Target-URI": "https://example.org/again", "WARC-Date": "2024-08-16T09:30:00Z",
		"Content-Type": "application/http; msgtype=response", "WARC-Payload-Digest": payload, "WARC-Refers-To-Target-URI": uri,
		"WARC-Refers-To-Date": "2024-08-15T09:30:00Z"}, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n")
}
