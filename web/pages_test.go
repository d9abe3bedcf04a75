package web

import (
	"html"
	"io"
	"log/slog"
	"mime/multipart"
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
		"/case/kursk/items":           "2 are hidden",
		"/case/kursk/items?show=all":  "All 2 are shown",
		item(0):                       `<mark class="figure">102 soldiers</mark>`,
		item(1):                       "street-crop.png",
		"/case/kursk/claims":          "Ukrainian authorities",
		"/case/kursk/claims?show=all": "Ukrainian authorities",
		"/case/kursk/figures/" + desk.figures[2].ID: "hundreds of soldiers",
		"/case/kursk/count":                         "captives filmed by 8 August",
		"/case/kursk/sightings":                     "sudzha crossing",
		"/case/kursk/sightings/s1":                  "road and tree line agree",
		"/case/kursk/pair":                          "Compare two sightings",
		"/case/kursk/pair?a=s1&b=s4":                "Captives filmed by 8 August",
		"/case/kursk/verdicts":                      "superseded by",
		"/case/kursk/files":                         "evidence.json",
		"/ledger":                                   "desk+01234567+AAAA",
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

func TestOpenCase(t *testing.T) {
	desk, pages := serve(t)
	values := url.Values{"id": {"x"}, "question": {"How many?"}, "what": {"people"}, "zone": {"Europe/Kyiv"}, "exclusive": {"tank truck\r\n\r\ntank  bus\r\n"}, "by": {"m.r"}}
	if w := post(t, pages, "/cases", values); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/case/x" {
		t.Fatalf("status %d to %q:\n%s", w.Code, w.Header().Get("Location"), w.Body)
	}
	opened := desk.cases[1]
	if opened.SpeedKMH != 120 || len(opened.Exclude) != 2 || !opened.Opened.Equal(day) {
		t.Errorf("opened %+v", opened)
	}
	for field, want := range map[string]string{"id": "named “x” already", "question": "Write the question", "zone": "unknown time zone", "by": "Say who opens"} {
		bad := url.Values{}
		for name, value := range values {
			bad[name] = value
		}
		switch field {
		case "id":
		case "zone":
			bad.Set("zone", "Mars/Olympus")
			bad.Set("id", "y")
		default:
			bad.Set(field, " ")
		}
		w := post(t, pages, "/cases", bad)
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s: status %d, want 422 with %q:\n%s", field, w.Code, want, w.Body)
		}
	}
}

func TestPreserve(t *testing.T) {
	desk, pages := serve(t)
	send := func(files map[string]string) *httptest.ResponseRecorder {
		body, writer := io.Pipe()
		form := multipart.NewWriter(writer)
		go func() {
			for name, content := range files {
				part, _ := form.CreateFormFile("files", name)
				io.WriteString(part, content)
			}
			form.WriteField("by", "m.r")
			form.Close()
			writer.Close()
		}()
		r := httptest.NewRequest(http.MethodPost, "http://localhost/case/kursk/items", body)
		r.Header.Set("Content-Type", form.FormDataContentType())
		w := httptest.NewRecorder()
		pages.ServeHTTP(w, r)
		return w
	}
	if w := send(map[string]string{"a.txt": "one", "b.txt": "two"}); w.Header().Get("Location") != "/case/kursk/items?new=2&again=0" {
		t.Errorf("two new files lead to %q (%d)", w.Header().Get("Location"), w.Code)
	}
	if w := send(map[string]string{"c.txt": "one"}); w.Header().Get("Location") != "/case/kursk/items?new=0&again=1" {
		t.Errorf("known bytes lead to %q (%d)", w.Header().Get("Location"), w.Code)
	}
	w := send(map[string]string{"empty.txt": "", "d.txt": "four"})
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "empty.txt: ") {
		t.Errorf("an empty file: status %d:\n%s", w.Code, w.Body)
	}
	if len(desk.items) != 4+3 {
		t.Errorf("%d items, want the file beside the empty one kept too", len(desk.items))
	}
	if w := send(nil); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "Choose at least one file") {
		t.Errorf("no file: status %d", w.Code)
	}
}

