package main

import (
	"bytes"
	"fmt"
	"image"
	"image/gif"
	"image/png"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"github.com/atleast-desk/atleast/match/mangle"
)

// The size of the pictures that are mutated: small, so that there is time for many.
const (
	width  = 164
	height = 118
)

// seed is a sound file that mutated ones are made from.
type seed struct {
	format  string
	content []byte
}

// drawn are the seeds that Go writes.
func drawn() ([]seed, error) {
	scene := mangle.Scene(5, width, height)
	shown := mangle.JPEG(scene, 80)
	seeds := []seed{{"jpeg", shown}, {"raw", append([]byte("II*\x00\x10\x00\x00\x00CR\x02\x00\x00\x00\x00\x00\x00\x00"), shown...)}}
	for format, encode := range map[string]func(*bytes.Buffer) error{
		"png":  func(b *bytes.Buffer) error { return png.Encode(b, scene) },
		"gif":  func(b *bytes.Buffer) error { return gif.Encode(b, scene, nil) },
		"bmp":  func(b *bytes.Buffer) error { return bmp.Encode(b, scene) },
		"tiff": func(b *bytes.Buffer) error { return tiff.Encode(b, scene, &tiff.Options{Compression: tiff.Deflate}) },
	} {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			return nil, fmt.Errorf("draw %s: %w", format, err)
		}
		seeds = append(seeds, seed{format, b.Bytes()})
	}
	return seeds, nil
}

// recipe is how a program makes a seed from in.png, or from a test film.
type recipe struct {
	format string // and the end of the name, before a space
	run    string // arguments; OUT is the file to make
}

const film = "ffmpeg -v error -f lavfi -i testsrc2=size=164x118:rate=10:duration=1.2 -f lavfi -i sine=duration=1.2 -shortest "

var pictureRecipes = []recipe{
	{"jpg progressive", "cjpeg -progressive -outfile OUT in.ppm"},
	{"jpg grey", "cjpeg -grayscale -restart 1 -outfile OUT in.ppm"},
	{"jpg arithmetic", "cjpeg -arithmetic -outfile OUT in.ppm"},
	{"webp lossy", "ffmpeg -v error -i in.png OUT"},
	{"webp lossless", "ffmpeg -v error -i in.png -lossless 1 OUT"},
	{"png 16 bit", "ffmpeg -v error -i in.png -pix_fmt rgb48be OUT"},
	{"png palette", "ffmpeg -v error -i in.png -pix_fmt pal8 OUT"},
	{"tiff lzw", "ffmpeg -v error -i in.png -compression_algo lzw OUT"},
	{"tiff packbits", "ffmpeg -v error -i in.png -compression_algo packbits OUT"},
	{"gif moving", "ffmpeg -v error -f lavfi -i testsrc2=size=164x118:rate=4:duration=1 OUT"},
	{"webp moving", "ffmpeg -v error -f lavfi -i testsrc2=size=164x118:rate=4:duration=1 OUT"},
	{"bmp 8 bit", "ffmpeg -v error -i in.png -pix_fmt gray OUT"},
}

