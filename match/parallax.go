package match

import "math"

// Near things shift against far ones when the camera moves, and things move by
// themselves. In an editor's copy nothing does, whatever the projection leaves
// over is smooth: what a lens bends, a fit that is a little off. So the windows'
// drifts are freed of all that is smooth, and what remains must be none.

const (
	tellingFit   = 0.85 // correlation from which a window's drift counts
	tellingSigma = 0.08 // pixels by which it may be off
	coveredFit   = 0.7  // correlation below which something was laid over a window
	leastFellows = 5    // of a window and the eight around it, those that must count
	leastWindows = 8    // that must count for anything to be said
	shifted      = 0.15 // pixels from which a place has shifted
	shiftedPart  = 0.07 // part of the places that must have
	framedPart   = 0.15 // the same where the two show the same frame
	smoothRounds = 8
)

// parallax reports whether things have shifted against one another between the
// picture a and b, which the proof lays on it. Where both show the same frame to
// its edges, which a camera held anew hardly does, more must have: shades that an
// editor drove against white or black seem to shift too.
func parallax(a, b *side, p Proof) bool {
	ds := telling(layClosely(a, b, p.Map).drifts())
	if len(ds) < leastWindows {
		return false
	}
	settle(ds)
	places, moved := 0, 0
	for i := range ds {
		far, ok := together(ds, &ds[i])
		if !ok {
			continue
		}
		if places++; far > shifted {
			moved++
		}
	}
	part := shiftedPart
	if min(p.FrameIn, p.FrameOf) > 1-overhang {
		part = framedPart
	}
	return places >= leastWindows && float64(moved) > part*float64(places)
}

// telling returns the drifts that count: those of windows that fit, and that do
// not touch one over which something was laid.
func telling(all []drift) []drift {
	covered := map[[2]int]bool{}
	for _, d := range all {
		if d.fit < coveredFit {
			covered[[2]int{d.col, d.row}] = true
		}
	}
	var out []drift
	for _, d := range all {
		if d.fit > tellingFit && d.sigma < tellingSigma && !besides(covered, d.col, d.row) {
			out = append(out, d)
		}
	}
	return out
}

// besides reports whether one of the nine windows around a place is in the set.
func besides(set map[[2]int]bool, col, row int) bool {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if set[[2]int{col + dx, row + dy}] {
				return true
			}
		}
	}
	return false
}

// settle takes from the drifts what a better projection and a bent lens explain.
// Windows that disagree with the most weigh little.
func settle(ds []drift) {
	left := make([]float64, len(ds))
	for i, d := range ds {
		left[i] = d.far
	}
	loose := 0.5
	for range smoothRounds {
		e := equations{n: smoothTerms}
		for i, d := range ds {
			row := d.smooth()
			odd := 1 + left[i]*left[i]/(loose*loose)
			e.add(&row, d.far, 1/(d.sigma*d.sigma+0.0004)/(odd*odd))
		}
		x, ok := e.solve(1e-6)
		if !ok {
			return
		}
		for i, d := range ds {
			row := d.smooth()
			left[i] = d.far
			for k, v := range row {
				left[i] -= v * x[k]
			}
		}
		loose = max(0.06, 0.7*loose)
	}
	for i := range ds {
		ds[i].far = left[i]
	}
}

const smoothTerms = 9

// smooth is how each smooth motion moves the window along its direction: shift,
// scale and shear of each axis, the two ways of tilting, the bend of a lens.
func (d *drift) smooth() [maxUnknowns]float64 {
	out := d.nx*d.x + d.ny*d.y
	return [maxUnknowns]float64{d.nx, d.nx * d.x, d.nx * d.y, d.ny, d.ny * d.x, d.ny * d.y, out * d.x, out * d.y, out * (d.x*d.x + d.y*d.y)}
}

// together is how far the windows around a place have drifted as one. It is
// false where too few count.
func together(ds []drift, at *drift) (far float64, ok bool) {
	var xx, xy, yy, ex, ey float64
	n := 0
	for i := range ds {
		d := &ds[i]
		if max(d.col-at.col, at.col-d.col) > 1 || max(d.row-at.row, at.row-d.row) > 1 {
			continue
		}
		n++
		weight := 1 / (d.sigma*d.sigma + 0.0009)
		xx, xy, yy = xx+weight*d.nx*d.nx, xy+weight*d.nx*d.ny, yy+weight*d.ny*d.ny
		ex, ey = ex+weight*d.nx*d.far, ey+weight*d.ny*d.far
	}
	half, root := (xx+yy)/2, math.Hypot((xx-yy)/2, xy)
	ny, nx := math.Sincos(math.Atan2(2*xy, xx-yy) / 2)
	along := (nx*ex + ny*ey) / (half + root)
	if weak := half - root; weak > 0.2*(half+root) {
		return math.Hypot(along, (nx*ey-ny*ex)/weak), n >= leastFellows
	}
	return math.Abs(along), n >= leastFellows
}
