package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/verify"
)

// verdictsDesk is what giving and listing verdicts needs.
type verdictsDesk interface {
	caseReader
	Verdicts(ctx context.Context, caseID string) ([]atleast.Verdict, error)
	// Judge records a verdict and gives it an ID; ErrInvalid is the caller's fault.
	Judge(ctx context.Context, v atleast.Verdict) (atleast.Verdict, error)
}

type verdictsPage struct {
	*shell
	desk      verdictsDesk
	sightings sightingsPage // show the form again
	pair      pairPage
}

type verdictsBody struct {
	Agreed    []atleast.PairVerdict
	Disagreed []verify.Disagreement
	Verdicts  []verdictLine // the latest first
}

// verdictLine is a verdict and the later one of the same person that stands in
// its place.
type verdictLine struct {
	atleast.Verdict
	SupersededBy string
}

func (p verdictsPage) show(w http.ResponseWriter, r *http.Request) error {
	c, err := p.desk.Case(r.Context(), r.PathValue("case"))
	if err != nil {
		return err
	}
	verdicts, err := p.desk.Verdicts(r.Context(), c.ID)
	if err != nil {
		return err
	}
	body := verdictsBody{Verdicts: history(verdicts)}
	body.Agreed, body.Disagreed = verify.Pairs(verdicts)
	return p.page(w, r, http.StatusOK, "verdicts.html", view{Title: "Verdicts", Here: "verdicts", Case: &c, Body: body})
}

// history puts the latest verdict first and says of each what superseded it.
func history(verdicts []atleast.Verdict) []verdictLine {
	standing := verify.Standing(verdicts)
	var lines []verdictLine
	for _, v := range slices.Backward(verdicts) {
		line := verdictLine{Verdict: v}
		for _, s := range standing {
			if s.ID != v.ID && s.By == v.By && s.On == v.On && samePair(s.A, s.B, v.A, v.B) {
				line.SupersededBy = s.ID
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// give records a verdict, or shows again the page on which it was filled in.
func (p verdictsPage) give(w http.ResponseWriter, r *http.Request) error {
	f, err := readForm(w, r, "judge")
	if err != nil {
		return err
	}
	verdict := p.verdictOf(f, r.PathValue("case"))
	if f.OK() {
		_, err := p.desk.Judge(r.Context(), verdict)
		switch {
		case err == nil:
			http.Redirect(w, r, subjectAddress(verdict), http.StatusSeeOther)
			return nil
		case errors.Is(err, atleast.ErrInvalid):
			f.Say("", "%s", err.Error())
		default:
			return err
		}
	}
	switch verdict.On {
	case atleast.OnSighting:
		return p.sightings.renderOne(w, r, http.StatusUnprocessableEntity, verdict.A, f)
	case atleast.OnPair:
		return p.pair.render(w, r, http.StatusUnprocessableEntity, f.Get("a"), f.Get("b"), f)
	}
	return fmt.Errorf("%w: %s", atleast.ErrInvalid, f.Problems[0].Text)
}

// contains is what the form offers for "everyone in the second is also in the
// first"; it is recorded as within, the other way round.
const contains = "contains"

func (p verdictsPage) verdictOf(f *form, caseID string) atleast.Verdict {
	v := atleast.Verdict{
		Case: caseID,
		On:   atleast.Subject(f.Get("on")),
		A:    f.Get("a"),
		B:    f.Get("b"),
		Is:   atleast.Judgement(f.Need("is", "Choose what you conclude")),
		Why:  f.Need("why", "Write the grounds: what was compared, and what was seen"),
		By:   f.Need("by", "Say who concludes this; it stands in the ledger"),
		At:   p.now().UTC(),
	}
	if v.Is == contains {
		v.A, v.B, v.Is = v.B, v.A, atleast.Within
	}
	if f.OK() {
		if err := v.Validate(); err != nil {
			f.Say("", "%s", err.Error())
		}
	}
	return v
}

// subjectAddress is the page of what a verdict is about.
func subjectAddress(v atleast.Verdict) string {
	base := "/case/" + v.Case
	switch v.On {
	case atleast.OnSighting:
		return base + "/sightings/" + url.PathEscape(v.A)
	case atleast.OnPair:
		return base + "/pair?" + url.Values{"a": {v.A}, "b": {v.B}}.Encode()
	}
	return base + "/verdicts"
}
