package web

import (
	"context"
	"html/template"
	"math"
	"net/http"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

// claimsDesk is what the page of claims needs.
type claimsDesk interface {
	caseReader
	answerDesk
	figuresDesk
	Items(ctx context.Context, caseID string) ([]atleast.Item, error)
	Claims(ctx context.Context, caseID string) ([]atleast.ReadClaim, error)
}

type claimsPage struct {
	*shell
	desk claimsDesk
}

type claimsBody struct {
	Read     read
	Numbers  []figureLine // each figure once, whoever carries it
	OverTime template.HTML
	Undated  int // figures that state no day
	Reports  []reportClaims
	All      bool // statements too, not only figures
	Figures  int  // claims with a quantity
	Others   int
}

// reportClaims is what one report says.
type reportClaims struct {
	Item   atleast.Item
	Claims []claimLine
}

// claimLine is a claim with its quantity drawn.
type claimLine struct {
	atleast.ReadClaim
	Interval template.HTML
}

func (p claimsPage) show(w http.ResponseWriter, r *http.Request) error {
	ctx, id := r.Context(), r.PathValue("case")
	c, err := p.desk.Case(ctx, id)
	if err != nil {
		return err
	}
	answer, err := readAnswer(ctx, p.desk, id)
	if err != nil {
		return err
	}
	items, err := p.desk.Items(ctx, id)
	if err != nil {
		return err
	}
	claims, err := p.desk.Claims(ctx, id)
	if err != nil {
		return err
	}
	body := claimsBody{Read: answer, All: r.URL.Query().Get("show") == "all"}
	body.fill(items, claims)
	figures, err := p.desk.Figures(ctx, id)
	if err != nil {
		return err
	}
	body.figures(figures, c)
	return p.page(w, r, http.StatusOK, "claims.html", view{Title: "Claims", Here: "claims", Case: &c, Body: body})
}

// fill groups the claims by the report they stand in.
func (b *claimsBody) fill(items []atleast.Item, claims []atleast.ReadClaim) {
	most := mostOf(claims, b.Read.Tally.Floor)
	lines := map[atleast.Digest][]claimLine{}
	for _, c := range claims {
		if c.Quantity == nil {
			b.Others++
			if !b.All {
				continue
			}
		} else {
			b.Figures++
		}
		line := claimLine{ReadClaim: c}
		if c.Quantity != nil {
			line.Interval = drawInterval(*c.Quantity, b.floorFor(c), most)
		}
		lines[c.Item] = append(lines[c.Item], line)
	}
	for _, item := range items {
		if own := lines[item.Digest]; len(own) > 0 {
			b.Reports = append(b.Reports, reportClaims{item, own})
		}
	}
}

// floorFor is the floor to draw through a claim: none through a measure, which
// is no number of anything counted.
func (b *claimsBody) floorFor(c atleast.ReadClaim) *int64 {
	if c.Quantity.Unit != "" {
		return nil
	}
	return b.Read.Tally.Floor
}

// mostOf is the greatest number that a page of intervals has to hold.
func mostOf(claims []atleast.ReadClaim, floor *int64) float64 {
	most := 1.0
	if floor != nil {
		most = float64(*floor)
	}
	for _, c := range claims {
		if c.Quantity == nil || c.Quantity.Unit != "" {
			continue
		}
		for _, n := range []*float64{c.Quantity.Low, c.Quantity.High} {
			if n != nil {
				most = math.Max(most, *n)
			}
		}
	}
	return most * 1.1
}

// figureLine is a figure with its letter in the chart over time.
type figureLine struct {
	corroborate.Figure
	Mark     string
	Interval template.HTML
}

// figures fills in each figure once, and over time those that count what the
// case counts.
func (b *claimsBody) figures(figures []corroborate.Figure, c atleast.Case) {
	floor := b.Read.Tally.Floor
	most := float64(deref(floor))
	for _, f := range figures {
		if f.Quantity.Unit == "" {
			most = math.Max(most, float64(leastClaimed(f.Quantity)))
		}
	}
	counted := counting(figures, corroborate.ScopeOfCase(c, b.Read.Evidence))
	marks := map[string]string{}
	for i, f := range counted {
		marks[f.ID] = mark(i)
	}
	for _, f := range figures {
		line := figureLine{Figure: f, Mark: marks[f.ID]}
		if f.Quantity.Unit == "" {
			line.Interval = drawInterval(f.Quantity, floor, most*1.1)
		}
		b.Numbers = append(b.Numbers, line)
	}
	known := datedOf(counted, zoneOf(c))
	b.Undated = len(counted) - len(known)
	if len(known) > 0 {
		b.OverTime = drawFigures(known, floor, zoneOf(c))
	}
}
