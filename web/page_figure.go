package web

import (
	"fmt"
	"html/template"
	"net/http"
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
	"github.com/atleast-desk/atleast/verify"
)

// figureDesk is what the page of one figure needs.
type figureDesk interface {
	answeredDesk
	figuresDesk
	verdictsReader
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
	Showing  corroborate.Showing
	Others   []related
	Judged   map[string]atleast.Verdict // what people said of its claims
}

// related is another figure and how this one lies to it.
type related struct {
	corroborate.Figure
	Relation corroborate.Relation
}

func (p figurePage) show(w http.ResponseWriter, r *http.Request) error {
	ctx, id := r.Context(), r.PathValue("case")
	c, answer, err := answered(r, p.desk)
	if err != nil {
		return err
	}
	figures, err := p.desk.Figures(ctx, id)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(figures, func(f corroborate.Figure) bool { return f.ID == r.PathValue("figure") })
	if i < 0 {
		return fmt.Errorf("figure %s of case %s: %w", r.PathValue("figure"), id, atleast.ErrNotFound)
	}
	figure := figures[i]
	body := figureBody{Figure: figure, Sentence: figure.Sentence(), Chains: chainsOf(figure).drawBoth(), Others: relatives(figure, figures)}
	verdicts, err := p.desk.Verdicts(ctx, id)
	if err != nil {
		return err
	}
	body.Judged = verify.Latest(verdicts)
	body.Showing = corroborate.GaugeOf(c, answer.Evidence, answer.Tally).Showing(figure)
	if len(counting([]corroborate.Figure{figure}, corroborate.ScopeOfCase(c, answer.Evidence))) > 0 {
		body.Floor = answer.Tally.Floor
	}
	body.Interval = drawInterval(figure.Quantity, body.Floor, 1.5*float64(max(leastClaimed(figure.Quantity), deref(body.Floor))))
	return p.page(w, r, http.StatusOK, "figure.html", view{Title: quantityWords(figure.Quantity), Here: "claims", Case: &c, Body: body})
}

// relatives compares the figure with others and leaves out those of which nothing
// can be said; the first of them fill a page.
func relatives(f corroborate.Figure, figures []corroborate.Figure) []related {
	var found []related
	for _, other := range figures {
		if len(found) == pageRows {
			break
		}
		if other.ID == f.ID {
			continue
		}
		if relation := corroborate.Compare(f, other); relation.Is != corroborate.NotComparable {
			found = append(found, related{other, relation})
		}
	}
	return found
}

// deref returns the number, zero where there is none.
func deref(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}
