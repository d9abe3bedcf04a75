package check

import "math/big"

// dictionary is the tableau of the simplex method in exact fractions: every
// basic variable, and the gain in the last row, in terms of the others. The
// last column holds the constants.
type dictionary struct {
	basic, other []int // variables by row and by column
	cell         [][]*big.Rat
}

// relaxed solves the program in fractions: the greatest gain and an x that
// reaches it, or ok false where no x keeps to the rows.
func (p *program) relaxed() (gain *big.Rat, x []*big.Rat, ok bool) {
	d := p.dictionary()
	if !d.makeFeasible(len(p.gain)) {
		return nil, nil, false
	}
	d.maximise()
	x = make([]*big.Rat, len(p.gain))
	for i := range x {
		x[i] = new(big.Rat)
	}
	for row, v := range d.basic {
		if v < len(x) {
			x[v].Set(d.constant(row))
		}
	}
	return d.constant(len(d.basic)), x, true
}

// dictionary starts with the slack of every row as basic variable. The last
// column but one is an extra variable that loosens every row, for makeFeasible.
func (p *program) dictionary() *dictionary {
	n, m := len(p.gain), len(p.rows)
	d := &dictionary{}
	for j := range n {
		d.other = append(d.other, j)
	}
	d.other = append(d.other, n+m)
	for i, row := range p.rows {
		line := make([]*big.Rat, 0, n+2)
		for _, a := range row {
			line = append(line, new(big.Rat).Neg(a))
		}
		d.cell = append(d.cell, append(line, big.NewRat(1, 1), new(big.Rat).Set(p.limit[i])))
		d.basic = append(d.basic, n+i)
	}
	line := make([]*big.Rat, 0, n+2)
	for _, g := range p.gain {
		line = append(line, new(big.Rat).Set(g))
	}
	d.cell = append(d.cell, append(line, new(big.Rat), new(big.Rat)))
	return d
}

func (d *dictionary) constant(row int) *big.Rat { return d.cell[row][len(d.other)] }

// makeFeasible lets the extra variable in at the row that is broken worst, and
// then drives it back to zero; where that fails no x keeps to the rows.
func (d *dictionary) makeFeasible(n int) bool {
	extra, worst := n+len(d.basic), 0
	for row := range d.basic {
		if d.constant(row).Cmp(d.constant(worst)) < 0 {
			worst = row
		}
	}
	if len(d.basic) > 0 && d.constant(worst).Sign() < 0 {
		gain := d.cell[len(d.basic)]
		loss := make([]*big.Rat, len(gain))
		for j := range loss {
			loss[j] = new(big.Rat)
		}
		loss[n].SetInt64(-1)
		d.cell[len(d.basic)] = loss
		d.cell = append(d.cell, gain) // carried along by every pivot
		d.pivot(worst, n)
		d.maximise()
		left := d.constant(len(d.basic)).Sign()
		d.cell = append(d.cell[:len(d.basic)], d.cell[len(d.basic)+1])
		if left < 0 {
			return false
		}
	}
	d.drop(extra)
	return true
}

// drop fixes the extra variable at zero for good.
func (d *dictionary) drop(extra int) {
	for row, v := range d.basic {
		if v == extra { // it is zero: any column with a share in the row may replace it
			for column := range d.other {
				if d.cell[row][column].Sign() != 0 {
					d.pivot(row, column)
					break
				}
			}
		}
	}
	for column, v := range d.other {
		if v == extra {
			for _, line := range d.cell {
				line[column].SetInt64(0)
			}
		}
	}
}

// maximise pivots until nothing raises the gain. Bland's rule, the least
// variable first, keeps it from going round in circles.
func (d *dictionary) maximise() {
	gain := len(d.basic)
	for {
		enter := -1
		for column, v := range d.other {
			if d.cell[gain][column].Sign() > 0 && (enter < 0 || v < d.other[enter]) {
				enter = column
			}
		}
		if enter < 0 {
			return
		}
		leave, least := -1, new(big.Rat)
		for row, v := range d.basic {
			if d.cell[row][enter].Sign() >= 0 {
				continue
			}
			room := new(big.Rat).Quo(d.constant(row), d.cell[row][enter])
			room.Neg(room)
			if c := room.Cmp(least); leave < 0 || c < 0 || c == 0 && v < d.basic[leave] {
				leave, least = row, room
			}
		}
		if leave < 0 {
			return // unbounded: the caller's rows rule it out
		}
		d.pivot(leave, enter)
	}
}

// pivot exchanges a basic variable with another.
func (d *dictionary) pivot(row, column int) {
	line := d.cell[row]
	by := new(big.Rat).Inv(line[column])
	line[column].SetInt64(-1)
	for j := range line { // solve the row for the entering variable
		line[j].Mul(line[j], by).Neg(line[j])
	}
	for i, other := range d.cell {
		if i == row || other[column].Sign() == 0 {
			continue
		}
		factor := new(big.Rat).Set(other[column])
		other[column].SetInt64(0)
		for j := range other {
			if line[j].Sign() != 0 {
				other[j].Add(other[j], new(big.Rat).Mul(factor, line[j]))
			}
		}
	}
	d.basic[row], d.other[column] = d.other[column], d.basic[row]
}
