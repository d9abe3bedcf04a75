package match

import (
	"math"

	"github.com/atleast-desk/atleast/match/luma"
)

// side is a fingerprint made ready to be compared often: its small copy at
// whole, half, quarter and eighth size.
type side struct {
	Fingerprint
	levels []luma.Plane
	w, h   float64 // pixels of the working copy, which landmarks are measured in
}

func newSide(f Fingerprint) *side {
	s := &side{Fingerprint: f, levels: []luma.Plane{f.small}}
	shrink := min(1, workingSide/float64(max(f.Width, f.Height, 1)))
	s.w, s.h = float64(f.Width)*shrink, float64(f.Height)*shrink
	for p := f.small; min(p.W, p.H) >= 16 && len(s.levels) < 4; {
		p = p.Resize(p.W/2, p.H/2)
		s.levels = append(s.levels, p)
	}
	return s
}

// level returns the copy whose pixels are nearest to size pixels of the small copy.
func (s *side) level(size float64) luma.Plane {
	n := 0
	for size > math.Sqrt2 && n+1 < len(s.levels) {
		size /= 2
		n++
	}
	return s.levels[n]
}

// overlay is two pictures laid over one another: their shades at every pixel of
// the first one's small copy that the second has too. Others hold outside.
type overlay struct {
	w, h int
	a, b []float32
}

// outside marks pixels that only one of the pictures has.
const outside = -1

// lay lays b over a by the projection from a to b, in fractions.
func lay(a, b *side, p Projection) *overlay {
	o := &overlay{w: a.small.W, h: a.small.H}
	o.a, o.b = make([]float32, o.w*o.h), make([]float32, o.w*o.h)
	for i, v := range a.small.Pix {
		o.a[i] = float32(v)
	}
	o.relay(b, p)
	return o
}

// relay samples b anew by another projection.
func (o *overlay) relay(b *side, p Projection) {
	pixels := p.inPixels(o.w, o.h, b.small.W, b.small.H)
	size := math.Sqrt(math.Abs(pixels.growth(float64(o.w)/2, float64(o.h)/2)))
	from := b.level(size)
	pixels = p.inPixels(o.w, o.h, from.W, from.H)
	for y := range o.h {
		for x := range o.w {
			sx, sy := pixels.At(float64(x)+0.5, float64(y)+0.5)
			o.b[y*o.w+x] = sample(from, sx-0.5, sy-0.5)
		}
	}
}

// sample returns the shade between the four pixels around x, y.
func sample(p luma.Plane, x, y float64) float32 {
	if !(x >= -0.5 && y >= -0.5 && x <= float64(p.W)-0.5 && y <= float64(p.H)-0.5) {
		return outside
	}
	x = min(max(x, 0), float64(p.W-1))
	y = min(max(y, 0), float64(p.H-1))
	x0, y0 := min(int(x), max(p.W-2, 0)), min(int(y), max(p.H-2, 0))
	x1, y1 := min(x0+1, p.W-1), min(y0+1, p.H-1)
	fx, fy := float32(x-float64(x0)), float32(y-float64(y0))
	up, low := p.Row(y0), p.Row(y1)
	top := float32(up[x0]) + fx*(float32(up[x1])-float32(up[x0]))
	bottom := float32(low[x0]) + fx*(float32(low[x1])-float32(low[x0]))
	return top + fy*(bottom-top)
}

// tone is how the shades of the first picture follow from the second's:
// a = gain*b + offset.
type tone struct{ gain, offset float64 }

// inverse is how the second's shades follow from the first's.
func (t tone) inverse() tone {
	if t.gain == 0 {
		return tone{1, 0}
	}
	return tone{1 / t.gain, -t.offset / t.gain}
}

// moments gathers what means, variances and correlation are computed from.
type moments struct{ n, a, b, aa, bb, ab float64 }

func (m *moments) add(a, b, weight float64) {
	m.n += weight
	m.a += weight * a
	m.b += weight * b
	m.aa += weight * a * a
	m.bb += weight * b * b
	m.ab += weight * a * b
}

// join adds other moments.
func (m *moments) join(o moments) {
	m.n += o.n
	m.a += o.a
	m.b += o.b
	m.aa += o.aa
	m.bb += o.bb
	m.ab += o.ab
}

func (m moments) varA() float64 { return max(0, m.aa/m.n-m.a*m.a/m.n/m.n) }
func (m moments) varB() float64 { return max(0, m.bb/m.n-m.b*m.b/m.n/m.n) }
func (m moments) cov() float64  { return m.ab/m.n - m.a*m.b/m.n/m.n }

// correlation is 1 where b rises and falls exactly with a, and about 0 where
// they have nothing to do with each other.
func (m moments) correlation() float64 {
	spread := math.Sqrt(m.varA() * m.varB())
	if spread < 1e-9 {
		return 0
	}
	return m.cov() / spread
}

// tone matches mean and contrast of the two.
func (m moments) tone() tone {
	gain := 1.0
	if m.varB() > 1e-9 {
		gain = math.Sqrt(m.varA() / m.varB())
	}
	return tone{gain, m.a/m.n - gain*m.b/m.n}
}
