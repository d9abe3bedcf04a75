package desk

import (
	"cmp"
	"context"
	"net/url"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
	"github.com/atleast-desk/atleast/record"
	"github.com/atleast-desk/atleast/verify"
)

// Figures returns the figures that the reports of a case carry, as people read
// them where they corrected the machine, and how many independent origins stand
// behind each.
func (d *Desk) Figures(ctx context.Context, caseID string) (figures []corroborate.Figure, err error) {
	err = d.rows.View(ctx, func(rows record.Rows) error {
		verdicts, err := verdictsOn(ctx, rows, caseID, atleast.OnClaim, atleast.OnClaims, atleast.OnOrigins, atleast.OnItems)
		if err != nil {
			return err
		}
		at, err := versionOf(ctx, rows, verdicts, atleast.ItemPreserved, atleast.ItemFound, atleast.ClaimsRead)
		if err != nil {
			return err
		}
		figures, err = d.figures.get(caseID, at, func() ([]corroborate.Figure, error) { return figuresOf(ctx, rows, caseID, verdicts) })
		return err
	})
	return figures, err
}

func figuresOf(ctx context.Context, rows record.Rows, caseID string, verdicts []atleast.Verdict) ([]corroborate.Figure, error) {
	if _, err := rows.Case(ctx, caseID); err != nil {
		return nil, err
	}
	readings, err := rows.Readings(ctx, caseID)
	if err != nil {
		return nil, err
	}
	reports := make([]corroborate.Report, len(readings))
	for i, r := range readings {
		r.Claims = verify.Corrected(r.Claims, verdicts)
		if reports[i], err = reportOf(ctx, rows, r); err != nil {
			return nil, err
		}
	}
	return corroborate.Figures(reports, corroborate.Options{Judged: verify.InForce(verdicts)}), nil
}

func reportOf(ctx context.Context, rows record.Rows, r record.Reading) (corroborate.Report, error) {
	item, err := rows.Item(ctx, r.Item)
	if err != nil {
		return corroborate.Report{}, err
	}
	finds, err := rows.Finds(ctx, r.Item)
	if err != nil {
		return corroborate.Report{}, err
	}
	return corroborate.Report{ID: r.Item.String(), Name: item.Name, Outlet: cmp.Or(r.Outlet, outletOf(finds)),
		Text: r.Text, Published: r.Published, Claims: r.Claims}, nil
}

// outletOf returns the host of the first web address at which a report was
// found: who published it, where the report does not say so itself.
func outletOf(finds []atleast.Find) string {
	for _, f := range finds {
		address, err := url.Parse(f.Where)
		if err == nil && (address.Scheme == "http" || address.Scheme == "https") && address.Host != "" {
			return strings.TrimPrefix(strings.ToLower(address.Hostname()), "www.")
		}
	}
	return ""
}
