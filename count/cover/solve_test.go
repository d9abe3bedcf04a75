package cover

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// leastWorld finds the least world by brute force: breadth first over how many
// people each group has, one person at a time. It returns -1 where there is none.
func leastWorld(p *Problem) int64 {
	types := allTypes(p)
	n := len(p.Low)
	start := string(make([]byte, n))
	seen := map[string]bool{start: true}
	layer := []string{start}
	for people := int64(0); len(layer) > 0; people++ {
		var next []string
		for _, state := range layer {
			if enough(p, state) {
				return people
			}
			for _, s := range types {
				if to, ok := add(p, state, s); ok && !seen[to] {
					seen[to] = true
					next = append(next, to)
				}
			}
		}
		layer = next
	}
	return -1
}

func allTypes(p *Problem) [][]int {
	var types [][]int
	n := len(p.Low)
	for mask := 1; mask < 1<<n; mask++ {
		var nodes []int
		ok := true
		for v := range n {
			if mask&(1<<v) == 0 {
				continue
			}
			nodes = append(nodes, v)
			for _, w := range p.Above[v] {
				ok = ok && mask&(1<<w) != 0
			}
			for w := range v {
				ok = ok && (mask&(1<<w) == 0 || !p.Apart[v].Has(w))
			}
		}
		if ok {
			types = append(types, nodes)
		}
	}
	return types
}

func enough(p *Problem, state string) bool {
	for v := range p.Low {
		if int64(state[v]) < p.Low[v] {
			return false
		}
	}
	return true
}

func add(p *Problem, state string, s []int) (string, bool) {
	b := []byte(state)
	for _, v := range s {
		switch {
		case p.High[v] == Open && int64(b[v]) >= p.Low[v]:
		case int64(b[v]) >= p.High[v]:
			return "", false
		default:
			b[v]++
		}
	}
	return string(b), string(b) != state
}

// randomProblem has differences that parts inherit from their wholes.
func randomProblem(r *rand.Rand, most int, low int64, within, open float64) *Problem {
	n := 1 + r.IntN(most)
	p := &Problem{Apart: NewGraph(n), Above: make([][]int, n)}
	for v := range n {
		p.Low = append(p.Low, r.Int64N(low+1))
		p.High = append(p.High, Open)
		if r.Float64() > open {
			p.High[v] = p.Low[v] + r.Int64N(3)
		}
		for w := range v {
			if r.Float64() < within && len(p.Above[v]) == 0 {
				p.Above[v] = append([]int{w}, p.Above[w]...)
			}
		}
	}
	density := r.Float64()
	for range n * n {
		a, b := r.IntN(n), r.IntN(n)
		if a == b || r.Float64() > density || !p.mayPart(a, b) {
			continue
		}
		for _, u := range p.below(a) {
			for _, v := range p.below(b) {
				p.Apart.Join(u, v)
			}
		}
	}
	return p
}

func (p *Problem) below(v int) []int {
	nodes := []int{v}
	for u, above := range p.Above {
		for _, w := range above {
			if w == v {
				nodes = append(nodes, u)
			}
		}
	}
	return nodes
}

// mayPart reports whether no node lies within both.
func (p *Problem) mayPart(a, b int) bool {
	for _, u := range p.below(a) {
		for _, v := range p.below(b) {
			if u == v {
				return false
			}
		}
	}
	return true
}

func TestSolveAgreesWithBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 3000 {
		p := randomProblem(r, 7, 4, 0.15*r.Float64()*2, r.Float64())
		want := leastWorld(p)
		a := Solve(p, nil)
		if want < 0 {
			if !a.Clash {
				t.Fatalf("case %d: no world, but got %+v for %+v", i, a, p)
			}
			continue
		}
		if a.Clash || a.Unproven || a.Floor != want || size(a.World) != want {
			t.Fatalf("case %d: floor %d, world %d, clash %v; want %d\n%+v", i, a.Floor, size(a.World), a.Clash, want, p)
		}
		checkWorld(t, p, a.World)
		sum := int64(0)
		for _, proof := range a.Proofs {
			checkProof(t, p, proof, nil)
			sum += proof.Floor
		}
		if sum != a.Floor {
			t.Fatalf("case %d: proofs add up to %d, not %d", i, sum, a.Floor)
		}
	}
}

func checkWorld(t *testing.T, p *Problem, world []Share) {
	t.Helper()
	people := make([]int64, len(p.Low))
	for _, share := range world {
		in := NewSet(len(p.Low))
		for _, v := range share.In {
			people[v] += share.People
			in.Add(v)
		}
		for _, v := range share.In {
			if in.meets(p.Apart[v]) {
				t.Fatalf("share %v holds groups that are apart", share)
			}
			for _, w := range p.Above[v] {
				if !in.Has(w) {
					t.Fatalf("share %v lacks %d, in which %d lies", share, w, v)
				}
			}
		}
	}
	for v, n := range people {
		if n < p.Low[v] || n > p.High[v] {
			t.Fatalf("group %d has %d people, not %d to %d", v, n, p.Low[v], p.High[v])
		}
	}
}

// checkProof weighs every type.
func checkProof(t *testing.T, p *Problem, proof *Proof, splits []row) {
	t.Helper()
	if proof.Split != nil {
		checkProof(t, p, proof.AtMost, append(splits[:len(splits):len(splits)], row{proof.Split.Nodes, false, proof.Split.K}))
		checkProof(t, p, proof.AtLeast, append(splits[:len(splits):len(splits)], row{proof.Split.Nodes, true, proof.Split.K + 1}))
		if proof.Floor > min(proof.AtMost.Floor, proof.AtLeast.Floor) {
			t.Fatalf("floor %d above its branches", proof.Floor)
		}
		return
	}
	limit := p.limits()
	sum := new(big.Rat)
	net := make([]*big.Rat, len(p.Low))
	for v := range net {
		net[v] = new(big.Rat)
	}
	for _, w := range proof.Weights {
		y, z := big.NewRat(w.Y.Num, w.Y.Den), big.NewRat(w.Z.Num, w.Z.Den)
		net[w.Node].Sub(y, z)
		sum.Add(sum, new(big.Rat).Mul(y, big.NewRat(p.Low[w.Node], 1)))
		sum.Sub(sum, new(big.Rat).Mul(z, big.NewRat(limit[w.Node], 1)))
	}
	terms := make([]*big.Rat, len(splits))
	for i, s := range splits {
		terms[i] = big.NewRat(proof.Terms[i].Num, proof.Terms[i].Den)
		if !s.atLeast {
			terms[i].Neg(terms[i])
		}
		sum.Add(sum, new(big.Rat).Mul(terms[i], big.NewRat(s.right, 1)))
	}
	most := big.NewRat(1, 1)
	if proof.Impossible {
		most.SetInt64(0)
		if sum.Sign() <= 0 {
			t.Fatalf("an impossible leaf sums to %v", sum)
		}
	} else if sum.Cmp(big.NewRat(proof.Floor-1, 1)) <= 0 {
		t.Fatalf("leaf sums to %v, floor %d", sum, proof.Floor)
	}
	for _, s := range allTypes(p) {
		in := NewSet(len(p.Low))
		weight := new(big.Rat)
		for _, v := range s {
			in.Add(v)
			weight.Add(weight, net[v])
		}
		for i, split := range splits {
			if holds(in, split.nodes) {
				weight.Add(weight, terms[i])
			}
		}
		if weight.Cmp(most) > 0 {
			t.Fatalf("type %v weighs %v", s, weight)
		}
	}
}
