package warc_test

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"github.com/atleast-desk/atleast/intake/warc"
)

const story = "<!doctype html><html><body><p>The mayor said that at least 12 people crossed the bridge.</p></body></html>"

// pages reads an archive to its end.
func pages(archive string) (all []warc.Page, err error) {
	for page, err := range warc.Pages(strings.NewReader(archive), int64(len(archive))) {
		if err != nil {
			return all, err
		}
		all = append(all, page)
	}
	return all, nil
}

func coded(t testing.TB, newWriter func(io.Writer) io.WriteCloser) string {
	t.Helper()
	var b bytes.Buffer
	w := newWriter(&b)
	if _, err := io.WriteString(w, story); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPages(t *testing.T) {
	const html = "Content-Type: text/html; charset=utf-8\r\n"
	chunked := fmt.Sprintf("10\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n", story[:16], len(story)-16, story[16:])
	for name, block := range map[string]string{
		"as it is":                     html + "\r\n" + story,
		"chunked":                      html + "Transfer-Encoding: chunked\r\n\r\n" + chunked,
		"said to be chunked":           html + "Transfer-Encoding: chunked\r\n\r\n" + story,
		"gzip":                         html + "Content-Encoding: gzip\r\n\r\n" + zipped(t, story),
		"said to be gzip":              html + "Content-Encoding: gzip\r\n\r\n" + story,
		"br":                           html + "Content-Encoding: br\r\n\r\n" + coded(t, func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }),
		"zstd":                         html + "Content-Encoding: zstd\r\n\r\n" + coded(t, func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z }),
		"deflate with a header":        html + "Content-Encoding: deflate\r\n\r\n" + coded(t, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }),
		"deflate without":              html + "Content-Encoding: deflate\r\n\r\n" + coded(t, func(w io.Writer) io.WriteCloser { f, _ := flate.NewWriter(w, 5); return f }),
		"folded header, no type, gzip": "X-Odd: a\r\n b\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n" + zipped(t, story),
	} {
		one := record(answering("https://example.org/a"), "HTTP/1.1 200 OK\r\n"+block)
		for kind, archive := range map[string]string{"warc": info + one, "warc.gz": zipped(t, info, one), "warc.zst": zstandard(t, nil, info, one), "dictionary": zstandard(t, dictionary(t), info, one),
			"zst in wacz": wacz(t, "archive/data.warc.zst", zstandard(t, nil, info, one), "datapackage.json", "{}"), "wacz": wacz(t, "archive/data.warc.gz", zipped(t, info, one), "datapackage.json", "{}")} {
			all, err := pages(archive)
			if err != nil || len(all) != 1 {
				t.Errorf("%s, %s: %d pages, %v; want one", kind, name, len(all), err)
				continue
			}
			p := all[0]
			if string(p.Body) != story || p.Damage != "" || p.URI != "https://example.org/a" || p.Type != "text/html" || !strings.HasPrefix(p.Served, p.Type) || !p.At.Equal(time.Date(2024, 8, 15, 9, 30, 0, 0, time.UTC)) {
				t.Errorf("%s, %s: got %+v", kind, name, p)
			}
		}
	}
}

func TestOnlyPages(t *testing.T) {
	const page = "Content-Type: text/html\r\n"
	notFound := record(answering("https://example.org/gone"), "HTTP/1.1 404 Not Found\r\n"+page+"\r\n"+story)
	picture := response("https://example.org/a.png", "Content-Type: image/png\r\n", "\x89PNG")
	asked := record(header{"WARC-Type": "request", "WARC-Target-URI": "https://example.org/", "Content-Type": "application/http; msgtype=request"}, "GET / HTTP/1.1\r\n\r\n")
	resource := record(header{"WARC-Type": "resource", "WARC-Target-URI": "https://example.org/note.txt", "Content-Type": "text/plain"}, "At least 12.")
	own := record(header{"WARC-Type": "resource", "WARC-Target-URI": "urn:pageinfo:https://example.org/", "Content-Type": "text/plain"}, "{}")
	all, err := pages(info + asked + notFound + picture + resource + own + response("https://example.org/", page, story))
	if err != nil || len(all) != 2 || all[0].URI != "https://example.org/note.txt" || all[1].URI != "https://example.org/" {
		t.Errorf("got %+v, %v; want the note and the page", all, err)
	}
}

