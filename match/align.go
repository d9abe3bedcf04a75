package match

import (
	"cmp"
	"slices"

	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/pdq"
)

// Proof says why two pictures show the same: how one lies on the other, and how
// well they fit there. It speaks of the first of the two as made from the second.
type Proof struct {
	Map              Projection // from points of the first to points of the second
	Turn             luma.Turn  // how the second is laid down to lie as the first does
	In, Of           Box        // the part in common: in the first, and in the second
	FrameIn, FrameOf float64    // how much of each lies within the other's frame, 0 to 1
	Shared, SharedOf float64    // the same, less where they differ
	Agreement        float64    // part of the blocks with something to see that show the same
	Telling          int        // number of those blocks
	Places           int        // landmarks that agree on the map; 0 if none were needed
	Correlation      float64    // of the shades where they agree, -1 to 1
	Gain, Offset     float64    // shade of the first = Gain*shade of the second + Offset
	Distance         int        // bits by which the PDQ fingerprints of the common part differ
	Differ           []Box      // where in the first they differ: a logo, a caption, a blur
	SameScene        bool       // fits, but as a second photograph would: worth a person's look, no proof
	Runs             []Passage  // of films and sounds, of which Frame and Shared are parts of the length; nil for pictures
	Inset, InsetOf   bool       // of films: whether the first, and the second, shows it within another picture
	SameInset        bool       // of films: both show the same within, and the same around it
}

// film reports whether the proof is of films or sounds.
func (p Proof) film() bool { return len(p.Runs) > 0 }

const (
	candidateDistance = 72 // bits; unrelated pictures begin at about 86
	candidateTries    = 4
	nearDistance      = 40 // bits from which a fingerprint is evidence by itself
)

// Align looks for the way in which a lies on b and returns the proof, or false
// if the two do not show the same.
func Align(a, b Fingerprint) (Proof, bool) {
	if len(a.views) == 0 || len(b.views) == 0 {
		return Proof{}, false
	}
	return align(newSide(a), newSide(b))
}

func align(a, b *side) (Proof, bool) {
	best, found := Proof{}, false
	for _, g := range viewGuesses(a, b) {
		if p, ok := prove(a, b, g.lay, g.distance <= nearDistance); ok && (!found || p.better(best)) {
			best, found = p, true
		}
	}
	if found && best.Agreement >= plainlySame {
		return best, true
	}
	for _, mirror := range []bool{false, true} {
		v := vote(pairings(a, b, mirror), b, mirror)
		if v.places == 0 {
			continue
		}
		p, ok := prove(a, b, scaling(a.w, a.h).Then(v.lay).Then(scaling(1/b.w, 1/b.h)), v.places >= manyPlaces)
		p.Places = v.places
		if ok && (!found || p.better(best)) {
			best, found = p, true
		} else if !found && p.Places > best.Places {
			best = p
		}
	}
	return best, found
}

// better orders proofs of one pair.
func (p Proof) better(q Proof) bool { return p.Shared*p.Agreement > q.Shared*q.Agreement }

// viewGuesses are the ways to lay a on b that the fingerprints of their views
// suggest, the nearest first.
func viewGuesses(a, b *side) []guess {
	var guesses []guess
	for _, va := range a.views {
		for _, vb := range b.views {
			for t, h := range vb.hashes {
				if d := va.hashes[0].Distance(h); d <= candidateDistance {
					guesses = append(guesses, guess{d, va.box.onto(vb.box, luma.Turn(t))})
				}
			}
		}
	}
	slices.SortStableFunc(guesses, func(x, y guess) int { return cmp.Compare(x.distance, y.distance) })
	return guesses[:min(len(guesses), candidateTries)]
}

// guess is a way to lay one picture on another, to be proven.
type guess struct {
	distance int // bits by which the fingerprints that suggest it differ
	lay      Projection
}

const (
	provenTelling     = 20   // blocks with something to see, at least
	fewTelling        = 9    // the same where fingerprints or many landmarks speak for the guess too
	manyPlaces        = 14   // landmarks that are many
	provenAgreement   = 0.86 // part of them that must show the same
	plainlySame       = 0.95 // the same, from which no better way is looked for
	provenCorrelation = 0.85 // of the shades where they do
)

// prove refines a guess and judges it; backed says that other evidence speaks
// for it too.
func prove(a, b *side, guess Projection, backed bool) (Proof, bool) {
	back, ok := guess.Inverse()
	if !ok {
		return Proof{}, false
	}
	// The overlay has the first picture's pixels: lay the finer on the coarser.
	px := guess.inPixels(a.small.W, a.small.H, b.small.W, b.small.H)
	cx, cy := everything.through(back).middle()
	size := px.growth(cx*float64(a.small.W), cy*float64(a.small.H))
	if size > -1 && size < 1 {
		p, ok := proveOn(b, a, back, backed)
		return p.swapped(), ok
	}
	return proveOn(a, b, guess, backed)
}

// proveOn judges how b lies on the pixels of a.
func proveOn(a, b *side, guess Projection, backed bool) (Proof, bool) {
	lay, o := refined(a, b, guess)
	back, ok := lay.Inverse()
	if !ok {
		return Proof{}, false
	}
	g := o.judge()
	t := o.tone()
	p := Proof{
		Map: lay, Turn: lay.turn(), In: everything.through(back), Of: everything.through(lay),
		FrameIn: min(1, g.framed), Shared: min(1, g.shared),
		Agreement: g.share(), Telling: g.telling, Gain: t.gain, Offset: t.offset, Differ: g.differ,
	}
	p.FrameOf = min(1, p.FrameIn*growthOf(lay, p.In))
	p.SharedOf = p.FrameOf
	if p.FrameIn > 0 {
		p.SharedOf *= p.Shared / p.FrameIn
	}
	if g.match.n > 0 {
		p.Correlation = g.match.correlation()
	}
	enough := provenTelling
	if backed {
		enough = fewTelling
	}
	if p.Telling < enough || p.Agreement < provenAgreement || p.Correlation < provenCorrelation {
		return p, false
	}
	if p.secondShot(a, b) || parallax(a, b, p) {
		p.SameScene = true
		return p, false
	}
	p.Distance = o.distance(p.In)
	return p, true
}

// distance compares the PDQ fingerprints of what the pictures have in common.
func (o *overlay) distance(in Box) int {
	x0, y0 := int(in[0]*float64(o.w)+0.5), int(in[1]*float64(o.h)+0.5)
	x1, y1 := int(in[2]*float64(o.w)+0.5), int(in[3]*float64(o.h)+0.5)
	a, b := luma.NewPlane(o.w, o.h), luma.NewPlane(o.w, o.h)
	for i := range o.a {
		a.Pix[i], b.Pix[i] = uint8(o.a[i]), uint8(max(o.b[i], 0))
	}
	ha, _ := pdq.Sum(luma.Of(a.Crop(x0, y0, x1, y1)))
	hb, _ := pdq.Sum(luma.Of(b.Crop(x0, y0, x1, y1)))
	return ha.Distance(hb)
}
