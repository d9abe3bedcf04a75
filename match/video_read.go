package match

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"slices"

	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/media"
)

const (
	shotSide   = 160  // pixels of the longer side that frames are read at
	shotEveryS = 0.03 // seconds between the frames of a film that is read closely: where much moves, every one counts
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
	// stretchS is how much of a film one child reads, in seconds, so that a long
	// one does not exceed what one child may use.
	stretchS = 600
	// longestS is how much of a film is read at all.
	longestS = 4 * 3600
)

// ReadFilm fingerprints the film or sound at path in children of the sandbox.
// Errors are as with ReadFile.
func ReadFilm(ctx context.Context, s *media.Sandbox, path string, info media.Info) (Fingerprint, error) {
	r := reading{sandbox: s, path: path, info: info}
	if err := r.whole(ctx, wanted(info)); err != nil {
		return Fingerprint{}, fmt.Errorf("fingerprint %s: %w", path, err)
	}
	f := &film{length: max(info.LengthS, r.heardS), notes: thinned(r.notes)}
	f.see(r.planes)
	return Fingerprint{Width: info.Width, Height: info.Height, film: f}, nil
}

// wanted is how closely a film is looked at.
func wanted(info media.Info) media.FrameWant {
	work := workOf(info)
	return media.FrameWant{
		Want:      media.Want{Max: shotSide, Grey: true},
		EveryS:    max(shotEveryS, min(info.LengthS, longestS)/maxShots),
		Rough:     work > closeWork/4,
		Keyframes: work > closeWork,
	}
}

// workOf is how many pixels decoding the whole film takes.
func workOf(info media.Info) float64 {
	frames := float64(info.Frames)
	if frames == 0 {
		frames = info.LengthS * usualRate
	}
	return frames * float64(info.Pixels())
}

// reading is a film while it is read.
type reading struct {
	sandbox *media.Sandbox
	path    string
	info    media.Info
	planes  []timed
	notes   []note
	heardS  float64 // until when there was sound
}

// timed is a frame that was read.
type timed struct {
	luma.Plane
	at float64
}

// whole reads all of the film, and again where what was seen of it is too little.
func (r *reading) whole(ctx context.Context, want media.FrameWant) error {
	if err := r.stretches(ctx, want); err != nil {
		return err
	}
	if !want.Keyframes || len(r.notes) > 0 || gap(r.planes, r.info.LengthS) <= sparseS {
		return nil
	}
	want.Keyframes, want.EveryS = false, max(want.EveryS, 1)
	r.planes, r.info.Sound = nil, false
	return r.stretches(ctx, want)
}

// stretches reads one stretch of the film after the other.
func (r *reading) stretches(ctx context.Context, want media.FrameWant) error {
	length := min(r.info.LengthS, longestS)
	if length > stretchS {
		want.ForS = stretchS
	}
	for ; want.FromS == 0 || want.FromS < length; want.FromS += stretchS {
		seen, heard := len(r.planes), len(r.notes)
		err := r.stretch(ctx, want)
		if len(r.planes) > 0 && hindered(err) {
			break // what was seen within the time allowed is worth keeping
		}
		if err != nil {
			return err
		}
		if len(r.planes) == seen && len(r.notes) == heard && want.FromS > 0 {
			break // it claims to be longer than it is
		}
	}
	slices.SortStableFunc(r.planes, func(a, b timed) int { return cmp.Compare(a.at, b.at) })
	for len(r.planes) > maxShots {
		r.planes = everySecond(r.planes)
	}
	return nil
}

// hindered reports whether a file was refused for what it takes, or cannot be
// read any further.
func hindered(err error) bool {
	var refused *media.Refused
	return errors.As(err, &refused) && refused.Reason != media.NoSandbox && refused.Reason != media.NoTool
}

// stretch reads frames and sound. Sound that cannot be read is no reason to give
// up the pictures.
func (r *reading) stretch(ctx context.Context, want media.FrameWant) error {
	var e ear
	var err error
	seen := len(r.planes)
	switch {
	case r.info.Width == 0:
		err = r.sandbox.Sound(ctx, r.path, soundRate, want.FromS, want.ForS, e.hear)
	case r.info.Sound:
		err = r.sandbox.Watch(ctx, r.path, want, soundRate, r.see, e.hear)
	}
	if r.info.Width > 0 && (!r.info.Sound || hindered(err) && len(r.planes) == seen) {
		err = r.frames(ctx, want)
	}
	r.heardS = max(r.heardS, want.FromS+e.seconds())
	for _, n := range e.notes() {
		n.at += want.FromS
		r.notes = append(r.notes, n)
	}
	return err
}

func (r *reading) frames(ctx context.Context, want media.FrameWant) error {
	for frame, err := range r.sandbox.Frames(ctx, r.path, want) {
		if err == nil {
			err = r.see(frame)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// errColour cannot happen with a sandbox that does as it is asked.
var errColour = errors.New("frames were asked for in grey and came in colour")

// see keeps a frame; of too many, every second is let go.
func (r *reading) see(frame media.Frame) error {
	grey, ok := frame.Image.(*image.Gray)
	if !ok {
		return errColour
	}
	r.planes = append(r.planes, timed{luma.Plane{W: grey.Rect.Dx(), H: grey.Rect.Dy(), Pix: grey.Pix}, frame.AtS})
	if len(r.planes) >= 2*maxShots {
		r.planes = everySecond(r.planes)
	}
	return nil
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
