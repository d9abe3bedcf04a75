package web

import (
	"html"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

// serve returns the pages over a fresh fake desk.
func serve(t *testing.T) (*fakeDesk, http.Handler) {
	t.Helper()
	desk := newFakeDesk()
	pages, err := New(Config{Desk: desk, Who: "m.r", Now: func() time.Time { return day }, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	return desk, pages
}

func get(t *testing.T, pages http.Handler, path string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:8080"+path, nil)
	w := httptest.NewRecorder()
	pages.ServeHTTP(w, r)
	return w
}

func post(t *testing.T, pages http.Handler, path string, values url.Values) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1:8080"+path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	pages.ServeHTTP(w, r)
	return w
}

// addresses are all pages that show something, with words that must be there.
func addresses(desk *fakeDesk) map[string]string {
	item := func(i int) string { return "/case/kursk/items/" + desk.items[i].Digest.String() }
	return map[string]string{
		"/":                           "How many soldiers were captured",
		"/case/kursk":                 "40 + 102",
		"/case/kursk/items":           "6 are hidden",
		"/case/kursk/items?show=all":  "All 6 are shown",
		item(0):                       `<mark class="figure">102 soldiers</mark>`,
		item(1):                       "street-crop.png",
		item(1) + "?show=all":         `Суджа <102></span> <span class="muted">93 % sure`,
		item(3):                       "posted 14 Aug 2024, 07:30, changed last 14 Aug 2024, 08:30",
		item(4):                       "What was taken out of it",
		item(5):                       "runs backwards",
		item(6):                       "runs backwards",
		item(7):                       "from 0:22 to 0:30, with other pictures",
		"/case/kursk/find":            "Find items by words",
		"/case/kursk/find?words=a":    "No item with “a”",
		"/case/kursk/claims":          "Ukrainian authorities",
		"/case/kursk/claims?show=all": "Ukrainian authorities",
		"/case/kursk/claims/c1":       "102 soldiers, says Ukrainian authorities",
		"/case/kursk/compare":         "Compare two items",
		"/case/kursk/compare?a=street.png&b=street-crop.png":  "street-crop.png",
		"/case/kursk/compare?a=march-cut.mp4&b=march.mp4":     "Which part is which",
		"/case/kursk/compare?a=march-cut.mp4&b=song.mp4":      "They sound the same",
		"/case/kursk/compare?a=street.png&b=street-again.png": "two photographs of one place",
		"/case/kursk/lookalikes":                              "1 pair looks like two photographs",
		"/case/kursk/figures/" + desk.figures[2].ID:           "hundreds of soldiers",
		"/case/kursk/count":                                   "captives filmed by 8 August",
		"/case/kursk/sightings":                               "sudzha crossing",
		"/case/kursk/sightings/s1":                            "road and tree line agree",
		"/case/kursk/pair":                                    "Compare two sightings",
		"/case/kursk/pair?a=s1&b=s4":                          "Captives filmed by 8 August",
		"/case/kursk/verdicts":                                "superseded by",
		"/case/kursk/files":                                   "evidence.json",
		"/ledger":                                             "desk+01234567+AAAA",
	}
}

var inline = regexp.MustCompile(`(?i)<style|\sstyle=|\son[a-z]+=|<script(?:>| [^>]*>[^<])|(?:src|href)="(?:https?:)?//`)

func TestPages(t *testing.T) {
	desk, pages := serve(t)
	for path, words := range addresses(desk) {
		t.Run(path, func(t *testing.T) {
			w := get(t, pages, path)
			body := w.Body.String()
			if w.Code != http.StatusOK {
				t.Fatalf("status %d:\n%s", w.Code, body)
			}
			if !strings.Contains(html.UnescapeString(body), words) {
				t.Errorf("does not say %q:\n%s", words, body)
			}
			if found := inline.FindString(body); found != "" {
				t.Errorf("carries %q, which the content policy forbids", found)
			}
			if strings.HasPrefix(path, "/case/") && !strings.Contains(body, desk.cases[0].Notice) {
				t.Error("does not say the case's notice")
			}
			for header, want := range map[string]string{"Content-Security-Policy": contentPolicy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"} {
				if got := w.Header().Get(header); got != want {
					t.Errorf("%s: %q, want %q", header, got, want)
				}
			}
		})
	}
}

func TestMissing(t *testing.T) {
	_, pages := serve(t)
	for _, path := range []string{"/nothing", "/case/other", "/case/kursk/items/123", "/case/kursk/sightings/s99", "/case/kursk/pair?a=s1&b=s99",
		"/case/kursk/figures/none", "/ledger/99/proof", "/ledger/x/proof", "/media/" + strings.Repeat("0", 64)} {
		if w := get(t, pages, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: status %d, want 404", path, w.Code)
		}
	}
}

func TestEmptyCase(t *testing.T) {
	desk, pages := serve(t)
	empty := desk.cases[0]
	empty.ID = "empty"
	desk.cases = append(desk.cases, empty)
	if body := get(t, pages, "/case/empty").Body.String(); !strings.Contains(body, "What to do first") {
		t.Errorf("an empty case does not say what to do first:\n%s", body)
	}
	desk.cases = nil
	if body := get(t, pages, "/").Body.String(); !strings.Contains(body, "Open one below") {
		t.Errorf("an empty desk does not say what to do first:\n%s", body)
	}
}

// The desk is one name away from every page the reader has open: a foreign
// site must neither post to it nor read it under a name of its own.
func TestForeign(t *testing.T) {
	desk, pages := serve(t)
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1:8080/case/kursk/verdicts", strings.NewReader("on=sighting&a=s1&is=verified&why=x&by=x"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	w := httptest.NewRecorder()
	pages.ServeHTTP(w, r)
	if w.Code != http.StatusForbidden || len(desk.verdicts) != 3 {
		t.Errorf("a foreign post: status %d, %d verdicts; want 403 and 3", w.Code, len(desk.verdicts))
	}
	r = httptest.NewRequest(http.MethodGet, "http://rebound.example:8080/", nil)
	w = httptest.NewRecorder()
	pages.ServeHTTP(w, r)
	if w.Code != http.StatusMisdirectedRequest {
		t.Errorf("a foreign name: status %d, want 421", w.Code)
	}
}

func TestMedia(t *testing.T) {
	desk, pages := serve(t)
	picture := get(t, pages, "/media/"+desk.items[1].Digest.String())
	if got := picture.Header().Get("Content-Type"); got != "image/png" || picture.Body.Len() != int(desk.items[1].Size) {
		t.Errorf("a picture: %s, %d bytes", got, picture.Body.Len())
	}
	page := get(t, pages, "/media/"+desk.items[3].Digest.String())
	if got := page.Header().Get("Content-Type"); got != "application/octet-stream" {
		t.Errorf("a page that was handed in goes out as %s", got)
	}
	if got := page.Header().Get("Content-Disposition"); got != "attachment; filename=page.html" {
		t.Errorf("a page that was handed in goes out with %q", got)
	}
	for _, w := range []*httptest.ResponseRecorder{picture, page} {
		if got := w.Header().Get("Content-Security-Policy"); !strings.Contains(got, "sandbox") {
			t.Errorf("media go out under %q", got)
		}
	}
}

func TestPlayable(t *testing.T) {
	for mediaType, want := range map[string]bool{"image/png": true, "video/mp4": true, "audio/ogg": true, "image/svg+xml": false, "text/html": false, "application/pdf": false, "": false} {
		if got := playable(mediaType); got != want {
			t.Errorf("playable(%q) = %t", mediaType, got)
		}
	}
}

func TestFiles(t *testing.T) {
	_, pages := serve(t)
	for path, want := range map[string]string{
		"/case/kursk/evidence.json": `"id": "s1"`,
		"/case/kursk/tally.json":    `"floor": 142`,
		"/case/kursk/claims.jsonl":  `"speaker":"Ukrainian authorities"`,
		"/ledger/checkpoint":        "— desk",
		"/ledger/2/proof":           "index 2",
	} {
		w := get(t, pages, path)
		if !strings.Contains(w.Body.String(), want) || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment") {
			t.Errorf("%s: %v\n%s", path, w.Header(), w.Body)
		}
	}
}

func TestTheme(t *testing.T) {
	_, pages := serve(t)
	for back, want := range map[string]string{"/ledger": "/ledger", "//evil.example": "/", "https://evil.example": "/", "/\\evil.example": "/"} {
		w := post(t, pages, "/theme", url.Values{"to": {"light"}, "back": {back}})
		if got := w.Header().Get("Location"); got != want {
			t.Errorf("back %q leads to %q, want %q", back, got, want)
		}
	}
	for chosen, want := range map[string]string{"light": "light", "system": "system", "": "dark", "pink": "dark"} {
		r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1/", nil)
		r.AddCookie(&http.Cookie{Name: themeCookie, Value: chosen})
		w := httptest.NewRecorder()
		pages.ServeHTTP(w, r)
		if !strings.Contains(w.Body.String(), `data-theme="`+want+`"`) {
			t.Errorf("who chose %q is not shown the %s theme", chosen, want)
		}
	}
}

func TestNew(t *testing.T) {
	if _, err := New(Config{Who: "m.r"}); err == nil {
		t.Error("no desk is accepted")
	}
	if _, err := New(Config{Desk: newFakeDesk()}); err == nil {
		t.Error("nobody is accepted")
	}
}
