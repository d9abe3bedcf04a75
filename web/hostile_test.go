package web

import (
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

// evil is what a file may be named and a report may say.
const evil = `"'><script>alert(1)</script><img src=x onerror=alert(2)>`

// hostile puts evil wherever the desk holds what others wrote.
func hostile() *fakeDesk {
	d := newFakeDesk()
	c := &d.cases[0]
	c.Question, c.What, c.Notice = evil, evil, evil
	for i := range d.items {
		d.items[i].Name = evil
	}
	d.items[3].Type = "text/html" + evil
	for i := range d.claims {
		claim := &d.claims[i].Claim
		claim.Speaker, claim.Via, claim.Hedges, claim.Cue, claim.Report = evil, []string{evil}, []string{evil}, evil, evil
		claim.Place, claim.Time = &atleast.NamedPlace{Text: evil}, &atleast.NamedTime{Text: evil}
		claim.Quantity.What, claim.Quantity.Text, claim.Quantity.Bound = evil, evil, atleast.Vague
	}
	d.bytes[d.items[0].Digest] = []byte(strings.Repeat(evil, 8))
	for i := range d.figures {
		poison(&d.figures[i])
	}
	for i := range d.sightings {
		s := &d.sightings[i]
		s.Why, s.By, s.Kind = evil, evil, evil
		if i > 0 {
			s.Footage = evil
		}
	}
	for i := range d.verdicts {
		d.verdicts[i].Why, d.verdicts[i].By = evil, evil
	}
	d.count()
	d.evidence.What, d.evidence.Verdicts[0].By = evil, []string{evil}
	d.evidence.Assumptions[0].Name, d.tally.Assumed[0].Name, d.tally.Certificate.Pairs[0].Why = evil, evil, evil
	for i := range d.events {
		d.events[i].Event.By, d.events[i].Event.Case = evil, evil
	}
	return d
}

func poison(f *corroborate.Figure) {
	f.Quantity.What, f.Scope.Place, f.What = evil, evil, evil
	f.Origins[0].Name, f.Origins[0].Grounds = evil, evil
	f.LostHedges, f.Cycles = []corroborate.LostHedge{{From: 0, To: 1, Hedges: []string{evil}}}, [][]string{{evil, "B"}}
	for i := range f.Carriers {
		c := &f.Carriers[i]
		c.Name, c.Quote, c.Published, c.Ties, c.Hedges = evil, evil, evil, []string{evil}, []string{evil}
		c.Chain = []corroborate.Link{{Name: evil}, {Name: "x" + evil}}
	}
	f.Denials = f.Carriers[:1]
}

// Nothing that others wrote becomes markup, on any page, nor in what a form
// brings back.
func TestHostileNames(t *testing.T) {
	desk := hostile()
	pages, err := New(Config{Desk: desk, Who: evil, Now: func() time.Time { return day }, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	clean := func(path string, status int, body string) {
		t.Helper()
		if status >= http.StatusInternalServerError {
			t.Errorf("%s: status %d", path, status)
		}
		for _, markup := range []string{"<script>alert", "<img src=x", `"'>`} {
			if strings.Contains(body, markup) {
				at := strings.Index(body, markup)
				t.Errorf("%s: %s got through: …%s…", path, markup, body[max(0, at-80):min(len(body), at+80)])
			}
		}
	}
	for path := range addresses(desk) {
		w := get(t, pages, path)
		if w.Code != http.StatusOK {
			t.Errorf("%s: status %d", path, w.Code)
		}
		clean(path, w.Code, w.Body.String())
	}
	for name, form := range forms {
		values := map[string][]string{}
		for field, value := range form.values {
			values[field] = value
			if field != "on" && field != "a" && field != "b" && field != "bound" {
				values[field] = []string{evil}
			}
		}
		w := post(t, pages, form.to, values)
		clean(name, w.Code, w.Body.String())
	}
	w := get(t, pages, "/media/"+desk.items[3].Digest.String())
	if got := w.Header().Get("Content-Disposition"); !strings.HasPrefix(got, "attachment;") || strings.ContainsAny(got, "<>\n") && !strings.Contains(got, `\"`) {
		t.Errorf("a hostile name is sent as %q", got)
	}
}
