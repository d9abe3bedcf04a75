package web

import (
	"fmt"
	"html/template"
	"slices"
)

const (
	treeRow  = 32.0
	treeStep = 20.0
)

// treeLine is one line of the tree: a name, below whom it stands (-1: nobody),
// and how many steps it is from the top.
type treeLine struct {
	Name  string
	Under int
	Depth int
}

// drawTree lays the chains out for a phone: each origin, and below it, a step to
// the right, whoever took the figure from it.
func (c chains) drawTree() template.HTML {
	lines, origins := c.tree(), c.origins()
	s := newSVG("chart chains", fmt.Sprintf("How the figure travelled: %s", plural(len(c.Links), "link", "links")),
		narrowChart, treeRow*float64(max(len(lines), 1)))
	at := func(i int) [2]float64 {
		return [2]float64{2 + treeStep*float64(lines[i].Depth), treeRow * (float64(i) + 0.5)}
	}
	for i, l := range lines {
		if l.Under >= 0 {
			above, here := at(l.Under), at(i)
			s.path("chain", [2]float64{above[0] + 4, above[1] + 8}, [2]float64{above[0] + 4, here[1]}, [2]float64{here[0], here[1]})
		}
	}
	for i, l := range lines {
		room := int((narrowChart - at(i)[0] - 14) / chainLetter)
		c.node(s, l.Name, at(i), room, slices.Contains(origins, l.Name))
	}
	return s.done()
}

// tree lists everyone below those whom they took the figure from: who took it
// from several stands below each, with those behind them once.
func (c chains) tree() []treeLine {
	var lines []treeLine
	placed, links := map[string]bool{}, unique(c.Links)
	var place func(name string, under, depth int)
	place = func(name string, under, depth int) {
		here, before := len(lines), placed[name]
		lines = append(lines, treeLine{name, under, depth})
		placed[name] = true
		for _, l := range links {
			if l.To == name && !before {
				place(l.From, here, depth+1)
			}
		}
	}
	for _, name := range append(c.origins(), c.names()...) { // in a ring nobody is an origin
		if !placed[name] {
			place(name, -1, 0)
		}
	}
	return lines
}
