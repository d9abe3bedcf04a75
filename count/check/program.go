package check

import (
	"fmt"
	"math/big"
)

// maxBranches bounds the whole-number search of one program.
const maxBranches = 2000

// program asks for whole numbers x of at least zero that keep row.x <= limit in
// every row, and make gain.x greatest.
type program struct {
	gain  []*big.Rat
	rows  [][]*big.Rat
	limit []*big.Rat
}

func (p *program) add(row []*big.Rat, limit *big.Rat) {
	p.rows, p.limit = append(p.rows, row), append(p.limit, limit)
}

// solve returns the greatest gain, and whether any x does. The gain must be
// bounded by the rows.
func (p *program) solve() (best *big.Int, exists bool, err error) {
	branches := 0
	var explore func(p program) error
	explore = func(p program) error {
		if branches++; branches > maxBranches {
			return fmt.Errorf("%w: more than %d branches", ErrBudget, maxBranches)
		}
		gain, x, ok := p.relaxed()
		if !ok || best != nil && roundDown(gain).Cmp(best) <= 0 {
			return nil
		}
		for i, value := range x {
			if !value.IsInt() {
				down := roundDown(value)
				return p.split(i, down, explore)
			}
		}
		best = roundDown(gain)
		return nil
	}
	err = explore(*p)
	return best, best != nil, err
}

// split explores x[i] <= down, then x[i] >= down+1.
func (p *program) split(i int, down *big.Int, explore func(program) error) error {
	for _, side := range []int64{1, -1} {
		row := make([]*big.Rat, len(p.gain))
		for j := range row {
			row[j] = new(big.Rat)
		}
		row[i].SetInt64(side)
		limit := new(big.Rat).SetInt(down)
		if side < 0 {
			limit.Neg(limit.Add(limit, big.NewRat(1, 1)))
		}
		n := len(p.rows)
		below := program{p.gain, append(p.rows[:n:n], row), append(p.limit[:n:n], limit)}
		if err := explore(below); err != nil {
			return err
		}
	}
	return nil
}

func roundDown(x *big.Rat) *big.Int {
	// Euclidean division rounds towards minus infinity: denominators are positive.
	return new(big.Int).Div(x.Num(), x.Denom())
}
