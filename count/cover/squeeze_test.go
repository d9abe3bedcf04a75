package cover

import (
	"math"
	"math/rand/v2"
	"testing"
)

// crowdedDays draws groups filmed over thirty days: those of one day or the next
// are mostly apart. Where nearly all are, there is a world of as many people as
// the heaviest clique, but greedy choice does not find it.
func crowdedDays(r *rand.Rand, n int, apart float64) *Problem {
	p := graphProblem(NewGraph(n), 1)
	day := make([]float64, n)
	for v := range n {
		day[v] = 30 * r.Float64()
		p.Low[v] = 1 + r.Int64N(6)
		if r.IntN(3) == 0 {
			p.Low[v] = 1 + r.Int64N(30)
		}
		for u := range v {
			if math.Abs(day[v]-day[u]) < 1.3 && r.Float64() < apart {
				p.Apart.Join(u, v)
			}
		}
	}
	return p
}

func TestDeskSizedProblemsAreSolvedInBoundedEffort(t *testing.T) {
	tests := []struct {
		name  string
		apart float64
		seed  uint64
	}{
		{"greedy choice falls short", 0.9, 6},
		{"no clique shows the floor", 0.7, 1},
	}
	for _, tt := range tests {
		p := crowdedDays(rand.New(rand.NewPCG(tt.seed, 1)), 550, tt.apart)
		a := Solve(p, limited(func() bool { return false }, 5000))
		if a.Unproven {
			t.Errorf("%s: floor %d, world %d", tt.name, a.Floor, size(a.World))
		}
		checkWorld(t, p, a.World)
	}
}
