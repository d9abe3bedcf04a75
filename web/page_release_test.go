package web

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestPublish(t *testing.T) {
	desk, pages := serve(t)
	w := post(t, pages, "/case/kursk/release", url.Values{"by": {"editor"}, "names": {" m.r \r\n\r\nada"}, "positions": {"yes"}})
	if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Disposition"), "kursk-release.zip") {
		t.Fatalf("status %d, %v", w.Code, w.Header())
	}
	z, err := zip.NewReader(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if said, err := fs.ReadFile(z, "kursk-release/release.json"); err != nil || string(said) != "editor {[m.r ada] true}" {
		t.Errorf("published as %q, %v", said, err)
	}

	if w := post(t, pages, "/case/kursk/release", url.Values{"names": {"m.r"}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "Say who publishes") || !strings.Contains(w.Body.String(), "m.r</textarea>") {
		t.Errorf("without a name: status %d\n%s", w.Code, w.Body)
	}
	desk.tally.Floor = nil
	if w := post(t, pages, "/case/kursk/release", url.Values{"by": {"editor"}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "contradicts itself") {
		t.Errorf("of contradictions: status %d\n%s", w.Code, w.Body)
	}
}

// The page says how a shell reaches the desk that is served, and no other.
func TestShellCommand(t *testing.T) {
	desk, _ := serve(t)
	pages, err := New(Config{Desk: desk, Who: "tester", Shell: "atleast --desk /elsewhere"})
	if err != nil {
		t.Fatal(err)
	}
	if w := get(t, pages, "/case/kursk/files"); !strings.Contains(w.Body.String(), "atleast --desk /elsewhere publish kursk") {
		t.Errorf("%s", w.Body)
	}
}
