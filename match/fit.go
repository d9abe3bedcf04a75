package match

import "math"

const maxUnknowns = 9

// equations gathers the normal equations of a least-squares fit with up to nine
// unknowns; the last column is the right-hand side.
type equations struct {
	n int
	m [maxUnknowns][maxUnknowns + 1]float64
}

// add adds one equation: the sum of row times the unknowns is to be want.
func (e *equations) add(row *[maxUnknowns]float64, want, weight float64) {
	for j := range e.n {
		share := weight * row[j]
		for k := j; k < e.n; k++ {
			e.m[j][k] += share * row[k]
		}
		e.m[j][maxUnknowns] += share * want
	}
}

// solve returns the unknowns, or false if the equations do not determine them.
// steady is added to the diagonal, relative to it: it keeps unknowns about which
// little is said near zero.
func (e *equations) solve(steady float64) (x [maxUnknowns]float64, ok bool) {
	m := e.m
	for i := range e.n {
		m[i][i] *= 1 + steady
		for j := range i {
			m[i][j] = m[j][i]
		}
	}
	for i := range e.n {
		pivot := i
		for j := i + 1; j < e.n; j++ {
			if math.Abs(m[j][i]) > math.Abs(m[pivot][i]) {
				pivot = j
			}
		}
		m[i], m[pivot] = m[pivot], m[i]
		if math.Abs(m[i][i]) < 1e-9 {
			return x, false
		}
		for j := i + 1; j < e.n; j++ {
			f := m[j][i] / m[i][i]
			for k := i; k <= maxUnknowns; k++ {
				m[j][k] -= f * m[i][k]
			}
		}
	}
	for i := e.n - 1; i >= 0; i-- {
		x[i] = m[i][maxUnknowns]
		for k := i + 1; k < e.n; k++ {
			x[i] -= m[i][k] * x[k]
		}
		x[i] /= m[i][i]
	}
	return x, true
}

// fitUnit makes pixels small numbers, so that the equations are well scaled.
const fitUnit = 256.0

// affineFit returns the affine map that takes a's places to b's best.
func affineFit(pairs []pairing) (Projection, bool) {
	across, down := equations{n: 3}, equations{n: 3}
	for _, p := range pairs {
		row := [maxUnknowns]float64{p.ax / fitUnit, p.ay / fitUnit, 1}
		across.add(&row, p.bx/fitUnit, 1)
		down.add(&row, p.by/fitUnit, 1)
	}
	x, okX := across.solve(1e-9)
	y, okY := down.solve(1e-9)
	lay := Projection{x[0], x[1], x[2] * fitUnit, y[0], y[1], y[2] * fitUnit, 0, 0, 1}
	return lay, okX && okY && lay.sane()
}

// projectiveFit returns the projection that takes a's places to b's best.
func projectiveFit(pairs []pairing) (Projection, bool) {
	e := equations{n: 8}
	for _, p := range pairs {
		ax, ay, bx, by := p.ax/fitUnit, p.ay/fitUnit, p.bx/fitUnit, p.by/fitUnit
		e.add(&[maxUnknowns]float64{ax, ay, 1, 0, 0, 0, -bx * ax, -bx * ay}, bx, 1)
		e.add(&[maxUnknowns]float64{0, 0, 0, ax, ay, 1, -by * ax, -by * ay}, by, 1)
	}
	x, ok := e.solve(1e-7)
	lay := Projection{x[0], x[1], x[2] * fitUnit, x[3], x[4], x[5] * fitUnit, x[6] / fitUnit, x[7] / fitUnit, 1}
	return lay, ok && lay.sane()
}

// sane reports whether the map, in pixels, could have come from a camera or an
// editor: not squeezed flat, not seen from the side.
func (p Projection) sane() bool {
	det := p[0]*p[4] - p[1]*p[3]
	long := math.Hypot(p[0], p[3]) * math.Hypot(p[1], p[4])
	return math.Abs(det) > 0.003 && math.Abs(det) < 400 && math.Abs(det) > 0.5*long && math.Abs(p[6])+math.Abs(p[7]) < 1.5e-3
}
