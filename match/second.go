package match

import "math"

// A second photograph of the same scene lies on the first almost as well as a
// copy does. Three things give it away. Near things have shifted against far
// ones: see parallax, and the landmarks below, which do not lie where one flat
// picture would have them. Things have moved, so that blocks differ that no
// patch covers. And a camera held anew sees, on one side, what the first did not,
// and loses something on the other, turned by a little: an editor's copy is
// either a part of its original or has something put around it, and sits straight.

const (
	overhang     = 0.015 // part of each picture that must lie beyond the other
	straight     = 0.3   // degrees by which an editor's copy may seem turned
	level        = 0.012 // part by which its scale may seem to vary across it
	leastSeam    = 8     // points of a seam that must lie within the picture
	seamContrast = 1.6   // how much sharper than its surroundings a seam is
	rigidMarks   = 60    // landmarks from which their residuals count
	rigidMiss    = 1.5   // pixels by which half of them may miss
)

// secondShot reports whether the proof fits a second photograph of the same
// scene better than a copy.
func (p Proof) secondShot(a, b *side) bool {
	if misses := residuals(a, b, p.Map); len(misses) >= rigidMarks && misses[len(misses)/2] > rigidMiss {
		return true
	}
	if p.FrameIn > 1-overhang || p.FrameOf > 1-overhang || p.Map.edited(a, b) {
		return false
	}
	back, ok := p.Map.Inverse()
	t := tone{p.Gain, p.Offset}
	return ok && !seamed(a, back) && !seamed(b, p.Map) && !filledBeyond(a, b, p.Map, t) && !filledBeyond(b, a, back, t.inverse())
}

// edited reports whether an editor could have made the map: stretched and
// turned by right angles, nothing tilted.
func (p Projection) edited(a, b *side) bool {
	px := scaling(1/a.w, 1/a.h).Then(p).Then(scaling(b.w, b.h))
	x, y := a.w/2, a.h/2
	x0, y0 := px.At(x-1, y)
	x1, y1 := px.At(x+1, y)
	x2, y2 := px.At(x, y-1)
	x3, y3 := px.At(x, y+1)
	lean := max(slant(x1-x0, y1-y0), slant(x3-x2, y3-y2))
	near, far := math.Abs(px.growth(1, 1)), math.Abs(px.growth(a.w-1, a.h-1))
	other, last := math.Abs(px.growth(a.w-1, 1)), math.Abs(px.growth(1, a.h-1))
	varies := max(math.Abs(near-far)/(near+far), math.Abs(other-last)/(other+last))
	return lean < straight && varies < level
}

// slant is the angle in degrees between a direction and the nearest axis.
func slant(dx, dy float64) float64 {
	return math.Atan2(min(math.Abs(dx), math.Abs(dy)), max(math.Abs(dx), math.Abs(dy))) * 180 / math.Pi
}

// seamed reports whether another picture's frame, which lies on s by the
// projection from its own points, ends in a visible edge there: it was put
// there, and s does not just go on beyond it.
func seamed(s *side, lay Projection) bool {
	const points = 40
	across, beside, n := 0.0, 0.0, 0
	for i := range points {
		t := (float64(i) + 0.5) / points
		for _, at := range [4][4]float64{{t, 0, 0, 1}, {t, 1, 0, -1}, {0, t, 1, 0}, {1, t, -1, 0}} {
			edge, around, ok := s.contrastAt(lay, at)
			if ok {
				across, beside, n = across+edge, beside+around, n+1
			}
		}
	}
	return n >= leastSeam && across > seamContrast*beside+2*float64(n)
}

// contrastAt compares the change of shade across a point of a frame's edge with
// the changes a little within and beyond. The first two numbers of at are the
// point, the others the way inwards. It is false near the picture's own edge.
func (s *side) contrastAt(lay Projection, at [4]float64) (edge, around float64, ok bool) {
	w, h := float64(s.small.W), float64(s.small.H)
	x, y := lay.At(at[0], at[1])
	ix, iy := lay.At(at[0]+0.01*at[2], at[1]+0.01*at[3])
	x, y, ix, iy = x*w-0.5, y*h-0.5, ix*w-0.5, iy*h-0.5
	length := math.Hypot(ix-x, iy-y)
	const reach = 2.6
	if !(length > 0 && x > reach && y > reach && x < w-reach && y < h-reach) {
		return 0, 0, false
	}
	nx, ny := (ix-x)/length, (iy-y)/length
	step := func(d float64) float64 {
		in, out := sample(s.small, x+(d+1)*nx, y+(d+1)*ny), sample(s.small, x+(d-1)*nx, y+(d-1)*ny)
		return math.Abs(float64(in - out))
	}
	return max(step(-0.7), step(0), step(0.7)), (step(-3.2) + step(3.2)) / 2, true
}
