package stories

import (
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
	"github.com/atleast-desk/atleast/corroborate"
)

// Reread returns the story's reports with the claims that package claim reads
// in place of those marked by hand, from the text with the day and the outlet that
// the desk knows of a page.
func (s Story) Reread() []corroborate.Report {
	reports := slices.Clone(s.Reports)
	for i, r := range reports {
		reports[i].Claims = nil
		for _, c := range claim.Read(claim.Report{Name: r.Name, Text: r.Text, Date: r.Published, Outlet: r.Outlet}) {
			reports[i].Claims = append(reports[i].Claims, atleast.ReadClaim{Claim: c})
		}
	}
	return reports
}
