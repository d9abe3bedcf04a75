package match

import "math"

const refineSteps = 6 // each step about halves what is left of a misfit

// refined moves the projection from a to b until the pictures fit best: a few
// steps of least squares over shift, scale, turn and shear, in which pixels that
// disagree much (a logo, a caption) weigh little.
func refined(a, b *side, p Projection) (Projection, *overlay) {
	o := lay(a, b, p)
	for range refineSteps {
		step, ok := o.nudge()
		if !ok {
			break
		}
		moved := step.inFractions(o.w, o.h, o.w, o.h).Then(p)
		o.relay(b, moved)
		p = moved
		if step.reach(o.w, o.h) < 0.02 {
			break
		}
	}
	return p, o
}

// nudge returns the small affine move, in pixels of the first picture, after
// which the second would fit it better. It is false where nothing can be told.
func (o *overlay) nudge() (Projection, bool) {
	all := o.moments()
	if all.n < 64 || all.varA() < 1 || all.varB() < 1 {
		return identity, false
	}
	t := all.tone()
	loose := math.Sqrt(all.varA()) / 2 // a misfit of half the contrast is probably no misfit but another picture
	var m [6][7]float64
	for y := 1; y < o.h-1; y++ {
		for x := 1; x < o.w-1; x++ {
			o.pull(&m, x, y, t, loose)
		}
	}
	d, ok := solve(&m)
	if !ok {
		return identity, false
	}
	w, h := float64(o.w)/2, float64(o.h)/2
	step := Projection{1 + d[1]/w, d[2] / h, d[0] - d[1] - d[2], d[4] / w, 1 + d[5]/h, d[3] - d[4] - d[5], 0, 0, 1}
	return step, step.reach(o.w, o.h) < float64(max(o.w, o.h))/8
}

// pull adds one pixel to the equations of the move.
func (o *overlay) pull(m *[6][7]float64, x, y int, t tone, loose float64) {
	i := y*o.w + x
	left, right, up, down := o.b[i-1], o.b[i+1], o.b[i-o.w], o.b[i+o.w]
	if o.b[i] == outside || left == outside || right == outside || up == outside || down == outside {
		return
	}
	gx, gy := t.gain*float64(right-left)/2, t.gain*float64(down-up)/2
	miss := float64(o.a[i]) - t.gain*float64(o.b[i]) - t.offset
	weight := 1 / (1 + miss*miss/(loose*loose))
	u, v := 2*(float64(x)+0.5)/float64(o.w)-1, 2*(float64(y)+0.5)/float64(o.h)-1
	row := [7]float64{gx, gx * u, gx * v, gy, gy * u, gy * v, miss}
	for j := range 6 {
		share := weight * row[j]
		for k := j; k < 7; k++ {
			m[j][k] += share * row[k]
		}
	}
}

// reach is how far the move shifts the farthest corner, in pixels.
func (p Projection) reach(w, h int) float64 {
	far := 0.0
	for _, c := range [4][2]float64{{0, 0}, {float64(w), 0}, {0, float64(h)}, {float64(w), float64(h)}} {
		x, y := p.At(c[0], c[1])
		far = max(far, math.Hypot(x-c[0], y-c[1]))
	}
	return far
}

// moments gathers the shades that both pictures have.
func (o *overlay) moments() moments {
	var m moments
	for i, b := range o.b {
		if b != outside {
			m.add(float64(o.a[i]), float64(b), 1)
		}
	}
	return m
}

// solve solves six equations whose matrix is symmetric and given by its upper
// half, the right-hand side in the last column.
func solve(m *[6][7]float64) (x [6]float64, ok bool) {
	for i := range 6 {
		for j := range i {
			m[i][j] = m[j][i]
		}
	}
	for i := range 6 {
		if m[i][i] < 1e-6 {
			return x, false
		}
		for j := i + 1; j < 6; j++ {
			f := m[j][i] / m[i][i]
			for k := i; k < 7; k++ {
				m[j][k] -= f * m[i][k]
			}
		}
	}
	for i := 5; i >= 0; i-- {
		x[i] = m[i][6]
		for k := i + 1; k < 6; k++ {
			x[i] -= m[i][k] * x[k]
		}
		x[i] /= m[i][i]
	}
	return x, true
}
