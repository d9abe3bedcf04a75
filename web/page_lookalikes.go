package web

import (
	"context"
	"net/http"
	"strconv"

	"github.com/atleast-desk/atleast"
)

// lookalikesDesk is what asking people about lookalikes needs.
type lookalikesDesk interface {
	caseReader
	itemReader
	lookalikesReader
}

type lookalikesReader interface {
	// Lookalikes returns the pairs of items that may have recorded one scene, those
	// that nobody has answered first.
	Lookalikes(ctx context.Context, caseID string) ([]atleast.Lookalike, error)
}

type lookalikesPage struct {
	*shell
	desk lookalikesDesk
}

type lookalikesBody struct {
	Asked   []lookalike
	Settled []lookalike
	Open    int // in all, on other pages too
	Pager   pager
	Done    bool // a verdict was just recorded
}

// lookalike is a pair to look at, with a form for what is concluded.
type lookalike struct {
	atleast.Lookalike
	First, Second atleast.Item
	Form          *form
}

// Sides are the two items.
func (l lookalike) Sides() []atleast.Item { return []atleast.Item{l.First, l.Second} }

// lookalikeRows is how many pairs one page shows.
const lookalikeRows = 20

// lookalikesPath is where a case's lookalikes are listed.
func lookalikesPath(caseID string) string { return "/case/" + caseID + "/lookalikes" }

func (p lookalikesPage) show(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	c, err := p.desk.Case(ctx, r.PathValue("case"))
	if err != nil {
		return err
	}
	alike, err := p.desk.Lookalikes(ctx, c.ID)
	if err != nil {
		return err
	}
	body := lookalikesBody{Open: openLookalikes(alike), Done: r.URL.Query().Get("done") != ""}
	shown, pager := pageOf(alike, lookalikeRows, r)
	body.Pager = pager
	for i, pair := range shown {
		line, ok := p.lineOf(ctx, i, pair)
		switch {
		case !ok:
		case pair.Open():
			body.Asked = append(body.Asked, line)
		default:
			body.Settled = append(body.Settled, line)
		}
	}
	return p.page(w, r, http.StatusOK, "lookalikes.html", view{Title: "Look at these", Here: "items", Case: &c, Body: body})
}

// lineOf looks the two items up; false where either is not on the desk.
func (p lookalikesPage) lineOf(ctx context.Context, i int, pair atleast.Lookalike) (lookalike, bool) {
	first, ok := itemNamed(ctx, p.desk, pair.A)
	second, too := itemNamed(ctx, p.desk, pair.B)
	return lookalike{pair, first, second, blank("pair-"+strconv.Itoa(i+1), "by", p.who)}, ok && too
}

// openLookalikes counts the pairs that are still to be answered.
func openLookalikes(alike []atleast.Lookalike) int {
	n := 0
	for _, pair := range alike {
		if pair.Open() {
			n++
		}
	}
	return n
}
