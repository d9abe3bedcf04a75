// Command count measures package count: how right it is, how far its floors
// are from the truth, and how long they take. See doc/bench-count.md.
//
//	go run ./bench/count exact    small random cases against brute force
//	go run ./bench/count mutated  false tallies against the checker
//	go run ./bench/count graphs   writes the graphs of the benchmark as .col files
//	go run ./bench/count convert  states a .col file as evidence
//	go run ./bench/count solve    solves .col files
//	go run ./bench/count middle   writes middle cases with their floors, for a peer to solve
//	go run ./bench/count desk     a case the size of a desk's
//	go run ./bench/count drawn    writes such a case as evidence
//	go run ./bench/count equipment  writes many sightings of equipment as evidence
//	go run ./bench/count scale    solves a file of evidence and says time and memory
//	go run ./bench/count latency  one more verdict in a solved case
//
// run.sh runs everything and writes the tables.
package main

import (
	"flag"
	"fmt"
	"os"
	"sort"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/bench/count/ground"
	"github.com/atleast-desk/atleast/count"
	"github.com/atleast-desk/atleast/count/check"
)

var commands = map[string]func(args []string) error{
	"exact": exact, "mutated": mutated, "graphs": graphs, "convert": convert, "solve": solveFiles,
	"middle": middle, "desk": desk, "drawn": drawn, "equipment": equipment, "scale": scale, "latency": latency,
}

func main() {
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		var names []string
		for name := range commands {
			names = append(names, name)
		}
		sort.Strings(names)
		fmt.Fprintf(os.Stderr, "usage: count %v [flags]\n", names)
		os.Exit(2)
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintf(os.Stderr, "count %s: %v\n", os.Args[1], err)
		os.Exit(1)
	}
}

// flags are the flags that several commands share.
type flags struct {
	*flag.FlagSet
	n    int
	seed uint64
}

func parse(name string, n int, args []string) flags {
	f := flags{FlagSet: newFlags(name)}
	f.IntVar(&f.n, "n", n, "how many")
	f.Uint64Var(&f.seed, "seed", 1, "seed of the draw")
	_ = f.Parse(args) // ExitOnError: it does not return one
	return f
}

func newFlags(name string) *flag.FlagSet { return flag.NewFlagSet(name, flag.ExitOnError) }

func solve(ev atleast.Evidence, o ground.Options) (atleast.Tally, error) {
	return count.Count(ev, count.Options{Unverified: o.Unverified, SingleReview: o.SingleReview})
}

func verify(ev atleast.Evidence, o ground.Options, t atleast.Tally) error {
	return check.Tally(ev, check.Options(o), t)
}
