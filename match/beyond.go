package match

import "math"

// A copy that was tilted and cut off overhangs its original as a second
// photograph would. But what it shows beyond the original was not seen there by
// any camera: it is of one shade, or the original's edge drawn out, or the
// original mirrored or begun anew.

const (
	beyondRim  = 0.012 // part of the other's side just beyond its frame that is not looked at
	plainShare = 0.85  // part of what lies beyond that is of one shade where it was filled up
	drawnOut   = 0.35  // of how much a scene changes over the same stretch, what an edge drawn out may
	copied     = 0.6   // the same, by which a mirrored or repeated picture may be missed
)

// filledBeyond reports whether s was filled up where it lies beyond the other
// picture, upon which the projection lays it; t is how the other's shades become s's.
func filledBeyond(s, other *side, lay Projection, t tone) bool {
	back, ok := lay.Inverse()
	if !ok {
		return false
	}
	own := func(u, w float64) (float64, bool) {
		x, y := back.At(u, w)
		return s.shade(x, y)
	}
	others := func(u, w float64) float64 {
		shade, _ := other.shade(clamped(u), clamped(w))
		return t.gain*shade + t.offset
	}
	var shades []uint8
	var misses fillings
	for y := range s.small.H {
		for x, v := range s.small.Row(y) {
			u, w := lay.At((float64(x)+0.5)/float64(s.small.W), (float64(y)+0.5)/float64(s.small.H))
			if u > -beyondRim && w > -beyondRim && u < 1+beyondRim && w < 1+beyondRim || math.IsNaN(u) {
				continue
			}
			shades = append(shades, v)
			misses.add(float64(v), u, w, own, others)
		}
	}
	return len(shades) > 0 && (backgroundShare(shades, typical(shades)) > plainShare || misses.any())
}

// shade is the small copy's shade at a place in fractions, false beyond its edge.
func (s *side) shade(x, y float64) (float64, bool) {
	v := sample(s.small, x*float64(s.small.W)-0.5, y*float64(s.small.H)-0.5)
	return float64(v), v != outside
}

// fillings sums up by how much each way of filling misses what lies beyond a
// frame, and how much the scene changes over the same stretch within it.
type fillings struct{ along, alongChange, mirrored, repeated, change float64 }

// add adds a point beyond the frame, at u, w and of shade v. An edge drawn out
// does not change on the way outwards.
func (f *fillings) add(v, u, w float64, own func(u, w float64) (float64, bool), others func(u, w float64) float64) {
	edgeU, edgeW := clamped(u), clamped(w)
	foldU, foldW := folded(u), folded(w)
	nearer, ok := own(edgeU+(u-edgeU)/2, edgeW+(w-edgeW)/2)
	inner, okInner := own(foldU, foldW)
	halfway, okHalfway := own(edgeU+(foldU-edgeU)/2, edgeW+(foldW-edgeW)/2)
	if ok && okInner && okHalfway {
		f.along += math.Abs(v - nearer)
		f.alongChange += math.Abs(inner - halfway)
	}
	f.mirrored += math.Abs(v - others(foldU, foldW))
	f.repeated += math.Abs(v - others(wrapped(u), wrapped(w)))
	f.change += math.Abs(others(foldU, foldW) - others(edgeU, edgeW))
}

// any reports whether one of the ways explains what lies beyond.
func (f *fillings) any() bool {
	return f.along < drawnOut*f.alongChange || min(f.mirrored, f.repeated) < copied*f.change
}

func clamped(u float64) float64 { return min(max(u, 0), 1) }
func wrapped(u float64) float64 { return u - math.Floor(u) }
func folded(u float64) float64  { return clamped(1 - math.Abs(1-math.Abs(u))) }