func TestListedPages(t *testing.T) {
	const page = "Content-Type: text/html\r\n"
	archive := zipped(t, response("https://example.org/frame", page, story), response("https://example.org/a", page, story))
	list := `{"format":"json-pages-1.0","id":"pages"}` + "\n" + `{"url":"https://example.org/a","ts":"2024-08-15T09:30:00Z"}` + "\n"
	all, err := pages(wacz(t, "datapackage.json", "{}", "pages/pages.jsonl", list, "archive/data.warc.gz", archive))
	if err != nil || len(all) != 1 || all[0].URI != "https://example.org/a" {
		t.Errorf("got %+v, %v; want the listed page alone", all, err)
	}
	sum := sha256.Sum256([]byte(archive))
	for stated, sound := range map[string]bool{hex.EncodeToString(sum[:]): true, strings.Repeat("0", 64): false} {
		description := fmt.Sprintf(`{"resources":[{"path":"archive/data.warc.gz","hash":"sha256:%s"}]}`, stated)
		_, err := pages(wacz(t, "datapackage.json", description, "archive/data.warc.gz", archive))
		if sound != (err == nil) || !sound && !errors.Is(err, warc.ErrRefused) {
			t.Errorf("stated %s: %v; sound is %v", stated, err, sound)
		}
	}
}

func TestDamage(t *testing.T) {
	const page = "Content-Type: text/html\r\n"
	block := "HTTP/1.1 200 OK\r\n" + page + "\r\n" + story
	with := func(name, value string) string {
		h := answering("https://example.org/a")
		h[name] = value
		return record(h, block)
	}
	for name, tc := range map[string]struct{ archive, damage string }{
		"right digests":            {with("WARC-Block-Digest", digest(block)), ""},
		"right payload":            {with("WARC-Payload-Digest", digest(story)), ""},
		"a digest nobody knows":    {with("WARC-Payload-Digest", "blake9:abc"), ""},
		"another block":            {with("WARC-Block-Digest", digest("x")), "its block does not have the digest"},
		"another payload":          {with("WARC-Payload-Digest", digest("x")), "its content does not have the digest"},
		"broken gzip":              {response("https://example.org/a", page+"Content-Encoding: gzip\r\n", zipped(t, story)[:40]), "damaged"},
		"a coding nobody knows":    {response("https://example.org/a", page+"Content-Encoding: lzma\r\n", story), "lzma"},
		"no HTTP":                  {record(answering("https://example.org/a"), "hello\r\n\r\n"), "not HTTP"},
		"a header without an end":  {record(answering("https://example.org/a"), "HTTP/1.1 200 OK\r\nContent-Type: text/html"), "cut short"},
		"unpacks to more than due": {response("https://example.org/a", page+"Content-Encoding: gzip\r\n", zipped(t, strings.Repeat("a", warc.MaxPage+1))), "unpacks to more"},
		"larger than pages are":    {response("https://example.org/a", page, strings.Repeat("a", warc.MaxPage+1)), "read up to"},
	} {
		all, err := pages(tc.archive)
		if err != nil || len(all) != 1 {
			t.Errorf("%s: %d pages, %v; want one", name, len(all), err)
		} else if (tc.damage == "") != (all[0].Damage == "") || !strings.Contains(all[0].Damage, tc.damage) {
			t.Errorf("%s: damage %q, want %q", name, all[0].Damage, tc.damage)
		}
	}
}

