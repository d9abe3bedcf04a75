package match

import "math"

// Projection maps points of one picture to points of another. Both are measured
// in fractions of the upright picture's width and height, from the top left. It
// is a plane seen by a camera: rows of a 3 by 3 matrix over x, y and 1.
type Projection [9]float64

// identity leaves every point where it is.
var identity = Projection{1, 0, 0, 0, 1, 0, 0, 0, 1}

// At returns where the point x, y lands. Points on the horizon land nowhere (NaN).
func (p Projection) At(x, y float64) (float64, float64) {
	w := p[6]*x + p[7]*y + p[8]
	if w <= 1e-9 {
		return math.NaN(), math.NaN()
	}
	return (p[0]*x + p[1]*y + p[2]) / w, (p[3]*x + p[4]*y + p[5]) / w
}

// Then returns the projection that does p first and q after it.
func (p Projection) Then(q Projection) Projection {
	var out Projection
	for i := range 3 {
		for j := range 3 {
			out[3*i+j] = q[3*i]*p[j] + q[3*i+1]*p[3+j] + q[3*i+2]*p[6+j]
		}
	}
	return out.scaled()
}

// scaled divides by the last entry, so that equal projections have equal numbers.
func (p Projection) scaled() Projection {
	last := p[8]
	if last == 0 {
		return p
	}
	for i := range p {
		p[i] /= last
	}
	return p
}

// Inverse returns the projection back, or false if p flattens the picture.
func (p Projection) Inverse() (Projection, bool) {
	out := Projection{
		p[4]*p[8] - p[5]*p[7], p[2]*p[7] - p[1]*p[8], p[1]*p[5] - p[2]*p[4],
		p[5]*p[6] - p[3]*p[8], p[0]*p[8] - p[2]*p[6], p[2]*p[3] - p[0]*p[5],
		p[3]*p[7] - p[4]*p[6], p[1]*p[6] - p[0]*p[7], p[0]*p[4] - p[1]*p[3],
	}
	det := p[0]*out[0] + p[1]*out[3] + p[2]*out[6]
	if math.Abs(det) < 1e-12 || out[8] == 0 {
		return Projection{}, false
	}
	return out.scaled(), true
}

// growth returns by how much the projection enlarges area around x, y. It is
// negative where the picture is mirrored.
func (p Projection) growth(x, y float64) float64 {
	const step = 1e-3
	x0, y0 := p.At(x-step, y)
	x1, y1 := p.At(x+step, y)
	x2, y2 := p.At(x, y-step)
	x3, y3 := p.At(x, y+step)
	return ((x1-x0)*(y3-y2) - (y1-y0)*(x3-x2)) / (4 * step * step)
}

// scaling stretches each axis by its factor.
func scaling(x, y float64) Projection { return Projection{x, 0, 0, 0, y, 0, 0, 0, 1} }

// inPixels turns a projection of fractions into one between pixels of pictures
// of the given sizes, pixel centres at half numbers.
func (p Projection) inPixels(aw, ah, bw, bh int) Projection {
	return scaling(1/float64(aw), 1/float64(ah)).Then(p).Then(scaling(float64(bw), float64(bh)))
}

// inFractions undoes inPixels.
func (p Projection) inFractions(aw, ah, bw, bh int) Projection {
	return scaling(float64(aw), float64(ah)).Then(p).Then(scaling(1/float64(bw), 1/float64(bh)))
}
