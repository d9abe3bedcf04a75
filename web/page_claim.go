package web

import (
	"context"
	"net/http"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

// claimDesk is what the page of one claim needs.
type claimDesk interface {
	caseReader
	itemReader
	figuresDesk
	verdictsReader
	claimReader
}

type claimReader interface {
	// Claim returns one claim of the case as the machine read it, or ErrNotFound.
	Claim(ctx context.Context, caseID, id string) (atleast.ReadClaim, error)
	// Text returns the text that the offsets of claims point into.
	Text(ctx context.Context, d atleast.Digest) (string, error)
}

type claimPage struct {
	*shell
	desk claimDesk
}

type claimBody struct {
	judgedClaim
	Item          atleast.Item
	Before, After string              // the words around the quote
	Figure        *corroborate.Figure // the figure that it gives; nil where none
	Verdicts      []verdictLine       // on the claim, the latest first
	Form          *form
	Panels        []besidePanel // to say of it and another claim what they have in common
}

func (p claimPage) show(w http.ResponseWriter, r *http.Request) error {
	return p.render(w, r, http.StatusOK, r.PathValue("claim"), nil)
}

// render shows the claim. f is a form that came back, for a verdict on the claim
// or on it and another; nil where none did.
func (p claimPage) render(w http.ResponseWriter, r *http.Request, status int, id string, f *form) error {
	ctx := r.Context()
	c, err := p.desk.Case(ctx, r.PathValue("case"))
	if err != nil {
		return err
	}
	read, err := p.desk.Claim(ctx, c.ID, id)
	if err != nil {
		return err
	}
	verdicts, err := p.desk.Verdicts(ctx, c.ID)
	if err != nil {
		return err
	}
	body := claimBody{judgedClaim: judgedClaims([]atleast.ReadClaim{read}, verdicts)[0]}
	body.Verdicts = history(verdictsOn(verdicts, atleast.OnClaim, id))
	if body.Item, err = p.desk.Item(ctx, read.Item); err != nil {
		return err
	}
	text, err := p.desk.Text(ctx, read.Item)
	if err != nil {
		return err
	}
	body.Before, body.After = besideQuote(text, read.Start, read.End)
	figures, err := p.desk.Figures(ctx, c.ID)
	if err != nil {
		return err
	}
	beside := body.compare(figures)
	body.forms(f, p.who)
	body.Panels = besidePanels(id, beside, verdicts, f, p.who, r.URL.Query().Get("with"))
	return p.page(w, r, status, "claim.html", view{Title: "A claim of " + speakerWords(body.Claim), Here: "claims", Case: &c, Body: body})
}

// forms shows f again where it came back for the claim alone, and a fresh form
// else.
func (b *claimBody) forms(f *form, who string) {
	b.Form = claimForm(b.Claim, who)
	if f != nil && f.ID == b.Form.ID {
		b.Form = f
	}
}

// wordsAround is how many bytes a claim's page shows before and behind the quote.
const wordsAround = 280

// besideQuote returns what stands before and behind a part of the text, whole
// letters only.
func besideQuote(text string, start, end int) (before, after string) {
	if start < 0 || end < start || end > len(text) {
		return "", ""
	}
	from, to := max(0, start-wordsAround), min(len(text), end+wordsAround)
	for from < start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to > end && to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	return text[from:start], text[end:to]
}
