package match

import "math"

const refineSteps = 6 // each step about halves what is left of a misfit

// refined moves the projection from a to b until the pictures fit best: a few
// steps of least squares over shift, scale, turn, shear and tilt, in which pixels that
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

// nudge returns the small move, in pixels of the first picture, after
// which the second would fit it better. It is false where nothing can be told.
func (o *overlay) nudge() (Projection, bool) {
	all := o.moments()
	if all.n < 64 || all.varA() < 1 || all.varB() < 1 {
		return identity, false
	}
	t := all.tone()
	loose := math.Sqrt(all.varA()) / 2 // a misfit of half the contrast is probably no misfit but another picture
	e := equations{n: 8}
	for y := 1; y < o.h-1; y++ {
		for x := 1; x < o.w-1; x++ {
			o.pull(&e, x, y, t, loose)
		}
	}
	d, ok := e.solve(1e-3)
	if !ok {
		return identity, false
	}
	w, h := float64(o.w)/2, float64(o.h)/2
	// The move is stated around the middle, in halves of the picture's sides.
	move := Projection{1 + d[1]/w, d[2] / w, d[0] / w, d[4] / h, 1 + d[5]/h, d[3] / h, -d[6] / w, -d[7] / h, 1}
	step := Projection{1 / w, 0, -1, 0, 1 / h, -1, 0, 0, 1}.Then(move).Then(Projection{w, 0, w, 0, h, h, 0, 0, 1})
	return step, step.reach(o.w, o.h) < float64(max(o.w, o.h))/8
}

// pull adds one pixel to the equations of the move.
func (o *overlay) pull(e *equations, x, y int, t tone, loose float64) {
	i := y*o.w + x
	left, right, up, down := o.b[i-1], o.b[i+1], o.b[i-o.w], o.b[i+o.w]
	if o.b[i] == outside || left == outside || right == outside || up == outside || down == outside {
		return
	}
	gx, gy := t.gain*float64(right-left)/2, t.gain*float64(down-up)/2
	miss := float64(o.a[i]) - t.gain*float64(o.b[i]) - t.offset
	weight := 1 / (1 + miss*miss/(loose*loose))
	u, v := 2*(float64(x)+0.5)/float64(o.w)-1, 2*(float64(y)+0.5)/float64(o.h)-1
	// Shift, scale and shear of each axis, then the two ways of tilting: the
	// shift across grows with u*u and u*v, in pixels of half a side.
	tilt := gx*u*float64(o.w)/2 + gy*v*float64(o.h)/2
	w, h := float64(o.w)/2, float64(o.h)/2
	row := [maxUnknowns]float64{gx, gx * u, gx * v, gy, gy * u, gy * v, tilt * u / w, tilt * v / h}
	e.add(&row, miss, weight)
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
