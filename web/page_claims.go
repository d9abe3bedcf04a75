package web

import (
	"context"
	"html/template"
	"math"
	"net/http"
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

// claimsDesk is what the page of claims needs.
type claimsDesk interface {
	answeredDesk
	figuresDesk
	itemsReader
	verdictsReader
	claimsReader
	claimCounter
}

type claimsReader interface {
	// ClaimsIn returns the claims of one report as the machine read them.
	ClaimsIn(ctx context.Context, item atleast.Digest) ([]atleast.ReadClaim, error)
}

type claimsPage struct {
	*shell
	desk claimsDesk
}

type claimsBody struct {
	Read     read
	Numbers  []figureLine // each figure once, whoever carries it
	More     int          // figures that the page leaves out
	Every    bool         // no figure is left out
	OverTime overTime
	Reports  []reportClaims
	Pager    pager // over the reports
	All      bool  // statements too, not only figures
	Claims   int   // of all reports
	Others   int   // claims without a quantity on this page

	counted map[string]bool // figures that count what the case counts, and their claims, by ID
}

// reportClaims is what one report says.
type reportClaims struct {
	Item   atleast.Item
	Claims []claimLine
}

// claimLine is a claim with its quantity drawn.
type claimLine struct {
	judgedClaim
	Interval template.HTML
}

// figureLine is a figure with its letter in the chart over time.
type figureLine struct {
	corroborate.Figure
	Mark     string
	Interval template.HTML
	Beside   []beside // what the same origin said at other times
}

// claimReports is how many reports one page shows the claims of.
const claimReports = 40

func (p claimsPage) show(w http.ResponseWriter, r *http.Request) error {
	ctx, id := r.Context(), r.PathValue("case")
	c, answer, err := answered(r, p.desk)
	if err != nil {
		return err
	}
	show := r.URL.Query()["show"]
	body := claimsBody{Read: answer, All: slices.Contains(show, "all"), Every: slices.Contains(show, "figures")}
	if body.Claims, err = p.desk.CountClaims(ctx, id); err != nil {
		return err
	}
	figures, err := p.desk.Figures(ctx, id)
	if err != nil {
		return err
	}
	body.figures(figures, c)
	if err := p.reports(r, c, &body); err != nil {
		return err
	}
	return p.page(w, r, http.StatusOK, "claims.html", view{Title: "Claims", Here: "claims", Case: &c, Body: body})
}

// reports fills in the claims of the reports that this page shows.
func (p claimsPage) reports(r *http.Request, c atleast.Case, b *claimsBody) error {
	ctx := r.Context()
	items, err := p.desk.Items(ctx, c.ID)
	if err != nil {
		return err
	}
	verdicts, err := p.desk.Verdicts(ctx, c.ID)
	if err != nil {
		return err
	}
	items = slices.DeleteFunc(slices.Clone(items), func(i atleast.Item) bool { return i.Kind != atleast.Report })
	items, b.Pager = pageOf(items, claimReports, r)
	for _, item := range items {
		claims, err := p.desk.ClaimsIn(ctx, item.Digest)
		if err != nil {
			return err
		}
		if own := b.choose(judgedClaims(claims, verdicts)); len(own) > 0 {
			b.Reports = append(b.Reports, reportClaims{item, own})
		}
	}
	b.draw()
	return nil
}

// choose leaves out statements without a number, unless all were asked for.
func (b *claimsBody) choose(claims []judgedClaim) (lines []claimLine) {
	for _, c := range claims {
		if c.Quantity == nil {
			b.Others++
		}
		if c.Quantity != nil || b.All {
			lines = append(lines, claimLine{judgedClaim: c})
		}
	}
	return lines
}

// draw draws what counts what the case counts on one scale. Other things have no
// place there: a hundred settlements are not more than forty soldiers.
func (b *claimsBody) draw() {
	most := float64(max(deref(b.Read.Tally.Floor), 1))
	for _, report := range b.Reports {
		for _, c := range report.Claims {
			if b.counted[c.ID] && c.Quantity != nil {
				most = math.Max(most, greatest(*c.Quantity))
			}
		}
	}
	for _, report := range b.Reports {
		for i, c := range report.Claims {
			if b.counted[c.ID] && c.Quantity != nil {
				report.Claims[i].Interval = drawInterval(*c.Quantity, b.Read.Tally.Floor, most*1.1)
			}
		}
	}
}

// greatest is the greatest number that a quantity states.
func greatest(q atleast.Quantity) float64 {
	most := 0.0
	for _, n := range []*float64{q.Low, q.High} {
		if n != nil {
			most = math.Max(most, *n)
		}
	}
	return most
}

// figures fills in each figure once, and over time those that count what the
// case counts.
func (b *claimsBody) figures(figures []corroborate.Figure, c atleast.Case) {
	counted := counting(figures, corroborate.ScopeOfCase(c, b.Read.Evidence))
	b.counted = idsOf(counted)
	counted = counted[:min(len(counted), pageRows)]
	b.OverTime = timesOf(counted, b.Read.Tally.Floor, zoneOf(c))
	rows := figures
	if !b.Every {
		rows, b.More = firstRows(figures)
	}
	most := float64(deref(b.Read.Tally.Floor))
	for _, f := range rows {
		if b.counted[f.ID] {
			most = math.Max(most, float64(leastClaimed(f.Quantity)))
		}
	}
	for _, f := range rows {
		line := figureLine{Figure: f, Mark: b.OverTime.marks[f.ID], Beside: b.OverTime.beside[f.ID]}
		if b.counted[f.ID] {
			line.Interval = drawInterval(f.Quantity, b.Read.Tally.Floor, most*1.1)
		}
		b.Numbers = append(b.Numbers, line)
	}
}

// idsOf are the IDs of figures and of the claims that give them.
func idsOf(figures []corroborate.Figure) map[string]bool {
	ids := map[string]bool{}
	for _, f := range figures {
		ids[f.ID] = true
		for _, c := range f.Carriers {
			ids[c.ID] = true
		}
	}
	return ids
}
