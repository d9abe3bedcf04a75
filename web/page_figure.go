package web

import (
	"context"
	"fmt"
	"html/template"
	"net/http"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

// figureDesk is what the page of one figure needs.
type figureDesk interface {
	caseReader
	answerDesk
	figuresDesk
}

type figurePage struct {
	*shell
	desk figureDesk
}

type figureBody struct {
	Figure   corroborate.Figure
	Sentence string
	Chains   template.HTML
	Interval template.HTML
	Floor    *int64
}

func (p figurePage) show(w http.ResponseWriter, r *http.Request) error {
	ctx, id := r.Context(), r.PathValue("case")
	c, err := p.desk.Case(ctx, id)
	if err != nil {
		return err
	}
	figure, err := p.find(ctx, id, r.PathValue("figure"))
	if err != nil {
		return err
	}
	tally, err := p.desk.Tally(ctx, id)
	if err != nil {
		return err
	}
	body := figureBody{Figure: figure, Sentence: printable(figure, tally.Floor), Chains: chainsOf(figure).draw()}
	if figure.Quantity.Unit == "" {
		body.Floor = tally.Floor
	}
	body.Interval = drawInterval(figure.Quantity, body.Floor, 1.5*float64(max(leastClaimed(figure.Quantity), deref(body.Floor))))
	return p.page(w, r, http.StatusOK, "figure.html", view{Title: quantityWords(figure.Quantity), Here: "claims", Case: &c, Body: body})
}

func (p figurePage) find(ctx context.Context, caseID, id string) (corroborate.Figure, error) {
	figures, err := p.desk.Figures(ctx, caseID)
	if err != nil {
		return corroborate.Figure{}, err
	}
	for _, f := range figures {
		if f.ID == id {
			return f, nil
		}
	}
	return corroborate.Figure{}, fmt.Errorf("figure %s of case %s: %w", id, caseID, atleast.ErrNotFound)
}

// deref returns the number, zero where there is none.
func deref(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}
