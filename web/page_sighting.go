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
	Verdicts []atleast.Verdict // on this sighting, oldest first
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
	lines, err := p.lines(ctx, caseID)
	if err != nil {
		return err
	}
	body := sightingBody{Coded: r.URL.Query().Has("coded"), Form: f}
	for _, line := range lines {
		if line.ID == id {
			body.sightingLine = line
		} else {
			body.Others = append(body.Others, line.Sighting)
		}
	}
	if body.ID == "" {
		return fmt.Errorf("sighting %s of case %s: %w", id, caseID, atleast.ErrNotFound)
	}
	if body.Place != nil {
		body.Map = drawMap([]spot{{body.ID, *body.Place}})
	}
	verdicts, err := p.desk.Verdicts(ctx, caseID)
	if err != nil {
		return err
	}
	for _, v := range verdicts {
		if v.On == atleast.OnSighting && v.A == id {
			body.Verdicts = append(body.Verdicts, v)
		}
	}
	return p.page(w, r, status, "sighting.html", view{Title: "Sighting " + id, Here: "sightings", Case: &c, Body: body})
}
