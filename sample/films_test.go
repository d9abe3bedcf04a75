package sample

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	ximage "golang.org/x/image/draw"
)

var drawFilms = flag.Bool("draw-films", false, "draw the films of the practice case anew, with ffmpeg")

// The practice films are pans over two drawn streets, to a tune of our own. They
// are kept in street/ as ffmpeg wrote them, since the sample must do without it.
const (
	filmRate    = 10 // pictures a second
	filmWidth   = 480
	filmHeight  = 352
	soundRate   = 16000
	streetWidth = 1600
)

var (
	parade = filmed{scene: scene{width: streetWidth, height: filmHeight, people: 14, seed: 51, label: "PARADE 10:00"}, seconds: 8}
	ferry  = filmed{scene: scene{width: streetWidth, height: filmHeight, people: 9, seed: 77, label: "FERRY 11:00"}, seconds: 8, leftwards: true}
)

// filmed is a pan over a drawn street.
type filmed struct {
	scene
	seconds   int
	leftwards bool
}

// frames draws the pictures from one second to another.
func (f filmed) frames(from, to int) []*image.RGBA {
	street := f.draw()
	all := f.seconds * filmRate
	var out []*image.RGBA
	for i := from * filmRate; i < to*filmRate; i++ {
		left := (streetWidth - filmWidth) * i / (all - 1)
		if f.leftwards {
			left = streetWidth - filmWidth - left
		}
		frame := image.NewRGBA(image.Rect(0, 0, filmWidth, filmHeight))
		draw.Draw(frame, frame.Rect, street, image.Pt(left, 0), draw.Src)
		sign(frame)
		out = append(out, frame)
	}
	return out
}

// halved is the pictures at half their size.
func halved(frames []*image.RGBA) []*image.RGBA {
	var out []*image.RGBA
	for _, frame := range frames {
		small := image.NewRGBA(image.Rect(0, 0, filmWidth/2, filmHeight/2))
		ximage.CatmullRom.Scale(small, small.Rect, frame, frame.Rect, ximage.Src, nil)
		sign(small)
		out = append(out, small)
	}
	return out
}

// tune is so many seconds of a melody that does not repeat, as 16-bit samples.
func tune(seconds int) []byte {
	notes := []float64{262, 330, 392, 523, 440, 349, 294, 494, 587, 370, 415, 659, 311, 554, 247, 698, 466, 277}
	var out bytes.Buffer
	for i := range seconds * soundRate {
		t := float64(i) / soundRate
		note := notes[int(2*t)%len(notes)]
		fade := math.Exp(-3 * math.Mod(t, 0.5))
		wave := math.Sin(2*math.Pi*note*t) + 0.4*math.Sin(4*math.Pi*note*t)
		binary.Write(&out, binary.LittleEndian, int16(9000*fade*wave))
	}
	return out.Bytes()
}

// TestDrawFilms writes the films where it is asked to (-draw-films), and else
// sees that they are there.
func TestDrawFilms(t *testing.T) {
	mixed := append(parade.frames(1, 5), ferry.frames(3, 7)...)
	for name, film := range map[string]struct {
		frames  []*image.RGBA
		sound   []byte
		quality string
	}{
		"parade.mp4":      {parade.frames(0, 8), tune(8), "31"},
		"parade-sent.mp4": {parade.frames(0, 8), tune(8), "38"},
		"parade-cut.mp4":  {halved(parade.frames(2, 6)), nil, "32"},
		"ferry.mp4":       {ferry.frames(0, 8), tune(8), "33"},
		"both.mp4":        {mixed, nil, "34"},
	} {
		path := filepath.Join("street", name)
		if *drawFilms {
			encodeFilm(t, path, film.frames, film.sound, film.quality)
		}
		if info, err := os.Stat(path); err != nil || info.Size() > 100_000 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
}

// encodeFilm writes frames and sound as ffmpeg encodes them, the same each time.
func encodeFilm(t *testing.T, path string, frames []*image.RGBA, sound []byte, quality string) {
	t.Helper()
	size := frames[0].Rect.Size()
	args := []string{"-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgba", "-s", fmt.Sprintf("%dx%d", size.X, size.Y), "-r", strconv.Itoa(filmRate), "-i", "-"}
	if sound != nil {
		raw := filepath.Join(t.TempDir(), "tune.raw")
		if err := os.WriteFile(raw, sound, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, "-f", "s16le", "-ar", strconv.Itoa(soundRate), "-ac", "1", "-i", raw, "-c:a", "aac", "-b:a", "24k")
	}
	args = append(args, "-c:v", "libx264", "-preset", "slow", "-crf", quality, "-g", "100", "-pix_fmt", "yuv420p", "-movflags", "+faststart", "-bitexact", path)
	var pixels bytes.Buffer
	for _, frame := range frames {
		pixels.Write(frame.Pix)
	}
	run := exec.Command("ffmpeg", args...)
	run.Stdin = &pixels
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("ffmpeg: %v\n%s", err, out)
	}
}
