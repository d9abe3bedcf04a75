package match

import (
	"slices"
	"sync"

	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/pdq"
)

// film is what is kept of a recording to find it in others: how single frames
// look, and when, and what of the sound stands out.
type film struct {
	length float64 // seconds
	box    Box     // the frames' content, within bars that stay
	shots  []shot  // by time
	inset  *film   // shown within the frames: its shots alone; nil if there is none
	notes  []note  // by time

	indexed sync.Once
	times   map[mark][]float64 // of the notes, once they were asked for
}

// shot is one frame.
type shot struct {
	at      float64 // seconds
	quality int     // of the content, 0 to 100
	whole   faces
	content faces // the same as whole where there are no bars
}

// faces are the fingerprints of a picture as it is and mirrored.
type faces [2]pdq.Hash

// see makes shots of the frames.
func (f *film) see(planes []timed) {
	f.box = steadyContent(planes)
	for _, p := range planes {
		if s, ok := shotOf(p, f.box); ok {
			f.shots = append(f.shots, s)
		}
	}
	if n := len(planes); n > 0 {
		f.length = max(f.length, planes[n-1].at)
	}
	if f.inset = inset(planes, f.box); f.inset != nil {
		f.inset.length = f.length
	}
}

func shotOf(p timed, box Box) (shot, bool) {
	points, ok := pdq.Reduce(luma.Of(p.Plane))
	if !ok {
		return shot{}, false
	}
	s := shot{at: p.at, quality: points.Quality(), whole: facesOf(points)}
	s.content = s.whole
	if box != everything {
		inner := viewOf(p.Plane, box)
		s.quality, s.content = inner.quality, faces{inner.hashes[0], inner.hashes[1]}
	}
	return s, true
}

func facesOf(points *pdq.Points) faces {
	spectrum := points.Spectrum()
	return faces{spectrum.Hash(), spectrum.Turned(1).Hash()}
}

// outliers is the part of the frames that may show more than the bars let
// through: a flash, a cut from another film.
const outliers = 0.1

// steadyContent is the content of the frames within bars that stay: a bar of one
// frame alone may be a dark wall.
func steadyContent(planes []timed) Box {
	if len(planes) == 0 {
		return everything
	}
	var edges [4][]float64
	for _, p := range planes {
		for i, edge := range content(p.Plane) {
			edges[i] = append(edges[i], edge)
		}
	}
	var box Box
	for i, all := range edges {
		slices.Sort(all)
		at := int(outliers * float64(len(all)-1))
		if i >= 2 { // right and lower edges are outermost where they are greatest
			at = len(all) - 1 - at
		}
		box[i] = all[at]
	}
	if box[2]-box[0] < 0.2 || box[3]-box[1] < 0.2 {
		return everything
	}
	return box
}
