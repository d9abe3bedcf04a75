package main

import (
	"fmt"
	"math/rand/v2"
	"os"

	"github.com/atleast-desk/atleast/bench/count/ground"
)

// exact compares small cases with brute force and fails if one disagrees.
func exact(args []string) error {
	f := parse("exact", 20000, args)
	rng := rand.New(rand.NewPCG(f.seed, 1))
	wrong, contradicted, trees, supports, unnamed := 0, 0, 0, 0, 0
	for drawn := 0; drawn < f.n; {
		c := ground.Draw(rng, 7)
		t, decided, err := ground.Prove(c, solve, verify)
		if !decided {
			continue
		}
		if drawn++; err != nil {
			wrong++
			fmt.Fprintf(os.Stderr, "%v\n%s\n\n", err, ground.Text(c, t))
			continue
		}
		if t.Floor == nil {
			contradicted++
			continue
		}
		supports, unnamed = supports+len(t.RestsOn), unnamed+len(c.Unnamed(t))
		for _, p := range t.Certificate.Parts {
			if p.Tree != nil {
				trees++
			}
		}
	}
	fmt.Printf("| small cases | contradicting themselves | with a tree | disagreeing | supports named, all right | supports not named |\n|--:|--:|--:|--:|--:|--:|\n| %d | %d | %d | %d | %d | %d |\n",
		f.n, contradicted, trees, wrong, supports, unnamed)
	if wrong > 0 {
		return fmt.Errorf("%d of %d cases disagree with brute force", wrong, f.n)
	}
	return nil
}

// mutated makes tallies false and fails if the checker passes one.
func mutated(args []string) error {
	f := parse("mutated", 10000, args)
	rng := rand.New(rand.NewPCG(f.seed, 2))
	refused, passed, harmless := 0, 0, 0
	for refused+passed < f.n {
		c := ground.Draw(rng, 7)
		t, err := solve(c.Evidence, c.Options)
		if err != nil {
			return err
		}
		for range 10 {
			falsified, err := ground.Attack(rng, c, t, verify)
			switch {
			case err != nil:
				passed++
				fmt.Fprintf(os.Stderr, "%v\n\n", err)
			case falsified:
				refused++
			default:
				harmless++
			}
		}
	}
	fmt.Printf("| false tallies | refused | passed | mutations that left every claim true, or did not apply |\n|--:|--:|--:|--:|\n| %d | %d | %d | %d |\n",
		refused+passed, refused, passed, harmless)
	if passed > 0 {
		return fmt.Errorf("%d false tallies passed", passed)
	}
	return nil
}