func TestRefused(t *testing.T) {
	const page = "Content-Type: text/html\r\n"
	good := response("https://example.org/a", page, story)
	length := func(n string) string {
		h := answering("https://example.org/a")
		h["Content-Length"] = n
		return record(h, "HTTP/1.1 200 OK\r\n"+page+"\r\n"+story)
	}
	long := strings.Repeat("a", 70<<10)
	bomb := record(header{"WARC-Type": "metadata"}, strings.Repeat("\x00", 200<<20))
	for name, tc := range map[string]struct {
		archive string
		pages   int
		why     string
	}{
		"cut short":            {good + good[:len(good)-40], 1, "cut short"},
		"cut short in gzip":    {zipped(t, good, good)[:len(zipped(t, good))+60], 1, "EOF"},
		"a length too long":    {length("100000"), 0, "cut short"},
		"a length too short":   {length("20") + good, 1, "record 2"},
		"a length below zero":  {length("-5"), 0, "length"},
		"a length of letters":  {length("many"), 0, "length"},
		"a line without end":   {"WARC/1.1\r\nX: " + long, 0, "line of more"},
		"a header without end": {"WARC/1.1\r\n" + strings.Repeat("X: a\r\n", 20<<10), 0, "header"},
		"a gzip bomb":          {zipped(t, good, bomb), 1, "unpacks"},
		"a zstd bomb":          {zstandard(t, nil, good, bomb), 1, "unpacks"},
		"a zstd cut short":     {zstandard(t, nil, good, good)[:len(zstandard(t, nil, good))+60], 1, "EOF"},
		"a dictionary missing": {"\x5d\x2a\x4d\x18\xff\xff\x00\x00abc", 0, "neither"},
		"a bomb in a package":  {wacz(t, "datapackage.json", "{}", "archive/a.warc.gz", zipped(t, bomb)), 0, "unpacks"},
		"neither":              {"hello", 0, "neither"},
	} {
		all, err := pages(tc.archive)
		if !errors.Is(err, warc.ErrRefused) || !strings.Contains(err.Error(), tc.why) {
			t.Errorf("%s: %v; want a refusal with %q", name, err, tc.why)
		}
		if len(all) > tc.pages {
			t.Errorf("%s: %d pages before it, want %d", name, len(all), tc.pages)
		}
	}
}

// Many pages, each small where it is kept and large where it is unpacked, are
// refused together.
func TestManyBombs(t *testing.T) {
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	if _, err := w.Write(make([]byte, 16<<20)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	one := response("https://example.org/a", "Content-Type: text/html\r\nContent-Encoding: br\r\n", b.String())
	all, err := pages(strings.Repeat(one, 50))
	if !errors.Is(err, warc.ErrRefused) || len(all) > 20 {
		t.Errorf("%d pages, %v; want a refusal", len(all), err)
	}
}

func TestSniff(t *testing.T) {
	for archive, want := range map[string]string{
		info: warc.TypeWARC, zipped(t, info): warc.TypeWARC, zipped(t, "hello"): "", "WARCraft": "", "": "", "\x1f\x8b": "",
		wacz(t, "archive/a.warc", info): warc.TypeWACZ, wacz(t, "word/document.xml", "<w/>"): "", "PK\x03\x04": "",
	} {
		if got := warc.Sniff(strings.NewReader(archive), int64(len(archive))); got != want {
			t.Errorf("%.20q is %q, want %q", archive, got, want)
		}
	}
}

func FuzzPages(f *testing.F) {
	page := response("https://example.org/a", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n")
	f.Add([]byte(info + page))
	f.Add([]byte(zipped(f, info, page)))
	f.Add([]byte(wacz(f, "datapackage.json", `{"resources":[{"path":"archive/a.warc.gz","hash":"sha256:00"}]}`, "archive/a.warc.gz", zipped(f, page))))
	f.Add([]byte(zstandard(f, dictionary(f), info, page)))
	f.Add([]byte(segment(1, "", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\na") + segment(2, "54", "b") + revisiting("https://example.org/a", "")))
	f.Add([]byte(response("https://example.org/a", "Content-Type: text/html\r\nContent-Encoding: deflate, gzip\r\n", "\x1f\x8b")))
	f.Fuzz(func(t *testing.T, archive []byte) {
		for page, err := range warc.Pages(bytes.NewReader(archive), int64(len(archive))) {
			if err != nil && !errors.Is(err, warc.ErrRefused) {
				t.Errorf("%v does not say that the archive is refused", err)
			}
			if len(page.Body) > warc.MaxPage {
				t.Errorf("a page of %d bytes", len(page.Body))
			}
		}
	})
}
