package web

import (
	"cmp"
	"fmt"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var (
	mainPart  = regexp.MustCompile(`(?s)<main[^>]*>(.*)</main>`)
	anyDigest = regexp.MustCompile(`[0-9a-f]{64}|<code>[0-9a-f]{12}</code>`)
	anySize   = regexp.MustCompile(`[0-9.]+ (?:bytes|kB)`)
	spaces    = regexp.MustCompile(`>\s+<`)
	notName   = regexp.MustCompile(`[^a-z0-9]+`)
)

// normal is the content of a page without what depends on how a picture happens
// to be encoded: digests are numbered in order, and sizes left out.
func normal(page string) string {
	if part := mainPart.FindStringSubmatch(page); part != nil {
		page = part[1]
	}
	numbers := map[string]string{}
	page = anyDigest.ReplaceAllStringFunc(page, func(digest string) string {
		if numbers[digest] == "" {
			numbers[digest] = fmt.Sprintf("DIGEST-%d", len(numbers)+1)
		}
		return numbers[digest]
	})
	return strings.TrimSpace(spaces.ReplaceAllString(anySize.ReplaceAllString(page, "SIZE"), "><"))
}

// TestGoldenPages compares the content of every page with its golden file.
func TestGoldenPages(t *testing.T) {
	if _, err := time.LoadLocation("Europe/Kyiv"); err != nil {
		t.Skip("needs the time zone database, which this machine does not have")
	}
	desk, pages := serve(t)
	for path := range addresses(desk) {
		t.Run(path, func(t *testing.T) {
			w := get(t, pages, path)
			if w.Code != http.StatusOK {
				t.Fatalf("status %d", w.Code)
			}
			golden(t, filepath.Join("testdata", "pages", goldenName(desk, path)+".html"), normal(w.Body.String()))
		})
	}
	if kept, err := filepath.Glob(filepath.Join("testdata", "pages", "*.html")); err != nil || len(kept) != len(addresses(desk)) {
		t.Errorf("%d golden files for %d pages (%v): %v", len(kept), len(addresses(desk)), err, kept)
	}
}

// goldenName is the page's address without what depends on the pictures.
func goldenName(desk *fakeDesk, path string) string {
	for _, item := range desk.items {
		path = strings.ReplaceAll(path, item.Digest.String(), item.Name)
	}
	name := strings.Trim(notName.ReplaceAllString(strings.TrimPrefix(path, "/case/"), "-"), "-")
	return cmp.Or(name, "home")
}