func TestCode(t *testing.T) {
	desk, pages := serve(t)
	good := url.Values{"footage": {desk.items[1].Digest.String()}, "item": {desk.items[1].Digest.String()}, "low": {"12"}, "high": {"15"},
		"lat": {"51.2"}, "lon": {"35,5"}, "radius_m": {"200"}, "from": {"2024-08-14 06:30"}, "to": {"2024-08-14"}, "why": {"seen"}, "by": {"o.k"}}
	w := post(t, pages, "/case/kursk/sightings", good)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/case/kursk/sightings/s5?coded=1" {
		t.Fatalf("status %d to %q:\n%s", w.Code, w.Header().Get("Location"), w.Body)
	}
	coded := desk.sightings[4]
	if coded.Low != 12 || *coded.High != 15 || coded.Place.Lon != 35.5 || coded.By != "o.k" {
		t.Errorf("coded %+v", coded)
	}
	if got := spanWords(*coded.Time, time.UTC); got != "14 Aug 2024, 03:30 to 21:00" {
		t.Errorf("a time in the case's zone is %s", got)
	}
	for field, bad := range map[string]struct{ value, want string }{
		"low":      {"many", "not a whole number"},
		"high":     {"3", "fewer than at least 12"},
		"lat":      {"91", "not a number from -90 to 90"},
		"radius_m": {"", "needs a radius"},
		"from":     {"14 August", "neither a date"},
		"to":       {"2024-08-01", "before the beginning"},
		"why":      {"", "Write the grounds"},
	} {
		values := url.Values{}
		for name, value := range good {
			values[name] = value
		}
		values.Set(field, bad.value)
		w := post(t, pages, "/case/kursk/sightings", values)
		body := w.Body.String()
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(body, bad.want) {
			t.Errorf("%s %q: status %d, want 422 with %q:\n%s", field, bad.value, w.Code, bad.want, body)
			continue
		}
		if !strings.Contains(body, `<a href="#sight-`+field+`">`) || !strings.Contains(body, `aria-invalid="true"`) {
			t.Errorf("%s: the summary does not lead to the field", field)
		}
		if !strings.Contains(body, `value="35,5"`) {
			t.Errorf("%s: what was typed is lost", field)
		}
	}
}

func TestWhen(t *testing.T) {
	_, pages := serve(t)
	for query, want := range map[string]string{
		"":                              "no time given",
		"from=2024-08-14":               "14 Aug 2024, Europe/Kyiv: 24 hours",
		"from=2024-08-14&to=2024-08-15": "14 to 15 Aug 2024, Europe/Kyiv: 48 hours",
		"from=2024-08-14+06:30":         "14 Aug 2024, 06:30, Europe/Kyiv: no time",
		"from=soon":                     "neither a date",
		"to=2024-08-14":                 "needs its beginning",
	} {
		if got := get(t, pages, "/case/kursk/when?"+query).Body.String(); !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
}

func TestJudge(t *testing.T) {
	desk, pages := serve(t)
	give := func(pairs ...string) *httptest.ResponseRecorder {
		values := url.Values{"by": {"o.k"}, "why": {"compared"}}
		for i := 0; i < len(pairs); i += 2 {
			values.Set(pairs[i], pairs[i+1])
		}
		return post(t, pages, "/case/kursk/verdicts", values)
	}
	if w := give("on", "sighting", "a", "s3", "is", "verified"); w.Header().Get("Location") != "/case/kursk/sightings/s3" {
		t.Errorf("a verdict on a sighting leads to %q (%d)", w.Header().Get("Location"), w.Code)
	}
	if w := give("on", "pair", "a", "s1", "b", "s2", "is", "contains"); w.Header().Get("Location") != "/case/kursk/pair?a=s2&b=s1" {
		t.Errorf("a verdict on a pair leads to %q (%d)", w.Header().Get("Location"), w.Code)
	}
	if v := desk.verdicts[4]; v.A != "s2" || v.B != "s1" || v.Is != "within" {
		t.Errorf("the other way round is recorded as %+v", v)
	}
	for name, w := range map[string]*httptest.ResponseRecorder{
		"no grounds":   give("on", "pair", "a", "s1", "b", "s2", "is", "same", "why", ""),
		"no choice":    give("on", "sighting", "a", "s1"),
		"wrong choice": give("on", "sighting", "a", "s1", "is", "same"),
		"no subject":   give("on", "weather", "a", "s1", "is", "same"),
	} {
		if w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: status %d, want 422", name, w.Code)
		}
	}
	if len(desk.verdicts) != 5 {
		t.Errorf("%d verdicts, want 5", len(desk.verdicts))
	}
}

func TestAssume(t *testing.T) {
	desk, pages := serve(t)
	w := post(t, pages, "/case/kursk/assumptions", url.Values{"name": {"one day"}, "pairs": {"s1 s3\r\ns2, s3\r\n"}, "by": {"m.r"}})
	if w.Header().Get("Location") != "/case/kursk/count?assume=one+day#assumptions" || len(desk.evidence.Assumptions[1].Pairs) != 2 {
		t.Errorf("an assumption leads to %q (%d): %+v", w.Header().Get("Location"), w.Code, desk.evidence.Assumptions)
	}
	w = post(t, pages, "/case/kursk/assumptions", url.Values{"name": {"one day"}, "pairs": {"s1 s1"}, "by": {"m.r"}})
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "“s1 s1” is not a pair") {
		t.Errorf("no pair: status %d", w.Code)
	}
	on := get(t, pages, "/case/kursk/count?assume="+url.QueryEscape(desk.evidence.Assumptions[0].Name)).Body.String()
	if !strings.Contains(on, "with it at least <b>171</b>, 29 more; without it <b>142</b>") {
		t.Errorf("a switch that is on does not show both numbers:\n%s", on)
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
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1/", nil)
	r.AddCookie(&http.Cookie{Name: themeCookie, Value: "light"})
	w := httptest.NewRecorder()
	pages.ServeHTTP(w, r)
	if !strings.Contains(w.Body.String(), `data-theme="light"`) {
		t.Error("the chosen theme is not shown")
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
