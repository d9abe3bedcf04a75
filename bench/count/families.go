package main

import (
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
)

// instance is a graph with its name and, where theory says it, its chromatic
// number.
type instance struct {
	name  string
	known int // 0: not known
	*graph
}

// families are all the graphs of the benchmark, from their definitions. They
// are the same in every run.
func families() []instance {
	var all []instance
	add := func(known int, g *graph, form string, args ...any) {
		all = append(all, instance{fmt.Sprintf(form, args...), known, g})
	}
	for k := 3; k <= 7; k++ {
		add(k+1, mycielski(k), "myciel%d", k)
	}
	for n, known := range map[int]int{5: 5, 6: 7, 7: 7, 8: 9, 9: 10} {
		add(known, queens(n), "queen%d_%d", n, n)
	}
	for _, nk := range [][2]int{{5, 2}, {6, 2}, {7, 2}, {7, 3}, {8, 3}, {9, 3}, {9, 4}} {
		add(nk[0]-2*nk[1]+2, kneser(nk[0], nk[1]), "kneser%d_%d", nk[0], nk[1])
	}
	for n := 20; n <= 120; n += 10 {
		add(0, geometric(n, 0.2, seeded(n)), "geom%d", n)
	}
	for n := 40; n <= 120; n += 40 {
		add(0, geometric(n, 0.35, seeded(n)), "geom%da", n)
	}
	for _, n := range []int{50, 100, 200} {
		add(0, intervals(n, seeded(n)), "interval%d", n)
	}
	for _, n := range []int{30, 60, 120} {
		add(0, arcs(n, seeded(n)), "arc%d", n)
	}
	for _, n := range []int{7, 9, 25, 101} {
		add(0, weigh(cycle(n), seeded(n)), "hole%d", n)
	}
	for _, n := range []int{7, 9, 15, 25} {
		add(0, weigh(complement(cycle(n)), seeded(n)), "antihole%d", n)
	}
	return sortByName(all)
}

func seeded(n int) *rand.Rand { return rand.New(rand.NewPCG(20240806, uint64(n))) }

func plain(n int) *graph {
	g := &graph{weight: make([]int64, n)}
	for v := range g.weight {
		g.weight[v] = 1
	}
	return g
}

// between joins every pair for which touch holds.
func between(n int, touch func(a, b int) bool) *graph {
	g := plain(n)
	for b := range n {
		for a := range b {
			if touch(a, b) {
				g.edges = append(g.edges, [2]int{a, b})
			}
		}
	}
	return g
}

// weigh gives weights from 1 to 10.
func weigh(g *graph, rng *rand.Rand) *graph {
	for v := range g.weight {
		g.weight[v] = 1 + rng.Int64N(10)
	}
	return g
}

// mycielski starts at one edge; each step gives every vertex a twin that is
// joined to the vertex's neighbours, and joins all twins to one more vertex.
// DIMACS names it for one step less than its chromatic number says.
func mycielski(k int) *graph {
	g := between(2, func(int, int) bool { return true })
	for range k - 1 {
		n := len(g.weight)
		next := plain(2*n + 1)
		for _, e := range g.edges {
			a, b := e[0], e[1]
			next.edges = append(next.edges, e, [2]int{a, n + b}, [2]int{b, n + a})
		}
		for v := range n {
			next.edges = append(next.edges, [2]int{n + v, 2 * n})
		}
		g = next
	}
	return g
}

// queens joins the squares of a board between which a queen moves.
func queens(n int) *graph {
	return between(n*n, func(a, b int) bool {
		dx, dy := a%n-b%n, a/n-b/n
		return dx == 0 || dy == 0 || dx == dy || dx == -dy
	})
}

// kneser joins the k-element subsets of n things that share nothing.
func kneser(n, k int) *graph {
	var sets []uint
	for s := uint(0); s < 1<<n; s++ {
		if bits.OnesCount(s) == k {
			sets = append(sets, s)
		}
	}
	return between(len(sets), func(a, b int) bool { return sets[a]&sets[b] == 0 })
}

// geometric joins random points of the unit square nearer than reach.
func geometric(n int, reach float64, rng *rand.Rand) *graph {
	x, y := make([]float64, n), make([]float64, n)
	for v := range n {
		x[v], y[v] = rng.Float64(), rng.Float64()
	}
	return weigh(between(n, func(a, b int) bool { return math.Hypot(x[a]-x[b], y[a]-y[b]) < reach }), rng)
}

// intervals joins random intervals of the line that overlap.
func intervals(n int, rng *rand.Rand) *graph {
	from, to := make([]float64, n), make([]float64, n)
	for v := range n {
		from[v] = rng.Float64()
		to[v] = from[v] + 0.2*rng.Float64()
	}
	return weigh(between(n, func(a, b int) bool { return from[a] < to[b] && from[b] < to[a] }), rng)
}

// arcs joins random arcs of the circle that overlap.
func arcs(n int, rng *rand.Rand) *graph {
	from, length := make([]float64, n), make([]float64, n)
	for v := range n {
		from[v], length[v] = rng.Float64(), 0.3*rng.Float64()
	}
	ahead := func(a, b int) float64 { return math.Mod(from[b]-from[a]+1, 1) }
	return weigh(between(n, func(a, b int) bool { return ahead(a, b) < length[a] || ahead(b, a) < length[b] }), rng)
}

func cycle(n int) *graph {
	return between(n, func(a, b int) bool { return b-a == 1 || b-a == n-1 })
}

func complement(g *graph) *graph {
	joined := map[[2]int]bool{}
	for _, e := range g.edges {
		joined[e] = true
	}
	return between(len(g.weight), func(a, b int) bool { return !joined[[2]int{a, b}] })
}
