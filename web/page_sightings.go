package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/atleast-desk/atleast"
)

// sightingsDesk is what coding and showing sightings needs.
type sightingsDesk interface {
	caseReader
	itemReader
	sightingsReader
	verdictsReader
	// Code records what was seen. An empty ID is given one; ErrInvalid is the
	// caller's fault.
	Code(ctx context.Context, caseID, by string, s atleast.Sighting) (atleast.Sighting, error)
}

type sightingsPage struct {
	*shell
	desk sightingsDesk
	item itemPage // shows the form again where a sighting was coded on an item
}

type sightingsBody struct {
	Sightings []sightingLine
	Pager     pager
	Form      *form
}

// sightingRows is how many sightings one page shows.
const sightingRows = 200

// sightingLine is a sighting with the item it was seen in, where there is one.
type sightingLine struct {
	atleast.Sighting
	Item *atleast.Item
}

func (p sightingsPage) show(w http.ResponseWriter, r *http.Request) error {
	return p.render(w, r, http.StatusOK, blank("sight", "by", p.who))
}

func (p sightingsPage) render(w http.ResponseWriter, r *http.Request, status int, f *form) error {
	ctx, id := r.Context(), r.PathValue("case")
	c, err := p.desk.Case(ctx, id)
	if err != nil {
		return err
	}
	sightings, err := p.desk.Sightings(ctx, id)
	if err != nil {
		return err
	}
	body := sightingsBody{Form: f}
	sightings, body.Pager = pageOf(sightings, sightingRows, r)
	body.Sightings = p.lines(ctx, sightings)
	return p.page(w, r, status, "sightings.html", view{Title: "Sightings", Here: "sightings", Case: &c, Body: body})
}

// lines looks up the items that the sightings were seen in.
func (p sightingsPage) lines(ctx context.Context, sightings []atleast.Sighting) []sightingLine {
	lines := make([]sightingLine, len(sightings))
	for i, s := range sightings {
		lines[i].Sighting = s
		if item, ok := itemNamed(ctx, p.desk, s.Footage); ok {
			lines[i].Item = &item
		}
	}
	return lines
}

// itemNamed returns the item whose digest the footage's name is.
func itemNamed(ctx context.Context, desk itemReader, footage string) (atleast.Item, bool) {
	digest, err := atleast.ParseDigest(footage)
	if err != nil {
		return atleast.Item{}, false
	}
	item, err := desk.Item(ctx, digest)
	return item, err == nil
}

// itemsNamed returns the items whose digests the names are.
func itemsNamed(ctx context.Context, desk itemReader, names []string) (items []atleast.Item) {
	for _, name := range names {
		if item, ok := itemNamed(ctx, desk, name); ok {
			items = append(items, item)
		}
	}
	return items
}

// code records a sighting, or shows the form again where it was filled in.
func (p sightingsPage) code(w http.ResponseWriter, r *http.Request) error {
	f, err := readForm(w, r, "sight")
	if err != nil {
		return err
	}
	c, err := p.desk.Case(r.Context(), r.PathValue("case"))
	if err != nil {
		return err
	}
	sighting := sightingOf(f, c)
	by := f.Need("by", "Say who saw this; it stands in the ledger")
	if f.OK() {
		coded, err := p.desk.Code(r.Context(), c.ID, by, sighting)
		switch {
		case err == nil:
			http.Redirect(w, r, fmt.Sprintf("/case/%s/sightings/%s?coded=1", c.ID, coded.ID), http.StatusSeeOther)
			return nil
		case errors.Is(err, atleast.ErrInvalid), errors.Is(err, atleast.ErrExists):
			f.Say("", "%s", err.Error())
		default:
			return err
		}
	}
	if item, ok := itemNamed(r.Context(), p.desk, f.Get("item")); ok {
		return p.item.render(w, r, http.StatusUnprocessableEntity, item.Digest, f)
	}
	return p.render(w, r, http.StatusUnprocessableEntity, f)
}

// sightingOf reads a sighting from the form, saying in it what is wrong.
func sightingOf(f *form, c atleast.Case) atleast.Sighting {
	s := atleast.Sighting{Status: atleast.Unverified, Kind: f.Get("kind"), By: f.Get("by")}
	s.Footage = f.Need("footage", "Name the footage it was seen in")
	s.Low, s.High = f.bounds()
	s.Place, s.Time = f.region(), f.span(zoneOf(c))
	s.Why = f.Need("why", "Write the grounds: what is seen, and how place and time were found")
	return s
}

// when says in words what was typed as times means, for the preview beside the
// fields. It answers in plain text.
func (p sightingsPage) when(w http.ResponseWriter, r *http.Request) error {
	c, err := p.desk.Case(r.Context(), r.PathValue("case"))
	if err != nil {
		return err
	}
	f := &form{Values: r.URL.Query()}
	span := f.span(zoneOf(c))
	words := "no time given"
	switch {
	case !f.OK():
		words = f.Problems[0].Text
	case span != nil:
		words = spanWords(*span, zoneOf(c)) + ", " + c.Zone + ": " + hoursWords(span.To.Sub(span.From))
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintln(w, words)
	return nil
}
