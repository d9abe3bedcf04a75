package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/verify"
)

// verdictsDesk is what giving and listing verdicts needs.
type verdictsDesk interface {
	caseReader
	verdictsReader
	// Judge records a verdict and gives it an ID; ErrInvalid is the caller's fault.
	Judge(ctx context.Context, v atleast.Verdict) (atleast.Verdict, error)
}

type verdictsPage struct {
	*shell
	desk      verdictsDesk
	sightings sightingsPage // these show a form again that came back
	pair      pairPage
	claim     claimPage
	compare   comparePage
}

type verdictsBody struct {
	Agreed    []atleast.PairVerdict // on pairs of sightings: what the count takes
	MoreAgree int                   // that the page leaves out
	Disagreed []disagreement
	Verdicts  []verdictLine // the latest first
	Pager     pager
}

// disagreement is two subjects of which people say different things; Line is one
// of the verdicts.
type disagreement struct {
	verify.Disagreement
	Line verdictLine
}

// verdictRows is how many verdicts one page shows.
const verdictRows = 100

func (p verdictsPage) show(w http.ResponseWriter, r *http.Request) error {
	c, err := p.desk.Case(r.Context(), r.PathValue("case"))
	if err != nil {
		return err
	}
	verdicts, err := p.desk.Verdicts(r.Context(), c.ID)
	if err != nil {
		return err
	}
	body := verdictsBody{}
	body.Verdicts, body.Pager = pageOf(history(verdicts), verdictRows, r)
	for _, on := range []atleast.Subject{atleast.OnPair, atleast.OnItems, atleast.OnClaims, atleast.OnOrigins} {
		agreed, disagreed := verify.Merge(on, verdicts)
		if on == atleast.OnPair {
			body.Agreed, body.MoreAgree = firstRows(agreed)
		}
		for _, d := range disagreed {
			body.Disagreed = append(body.Disagreed, disagreement{d, verdictLine{Verdict: d.Verdicts[0]}})
		}
	}
	return p.page(w, r, http.StatusOK, "verdicts.html", view{Title: "Verdicts", Here: "verdicts", Case: &c, Body: body})
}

// give records a verdict, or shows again the page on which it was filled in.
func (p verdictsPage) give(w http.ResponseWriter, r *http.Request) error {
	f, err := readForm(w, r, "judge")
	if err != nil {
		return err
	}
	verdict, err := p.verdictOf(r, f)
	if err != nil {
		return err
	}
	if f.OK() {
		_, err := p.desk.Judge(r.Context(), verdict)
		switch {
		case err == nil:
			http.Redirect(w, r, afterVerdict(verdict, f), http.StatusSeeOther)
			return nil
		case errors.Is(err, atleast.ErrInvalid), errors.Is(err, atleast.ErrNotFound):
			f.Say("", "%s", err.Error())
		default:
			return err
		}
	}
	return p.again(w, r, verdict.On, f)
}

// afterVerdict is where one goes on once a verdict is recorded: to the list that
// it was given on, or to its subject.
func afterVerdict(v atleast.Verdict, f *form) string {
	if f.Get("back") == "lookalikes" {
		return lookalikesPath(v.Case) + "?done=1"
	}
	return subjectAddress(v)
}

// again shows a form that could not be recorded on the page of its subject.
func (p verdictsPage) again(w http.ResponseWriter, r *http.Request, on atleast.Subject, f *form) error {
	const status = http.StatusUnprocessableEntity
	a, b := f.Get("a"), f.Get("b")
	switch on {
	case atleast.OnSighting:
		return p.sightings.renderOne(w, r, status, a, f)
	case atleast.OnPair:
		return p.pair.render(w, r, status, a, b, f)
	case atleast.OnClaim:
		return p.claim.render(w, r, status, a, f)
	case atleast.OnClaims, atleast.OnOrigins:
		f.ID = besideForms[on]
		return p.claim.render(w, r, status, a, f)
	case atleast.OnItems:
		return p.compare.render(w, r, status, a, b, f)
	}
	return fmt.Errorf("%w: %s", atleast.ErrInvalid, f.Problems[0].Text)
}

// contains is what the form offers for "everyone in the second is also in the
// first"; it is recorded as within, the other way round.
const contains = "contains"

// verdictOf reads a verdict from the form, saying in it what is wrong.
func (p verdictsPage) verdictOf(r *http.Request, f *form) (atleast.Verdict, error) {
	v := atleast.Verdict{
		Case: r.PathValue("case"),
		On:   atleast.Subject(f.Get("on")),
		A:    f.Get("a"),
		B:    f.Get("b"),
		Is:   atleast.Judgement(f.Need("is", "Choose what you conclude")),
		Why:  f.Need("why", "Write the grounds: what was compared, and what was seen"),
		By:   f.Need("by", "Say who concludes this; it stands in the ledger"),
		At:   p.now().UTC(),
	}
	switch {
	case v.Is == contains:
		v.A, v.B, v.Is = v.B, v.A, atleast.Within
	case v.Is == readInstead && v.On == atleast.OnClaim:
		read, err := p.claim.desk.Claim(r.Context(), v.Case, v.A)
		if err != nil {
			return v, err
		}
		v.Is, v.Instead = atleast.Wrong, f.correction(read.Claim)
	case (v.On == atleast.OnClaims || v.On == atleast.OnOrigins) && v.B == "":
		f.Say("b", "Choose the claim to compare it with")
	}
	if f.OK() {
		if err := v.Validate(); err != nil {
			f.Say("", "%s", err.Error())
		}
	}
	return v, nil
}

// subjectAddress is the page of what a verdict is about.
func subjectAddress(v atleast.Verdict) string {
	base, pair := "/case/"+v.Case, url.Values{"a": {v.A}, "b": {v.B}}.Encode()
	switch v.On {
	case atleast.OnSighting:
		return base + "/sightings/" + url.PathEscape(v.A)
	case atleast.OnPair:
		return base + "/pair?" + pair
	case atleast.OnItems:
		return base + "/compare?" + pair
	case atleast.OnClaim, atleast.OnClaims, atleast.OnOrigins:
		return base + "/claims/" + url.PathEscape(v.A)
	}
	return base + "/verdicts"
}
