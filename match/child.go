package match

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/media"
)

// taskName is how a child is asked for a fingerprint.
const taskName = "fingerprint"

// Task is the reading of a fingerprint as a child of media's sandbox does it:
// hand it to media.Child. What it returns is the fingerprint as MarshalBinary
// writes it.
func Task() media.Task {
	return media.Task{Name: taskName, Run: func(in *os.File, _ []byte) ([]byte, error) {
		b, err := io.ReadAll(in)
		if err != nil {
			return nil, err
		}
		f, err := Read("the picture", b)
		if err != nil {
			return nil, refused(err)
		}
		return f.MarshalBinary()
	}}
}

// refused gives an error of Read the reason under which it is recorded.
func refused(err error) error {
	reason := media.Damaged
	switch {
	case errors.Is(err, ErrNotPicture):
		reason = media.Unknown
	case errors.Is(err, ErrUnsupported):
		reason = media.Unsupported
	case errors.Is(err, ErrTooLarge):
		reason = media.TooLarge
	}
	return &media.Refused{Reason: reason, Detail: err.Error()}
}

// ReadFile fingerprints the picture, film or sound at path in a child. The error is a
// *media.Refused where the file or the machine does not allow one.
func ReadFile(ctx context.Context, s *media.Sandbox, path string) (Fingerprint, error) {
	var f Fingerprint
	info, err := s.Examine(ctx, path)
	if kind := info.Kind(); kind == atleast.Video || kind == atleast.Audio {
		if err != nil {
			return f, fmt.Errorf("fingerprint %s: %w", path, err)
		}
		return ReadFilm(ctx, s, path, info)
	}
	if info.Raw() {
		return readElsewhere(ctx, s, path, err)
	}
	b, err := s.Do(ctx, taskName, path, nil)
	if because(err, media.Unsupported) || because(err, media.Unknown) && info.Kind() == atleast.Photo {
		return readElsewhere(ctx, s, path, err)
	}
	if err != nil {
		return f, err
	}
	if err := f.UnmarshalBinary(b); err != nil {
		return f, fmt.Errorf("fingerprint %s: %w", path, err)
	}
	return f, nil
}

// readElsewhere fingerprints a picture that luma knows and does not read, such as
// HEIC and AVIF, from the pixels that media's other decoders make of it: upright,
// as it is looked at. What they do not know either stays unsupported.
func readElsewhere(ctx context.Context, s *media.Sandbox, path string, unsupported error) (Fingerprint, error) {
	picture, err := s.Decode(ctx, path, media.Want{Grey: true})
	if because(err, media.Unknown) {
		err = unsupported
	}
	if err != nil {
		return Fingerprint{}, err
	}
	grey, ok := picture.(*image.Gray)
	if !ok {
		return Fingerprint{}, fmt.Errorf("fingerprint %s: it was asked for in grey and came in colour", path)
	}
	return Of(luma.Of(luma.FromImage(grey))), nil
}

func because(err error, reason media.Reason) bool {
	var refused *media.Refused
	return errors.As(err, &refused) && refused.Reason == reason
}
