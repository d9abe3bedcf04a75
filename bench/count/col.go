package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/atleast-desk/atleast"
)

// graph is a difference graph with weights: how many people each vertex shows.
type graph struct {
	weight []int64
	edges  [][2]int
}

// writeCol writes the graph in the DIMACS form of colouring benchmarks, with
// the weights as "n VERTEX WEIGHT" lines. Vertices count from 1.
func (g *graph) writeCol(w io.Writer, about string) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "c %s\np edge %d %d\n", about, len(g.weight), len(g.edges))
	for v, weight := range g.weight {
		if weight != 1 {
			fmt.Fprintf(b, "n %d %d\n", v+1, weight)
		}
	}
	for _, e := range g.edges {
		fmt.Fprintf(b, "e %d %d\n", e[0]+1, e[1]+1)
	}
	return b.Flush()
}

// readCol reads a .col file. Vertices without an "n" line weigh 1; an edge
// written twice, either way round, is one.
func readCol(r io.Reader) (*graph, error) {
	g, known := &graph{}, map[[2]int]bool{}
	lines := bufio.NewScanner(r)
	for number := 1; lines.Scan(); number++ {
		if err := g.readLine(strings.Fields(lines.Text()), known); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	return g, lines.Err()
}

func (g *graph) readLine(fields []string, known map[[2]int]bool) error {
	if len(fields) == 0 || fields[0] == "c" {
		return nil
	}
	var n [2]int
	for i, text := range fields[max(1, len(fields)-2):] {
		value, err := strconv.Atoi(text)
		if err != nil {
			return fmt.Errorf("%q: %w", fields, err)
		}
		n[i] = value
	}
	a, b := n[0]-1, n[1]-1
	switch fields[0] {
	case "p":
		g.weight = make([]int64, n[0])
		for v := range g.weight {
			g.weight[v] = 1
		}
	case "n":
		if a < 0 || a >= len(g.weight) {
			return fmt.Errorf("%q: no such vertex", fields)
		}
		g.weight[a] = int64(n[1])
	case "e":
		if a < 0 || b < 0 || a >= len(g.weight) || b >= len(g.weight) || a == b {
			return fmt.Errorf("%q: not two vertices", fields)
		}
		if e := [2]int{min(a, b), max(a, b)}; !known[e] {
			known[e] = true
			g.edges = append(g.edges, e)
		}
	default:
		return fmt.Errorf("%q: not a line of a .col file", fields)
	}
	return nil
}

// evidence states the graph as a case: a sighting for each vertex, and two
// reviewers for each edge.
func (g *graph) evidence(name string) atleast.Evidence {
	ev := atleast.Evidence{Case: name, What: "people"}
	for v, weight := range g.weight {
		ev.Sightings = append(ev.Sightings, atleast.Sighting{ID: vertex(v), Low: weight, Status: atleast.Verified})
	}
	for _, e := range g.edges {
		ev.Verdicts = append(ev.Verdicts, atleast.PairVerdict{
			A: vertex(e[0]), B: vertex(e[1]), Is: atleast.Different, Why: "an edge of the graph", By: []string{"a", "b"}})
	}
	return ev
}

func vertex(v int) string { return fmt.Sprintf("v%d", v+1) }
