package web

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
)

// send sends a request with a body to the pages.
func send(t *testing.T, pages http.Handler, method, path string, header http.Header, body io.Reader) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(method, "http://127.0.0.1:8080"+path, body)
	for name, values := range header {
		r.Header[name] = values
	}
	w := httptest.NewRecorder()
	pages.ServeHTTP(w, r)
	return w
}

var typed = http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}

// filled puts names that exist into a route's pattern.
func filled(desk *fakeDesk, pattern string) (method, path string) {
	method, path, _ = strings.Cut(pattern, " ")
	return method, strings.NewReplacer("{$}", "", "{case}", "kursk", "{digest}", desk.items[0].Digest.String(), "{claim}", "c1",
		"{figure}", desk.figures[0].ID, "{sighting}", "s1", "{index}", "0").Replace(path)
}

func eachRoute(t *testing.T, do func(t *testing.T, desk *fakeDesk, pages http.Handler, method, path string)) {
	t.Helper()
	desk, pages := serve(t)
	for _, route := range routes(&shell{}, desk) {
		t.Run(route.pattern, func(t *testing.T) {
			method, path := filled(desk, route.pattern)
			do(t, desk, pages, method, path)
		})
	}
}

// A page that is there is there for HEAD, too, and says which methods it takes
// where another is used.
func TestMethods(t *testing.T) {
	eachRoute(t, func(t *testing.T, desk *fakeDesk, pages http.Handler, method, path string) {
		if method == http.MethodGet {
			if w := send(t, pages, http.MethodHead, path, nil, nil); w.Code != http.StatusOK {
				t.Errorf("HEAD: status %d", w.Code)
			}
		}
		for _, other := range []string{http.MethodPut, http.MethodDelete, http.MethodPatch} {
			w := send(t, pages, other, path, nil, nil)
			if w.Code != http.StatusMethodNotAllowed || !strings.Contains(w.Header().Get("Allow"), method) {
				t.Errorf("%s: status %d, Allow %q; want 405 and %s", other, w.Code, w.Header().Get("Allow"), method)
			}
			if !strings.Contains(w.Body.String(), "<h1") {
				t.Errorf("%s: no page says so", other)
			}
		}
	})
}

// A case, or anything of it, that is not on the desk is not found, and nothing
// else goes wrong.
func TestNotFound(t *testing.T) {
	eachRoute(t, func(t *testing.T, desk *fakeDesk, pages http.Handler, method, path string) {
		if !strings.HasPrefix(path, "/case/kursk") {
			return
		}
		w := send(t, pages, method, strings.Replace(path, "kursk", "nowhere", 1), typed, strings.NewReader("is=x"))
		if method == http.MethodGet && w.Code != http.StatusNotFound {
			t.Errorf("status %d in a case that does not exist, want 404", w.Code)
		}
		if w.Code >= 500 || w.Code < 400 {
			t.Errorf("status %d in a case that does not exist", w.Code)
		}
	})
	desk, pages := serve(t)
	other := atleast.DigestOf([]byte("other")).String()
	for _, path := range []string{
		"/case/kursk/items/" + other, "/case/kursk/items/abc", "/case/kursk/items/" + strings.Repeat("g", 64), "/media/" + other, "/media/..%2f..",
		"/case/kursk/claims/c9", "/case/kursk/figures/none", "/case/kursk/sightings/s99", "/case/kursk/pair?a=s1&b=s99",
		"/ledger/99/proof", "/ledger/-1/proof", "/ledger/x/proof", "/static/none.css", "/nothing", "/case", "/case/", "/%00", "/case/kursk/items/" + desk.items[0].Digest.String() + "/x",
	} {
		if w := get(t, pages, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: status %d, want 404", path, w.Code)
		}
	}
}

