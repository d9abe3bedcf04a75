package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match"
)

// readCandidates reads pairs of paths, a tab between, from a file; none where
// file is empty. Each path must be of a file that is being matched.
func readCandidates(file string, entries []match.Entry) ([]match.Suggestion, error) {
	if file == "" {
		return nil, nil
	}
	in, err := os.Open(file)
	if err != nil {
		return nil, bad(fmt.Errorf("match: candidates: %w", err))
	}
	defer in.Close()
	digests := map[string]atleast.Digest{}
	for _, e := range entries {
		digests[e.Path] = e.Digest
	}
	var out []match.Suggestion
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		first, second, tab := strings.Cut(lines.Text(), "\t")
		a, knownA := digests[first]
		b, knownB := digests[second]
		switch {
		case !tab:
			return nil, bad(fmt.Errorf("match: candidates: %s:%d: want two paths with a tab between", file, n))
		case !knownA:
			return nil, bad(fmt.Errorf("match: candidates: %s:%d: %q is no file that is matched", file, n, first))
		case !knownB:
			return nil, bad(fmt.Errorf("match: candidates: %s:%d: %q is no file that is matched", file, n, second))
		}
		out = append(out, match.Suggestion{A: a, B: b})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("match: candidates: read %s: %w", file, err)
	}
	return out, nil
}
