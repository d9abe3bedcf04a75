package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/atleast-desk/atleast/count"
	"github.com/atleast-desk/atleast/count/check"
)

func sortByName(all []instance) []instance {
	slices.SortFunc(all, func(a, b instance) int { return strings.Compare(a.name, b.name) })
	return all
}

// graphs writes every graph of the benchmark into a folder, and known.json with
// the chromatic numbers that theory says.
func graphs(args []string) error {
	f := parse("graphs", 0, args)
	folder := f.Arg(0)
	if folder == "" {
		return fmt.Errorf("name a folder for the graphs")
	}
	known := map[string]int{}
	for _, g := range families() {
		if g.known > 0 {
			known[g.name] = g.known
		}
		if err := g.save(filepath.Join(folder, g.name+".col")); err != nil {
			return err
		}
	}
	text, err := json.MarshalIndent(known, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "known.json"), append(text, '\n'), 0o644)
}

func (g *instance) save(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := g.writeCol(file, g.name); err != nil {
		_ = file.Close() // the first error says more
		return err
	}
	return file.Close()
}

func openCol(path string) (*graph, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	g, err := readCol(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return g, nil
}

// convert writes the evidence that states a .col file: what "atleast count"
// reads.
func convert(args []string) error {
	f := parse("convert", 0, args)
	g, err := openCol(f.Arg(0))
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(filepath.Base(f.Arg(0)), ".col")
	return json.NewEncoder(os.Stdout).Encode(g.evidence(name))
}

// solved is what one graph came to.
type solved struct {
	Name     string  `json:"name"`
	Vertices int     `json:"vertices"`
	Edges    int     `json:"edges"`
	Floor    int64   `json:"floor"`
	World    *int64  `json:"world"`
	Exact    bool    `json:"exact"`
	Seconds  float64 `json:"seconds"`
	Checked  string  `json:"checked"` // empty where the certificate holds
	Checking float64 `json:"checking_seconds"`
}

// solveFiles solves each .col file within the budget, has the certificate
// checked, and writes one line of JSON for each.
func solveFiles(args []string) error {
	f := flags{}
	f.FlagSet = newFlags("solve")
	budget := f.Duration("budget", 10*time.Second, "time for each graph")
	_ = f.Parse(args)
	for _, path := range f.Args() {
		g, err := openCol(path)
		if err != nil {
			return err
		}
		one, err := g.solve(strings.TrimSuffix(filepath.Base(path), ".col"), *budget)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := json.NewEncoder(os.Stdout).Encode(one); err != nil {
			return err
		}
	}
	return nil
}

func (g *graph) solve(name string, budget time.Duration) (solved, error) {
	ev := g.evidence(name)
	began := time.Now()
	t, err := count.Count(ev, count.Options{Brief: true, Stop: func() bool { return time.Since(began) > budget }})
	if err != nil {
		return solved{}, err
	}
	s := solved{Name: name, Vertices: len(g.weight), Edges: len(g.edges), Floor: *t.Floor, World: t.LeastWorld,
		Exact: t.Exact, Seconds: time.Since(began).Seconds()}
	began = time.Now()
	if err := check.Tally(ev, check.Options{}, t); err != nil {
		s.Checked = err.Error()
	}
	s.Checking = time.Since(began).Seconds()
	return s, nil
}
