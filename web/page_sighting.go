package web

import (
	"fmt"
	"html/template"
	"net/http"

	"github.com/atleast-desk/atleast"
)

// sightingBody is what the page of one sighting shows.
type sightingBody struct {
	sightingLine
	Coded    bool
	Map      template.HTML
	Verdicts []verdictLine // on this sighting, the latest first
	Others   []atleast.Sighting
	Form     *form
}

func (p sightingsPage) showOne(w http.ResponseWriter, r *http.Request) error {
	return p.renderOne(w, r, http.StatusOK, r.PathValue("sighting"), blank("judge", "by", p.who))
}

// renderOne shows one sighting, with f as the form for a verdict on it.
func (p sightingsPage) renderOne(w http.ResponseWriter, r *http.Request, status int, id string, f *form) error {
	ctx, caseID := r.Context(), r.PathValue("case")
	c, err := p.desk.Case(ctx, caseID)
	if err != nil {
		return err
	}
	sightings, err := p.desk.Sightings(ctx, caseID)
	if err != nil {
		return err
	}
	body := sightingBody{Coded: r.URL.Query().Has("coded"), Form: f}
	for _, s := range sightings {
		switch {
		case s.ID == id:
			body.sightingLine = p.lines(ctx, []atleast.Sighting{s})[0]
		case len(body.Others) < sightingRows:
			body.Others = append(body.Others, s)
		}
	}
	if body.ID == "" {
		return fmt.Errorf("sighting %s of case %s: %w", id, caseID, atleast.ErrNotFound)
	}
	if body.Place != nil {
		body.Map = forWindows(halfChart, func(width float64) template.HTML { return drawMap([]spot{{body.ID, *body.Place}}, width) })
	}
	verdicts, err := p.desk.Verdicts(ctx, caseID)
	if err != nil {
		return err
	}
	body.Verdicts = history(verdictsOn(verdicts, atleast.OnSighting, id))
	return p.page(w, r, status, "sighting.html", view{Title: "Sighting " + id, Here: "sightings", Case: &c, Body: body})
}
