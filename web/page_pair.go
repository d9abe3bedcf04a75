package web

import (
	"context"
	"fmt"
	"html/template"
	"net/http"
	"slices"

	"github.com/atleast-desk/atleast"
)

// pairDesk is what comparing two sightings needs.
type pairDesk interface {
	caseReader
	itemReader
	answerDesk
	sightingsReader
	verdictsReader
}

type sightingsReader interface {
	// Sightings returns what was seen, with statuses settled from verdicts.
	Sightings(ctx context.Context, caseID string) ([]atleast.Sighting, error)
}

// Twice is the sighting that was asked to be compared with itself; else empty.
func (b pairBody) Twice() string {
	if b.A == b.B {
		return b.A
	}
	return ""
}

type pairPage struct {
	*shell
	desk pairDesk
}

type pairBody struct {
	Sightings  []atleast.Sighting // every one, to choose from
	A, B       string
	Sides      []sightingLine // the two, or none while they are not chosen
	Map, Clock template.HTML
	Reach      template.HTML // the time the way takes beside the time there was
	ReachWords string
	Apart      *atleast.Apart // why the count takes them as different
	concluded
	Form *form
}

func (p pairPage) show(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	return p.render(w, r, http.StatusOK, q.Get("a"), q.Get("b"), blank("judge", "by", p.who))
}

// render shows sightings a and b side by side, with f as the form for a verdict.
func (p pairPage) render(w http.ResponseWriter, r *http.Request, status int, a, b string, f *form) error {
	ctx := r.Context()
	c, err := p.desk.Case(ctx, r.PathValue("case"))
	if err != nil {
		return err
	}
	body := pairBody{A: a, B: b, Form: f}
	if body.Sightings, err = p.desk.Sightings(ctx, c.ID); err != nil {
		return err
	}
	if a != "" && b != "" && a != b {
		if err := p.compare(ctx, c, &body); err != nil {
			return err
		}
	}
	return p.page(w, r, status, "pair.html", view{Title: "Compare two sightings", Here: "sightings", Case: &c, Body: body})
}

func (p pairPage) compare(ctx context.Context, c atleast.Case, body *pairBody) error {
	for _, id := range []string{body.A, body.B} {
		i := slices.IndexFunc(body.Sightings, func(s atleast.Sighting) bool { return s.ID == id })
		if i < 0 {
			return fmt.Errorf("sighting %s of case %s: %w", id, c.ID, atleast.ErrNotFound)
		}
		side := sightingLine{Sighting: body.Sightings[i]}
		if item, ok := itemNamed(ctx, p.desk, side.Footage); ok {
			side.Item = &item
		}
		body.Sides = append(body.Sides, side)
	}
	body.draw(c)
	verdicts, err := p.desk.Verdicts(ctx, c.ID)
	if err != nil {
		return err
	}
	body.concluded = concludedOn(verdicts, atleast.OnPair, body.A, body.B)
	tally, err := p.desk.Tally(ctx, c.ID)
	if err != nil {
		return err
	}
	if tally.Certificate == nil {
		return nil
	}
	for _, apart := range tally.Certificate.Pairs {
		if samePair(apart.A, apart.B, body.A, body.B) {
			body.Apart = &apart
		}
	}
	return nil
}

// draw draws where and when the two were seen.
func (b *pairBody) draw(c atleast.Case) {
	var spots []spot
	var stays []stay
	for _, side := range b.Sides {
		if side.Place != nil {
			spots = append(spots, spot{side.ID, *side.Place})
		}
		if side.Time != nil {
			stays = append(stays, stay{side.ID, *side.Time})
		}
	}
	if len(spots) == 2 {
		b.Map = forWindows(halfChart, func(width float64) template.HTML { return drawMap(spots, width) })
	}
	if len(stays) == 2 {
		b.Clock = forWindows(halfChart, func(width float64) template.HTML { return drawClock(stays, zoneOf(c), width) })
	}
	if j, ok := journeyOf(b.Sides[0].Sighting, b.Sides[1].Sighting, c.SpeedKMH); ok {
		b.Reach, b.ReachWords = forWindows(halfChart, j.draw), j.Words()
	}
}
