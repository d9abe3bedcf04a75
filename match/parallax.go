package match

// Near things shift against far ones when the camera moves, and things move by
// themselves. In an editor's copy nothing does, whatever the projection leaves
// over is smooth: what a lens bends, a fit that is a little off. So the windows'
// drifts are freed of all that is smooth. What remains of a copy is error, and
// the errors of windows that share no pixel have nothing to do with each other;
// what has really shifted takes such neighbours along.

const (
	tellingFit   = 0.85  // correlation from which a window's drift counts
	tellingSigma = 0.08  // pixels by which it may be off
	coveredFit   = 0.7   // correlation below which something was laid over a window
	leastWindows = 8     // that must count for anything to be said
	leastFellows = 20    // pairs of neighbours that must
	shiftMost    = 0.4   // pixels: a window that drifted farther counts as this far
	shifted      = 0.055 // pixels from which neighbours have shifted together
	framedShift  = 0.071 // the same where the two show the same frame
	smoothRounds = 8
)

// parallax reports whether things have shifted against one another between the
// picture a and b, which the proof lays on it. Where both show the same frame to
// its edges, which a camera held anew hardly does, they must have shifted more:
// shades that an editor drove against white or black seem to shift too.
func parallax(a, b *side, p Proof) bool {
	ds := telling(layClosely(a, b, p.Map).drifts())
	if len(ds) < leastWindows {
		return false
	}
	settle(ds)
	least := shifted
	if min(p.FrameIn, p.FrameOf) > 1-overhang {
		least = framedShift
	}
	return together(ds) > least*least
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

// fellows are the steps, in windows across and down, to neighbours that are near
// but share no pixel.
var fellows = [...][2]int{{3, 0}, {0, 3}, {3, 3}, {-3, 3}, {4, 0}, {0, 4}}

// together is the square of how far neighbouring windows have drifted as one,
// along an axis and in the mean over the picture. Errors alone give about zero,
// or less.
func together(ds []drift) float64 {
	at := make(map[[2]int]*drift, len(ds))
	for i := range ds {
		at[[2]int{ds[i].col, ds[i].row}] = &ds[i]
	}
	pairs, shift, weight := 0, 0.0, 0.0
	for i := range ds {
		d := &ds[i]
		for _, step := range fellows {
			o, ok := at[[2]int{d.col + step[0], d.row + step[1]}]
			if !ok {
				continue
			}
			// Two windows that are blind across each other say nothing together.
			alike := d.nx*o.nx + d.ny*o.ny
			pairs++
			shift += alike * d.held() * o.held()
			weight += alike * alike
		}
	}
	if pairs < leastFellows || weight == 0 {
		return 0
	}
	return shift / weight
}

// held is how far the window has drifted, or shiftMost at most: what has gone far
// is not to outweigh all else.
func (d *drift) held() float64 { return min(max(d.far, -shiftMost), shiftMost) }