// What a query says wrongly is not believed, and never a failure.
func TestBadQueries(t *testing.T) {
	_, pages := serve(t)
	for _, path := range []string{
		"/ledger?end=-5", "/ledger?end=x", "/ledger?end=99999999999999999999", "/case/kursk/items?from=-1", "/case/kursk/items?from=9e9", "/case/kursk/items?new=x&again=-3",
		"/case/kursk/count?assume=nobody+said+this", "/case/kursk/pair?a=s1&b=s1", "/case/kursk/compare?a=none&b=none", "/case/kursk/compare?a=%3Cb%3E", "/case/kursk/verdicts?from=0",
		"/case/kursk/claims?show=everything", "/case/kursk/claims/c1?with=c99", "/case/kursk/when?from=%ff",
	} {
		if w := get(t, pages, path); w.Code != http.StatusOK {
			t.Errorf("%s: status %d, want 200", path, w.Code)
		}
	}
}

// Every form refuses more than it can use, what is no form, and what another
// site sends; and nothing is recorded.
func TestPostsAreGuarded(t *testing.T) {
	eachRoute(t, func(t *testing.T, desk *fakeDesk, pages http.Handler, method, path string) {
		if method != http.MethodPost {
			return
		}
		before := fmt.Sprint(len(desk.cases), len(desk.items), len(desk.sightings), len(desk.verdicts), len(desk.evidence.Assumptions))
		for name, test := range map[string]struct {
			header http.Header
			want   int
		}{
			"of another site":      {http.Header{"Sec-Fetch-Site": {"cross-site"}}, http.StatusForbidden},
			"of the same site":     {http.Header{"Sec-Fetch-Site": {"same-site"}}, http.StatusForbidden},
			"of an old browser":    {http.Header{"Origin": {"https://evil.example"}}, http.StatusForbidden},
			"of no origin at all":  {http.Header{"Origin": {"null"}}, http.StatusForbidden},
			"of another machine's": {http.Header{"Origin": {"http://127.0.0.1:9999"}}, http.StatusForbidden},
		} {
			test.header["Content-Type"] = typed["Content-Type"]
			if w := send(t, pages, method, path, test.header, strings.NewReader("by=x")); w.Code != test.want {
				t.Errorf("%s: status %d, want %d", name, w.Code, test.want)
			}
		}
		if path == "/theme" {
			return // it records nothing, and reads two words
		}
		if w := send(t, pages, method, path, typed, strings.NewReader("why=%zz")); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("a broken form: status %d, want 422", w.Code)
		}
		if path != "/case/kursk/items" {
			w := send(t, pages, method, path, typed, strings.NewReader("why="+strings.Repeat("x", formLimit+1)))
			if w.Code != http.StatusRequestEntityTooLarge || !strings.Contains(w.Body.String(), "Too much at once") {
				t.Errorf("too large a form: status %d, want 413", w.Code)
			}
		}
		if w := send(t, pages, method, path, typed, strings.NewReader("")); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("an empty form: status %d, want 422", w.Code)
		}
		after := fmt.Sprint(len(desk.cases), len(desk.items), len(desk.sightings), len(desk.verdicts), len(desk.evidence.Assumptions))
		if before != after {
			t.Errorf("something was recorded: %s, before %s", after, before)
		}
	})
}

var errBroken = errors.New("the disk is gone")

// A desk that fails says so on a page that tells what to do, and a reader who
// has gone is told nothing.
func TestDeskFails(t *testing.T) {
	for _, test := range []struct {
		err  error
		want int
		says string
	}{
		{errBroken, http.StatusInternalServerError, "atleast doctor"},
		{fmt.Errorf("judge: %w: too old", atleast.ErrInvalid), http.StatusUnprocessableEntity, "too old"},
		{fmt.Errorf("judge: %w", atleast.ErrNotFound), http.StatusUnprocessableEntity, "not found"},
	} {
		desk := newFakeDesk()
		desk.refuse = test.err
		pages, err := New(Config{Desk: desk, Who: "m.r", Now: func() time.Time { return day }, Log: slog.New(slog.DiscardHandler)})
		if err != nil {
			t.Fatal(err)
		}
		w := post(t, pages, "/case/kursk/verdicts", url.Values{"on": {"sighting"}, "a": {"s1"}, "is": {"verified"}, "why": {"w"}, "by": {"m.r"}})
		if w.Code != test.want || !strings.Contains(w.Body.String(), test.says) {
			t.Errorf("%v: status %d, want %d with %q:\n%s", test.err, w.Code, test.want, test.says, w.Body)
		}
	}
}
