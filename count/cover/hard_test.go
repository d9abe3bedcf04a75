package cover

import (
	"math/bits"
	"testing"
)

func graphProblem(g Graph, low int64) *Problem {
	p := &Problem{Apart: g, Above: make([][]int, len(g))}
	for range g {
		p.Low = append(p.Low, low)
		p.High = append(p.High, Open)
	}
	return p
}

// queen relates the fields of a board that a queen moves between.
func queen(n int) Graph {
	g := NewGraph(n * n)
	for a := range n * n {
		for b := range a {
			r, c := a/n-b/n, a%n-b%n
			if r == 0 || c == 0 || r == c || r == -c {
				g.Join(a, b)
			}
		}
	}
	return g
}

// mycielski is the graph of k colours without triangles; myciel3 of the DIMACS
// collection is mycielski(4).
func mycielski(k int) Graph {
	g := NewGraph(2)
	g.Join(0, 1)
	for ; k > 2; k-- {
		n := len(g)
		next := NewGraph(2*n + 1)
		for a := range n {
			for b := g[a].First(0); b >= 0; b = g[a].First(b + 1) {
				next.Join(a, b)
				next.Join(a, n+b)
			}
			next.Join(n+a, 2*n)
		}
		g = next
	}
	return g
}

// kneser relates the sets of k among n that have nothing in common.
func kneser(n, k int) Graph {
	var sets []uint
	for s := range uint(1) << n {
		if bits.OnesCount(s) == k {
			sets = append(sets, s)
		}
	}
	g := NewGraph(len(sets))
	for i, s := range sets {
		for j, t := range sets[:i] {
			if s&t == 0 {
				g.Join(i, j)
			}
		}
	}
	return g
}

func oddHole(n int) Graph {
	g := NewGraph(n)
	for v := range n {
		g.Join(v, (v+1)%n)
	}
	return g
}

// Figures of the DIMACS colouring collection and of the theory.
func TestHardGraphs(t *testing.T) {
	tests := []struct {
		name  string
		graph Graph
		low   int64
		floor int64
		slow  bool
	}{
		{"myciel3", mycielski(4), 1, 4, false},
		{"myciel4", mycielski(5), 1, 5, false},
		{"myciel5", mycielski(6), 1, 6, true},
		{"kneser7_2", kneser(7, 2), 1, 5, false},
		{"kneser8_3", kneser(8, 3), 1, 4, false},
		{"kneser9_3", kneser(9, 3), 1, 5, false},
		{"kneser9_4", kneser(9, 4), 1, 3, false},
		{"queen5_5", queen(5), 1, 5, false},
		{"queen6_6", queen(6), 1, 7, false},
		{"queen7_7", queen(7), 1, 7, false},
		{"queen8_8", queen(8), 1, 9, true},
		{"hole of 5, each 1", oddHole(5), 1, 3, false},
		{"hole of 5, each 2", oddHole(5), 2, 5, false},
		{"hole of 7, each 3", oddHole(7), 3, 7, false},
		{"antihole of 7, each 1", oddHole(7).complement(), 1, 4, false},
		{"antihole of 9, each 10", oddHole(9).complement(), 10, 45, false},
		{"myciel3, each 2", mycielski(4), 2, 6, false},
		{"myciel3, each 10", mycielski(4), 10, 29, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.slow && testing.Short() {
				t.Skip("takes seconds")
			}
			p := graphProblem(tt.graph, tt.low)
			a := Solve(p, nil)
			if a.Floor != tt.floor || size(a.World) != tt.floor {
				t.Errorf("floor %d, world %d, want %d", a.Floor, size(a.World), tt.floor)
			}
			checkWorld(t, p, a.World)
			t.Log(treeSize(a.Proofs))
		})
	}
}

func treeSize(proofs []*Proof) int {
	n := 0
	for _, p := range proofs {
		if n++; p.Split != nil {
			n += treeSize([]*Proof{p.AtMost, p.AtLeast})
		}
	}
	return n
}
