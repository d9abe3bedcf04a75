package web

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"
)

// link is who took a figure from whom: the chains of a figure are drawn from
// such links, reports at the left, origins at the right.
type link struct {
	From, To string // names; a name stands for one node
}

// chains is what is known of how a figure travelled.
type chains struct {
	Links   []link
	Alone   []string        // reports that name nobody behind them
	Unknown map[string]bool // origins that are described and not named
}

const (
	chainColumn = 240.0
	chainRow    = 40.0
	chainPad    = 12.0
	chainLetter = 7.4 // the width of a letter, near enough to begin a line behind a name
	chainName   = 26  // letters of a name that a column holds
)

// drawBoth draws the chains for a wide window and for a phone.
func (c chains) drawBoth() template.HTML { return byWindow(c.draw(), c.drawTree()) }

// draw lays the names out in columns, by how many steps each is from an origin.
func (c chains) draw() template.HTML {
	routed := c.routed()
	at, columns, rows := routed.places()
	s := newSVG("chart chains", fmt.Sprintf("How the figure travelled: %s", plural(len(c.Links), "link", "links")),
		max(chainColumn*float64(columns), wideChart), chainRow*float64(rows)+2*chainPad)
	for _, l := range routed.Links {
		from, to := at[l.From], at[l.To]
		behind, before := min(from[0]+22+chainLetter*float64(len([]rune(clip(l.From, chainName)))), from[0]+chainColumn-24), to[0]-6
		if isWaypoint(l.From) {
			behind = from[0] + chainColumn/2
			s.line("chain", from[0], from[1], behind, from[1])
		}
		if isWaypoint(l.To) {
			before = to[0]
		}
		s.curve("chain", behind, from[1], before, to[1])
	}
	origins := c.origins()
	for _, name := range c.names() {
		letters := chainName
		if slices.Contains(origins, name) { // nothing stands to the right of it
			letters = max(letters, int((s.width-at[name][0]-14)/chainLetter))
		}
		c.node(s, name, at[name], letters, slices.Contains(origins, name))
	}
	return s.done()
}

// node draws a dot and a name: filled for a known origin, open for one that is
// only described, small for a relay. The name is cut to so many letters.
func (c chains) node(s *svg, name string, at [2]float64, letters int, origin bool) {
	switch {
	case origin && c.Unknown[name]:
		s.circle("origin-unknown", at[0]+4, at[1], 5)
	case origin:
		s.circle("origin", at[0]+4, at[1], 5)
	default:
		s.circle("relay", at[0]+4, at[1], 2.5)
	}
	s.text("figure", "start", at[0]+14, at[1]+4, clip(name, letters))
}

// waypoint begins the name of a place that a line passes through and nobody
// stands at. No name that was read holds a control character there.
const waypoint = "\x00"

func isWaypoint(name string) bool { return strings.HasPrefix(name, waypoint) }

// routed returns the chains with a waypoint in every column that a line would
// otherwise cross, so that no line runs through a name.
func (c chains) routed() chains {
	depth := c.depths()
	routed := chains{Alone: c.Alone}
	for _, l := range unique(c.Links) {
		from := l.From
		for steps := depth[l.From] - 1; steps > depth[l.To]; steps-- {
			via := fmt.Sprint(waypoint, l.From, waypoint, l.To, waypoint, steps)
			routed.Links = append(routed.Links, link{from, via})
			from = via
		}
		routed.Links = append(routed.Links, link{from, l.To})
	}
	return routed
}

// places returns where each name stands. Within a column, names follow the
// order of those they lead to, so that lines cross little.
func (c chains) places() (at map[string][2]float64, columns, rows int) {
	depth := c.depths()
	byColumn := map[int][]string{}
	for _, name := range c.names() {
		columns = max(columns, depth[name]+1)
		byColumn[depth[name]] = append(byColumn[depth[name]], name)
	}
	at = map[string][2]float64{}
	for steps := range columns {
		names := byColumn[steps]
		slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(c.leans(a, at), c.leans(b, at)) })
		for row, name := range names {
			at[name] = [2]float64{chainColumn*float64(columns-1-steps) + chainPad, chainPad + chainRow*(float64(row)+0.5)}
		}
		rows = max(rows, len(names))
	}
	return at, columns, rows
}

// leans is the mean height of those that a name leads to.
func (c chains) leans(name string, at map[string][2]float64) float64 {
	sum, n := 0.0, 0.0
	for _, l := range c.Links {
		if to, placed := at[l.To]; placed && l.From == name {
			sum, n = sum+to[1], n+1
		}
	}
	return sum / max(n, 1)
}

// depths returns how many steps each name is from the furthest origin behind
// it. A ring (A cites B cites A) ends after as many steps as there are names.
func (c chains) depths() map[string]int {
	names := c.names()
	depth := map[string]int{}
	for range names {
		for _, l := range c.Links {
			if depth[l.From] <= depth[l.To] && depth[l.To]+1 < len(names) {
				depth[l.From] = depth[l.To] + 1
			}
		}
	}
	return depth
}

// origins are the names that nobody stands behind.
func (c chains) origins() []string {
	return slices.DeleteFunc(c.names(), func(name string) bool {
		return slices.ContainsFunc(c.Links, func(l link) bool { return l.From == name })
	})
}

// names lists everyone once, in the order in which they are first named.
func (c chains) names() []string {
	var names []string
	for _, l := range c.Links {
		names = append(names, l.From, l.To)
	}
	return unique(append(names, c.Alone...))
}

// unique returns the values without those that came before.
func unique[T comparable](values []T) []T {
	seen := map[T]bool{}
	return slices.DeleteFunc(slices.Clone(values), func(v T) bool {
		again := seen[v]
		seen[v] = true
		return again
	})
}
