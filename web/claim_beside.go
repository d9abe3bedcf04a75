package web

import (
	"slices"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

// besideLine is another claim, and whether it gives the figure of the claim whose
// page this is.
type besideLine struct {
	corroborate.Carrier
	Here bool
}

// besidePanel is where a person says of a claim and another one whether they
// have something in common.
type besidePanel struct {
	On        atleast.Subject
	Title     string
	Legend    string // of the judgements
	Same      string
	Different string
	Grounds   string        // what the grounds should say
	Empty     string        // where there is no other claim
	Said      []verdictLine // the latest first
	Lines     []besideLine  // the claims to choose from
	Form      *form
}

// besideForms name the forms of the panels.
var besideForms = map[atleast.Subject]string{atleast.OnClaims: "beside", atleast.OnOrigins: "origin"}

// besidePanels returns the panels on a claim's page. f is a form that came back;
// nil where none did. with is the claim that is chosen already.
func besidePanels(id string, lines []besideLine, verdicts []atleast.Verdict, f *form, who, with string) []besidePanel {
	here := slices.DeleteFunc(slices.Clone(lines), func(l besideLine) bool { return !l.Here })
	panels := []besidePanel{
		{On: atleast.OnClaims, Title: "The same figure as another claim, or not", Lines: lines,
			Legend: "The two give", Same: "One figure", Different: "Two figures", Grounds: "What they count, where and when", Empty: "No other claim comes near it."},
		{On: atleast.OnOrigins, Title: "The same origin as another claim, or not", Lines: here,
			Legend: "The two go back to", Same: "One origin", Different: "Two origins that do not depend on each other", Grounds: "Who told whom, or how each knows", Empty: "No other claim gives its figure."},
	}
	for i, p := range panels {
		panels[i].Said = history(verdictsOn(verdicts, p.On, id))
		panels[i].Form = blank(besideForms[p.On], "by", who, "b", with)
		if f != nil && f.ID == panels[i].Form.ID {
			panels[i].Form = f
		}
	}
	return panels
}

// besideRows is how many claims one can be compared with on its page.
const besideRows = 40

// compare finds the figure that the claim gives, and returns the claims that may
// give the same: the figure's own and those of figures that lie to it somehow.
func (b *claimBody) compare(figures []corroborate.Figure) []besideLine {
	for i, f := range figures {
		for _, c := range f.Carriers {
			if c.ID == b.ID {
				b.Figure = &figures[i]
			}
		}
	}
	if b.Figure == nil {
		return nil
	}
	lines := b.gather(nil, b.Figure.Carriers, true)
	for _, other := range relatives(*b.Figure, figures) {
		lines = b.gather(lines, other.Carriers, false)
	}
	return lines
}

func (b *claimBody) gather(lines []besideLine, carriers []corroborate.Carrier, here bool) []besideLine {
	for _, c := range carriers {
		if c.ID != b.ID && len(lines) < besideRows {
			lines = append(lines, besideLine{c, here})
		}
	}
	return lines
}
