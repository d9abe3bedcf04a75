package web

import (
	"html/template"
	"time"

	"github.com/atleast-desk/atleast/corroborate"
)

// overTime is the chart of figures over the days they are about.
type overTime struct {
	Drawing template.HTML
	Undated int  // figures that state no day
	Joined  bool // some figures of one origin were said at different times
	Revised bool // and some take the place of an earlier one

	marks  map[string]string   // letters by figure
	beside map[string][]beside // by figure
}

// beside is another figure of the same origin: one that this one revises, or one
// that it said at another time of something else.
type beside struct {
	Mark    string
	Revises bool
}

// timesOf draws the figures over time and joins those of one origin.
func timesOf(figures []corroborate.Figure, floor *int64, zone *time.Location) overTime {
	o := overTime{marks: map[string]string{}, beside: map[string][]beside{}}
	for i, f := range figures {
		o.marks[f.ID] = mark(i)
	}
	known := datedOf(figures, zone)
	o.Undated = len(figures) - len(known)
	joins := joinsOf(figures)
	for _, j := range joins {
		o.beside[j.later] = append(o.beside[j.later], beside{o.marks[j.earlier], j.revises})
		o.Joined, o.Revised = o.Joined || !j.revises, o.Revised || j.revises
	}
	if len(known) > 0 {
		o.Drawing = forWindows(wideChart, func(width float64) template.HTML {
			return drawFigures(known, drawnJoins(joins, o.marks), floor, zone, width)
		})
	}
	return o
}

// join is two figures of one origin, by their IDs.
type join struct {
	earlier, later string
	revises        bool // the later number takes the place of the earlier
}

// joinsOf finds for each figure with a single origin the figure that this origin
// gave last before, and every figure that it revises.
func joinsOf(figures []corroborate.Figure) []join {
	var joins []join
	for _, later := range figures {
		var last *corroborate.Figure
		for i, earlier := range figures {
			switch {
			case earlier.ID == later.ID || !oneOrigin(earlier, later):
			case corroborate.Compare(later, earlier).Is == corroborate.Revises:
				joins = append(joins, join{earlier.ID, later.ID, true})
			case saidOn(earlier) < saidOn(later) && (last == nil || saidOn(*last) < saidOn(earlier)):
				last = &figures[i]
			}
		}
		if last != nil && !revisesAny(joins, later.ID) {
			joins = append(joins, join{last.ID, later.ID, false})
		}
	}
	return joins
}

func revisesAny(joins []join, later string) bool {
	for _, j := range joins {
		if j.later == later && j.revises {
			return true
		}
	}
	return false
}

// oneOrigin reports whether each figure leads back to one known origin, and both
// to the same.
func oneOrigin(a, b corroborate.Figure) bool {
	return len(a.Origins) == 1 && len(b.Origins) == 1 && a.Origins[0].Known && a.Origins[0].Name == b.Origins[0].Name
}

// saidOn is the first day on which a report carried the figure; empty where a
// report does not say when it was published.
func saidOn(f corroborate.Figure) string {
	first := ""
	for _, c := range f.Carriers {
		if c.Published == "" {
			return ""
		}
		if first == "" || c.Published < first {
			first = c.Published
		}
	}
	return first
}
