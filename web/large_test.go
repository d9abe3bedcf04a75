package web

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/custody"
)

// countingDesk counts what the pages ask of it, one by one.
type countingDesk struct {
	*fakeDesk
	items, events, texts int // single items, entries of the ledger, texts handed out
	everyClaim           int // how often all claims of a case were asked for
}

func (d *countingDesk) Item(ctx context.Context, digest atleast.Digest) (atleast.Item, error) {
	d.items++
	return d.fakeDesk.Item(ctx, digest)
}

func (d *countingDesk) Events(ctx context.Context, from, limit int64) ([]custody.Entry, error) {
	entries, err := d.fakeDesk.Events(ctx, from, limit)
	d.events += len(entries)
	return entries, err
}

func (d *countingDesk) Text(ctx context.Context, digest atleast.Digest) (string, error) {
	d.texts++
	return d.fakeDesk.Text(ctx, digest)
}

func (d *countingDesk) Claims(ctx context.Context, caseID string) ([]atleast.ReadClaim, error) {
	d.everyClaim++
	return d.fakeDesk.Claims(ctx, caseID)
}

// large is the case with n more reports of a claim each, sightings and verdicts.
func large(n int) *fakeDesk {
	d := newFakeDesk()
	for i := range n {
		d.keep(fmt.Sprintf("report-%d.txt", i), atleast.Report, "text/plain", fmt.Appendf(nil, "Report %d.", i))
		claim := d.claims[0]
		claim.Item, claim.ID = d.items[len(d.items)-1].Digest, fmt.Sprintf("c%d", i+2)
		d.claims = append(d.claims, claim)
		figure := d.figures[0]
		figure.ID = fmt.Sprintf("figure-%d", i)
		d.figures = append(d.figures, figure)
		s := d.sightings[i%4]
		s.ID = fmt.Sprintf("s%d", i+5)
		d.sightings = append(d.sightings, s)
		d.verdicts = append(d.verdicts, atleast.Verdict{ID: fmt.Sprintf("v%d", i+4), Case: "kursk", On: atleast.OnPair, A: s.ID, B: "s1", Is: atleast.Different, Why: "w", By: "m.r", At: day})
		d.events = append(d.events, custody.Entry{Index: int64(len(d.events)), Event: atleast.Event{Kind: atleast.VerdictGiven, Case: "kursk", Subject: s.ID, By: "m.r", At: day}})
	}
	d.evidence.Sightings = d.sightings
	return d
}

// What a page asks for and sends does not grow with the case, beyond the lists
// that are its subject.
func TestLargeCase(t *testing.T) {
	const most, bytes = 500, 1 << 20
	desk := &countingDesk{fakeDesk: large(5000)}
	pages, err := New(Config{Desk: desk, Who: "m.r", Now: func() time.Time { return day }, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	for path := range addresses(newFakeDesk()) {
		desk.items, desk.events, desk.texts, desk.everyClaim = 0, 0, 0, 0
		w := get(t, pages, path)
		if w.Code != http.StatusOK {
			t.Errorf("%s: status %d", path, w.Code)
		}
		if desk.items > most || desk.events > ledgerRows || desk.texts > 1 || desk.everyClaim > 0 {
			t.Errorf("%s asks for %d items, %d entries of the ledger, %d texts, %d times for every claim", path, desk.items, desk.events, desk.texts, desk.everyClaim)
		}
		if w.Body.Len() > bytes {
			t.Errorf("%s sends %d bytes", path, w.Body.Len())
		}
	}
}

// A long list goes on from page to page, and misses nothing.
func TestPager(t *testing.T) {
	rows := make([]int, 1001)
	for i := range rows {
		rows[i] = i
	}
	seen := 0
	for address := "?show=all"; address != ""; {
		r, err := http.NewRequest(http.MethodGet, "http://127.0.0.1/case/x/items"+address, nil)
		if err != nil {
			t.Fatal(err)
		}
		page, p := pageOf(rows, 240, r)
		if page[0] != seen || p.Of != 1001 || (p.Before() == "") != (seen == 0) || r.URL.Query().Get("show") != "all" {
			t.Fatalf("at %d: begins with %d, %+v", seen, page[0], p)
		}
		seen, address = seen+len(page), p.After()
	}
	if seen != len(rows) {
		t.Errorf("%d of %d rows", seen, len(rows))
	}
}
