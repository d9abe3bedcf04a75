package media

import (
	"context"
	"errors"
	"image"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// film makes a clip with ffmpeg: a moving test picture, and a tone.
func film(t testing.TB, seconds float64, args ...string) string {
	t.Helper()
	needs(t, "ffmpeg")
	path := filepath.Join(t.TempDir(), "film.mkv")
	length := strconv.FormatFloat(seconds, 'f', -1, 64)
	all := []string{"-v", "error", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=" + length,
		"-f", "lavfi", "-i", "sine=frequency=440:duration=" + length, "-c:v", "libx264", "-preset", "ultrafast", "-g", "25", "-c:a", "flac"}
	cmd := exec.Command("ffmpeg", append(append(all, args...), path)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("needs an ffmpeg that writes H.264: %v: %s", err, out)
	}
	return path
}

func TestFrames(t *testing.T) {
	s := sandbox(t)
	path := film(t, 3)
	for name, c := range map[string]struct {
		want  FrameWant
		count int
		step  float64
		size  image.Point
	}{
		"all":       {FrameWant{Want: Want{Max: 64, Grey: true}}, 75, 0.04, image.Pt(64, 36)},
		"keyframes": {FrameWant{Want: Want{Max: 64}, Keyframes: true}, 3, 1, image.Pt(64, 36)},
		"two a second": {FrameWant{Want: Want{Grey: true}, EveryS: 0.48}, 7, 0.48,
			image.Pt(320, 180)},
		"limited":   {FrameWant{Want: Want{Grey: true}, Limit: 2}, 2, 0.04, image.Pt(320, 180)},
		"stretched": {FrameWant{Want: Want{Grey: true}, Width: 64, Height: 64, Limit: 1}, 1, 0, image.Pt(64, 64)},
	} {
		n := 0
		for frame, err := range s.Frames(t.Context(), path, c.want) {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if at := float64(n) * c.step; math.Abs(frame.AtS-at) > 0.011 {
				t.Errorf("%s: frame %d is at %.3f s, want %.3f", name, n, frame.AtS, at)
			}
			if frame.Image.Bounds().Size() != c.size {
				t.Errorf("%s: a frame is %v", name, frame.Image.Bounds())
			}
			n++
		}
		if n != c.count {
			t.Errorf("%s: %d frames, want %d", name, n, c.count)
		}
	}
}

func TestFramesMayBeLeft(t *testing.T) {
	s := sandbox(t)
	path := film(t, 3)
	for frame, err := range s.Frames(t.Context(), path, FrameWant{}) {
		if err != nil || frame.Image == nil {
			t.Fatal(err)
		}
		break
	}
}

func TestFramesOfNoFilm(t *testing.T) {
	s := sandbox(t)
	needs(t, "ffmpeg")
	for _, err := range s.Frames(t.Context(), write(t, movie(1<<16, 0)), FrameWant{}) {
		if reasonOf(err) != Damaged {
			t.Errorf("a header without pictures: %v", err)
		}
	}
}

func TestFramesStopWithTheContext(t *testing.T) {
	s := sandbox(t)
	path := film(t, 3)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	for _, err := range s.Frames(ctx, path, FrameWant{}) {
		cancel()
		last = err
	}
	if last == nil {
		t.Error("frames go on after the context ended")
	}
}

func TestThumbnailOfAFilm(t *testing.T) {
	s := sandbox(t)
	small, err := s.Thumbnail(t.Context(), film(t, 1), 96)
	if err != nil || len(small) < 100 {
		t.Errorf("%d bytes, %v", len(small), err)
	}
}

// heard is the sound of a file at 8000 samples a second.
func heard(t *testing.T, s *Sandbox, path string) (samples []int16, err error) {
	t.Helper()
	err = s.Sound(t.Context(), path, 8000, 0, 0, func(piece []int16) { samples = append(samples, piece...) })
	return samples, err
}

func TestWatch(t *testing.T) {
	s := sandbox(t)
	path := film(t, 5)
	var times []float64
	samples := 0
	want := FrameWant{Want: Want{Max: 64, Grey: true}, Keyframes: true, FromS: 2, ForS: 2}
	err := s.Watch(t.Context(), path, want, 8000,
		func(f Frame) error { times = append(times, math.Round(f.AtS*100)/100); return nil },
		func(piece []int16) { samples += len(piece) })
	if err != nil || !slices.Equal(times, []float64{2, 3}) || samples < 15900 || samples > 16100 {
		t.Errorf("two seconds from the second on: frames at %v, %d samples, %v", times, samples, err)
	}
	enough := errors.New("enough")
	err = s.Watch(t.Context(), path, FrameWant{}, 8000, func(Frame) error { return enough }, func([]int16) {})
	if !errors.Is(err, enough) {
		t.Errorf("an error of the caller: %v", err)
	}
	if err = s.Watch(t.Context(), write(t, movie(1<<16, 0)), FrameWant{}, 8000, nil, nil); reasonOf(err) != Damaged {
		t.Errorf("a header without pictures: %v", err)
	}
}

func TestSound(t *testing.T) {
	s := sandbox(t)
	got, err := heard(t, s, film(t, 2))
	if err != nil || len(got) < 15900 || len(got) > 16100 {
		t.Fatalf("%d samples, %v; want about 16000", len(got), err)
	}
	crossings := 0
	for i := range got[1:] {
		if got[i] < 0 && got[i+1] >= 0 {
			crossings++
		}
	}
	if crossings < 860 || crossings > 900 {
		t.Errorf("a tone of 440 Hz crosses zero %d times in two seconds", crossings)
	}
	mute, err := heard(t, s, film(t, 1, "-an"))
	if err != nil || mute != nil {
		t.Errorf("a film without sound gives %d samples, %v", len(mute), err)
	}
}

func TestFFmpegCannotFollowReferences(t *testing.T) {
	s := sandbox(t)
	needs(t, "ffmpeg")
	secret := write(t, []byte("secret"))
	list := write(t, []byte("ffconcat version 1.0\nfile '"+film(t, 1)+"'\n"))
	for _, path := range []string{list, write(t, []byte("#EXTM3U\n#EXTINF:1,\nfile://"+secret+"\n"))} {
		got, err := heard(t, s, path)
		if err == nil && len(got) > 0 {
			t.Errorf("ffmpeg read a file that was only named in another")
		}
		if _, err := os.Stat(secret); err != nil {
			t.Error(err)
		}
	}
}
