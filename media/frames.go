package media

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"iter"
	"os"
	"strconv"
	"strings"

	"github.com/atleast-desk/atleast/media/confine"
)

// FrameWant says which frames of a film are wanted, and how.
type FrameWant struct {
	Want
	Width, Height int     // stretch to exactly this size, where both are given; Max is then not used
	Keyframes     bool    // only those that are coded whole: many times cheaper than all
	Rough         bool    // only those that others build on, and unsmoothed: cheaper, and as good for a small copy
	EveryS        float64 // one frame in so many seconds, 0 for every one that is decoded
	Limit         int     // at most so many frames, 0 for all
	FromS, ForS   float64 // only the stretch that begins at a second and lasts so many; all where ForS is 0
}

// Frame is one picture of a film.
type Frame struct {
	AtS   float64     // seconds from the beginning of the file's own clock
	Image image.Image // *image.Gray or *image.RGBA, upright
}

// Frames reads frames of a film, or of a picture in a format that Go does not
// read, with ffmpeg in a child. It yields an error last where there is one,
// after the frames that came before it; it is a *Refused where the file or the
// machine is the reason. The image of a frame may be kept.
func (s *Sandbox) Frames(ctx context.Context, path string, want FrameWant) iter.Seq2[Frame, error] {
	return func(yield func(Frame, error) bool) {
		size, err := s.frameSize(ctx, path, want)
		var stopped bool
		if err == nil {
			stopped, err = s.frames(ctx, path, want, size, yield)
		}
		if err != nil && !stopped {
			yield(Frame{}, fmt.Errorf("frames of %s: %w", path, err))
		}
	}
}

func (s *Sandbox) frames(ctx context.Context, path string, want FrameWant, size image.Point, yield func(Frame, error) bool) (stopped bool, err error) {
	heard := newClock()
	run, err := s.startProgram(ctx, path, confine.Plan{Program: "ffmpeg", Args: frameArgs(want, size)}, extras{heard: heard})
	if err != nil {
		return false, err
	}
	return run.show(heard, want, size, yield)
}

// show reads the frames that the program prints, until its end or until nobody
// wants more of them.
func (p *program) show(heard *clock, want FrameWant, size image.Point, yield func(Frame, error) bool) (stopped bool, err error) {
	n := 0
	for {
		frame, err := readFrame(p.out, size, want.Grey)
		if err != nil {
			break
		}
		select {
		case frame.AtS = <-heard.times:
		case <-p.ctx.Done():
		}
		frame.AtS += want.FromS
		if n++; !yield(frame, nil) {
			close(heard.gone)
			p.abandon()
			return true, nil
		}
	}
	close(heard.gone)
	err = p.finish()
	var refusal *Refused
	if errors.As(err, &refusal) && refusal.Reason == Damaged && n > 0 {
		return false, nil // a film cut short shows what it shows
	}
	return false, err
}

// frameSize decides the size before ffmpeg starts, by what the header claims, so
// that the length of a frame in the pipe is known. What claims too much is refused here.
func (s *Sandbox) frameSize(ctx context.Context, path string, want FrameWant) (image.Point, error) {
	info, err := s.Examine(ctx, path)
	if err != nil {
		return image.Point{}, err
	}
	if info.Pixels() > MaxPixels {
		return image.Point{}, refuse(TooLarge, "it claims %d by %d pixels, and %d million are the most", info.Width, info.Height, MaxPixels>>20)
	}
	if want.Width > 0 && want.Height > 0 {
		return image.Pt(want.Width, want.Height), nil
	}
	if info.Pixels() == 0 {
		return image.Point{}, refuse(Unsupported, "%s %s", info.Type, unopened)
	}
	return fit(image.Pt(info.Width, info.Height), want.Max), nil
}

// unopened ends the detail of what has no size, because ffprobe is not installed
// or finds no picture in it.
const unopened = "in which neither its header nor ffprobe finds a picture"

// ProbeFile is Probe of an open file.
func ProbeFile(file *os.File) (Info, error) {
	stat, err := file.Stat()
	if err != nil {
		return Info{}, err
	}
	return Probe(file, stat.Size())
}

// input are ffmpeg's arguments up to the input: one thread, nothing but the file.
func input(before ...string) []string {
	args := []string{"ffmpeg", "-nostdin", "-hide_banner", "-nostats", "-loglevel", "info", "-protocol_whitelist", "file,pipe",
		"-format_whitelist", allowed, "-threads", "1"}
	args = append(args, before...)
	return append(args, "-i", "file:"+handedInput)
}

func frameArgs(want FrameWant, size image.Point) []string {
	var before, filters []string
	switch {
	case want.Keyframes:
		before = append(before, "-skip_frame", "nokey")
	case want.Rough:
		before = append(before, "-skip_frame", "bidir")
	}
	if want.Rough {
		before = append(before, "-skip_loop_filter", "all")
	}
	before = append(before, stretch(want.FromS, want.ForS)...)
	if want.EveryS > 0 {
		filters = append(filters, fmt.Sprintf("select=isnan(prev_selected_t)+gte(t-prev_selected_t\\,%g)", want.EveryS))
	}
	format := "rgba"
	if want.Grey {
		format = "gray"
	}
	filters = append(filters, fmt.Sprintf("scale=%d:%d:flags=area", size.X, size.Y), "format="+format, "showinfo=checksum=0")
	args := append(input(before...), "-an", "-sn", "-dn", "-map", "0:v:0", "-filter_threads", "1", "-vf", strings.Join(filters, ","), "-fps_mode", "passthrough")
	if want.Limit > 0 {
		args = append(args, "-frames:v", strconv.Itoa(want.Limit))
	}
	return append(args, "-f", "rawvideo", "pipe:1")
}

func readFrame(from io.Reader, size image.Point, grey bool) (Frame, error) {
	bounds := image.Rectangle{Max: size}
	if grey {
		picture := image.NewGray(bounds)
		_, err := io.ReadFull(from, picture.Pix)
		return Frame{Image: picture}, err
	}
	picture := image.NewRGBA(bounds)
	_, err := io.ReadFull(from, picture.Pix)
	return Frame{Image: picture}, err
}
