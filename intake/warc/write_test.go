package warc_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha1" //nolint:gosec // what archives record
	"encoding/base32"
	"fmt"
	"strings"
	"testing"
)

// header is the fields of a record to write, without its length.
type header map[string]string

// record writes one record.
func record(fields header, block string) string {
	var b strings.Builder
	b.WriteString("WARC/1.1\r\n")
	for _, name := range []string{"WARC-Type", "WARC-Target-URI", "WARC-Date", "Content-Type", "WARC-Block-Digest", "WARC-Payload-Digest"} {
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
