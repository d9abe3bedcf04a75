package match

import (
	"errors"
	"fmt"

	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/pdq"
)

// What may be wrong with a file that was to be fingerprinted. All three mean:
// keep the file, and match it by its bytes alone.
var (
	ErrNotPicture  = luma.ErrNotPicture  // no picture at all
	ErrUnsupported = luma.ErrUnsupported // a picture of a kind that is not read
	ErrTooLarge    = luma.ErrTooLarge    // its header asks for too many pixels
	ErrDamaged     = luma.ErrDamaged     // cut off or contradicting itself
)

const (
	workingSide = 512 // pixels of the longer side that fingerprints are made from
	smallSide   = 128 // pixels of the longer side of the copy kept for comparing
	fineSide    = 256 // the same of the copy kept for measuring small shifts
)

// Fingerprint is what is kept of a picture to find it again in other pictures
// and to prove it. It holds no more of the picture than a copy of 256 pixels.
// The zero Fingerprint says nothing and matches nothing.
type Fingerprint struct {
	Width, Height int      // pixels, as the picture is to be looked at
	Published     pdq.Hash // as the published program prints it: stored pixels, orientation ignored
	Quality       int      // of Published: 0 to 100, how much there is to see
	views         []view   // the whole picture, its content where it has bars, then its panes
	framed        bool     // whether the second view is content within bars
	small, fine   luma.Plane
	marks         []landmark
	film          *film // of what plays, instead of the above
}

// view is a part of the picture and its fingerprints in all eight turns.
type view struct {
	box     Box
	quality int
	hashes  [luma.Turns]pdq.Hash
}

// Read fingerprints the picture in b; name is for the error alone. The error
// wraps ErrNotPicture, ErrUnsupported, ErrTooLarge or ErrDamaged.
func Read(name string, b []byte) (Fingerprint, error) {
	p, err := luma.Read(b, workingSide)
	if err != nil {
		return Fingerprint{}, fmt.Errorf("fingerprint %s: %w", name, err)
	}
	return Of(p), nil
}

// Of fingerprints a picture that is already decoded.
func Of(p luma.Picture) Fingerprint {
	f := Fingerprint{Width: p.FullW, Height: p.FullH}
	if p.Turn.Swaps() {
		f.Width, f.Height = f.Height, f.Width
	}
	points, ok := pdq.Reduce(p)
	if !ok {
		return f
	}
	spectrum := points.Spectrum()
	f.Published, f.Quality = spectrum.Hash(), points.Quality()
	upright := p.Upright().Fit(workingSide)
	f.small, f.fine = upright.Fit(smallSide), upright.Fit(fineSide)
	f.marks = landmarks(upright)
	f.views = []view{{everything, f.Quality, spectrum.Turned(p.Turn).Hashes()}}
	if box := content(f.small); box != everything {
		f.views = append(f.views, viewOf(upright, box))
		f.framed = true
	}
	for _, box := range panes(upright) {
		f.views = append(f.views, viewOf(upright, box))
	}
	return f
}

// viewOf fingerprints a part of an upright picture.
func viewOf(p luma.Plane, box Box) view {
	w, h := float64(p.W), float64(p.H)
	part := p.Crop(int(box[0]*w+0.5), int(box[1]*h+0.5), int(box[2]*w+0.5), int(box[3]*h+0.5))
	v := view{box: box}
	if points, ok := pdq.Reduce(luma.Of(part)); ok {
		v.quality, v.hashes = points.Quality(), points.Spectrum().Hashes()
	}
	return v
}

// IsZero reports whether the fingerprint says nothing.
func (f Fingerprint) IsZero() bool { return len(f.views) == 0 && f.film == nil }

// content is the part of the picture within its bars, if it has any.
func (f Fingerprint) content() Box {
	if !f.framed {
		return everything
	}
	return f.views[1].box
}

var errFormat = errors.New("not a fingerprint this program wrote; make it again from the picture")
