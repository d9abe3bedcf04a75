package match

import "math"

// drift is how far a window of the first picture must be moved, beyond where the
// projection puts it, to lie where the second has it: along the direction in
// which the window's shades change most. Across it a window may be blind.
type drift struct {
	col, row int     // of the window
	x, y     float64 // its middle, -1 to 1 across the picture
	nx, ny   float64 // the direction, of length 1
	far      float64 // how far, in pixels of the overlay
	sigma    float64 // by how much that may be off
	fit      float64 // correlation of the window once it is moved
}

const (
	windowReach = 6 // pixels from a window's middle to its edge
	windowSide  = 2*windowReach + 1
	windowArea  = windowSide * windowSide
	windowGap   = 5     // pixels from one window's middle to the next one's
	windowSteps = 6     // of least squares at most
	windowStill = 0.005 // pixels of a step that is the last
	driftMost   = 3.0   // pixels that a window is moved at most
	leastChange = 4.0   // squared change of shade a pixel with which there is something to see
)

// window is a square of pixels of the first picture: its shades and how they
// change across and down. Pixels that were cut off change in no direction.
type window struct {
	x, y       int // middle
	a, gx, gy  [windowArea]float64
	kept       [windowArea]bool
	xx, xy, yy float64
}

// drifts measures the windows of the overlay in which there is something to see
// (the local motion of Lucas and Kanade, 1981).
func (o *closeup) drifts() []drift {
	var out []drift
	var w window
	for row, y := 0, windowReach+1; y < o.h-windowReach-1; row, y = row+1, y+windowGap {
		for col, x := 0, windowReach+1; x < o.w-windowReach-1; col, x = col+1, x+windowGap {
			if !w.take(o, x, y) {
				continue
			}
			if d, ok := w.drift(o); ok {
				d.col, d.row = col, row
				d.x, d.y = 2*float64(x)/float64(o.w)-1, 2*float64(y)/float64(o.h)-1
				out = append(out, d)
			}
		}
	}
	return out
}

// take reads the window around a pixel. It is false where the second picture
// ends or there is nothing to see.
func (w *window) take(o *closeup, cx, cy int) bool {
	*w = window{x: cx, y: cy}
	for k := range windowArea {
		i := (cy+k/windowSide-windowReach)*o.w + cx + k%windowSide - windowReach
		a, b := o.a[i], o.b[i]
		if b == outside {
			return false
		}
		w.a[k] = float64(a)
		if w.kept[k] = !o.cut[i]; !w.kept[k] {
			continue
		}
		gx, gy := float64(o.a[i+1]-o.a[i-1])/2, float64(o.a[i+o.w]-o.a[i-o.w])/2
		w.gx[k], w.gy[k] = gx, gy
		w.xx, w.xy, w.yy = w.xx+gx*gx, w.xy+gx*gy, w.yy+gy*gy
	}
	return w.xx+w.yy >= leastChange*windowArea
}

// drift moves the window until it fits best.
func (w *window) drift(o *closeup) (drift, bool) {
	half, root := (w.xx+w.yy)/2, math.Hypot((w.xx-w.yy)/2, w.xy)
	strong, weak := half+root, half-root
	ny, nx := math.Sincos(math.Atan2(2*w.xy, w.xx-w.yy) / 2)
	d := drift{nx: nx, ny: ny}
	var dx, dy float64
	for range windowSteps {
		m, ok := w.compare(o, dx, dy)
		if !ok {
			return d, false
		}
		d.fit = m.correlation()
		t := m.tone()
		ex, ey, miss := w.misfit(o, dx, dy, t)
		d.sigma = math.Sqrt(miss / m.n / strong)
		along := (nx*ex + ny*ey) / strong
		across := (nx*ey - ny*ex) / (weak + 0.05*strong) // steadied: there may be next to nothing to hold on to
		dx, dy = dx-nx*along+ny*across, dy-ny*along-nx*across
		if math.Hypot(dx, dy) > driftMost {
			return d, false
		}
		if math.Hypot(along, across) < windowStill {
			break
		}
	}
	d.far = nx*dx + ny*dy
	return d, true
}

// compare gathers the shades of the window and of the second picture, moved. It
// is false where the second ends or too much was cut off.
func (w *window) compare(o *closeup, dx, dy float64) (moments, bool) {
	var m moments
	for k, kept := range w.kept {
		if !kept {
			continue
		}
		b := o.at(float64(w.x+k%windowSide-windowReach)+dx, float64(w.y+k/windowSide-windowReach)+dy)
		if b == outside {
			return m, false
		}
		m.add(w.a[k], float64(b), 1)
	}
	return m, m.n >= windowArea/3
}

// misfit is what pulls the window across and down, and the sum of squares of
// what does not fit.
func (w *window) misfit(o *closeup, dx, dy float64, t tone) (ex, ey, miss float64) {
	for k, kept := range w.kept {
		if !kept {
			continue
		}
		b := o.at(float64(w.x+k%windowSide-windowReach)+dx, float64(w.y+k/windowSide-windowReach)+dy)
		e := t.gain*float64(b) + t.offset - w.a[k]
		ex, ey, miss = ex+w.gx[k]*e, ey+w.gy[k]*e, miss+e*e
	}
	return ex, ey, miss
}

// at is the second picture's shade between four pixels, or outside.
func (o *closeup) at(x, y float64) float32 {
	x0, y0 := int(x), int(y)
	if x < 0 || y < 0 || x0+1 >= o.w || y0+1 >= o.h {
		return outside
	}
	i := y0*o.w + x0
	p, q, r, s := o.b[i], o.b[i+1], o.b[i+o.w], o.b[i+o.w+1]
	if p == outside || q == outside || r == outside || s == outside {
		return outside
	}
	fx, fy := float32(x-float64(x0)), float32(y-float64(y0))
	top, low := p+fx*(q-p), r+fx*(s-r)
	return top + fy*(low-top)
}
