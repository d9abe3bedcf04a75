package warc_test

import (
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// script archives a page, finds it unchanged, and puts a note in.
const script = `
import io, sys
from warcio.warcwriter import WARCWriter
from warcio.statusandheaders import StatusAndHeaders
with open(sys.argv[1], "wb") as out:
    w = WARCWriter(out, gzip=True)
    w.write_record(w.create_warcinfo_record("site.warc.gz", {"software": "warcio"}))
    answer = lambda: StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=windows-1251")], protocol="HTTP/1.1")
    page = w.create_warc_record("https://example.org/a", "response", payload=io.BytesIO("<html><body>82 села".encode("cp1251")), http_headers=answer())
    w.write_record(page)
    w.write_record(w.create_revisit_record("https://example.org/b", page.rec_headers.get_header("WARC-Payload-Digest"),
        "https://example.org/a", page.rec_headers.get_header("WARC-Date"), http_headers=answer()))
    w.write_record(w.create_warc_record("https://example.org/note", "resource", payload=io.BytesIO(b"At least 12."), warc_content_type="text/plain"))
`

// What the Python library warcio writes is read, its revisits too. $WARCIO_PYTHON
// names a Python that has it.
func TestWarcioArchive(t *testing.T) {
	python := cmp.Or(os.Getenv("WARCIO_PYTHON"), "python3")
	if err := exec.CommandContext(t.Context(), python, "-c", "import warcio").Run(); err != nil {
		t.Skip("needs a Python with warcio, named by $WARCIO_PYTHON")
	}
	file := filepath.Join(t.TempDir(), "site.warc.gz")
	if out, err := exec.CommandContext(t.Context(), python, "-c", script, file).CombinedOutput(); err != nil {
		t.Fatalf("warcio: %v: %s", err, out)
	}
	archive, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	all, err := pages(string(archive))
	if err != nil || len(all) != 3 {
		t.Fatalf("%d pages, %v; want three", len(all), err)
	}
	for i, want := range []struct{ uri, served, body string }{
		{"https://example.org/a", "text/html; charset=windows-1251", "<html><body>82 \xf1\xe5\xeb\xe0"},
		{"https://example.org/b", "text/html; charset=windows-1251", "<html><body>82 \xf1\xe5\xeb\xe0"},
		{"https://example.org/note", "text/plain", "At least 12."},
	} {
		p := all[i]
		if p.URI != want.uri || p.Served != want.served || string(p.Body) != want.body || p.Damage != "" || p.At.IsZero() || (p.Same != "") != (i == 1) {
			t.Errorf("got %+v, want %+v", p, want)
		}
	}
}
