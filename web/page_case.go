package web

import (
	"cmp"
	"context"
	"html/template"
	"net/http"
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

// caseDesk is what the front page of a case needs.
type caseDesk interface {
	answeredDesk
	figuresDesk
	itemsReader
	claimCounter
	lookalikesReader
}

type claimCounter interface {
	// CountClaims returns how many claims the case's reports hold.
	CountClaims(ctx context.Context, caseID string) (int, error)
}

// caseReader finds a case.
type caseReader interface {
	// Case returns the case, or ErrNotFound.
	Case(ctx context.Context, id string) (atleast.Case, error)
}

type casePage struct {
	*shell
	desk caseDesk
}

type caseBody struct {
	Read      read
	Chart     template.HTML
	Shown     *int64              // the floor if all that is shown were verified; nil where nothing waits
	Claimed   []claimed           // of the same things, those that claim more first
	MoreClaim int                 // that the page leaves out
	Elsewhere int                 // figures that count something else
	Behind    corroborate.Backing // who stands behind them, taken together
	Holdings  holdings
	Empty     bool // nothing is kept
	Unseen    bool // no sighting is coded
}

// claimed is a figure and how it stands to what is proven.
type claimed struct {
	corroborate.Figure
	Showing corroborate.Showing
}

// holdings is how much of what the case holds.
type holdings struct {
	Reports, Media, Claims int
	Verified, Unverified   int // sightings
	Verdicts               int // standing, on pairs
	Alike                  int // pairs that may have recorded one scene, and wait for an answer
}

func (p casePage) show(w http.ResponseWriter, r *http.Request) error {
	ctx, id := r.Context(), r.PathValue("case")
	c, answer, err := answered(r, p.desk)
	if err != nil {
		return err
	}
	held, err := p.hold(ctx, id, answer.Evidence)
	if err != nil {
		return err
	}
	body := caseBody{Read: answer, Holdings: held, Empty: held == holdings{}, Unseen: held.Verified+held.Unverified == 0}
	figures, err := p.desk.Figures(ctx, id)
	if err != nil {
		return err
	}
	scope := corroborate.ScopeOfCase(c, answer.Evidence)
	gauge := corroborate.GaugeOf(c, answer.Evidence, answer.Tally)
	counted := largest(counting(figures, scope))
	shown, left := firstRows(counted)
	for _, f := range shown {
		body.Claimed = append(body.Claimed, claimed{f, gauge.Showing(f)})
	}
	body.MoreClaim = left
	body.Elsewhere = len(figures) - len(counted)
	body.Behind = corroborate.Behind(shown...)
	if answer.Tally.Floor != nil {
		if body.Shown, err = p.ifVerified(answer.Evidence); err != nil {
			return err
		}
		if chart := chartOf(*answer.Tally.Floor, deref(body.Shown), answer.Words.What, counted); chart.worthDrawing() {
			body.Chart = forWindows(wideChart, chart.draw)
		}
	}
	return p.page(w, r, http.StatusOK, "case.html", view{Title: c.Question, Here: "case", Case: &c, Body: body})
}

func (p casePage) hold(ctx context.Context, id string, e atleast.Evidence) (holdings, error) {
	held := holdings{Verdicts: len(e.Verdicts)}
	items, err := p.desk.Items(ctx, id)
	if err != nil {
		return held, err
	}
	for _, item := range items {
		switch {
		case item.Kind.Medium():
			held.Media++
		case item.Kind == atleast.Report:
			held.Reports++
		}
	}
	if held.Claims, err = p.desk.CountClaims(ctx, id); err != nil {
		return held, err
	}
	alike, err := p.desk.Lookalikes(ctx, id)
	if err != nil {
		return held, err
	}
	held.Alike = openLookalikes(alike)
	for _, s := range e.Sightings {
		if s.Status == atleast.Verified {
			held.Verified++
		} else {
			held.Unverified++
		}
	}
	return held, nil
}

// chartedFigures is how many claimed figures the floor chart holds.
const chartedFigures = 8

// largest puts the figures that claim most first.
func largest(figures []corroborate.Figure) []corroborate.Figure {
	slices.SortStableFunc(figures, func(a, b corroborate.Figure) int {
		return cmp.Compare(leastClaimed(b.Quantity), leastClaimed(a.Quantity))
	})
	return figures
}

// chartOf sets the floor beside the claimed figures, the least of them first.
func chartOf(floor, shown int64, what string, claimed []corroborate.Figure) floorChart {
	chart := floorChart{Floor: floor, Shown: shown, What: what}
	for _, f := range slices.Backward(claimed[:min(len(claimed), chartedFigures)]) {
		chart.Claims = append(chart.Claims, columnOf(f))
	}
	return chart
}
