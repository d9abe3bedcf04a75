package media

import (
	"context"
	"fmt"
	"os"

	"github.com/atleast-desk/atleast/media/confine"
)

// Watch reads the frames of a film that are wanted and its sound, at rate samples
// a second, in one child: where few frames are wanted, starting ffmpeg and walking
// through the file are much of the cost. see and hear are called as with Frames
// and Sound, each from a goroutine of its own, and neither after Watch returned;
// an error of see ends the reading and is returned. Other errors are as with Do;
// what was seen and heard before one is what there is.
func (s *Sandbox) Watch(ctx context.Context, path string, want FrameWant, rate int, see func(Frame) error, hear func([]int16)) error {
	if err := s.watch(ctx, path, want, rate, see, hear); err != nil {
		return fmt.Errorf("watch %s: %w", path, err)
	}
	return nil
}

func (s *Sandbox) watch(ctx context.Context, path string, want FrameWant, rate int, see func(Frame) error, hear func([]int16)) error {
	size, err := s.frameSize(ctx, path, want)
	if err != nil {
		return err
	}
	ours, theirs, err := os.Pipe()
	if err != nil {
		return err
	}
	defer ours.Close()
	args := append(frameArgs(want, size), soundArgs(rate, secondPipe)...)
	clock := newClock()
	run, err := s.startProgram(ctx, path, confine.Plan{Program: "ffmpeg", Args: args}, extras{heard: clock, pipe: theirs})
	theirs.Close()
	if err != nil {
		return err
	}
	listened := make(chan error, 1)
	go func() { listened <- listen(ours, hear) }()
	var seen error
	_, err = run.show(clock, want, size, func(f Frame, _ error) bool {
		seen = see(f)
		return seen == nil
	})
	for _, err := range []error{seen, err, <-listened} {
		if err != nil {
			return err
		}
	}
	return nil
}
