package cover

import "math"

// tolerance is what the floating point may be wrong by; nothing proven depends
// on it.
const tolerance = 1e-7

// column is a variable of a linear program: coefficient sign on every row it
// names.
type column struct {
	rows []int
	sign float64
	cost float64
}

// simplex solves min cost*x, A x = b, x >= 0 by the revised simplex method with
// an explicit inverse of the basis. The right side is relaxed by a hair, each
// row by its own, because covering problems are degenerate and would stall.
type simplex struct {
	rows    int
	right   []float64 // as relaxed
	columns []column
	basis   []int // the column that is basic in each row
	in      []bool
	barred  []bool // columns that only help to start
	inverse [][]float64
	level   []float64 // of the basic columns
	dual    []float64
	pivots  int

	released bool // the barred columns are empty, and stay so
}

// newSimplex starts from a basis of one column a row, which must be +-1 there.
func newSimplex(right []float64, start []column) *simplex {
	m := len(right)
	s := &simplex{rows: m, right: right, inverse: make([][]float64, m), level: make([]float64, m), dual: make([]float64, m)}
	for i, c := range start {
		s.inverse[i] = make([]float64, m)
		s.inverse[i][i] = c.sign
		s.level[i] = c.sign * right[i]
		s.basis = append(s.basis, s.add(c))
		s.in[i] = true
	}
	s.price()
	return s
}

// add brings in a column, not yet basic, and returns its number.
func (s *simplex) add(c column) int {
	s.columns = append(s.columns, c)
	s.in = append(s.in, false)
	s.barred = append(s.barred, false)
	return len(s.columns) - 1
}

// bar says that a column only helps to start.
func (s *simplex) bar(c int) { s.barred[c] = true }

// release ends the start: barred columns cost nothing and never fill again.
func (s *simplex) release() {
	s.released = true
	for c, barred := range s.barred {
		if barred {
			s.columns[c].cost = 0
		}
	}
}

// price computes the duals afresh.
func (s *simplex) price() {
	clear(s.dual)
	for i, c := range s.basis {
		if cost := s.columns[c].cost; cost != 0 {
			for j, v := range s.inverse[i] {
				s.dual[j] += cost * v
			}
		}
	}
}

// reduced is what one unit of column c would change the cost by.
func (s *simplex) reduced(c int) float64 {
	col := &s.columns[c]
	sum := 0.0
	for _, r := range col.rows {
		sum += s.dual[r]
	}
	return col.cost - col.sign*sum
}

// solve pivots until no known column lowers the cost. It reports false when it
// gives up or must stop, or when the cost has no bottom.
func (s *simplex) solve(stop func() bool) bool {
	limit := 200*(s.rows+10) + 20*len(s.columns)
	for range limit {
		if stop() {
			return false
		}
		enter, best := -1, -tolerance
		for c := range s.columns {
			if s.in[c] || s.barred[c] {
				continue
			}
			if r := s.reduced(c); r < best {
				enter, best = c, r
			}
		}
		if enter < 0 {
			return true
		}
		if !s.enter(enter) {
			return false
		}
	}
	return false
}

// enter makes a column basic in the row that limits it first.
func (s *simplex) enter(c int) bool {
	col := &s.columns[c]
	step := make([]float64, s.rows)
	for i, row := range s.inverse {
		for _, r := range col.rows {
			step[i] += row[r]
		}
		step[i] *= col.sign
	}
	leave, ratio := -1, math.Inf(1)
	for i, v := range step {
		if s.released && s.barred[s.basis[i]] && math.Abs(v) > 1e-9 {
			leave = i // it is empty, and must not fill again
			break
		}
		if v <= 1e-9 {
			continue
		}
		q := max(0, s.level[i]) / v
		if q < ratio-1e-12 || q <= ratio && v > step[leave] {
			leave, ratio = i, q
		}
	}
	if leave < 0 {
		return false
	}
	s.pivot(c, leave, step)
	return true
}

func (s *simplex) pivot(c, leave int, step []float64) {
	row := s.inverse[leave]
	scale := 1 / step[leave]
	for j := range row {
		row[j] *= scale
	}
	s.level[leave] *= scale
	for i, v := range step {
		if i == leave || v == 0 {
			continue
		}
		other := s.inverse[i]
		for j, r := range row {
			other[j] -= v * r
		}
		s.level[i] -= v * s.level[leave]
	}
	reduced := s.reduced(c)
	for j, r := range row {
		s.dual[j] += reduced * r
	}
	s.in[s.basis[leave]] = false
	s.in[c] = true
	s.basis[leave] = c
	if s.pivots++; s.pivots%50 == 0 {
		s.price()
	}
}

// values are the levels of the basic columns for a given right side.
func (s *simplex) values(right []float64) map[int]float64 {
	x := make(map[int]float64, s.rows)
	for i, c := range s.basis {
		sum := 0.0
		for j, v := range s.inverse[i] {
			sum += v * right[j]
		}
		if sum > tolerance {
			x[c] = sum
		}
	}
	return x
}

// cost is that of the present solution for a given right side.
func (s *simplex) cost(right []float64) float64 {
	sum := 0.0
	for j, d := range s.dual {
		sum += d * right[j]
	}
	return sum
}
