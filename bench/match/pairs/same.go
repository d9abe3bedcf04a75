package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/atleast-desk/atleast"
)

// list is what people found to be the same picture: names of contents, those of
// one line all the same, and the lines each is in.
type list struct {
	lines [][]string
	in    map[string][]int
}

// readSame reads a list: on each line the names of pictures that are the same,
// then, after a #, a word of why. No path gives an empty list.
func readSame(path string) (list, error) {
	l := list{in: map[string][]int{}}
	if path == "" {
		return l, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return l, err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for s.Scan() {
		line, _, _ := strings.Cut(s.Text(), "#")
		names := strings.Fields(line)
		for _, name := range names {
			l.in[name] = append(l.in[name], len(l.lines))
		}
		l.lines = append(l.lines, names)
	}
	return l, s.Err()
}

// same reports whether two pictures are on one line.
func (l list) same(a, b string) bool {
	return slices.ContainsFunc(l.in[a], func(i int) bool { return slices.Contains(l.in[b], i) })
}

// pairs lists the pairs of pictures that are on one line, in order.
func (l list) pairs(pictures []picture) (out []pair) {
	for a := range pictures {
		for b := a + 1; b < len(pictures); b++ {
			if l.same(pictures[a].name(), pictures[b].name()) {
				out = append(out, pair{a, b})
			}
		}
	}
	return out
}

// different counts the pictures that are left if of all that hang together by
// lines one is kept: no two of these are the same.
func (l list) different(pictures []picture) int {
	at := map[string]int{}
	parent := make([]int, len(pictures))
	for i, p := range pictures {
		at[p.name()], parent[i] = i, i
	}
	root := func(i int) int {
		for parent[i] != i {
			i = parent[i]
		}
		return i
	}
	n := len(pictures)
	for _, names := range l.lines {
		first := -1
		for _, name := range names {
			i, here := at[name]
			if !here {
				continue
			}
			if first < 0 {
				first = i
			}
			if r, f := root(i), root(first); r != f {
				parent[r] = f
				n--
			}
		}
	}
	return n
}

// grouped reads which pairs of pictures were put into one footage, and prints how
// many footages there are.
func grouped(path string, pictures []picture) ([]pair, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	at := map[string]int{}
	for i, p := range pictures {
		at[p.path] = i
	}
	var out []pair
	n := 0
	d := json.NewDecoder(f)
	for d.More() {
		var g atleast.Footage
		if err := d.Decode(&g); err != nil {
			return nil, fmt.Errorf("read groups %s: %w", path, err)
		}
		n++
		out = append(out, within(g, at)...)
	}
	fmt.Printf("%d groups\n", n)
	return out, nil
}

// within lists the pairs of a footage's members.
func within(g atleast.Footage, at map[string]int) (out []pair) {
	for i, m := range g.Members {
		for _, o := range g.Members[i+1:] {
			a, okA := at[m.Path]
			b, okB := at[o.Path]
			if okA && okB {
				out = append(out, pair{min(a, b), max(a, b)})
			}
		}
	}
	return out
}
