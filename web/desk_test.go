package web_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/publish"
	"github.com/atleast-desk/atleast/sample"
	"github.com/atleast-desk/atleast/web"
)

// serveSample serves a fresh desk that holds the sample cases.
func serveSample(t *testing.T) *httptest.Server {
	t.Helper()
	ctx := context.Background()
	d, err := desk.Open(ctx, desk.Config{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	if err := sample.Fill(ctx, d, func(string) {}); err != nil {
		t.Fatal(err)
	}
	pages, err := web.New(web.Config{Desk: d, Who: "tester", Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(pages)
	t.Cleanup(server.Close)
	return server
}

func read(t *testing.T, address string) (status int, body string) {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(content)
}

var (
	href    = regexp.MustCompile(`(?:href|src)="(/[^"#]*)`)
	numeral = regexp.MustCompile(`<span class="numeral">([0-9,]+)</span>`)
)

// Every address that any page of the sample cases leads to answers.
func TestSamplePages(t *testing.T) {
	server := serveSample(t)
	queue, seen := []string{"/"}, map[string]bool{"/": true}
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		status, body := read(t, server.URL+path)
		if status != http.StatusOK {
			t.Errorf("%s: status %d", path, status)
		}
		if strings.HasPrefix(path, "/media/") || strings.HasPrefix(path, "/static/") {
			continue
		}
		for _, link := range href.FindAllStringSubmatch(body, -1) {
			next := strings.ReplaceAll(link[1], "&amp;", "&")
			if !seen[next] {
				seen[next] = true
				queue = append(queue, next)
			}
		}
	}
	if len(seen) < 80 {
		t.Errorf("only %d addresses were found", len(seen))
	}
}

func floorOf(t *testing.T, server *httptest.Server, caseID string) int {
	t.Helper()
	_, body := read(t, server.URL+"/case/"+caseID)
	found := numeral.FindStringSubmatch(body)
	if found == nil {
		t.Fatalf("case %s shows no number", caseID)
	}
	n, err := strconv.Atoi(strings.ReplaceAll(found[1], ",", ""))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// What is coded does not count; what is then verified does.
func TestCodeVerifyCount(t *testing.T) {
	server := serveSample(t)
	before := floorOf(t, server, "kursk")
	send := func(path string, values url.Values) string {
		t.Helper()
		response, err := http.PostForm(server.URL+path, values)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		if response.StatusCode != http.StatusOK {
			content, _ := io.ReadAll(response.Body)
			t.Fatalf("%s: status %d\n%s", path, response.StatusCode, content)
		}
		return response.Request.URL.Path
	}
	page := send("/case/kursk/sightings", url.Values{"footage": {"a test"}, "low": {"4321"}, "why": {"counted"}, "by": {"first"}})
	if now := floorOf(t, server, "kursk"); now != before {
		t.Errorf("a sighting that nobody verified moved the floor from %d to %d", before, now)
	}
	id := page[strings.LastIndex(page, "/")+1:]
	send("/case/kursk/verdicts", url.Values{"on": {"sighting"}, "a": {id}, "is": {"verified"}, "why": {"compared"}, "by": {"second"}})
	if now := floorOf(t, server, "kursk"); now < 4321 {
		t.Errorf("the floor is %d after 4321 were verified", now)
	}
}

// A release that is published from the page is one that holds.
func TestRelease(t *testing.T) {
	server := serveSample(t)
	response, err := http.PostForm(server.URL+"/case/kursk/release", url.Values{"by": {"editor"}})
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	packed, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("status %d, %v", response.StatusCode, err)
	}
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, z); err != nil {
		t.Fatal(err)
	}
	found, err := publish.Check(filepath.Join(dir, "kursk-release"))
	if err != nil || !found.Holds() || found.Floor == nil || *found.Floor != 40 {
		t.Errorf("%+v, %v; want a release of 40 that holds", found, err)
	}
	if _, body := read(t, server.URL+"/ledger"); !strings.Contains(body, "editor") {
		t.Error("the ledger does not say who published")
	}
}