var filmRecipes = []recipe{
	{"heic", "heif-enc in.png -o OUT"},
	{"heic of odd size", "heif-enc odd.png -o OUT"},
	{"avif", "avifenc -s 10 in.png OUT"},
	{"avif grid", "avifenc -s 10 --grid 2x1 in.png OUT"},
	{"jxl", "ffmpeg -v error -i in.png -c:v libjxl OUT"},
	{"jp2", "ffmpeg -v error -i in.png -c:v jpeg2000 -f image2 OUT"},
	{"ico", "ffmpeg -v error -i in.png OUT"},
	{"qoi", "ffmpeg -v error -i in.png OUT"},
	{"ppm", "ffmpeg -v error -i in.png OUT"},
	{"pcx", "ffmpeg -v error -i in.png OUT"},
	{"dpx", "ffmpeg -v error -i in.png OUT"},
	{"exr", "ffmpeg -v error -i in.png OUT"},
	{"sgi", "ffmpeg -v error -i in.png OUT"},
	{"mp4", film + "-c:v libx264 -preset ultrafast -c:a aac OUT"},
	{"mov", film + "-c:v mpeg4 -c:a pcm_s16le OUT"},
	{"mp4 hevc", film + "-c:v libx265 -x265-params log-level=none -preset ultrafast -c:a aac OUT"},
	{"webm", film + "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus OUT"},
	{"mkv", film + "-c:v libx264 -preset ultrafast -c:a flac OUT"},
	{"avi", film + "-c:v mpeg4 -c:a mp3 OUT"},
	{"flv", film + "-c:v flv -ar 44100 -c:a mp3 OUT"},
	{"ts", film + "-c:v mpeg2video -r 25 -c:a mp2 OUT"},
	{"mpg", film + "-c:v mpeg1video -r 25 -c:a mp2 OUT"},
	{"wmv", film + "-c:v wmv2 -c:a wmav2 OUT"},
	{"3gp", film + "-c:v h263 -s 128x96 -an OUT"},
	{"m2ts", film + "-c:v libx264 -preset ultrafast -c:a ac3 OUT"},
	{"vob", film + "-c:v mpeg2video -r 25 -c:a ac3 OUT"},
	{"mxf", film + "-c:v mpeg2video -r 25 -ar 48000 -c:a pcm_s16le OUT"},
	{"ogv", film + "-c:v libtheora -c:a libvorbis OUT"},
	{"rm", film + "-c:v rv20 -s 176x144 -c:a ac3 OUT"},
	{"swf", film + "-c:v flv -ar 44100 -c:a mp3 OUT"},
	{"nut", film + "-c:v mpeg4 -c:a mp3 OUT"},
	{"wtv", film + "-c:v mpeg2video -r 25 -c:a mp2 OUT"},
	{"dv", "ffmpeg -v error -f lavfi -i testsrc2=size=720x576:rate=25:duration=0.08 -pix_fmt yuv420p -c:v dvvideo OUT"},
	{"h264", film + "-c:v libx264 -preset ultrafast -an OUT"},
	{"ivf", film + "-c:v libvpx -deadline realtime -an OUT"},
	{"aiff", film + "-vn OUT"},
	{"aac", film + "-vn OUT"},
	{"ac3", film + "-vn OUT"},
	{"wma", film + "-vn -c:a wmav2 OUT"},
	{"caf", film + "-vn OUT"},
	{"wv", film + "-vn OUT"},
	{"voc", film + "-vn -c:a pcm_u8 OUT"},
	{"ogg", film + "-vn -c:a libvorbis OUT"},
	{"mp3", film + "-vn OUT"},
	{"flac", film + "-vn OUT"},
	{"wav", film + "-vn OUT"},
	{"m4a", film + "-vn -c:a aac OUT"},
}

// cooked makes what the recipes say in dir. What a missing program would make is
// left out and named.
func cooked(dir string, recipes []recipe) (seeds []seed, missing []string, err error) {
	for name, size := range map[string][2]int{"in.png": {width, height}, "odd.png": {width - 1, height - 1}} {
		if err := writePNG(filepath.Join(dir, name), mangle.Scene(5, size[0], size[1])); err != nil {
			return nil, nil, err
		}
	}
	inDir := func(line string) error {
		words := strings.Fields(line)
		cmd := exec.Command(words[0], words[1:]...)
		cmd.Dir = dir
		return cmd.Run()
	}
	if err := inDir("ffmpeg -v error -y -i in.png in.ppm"); err != nil {
		return nil, []string{"ffmpeg"}, nil
	}
	for i, recipe := range recipes {
		kind, _, _ := strings.Cut(recipe.format, " ")
		out := fmt.Sprintf("seed-%d.%s", i, kind)
		if err := inDir(strings.ReplaceAll(recipe.run, "OUT", out)); err != nil {
			missing = append(missing, recipe.format)
			continue
		}
		content, err := os.ReadFile(filepath.Join(dir, out))
		if err != nil {
			return nil, nil, err
		}
		seeds = append(seeds, seed{recipe.format, content})
	}
	return seeds, missing, nil
}

func writePNG(name string, picture image.Image) error {
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o600)
}

// maxSeed bounds the files of a corpus that are used, so that there is time for many.
const maxSeed = 256 << 10

// found are the media files of a corpus, such as the pictures with which others
// test that their decoders do not crash.
func found(corpus string) (seeds []seed, err error) {
	err = filepath.WalkDir(corpus, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		if err == nil && len(content) > 0 && len(content) <= maxSeed {
			seeds = append(seeds, seed{"corpus", content})
		}
		return err
	})
	sort.SliceStable(seeds, func(a, b int) bool { return bytes.Compare(seeds[a].content, seeds[b].content) < 0 })
	return seeds, err
}
