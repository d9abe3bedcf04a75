package check

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

// drawn is a random search over at most n groups, with bonds and with groups
// that lie within others.
func drawn(rng *rand.Rand, n int) *search {
	closure, differ := make([][]int, n), make([][]bool, n)
	for i := range n {
		closure[i], differ[i] = []int{i}, make([]bool, n)
		for j := range i {
			differ[i][j] = rng.IntN(3) == 0
			differ[j][i] = differ[i][j]
			if rng.IntN(8) == 0 {
				closure[i] = append(closure[i], closure[j]...)
			}
		}
		slices.Sort(closure[i])
		closure[i] = slices.Compact(closure[i])
	}
	apart := func(i, j int) bool {
		return slices.ContainsFunc(closure[i], func(a int) bool {
			return slices.ContainsFunc(closure[j], func(b int) bool { return differ[a][b] })
		})
	}
	s := &search{weight: make([]int64, n), near: make([][]uint64, n), forced: make([][]int, n), steps: new(int)}
	*s.steps = maxSteps
	for i := range n {
		s.near[i] = []uint64{0}
		if apart(i, i) {
			continue // nobody can be there: no weight, and near nobody
		}
		s.weight[i] = rng.Int64N(9) - 2
		s.forced[i] = slices.DeleteFunc(slices.Clone(closure[i]), func(j int) bool { return j == i })
		for j := range n {
			if j == i || apart(i, j) || apart(j, j) {
				continue
			}
			s.near[i][0] |= 1 << j
			if j < i && rng.IntN(6) == 0 {
				b := bond{[]int{i, j}, rng.Int64N(7) - 3}
				if k := rng.IntN(n); k != i && k != j && !apart(k, k) && !apart(i, k) && !apart(j, k) {
					b.all = append(b.all, k)
				}
				s.bonds = append(s.bonds, b)
			}
		}
	}
	return s
}

// heaviest goes through all sets.
func heaviest(s *search) int64 {
	var most int64
	for set := range uint64(1) << len(s.weight) {
		var weight int64
		possible := true
		for i, w := range s.weight {
			if set>>i&1 == 0 {
				continue
			}
			weight += w
			possible = possible && set&^s.near[i][0] == 1<<i
			for _, j := range s.forced[i] {
				possible = possible && set>>j&1 == 1
			}
		}
		for _, b := range s.bonds {
			if !slices.ContainsFunc(b.all, func(u int) bool { return set>>u&1 == 0 }) {
				weight += b.weight
			}
		}
		if possible {
			most = max(most, weight)
		}
	}
	return most
}

func TestSearchFindsTheHeaviest(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for round := range 3000 {
		s := drawn(rng, 1+rng.IntN(11))
		want := heaviest(s)
		if chosen, err := s.exceeds(want); chosen != nil || err != nil {
			t.Fatalf("round %d: %v weigh more than the heaviest, %d: %+v", round, chosen, want, s)
		}
		if chosen, err := s.exceeds(want - 1); want > 0 && (chosen == nil || err != nil) {
			t.Fatalf("round %d: nothing weighs more than %d: %+v", round, want-1, s)
		}
	}
}

func TestProgram(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	feasible := 0
	for round := range 2000 {
		var p program
		n := 1 + rng.IntN(4)
		for range n {
			p.gain = append(p.gain, big.NewRat(rng.Int64N(4), 1))
		}
		box := make([]*big.Rat, n) // keeps everybody within 0..4 in sum
		for j := range box {
			box[j] = big.NewRat(1, 1)
		}
		p.add(box, big.NewRat(4, 1))
		for range rng.IntN(5) {
			row := make([]*big.Rat, n)
			for j := range row {
				row[j] = big.NewRat(rng.Int64N(7)-3, 1)
			}
			p.add(row, big.NewRat(rng.Int64N(9)-4, 1))
		}
		want, wanted := bestByHand(&p)
		got, exists, err := p.solve()
		if err != nil || exists != wanted || exists && got.Int64() != want {
			t.Fatalf("round %d: got %v %v %v, want %v %v", round, got, exists, err, want, wanted)
		}
		if exists {
			feasible++
		}
	}
	if feasible < 200 || feasible > 1900 {
		t.Errorf("%d of 2000 programs have an answer: the draw proves little", feasible)
	}
}

// bestByHand goes through all x from 0 to 4.
func bestByHand(p *program) (best int64, exists bool) {
	x := make([]int64, len(p.gain))
	var walk func(i int)
	walk = func(i int) {
		if i < len(x) {
			for x[i] = 0; x[i] <= 4; x[i]++ {
				walk(i + 1)
			}
			return
		}
		for r, row := range p.rows {
			if dot(row, x).Cmp(p.limit[r]) > 0 {
				return
			}
		}
		gain := dot(p.gain, x).Num().Int64()
		best, exists = max(best, gain), true
	}
	walk(0)
	return best, exists
}

func dot(row []*big.Rat, x []int64) *big.Rat {
	sum := new(big.Rat)
	for i, a := range row {
		sum.Add(sum, new(big.Rat).Mul(a, new(big.Rat).SetInt64(x[i])))
	}
	return sum
}
