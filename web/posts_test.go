package web

import (
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

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
	if len(desk.items) != 9+3 {
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
	if !strings.Contains(on, "without it at least <b>142</b>; with it at least <b>171</b>, 29 more") {
		t.Errorf("a switch that is on does not show both numbers:\n%s", on)
	}
}
