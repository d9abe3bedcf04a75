package match

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"slices"

	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/pdq"
	"github.com/atleast-desk/atleast/media"
)

// film is what is kept of a recording to find it in others: how single frames
// look, and when, and what of the sound stands out.
type film struct {
	length float64 // seconds
	box    Box     // the frames' content, within bars that stay
	shots  []shot  // by time
	notes  []note  // by time
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

const (
	shotSide   = 160  // pixels of the longer side that frames are read at
	shotEveryS = 0.08 // seconds between the frames of a film that is read closely
	maxShots   = 1024 // of one film; a long one is read more coarsely
	// closeWork is how much is decoded of a film to see it closely: in pixels, 20
	// seconds of 1920 by 1080 at 25 frames a second. Of what is longer, only the
	// frames that are coded whole are read, which costs a small part of it; of what
	// has a quarter of it or less, every frame.
	closeWork = 20 * 25 * 1920 * 1080
	// sparseS is the longest that may lie between two frames of a film without
	// sound; a clip that falls into a longer gap would not be found.
	sparseS = 4.0
	// usualRate stands for the frames a second of a file that does not say.
	usualRate = 30
)

// ReadFilm fingerprints the film at path in children of the sandbox. Errors are
// as with ReadFile.
func ReadFilm(ctx context.Context, s *media.Sandbox, path string, info media.Info) (Fingerprint, error) {
	notes, err := readNotes(ctx, s, path, info)
	if err != nil {
		return Fingerprint{}, err
	}
	f := Fingerprint{Width: info.Width, Height: info.Height, film: &film{length: info.LengthS, notes: notes}}
	if info.Width == 0 {
		return f, nil // sound alone
	}
	want := media.FrameWant{Want: media.Want{Max: shotSide, Grey: true}, EveryS: shotEveryS}
	work := workOf(info)
	want.Rough, want.Keyframes = work > closeWork/4, work > closeWork
	planes, err := readPlanes(ctx, s, path, want)
	if err == nil && want.Keyframes && len(notes) == 0 && gap(planes, info.LengthS) > sparseS {
		want.Keyframes, want.EveryS = false, 1
		planes, err = readPlanes(ctx, s, path, want)
	}
	if err != nil {
		return Fingerprint{}, fmt.Errorf("fingerprint %s: %w", path, err)
	}
	f.film.see(planes)
	return f, nil
}

// workOf is how many pixels decoding the whole film takes.
func workOf(info media.Info) float64 {
	frames := float64(info.Frames)
	if frames == 0 {
		frames = info.LengthS * usualRate
	}
	return frames * float64(info.Pixels())
}

// timed is a frame that was read.
type timed struct {
	luma.Plane
	at float64
}

// readPlanes reads the frames that are wanted; of too many, every second is let go.
func readPlanes(ctx context.Context, s *media.Sandbox, path string, want media.FrameWant) ([]timed, error) {
	var planes []timed
	for frame, err := range s.Frames(ctx, path, want) {
		var refused *media.Refused
		if errors.As(err, &refused) && refused.Reason == media.OutOfTime && len(planes) > 0 {
			break // what was seen within the time allowed is worth keeping
		}
		if err != nil {
			return nil, err
		}
		grey, ok := frame.Image.(*image.Gray)
		if !ok {
			return nil, errors.New("frames were asked for in grey and came in colour")
		}
		planes = append(planes, timed{luma.Plane{W: grey.Rect.Dx(), H: grey.Rect.Dy(), Pix: grey.Pix}, frame.AtS})
		if len(planes) >= 2*maxShots {
			planes = everySecond(planes)
		}
	}
	slices.SortStableFunc(planes, func(a, b timed) int { return cmp.Compare(a.at, b.at) })
	for len(planes) > maxShots {
		planes = everySecond(planes)
	}
	return planes, nil
}

func everySecond(planes []timed) []timed {
	kept := planes[:0]
	for i := 0; i < len(planes); i += 2 {
		kept = append(kept, planes[i])
	}
	return kept
}

// gap is the longest time without a frame.
func gap(planes []timed, length float64) float64 {
	last, longest := 0.0, 0.0
	for _, p := range planes {
		longest, last = max(longest, p.at-last), p.at
	}
	return max(longest, length-last)
}

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
