package cover

import (
	"math/rand/v2"
	"testing"
)

// colourable tries every way to give the nodes from v on one of so many people.
func colourable(g Graph, of []int, v, people int) bool {
	if v == len(g) {
		return true
	}
next:
	for c := range people {
		for u := range v {
			if of[u] == c && g[v].Has(u) {
				continue next
			}
		}
		of[v] = c
		if colourable(g, of, v+1, people) {
			return true
		}
	}
	return false
}

func TestWhetherSoManyPeopleSuffice(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		p := graphProblem(NewGraph(3+r.IntN(9)), 1)
		chance := r.Float64()
		for v := range p.Apart {
			for u := range v {
				if r.Float64() < chance {
					p.Apart.Join(u, v)
				}
			}
		}
		for people := 1; people <= 5; people++ {
			no, yes := whether(p.Apart, people, lastRun, func() bool { return false })
			if want := colourable(p.Apart, make([]int, len(p.Low)), 0, people); want != (yes != nil) || want == (no != nil) {
				t.Fatalf("%d people for %v: found %v and %v, want %v", people, p.Apart, yes, no, want)
			}
			if no != nil {
				checkProof(t, p, no.proof(int64(people), nil), nil)
			} else if _, ok := p.trimmed(yes); !ok {
				t.Fatalf("%d people for %v: %v is no world", people, p.Apart, yes)
			}
		}
	}
}

func TestPersonsProveMycielski(t *testing.T) {
	p := graphProblem(mycielski(4), 1)
	no, _ := whether(p.Apart, 3, lastRun, func() bool { return false })
	if no == nil {
		t.Fatal("3 people are not shown to be too few")
	}
	checkProof(t, p, no.proof(3, nil), nil)
}

// A whole may have to hold the people of parts that a piece leaves out.
func TestPieceKnowsTheNeedOfTheWhole(t *testing.T) {
	p := graphProblem(oddHole(5), 1)
	p.Above[0], p.Above[2] = []int{4}, []int{4}
	if got := p.among([]int{1, 4}).limits(); got[0] != 1 || got[1] != 2 {
		t.Errorf("limits %v, want 1 and 2", got)
	}
}

func TestShortestOddCycle(t *testing.T) {
	tests := []struct {
		name  string
		graph Graph
		want  int
	}{
		{"hole of 9", oddHole(9), 9},
		{"even cycle", oddHole(8), 0},
		{"Grötzsch", mycielski(4), 5},
		{"queens", queen(5), 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cycle := tt.graph.shortestOdd()
			if len(cycle) != tt.want {
				t.Fatalf("%v, want %d nodes", cycle, tt.want)
			}
			for i, v := range cycle {
				if !tt.graph[v].Has(cycle[(i+1)%len(cycle)]) {
					t.Errorf("%d and %d of %v are not apart", i, i+1, cycle)
				}
			}
		})
	}
}
