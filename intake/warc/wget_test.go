package warc_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// What another program archived is read with its digests.
func TestWgetArchive(t *testing.T) {
	wget, err := exec.LookPath("wget")
	if err != nil {
		t.Skip("needs wget, which is not installed")
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		if r.URL.Path == "/chunked" {
			w.WriteHeader(http.StatusOK)
			w.(http.Flusher).Flush()
		}
		_, _ = io.WriteString(w, story)
	}))
	defer server.Close()
	dir := t.TempDir()
	cmd := exec.CommandContext(t.Context(), wget, "--quiet", "--no-proxy", "--warc-file=site", server.URL+"/plain", server.URL+"/chunked")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("wget cannot archive here: %v: %s", err, out)
	}
	archive, err := os.ReadFile(filepath.Join(dir, "site.warc.gz"))
	if err != nil {
		t.Fatal(err)
	}
	all, err := pages(string(archive))
	if err != nil || len(all) != 2 {
		t.Fatalf("%d pages, %v; want two", len(all), err)
	}
	for i, path := range []string{"/plain", "/chunked"} {
		if p := all[i]; p.URI != server.URL+path || string(p.Body) != story || p.Damage != "" || p.At.IsZero() {
			t.Errorf("got %+v, want %s as it was served", p, path)
		}
	}
}
