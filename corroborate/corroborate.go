// Package corroborate says how many say so: it gathers claims of the same
// figure from many reports, follows each chain of relays back to its origin,
// ties together reports that repeat one another, and says at least and at most
// how many independent origins stand behind a figure. It compares figures with
// one another and with what footage proves.
//
// Every answer errs towards fewer: two chains count as two origins only where
// something stated in the reports proves them different.
package corroborate

import (
	"cmp"
	"slices"

	"github.com/atleast-desk/atleast"
)

// Report is one report with the claims that were read from it.
type Report struct {
	ID        string              // the item's digest, or the name of a file
	Name      string              // what to call it where the outlet is not known
	Outlet    string              // who published it; empty where not known
	Text      string              // what the claims' offsets point into
	Published string              // the day of publication, "2006-01-02"; empty where not known
	Claims    []atleast.ReadClaim // IDs may be empty where no verdict refers to them
}

// title is the name under which the report stands in a chain.
func (r Report) title() string { return cmp.Or(r.Outlet, r.Name, r.ID) }

// Options are what people said about the claims and the reports.
type Options struct {
	// Judged are the verdicts in force, oldest first. On a claim (A is its
	// ID), wrong takes the claim out of every figure and right marks it as
	// confirmed. On a pair of claims, same puts both into one figure, different
	// keeps them apart. On a pair of items (A and B are reports), same says that
	// one text repeats the other, different that they were written independently.
	// Where two verdicts on one subject differ, the later one holds.
	Judged []atleast.Verdict
}

// Figures returns the figures that the reports carry, those with the most
// independent origins first. The order of the reports makes no difference.
func Figures(reports []Report, o Options) []Figure {
	reports = slices.Clone(reports)
	slices.SortStableFunc(reports, func(a, b Report) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Text, b.Text))
	})
	said := judged(o.Judged)
	var figures []Figure
	for _, g := range groupClaims(statements(readingsOf(reports), said), said) {
		figures = append(figures, g.figure(said))
	}
	nameFigures(figures)
	slices.SortStableFunc(figures, func(a, b Figure) int {
		return cmp.Or(cmp.Compare(b.AtLeast, a.AtLeast), cmp.Compare(len(b.Carriers), len(a.Carriers)), cmp.Compare(a.ID, b.ID))
	})
	return figures
}
