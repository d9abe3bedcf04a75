package media

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"strings"
)

// Want says in what form a picture is wanted.
type Want struct {
	Max  int  // the longer side in pixels at most, 0 for as it is; nothing is enlarged
	Grey bool // only the luma
}

// thumbnailQuality is the JPEG quality of thumbnails.
const thumbnailQuality = 82

// Names of the tasks that every child knows.
const (
	decodeTask    = "decode"
	thumbnailTask = "thumbnail"
	aliveTask     = "alive" // does nothing, in the sandbox
)

func ownTasks() []Task {
	alive := func(*os.File, []byte) ([]byte, error) { return nil, nil }
	return []Task{{decodeTask, runDecode}, {thumbnailTask, runThumbnail}, {tilesTask, runTiles}, {aliveTask, alive}}
}

// Decode returns the picture in the file as a person sees it: upright, the first
// of several, a film's first keyframe, what is transparent on white. It is an
// *image.Gray where only the luma is wanted and an *image.RGBA otherwise. Errors
// are as with Do.
func (s *Sandbox) Decode(ctx context.Context, path string, want Want) (image.Image, error) {
	arg, err := json.Marshal(want)
	if err != nil {
		return nil, err
	}
	packed, err := s.Do(ctx, decodeTask, path, arg)
	if needsFFmpeg(err) {
		return s.still(ctx, path, want)
	}
	if err != nil {
		return nil, err
	}
	return unpack(packed)
}

// Thumbnail returns a small JPEG of the picture, or of the film's first
// keyframe, with no side above max pixels. Errors are as with Do.
func (s *Sandbox) Thumbnail(ctx context.Context, path string, max int) ([]byte, error) {
	arg, err := json.Marshal(Want{Max: max})
	if err != nil {
		return nil, err
	}
	small, err := s.Do(ctx, thumbnailTask, path, arg)
	if !needsFFmpeg(err) {
		return small, err
	}
	picture, err := s.still(ctx, path, Want{Max: max})
	if err != nil {
		return nil, err
	}
	return encodeJPEG(picture)
}

// needsFFmpeg: our own decoders say Unsupported of what is worth a try with ffmpeg,
// and Unknown of what ffprobe may know.
func needsFFmpeg(err error) bool {
	var r *Refused
	return errors.As(err, &r) && (r.Reason == Unknown || r.Reason == Unsupported && strings.HasSuffix(r.Detail, elsewhere))
}

// elsewhere ends the detail of what ffmpeg may know.
const elsewhere = "is not read in Go"

// still takes one frame with ffmpeg.
func (s *Sandbox) still(ctx context.Context, path string, want Want) (image.Image, error) {
	if isHEIF(path) {
		return s.stillHEIF(ctx, path, want)
	}
	for frame, err := range s.Frames(ctx, path, FrameWant{Want: want, Keyframes: true, Limit: 1}) {
		if err != nil {
			return nil, err
		}
		return frame.Image, nil
	}
	return nil, fmt.Errorf("decode %s: %w", path, refuse(Damaged, "ffmpeg finds no picture in it"))
}

func runDecode(in *os.File, arg []byte) ([]byte, error) {
	picture, err := picture(in, arg)
	if err != nil {
		return nil, err
	}
	return pack(picture), nil
}

func runThumbnail(in *os.File, arg []byte) ([]byte, error) {
	picture, err := picture(in, arg)
	if err != nil {
		return nil, err
	}
	return encodeJPEG(picture)
}

func encodeJPEG(picture image.Image) ([]byte, error) {
	var out bytes.Buffer
	err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: thumbnailQuality})
	return out.Bytes(), err
}

func picture(in *os.File, arg []byte) (image.Image, error) {
	var want Want
	if err := json.Unmarshal(arg, &want); err != nil {
		return nil, err
	}
	stat, err := in.Stat()
	if err != nil {
		return nil, err
	}
	info, err := Probe(in, stat.Size())
	if err != nil {
		return nil, err
	}
	return decode(in, stat.Size(), info, want)
}

// packHeader is width, height and bytes a pixel, four bytes each.
const packHeader = 12

func pack(picture image.Image) []byte {
	size := picture.Bounds().Size()
	pix, depth := pixelsOf(picture)
	out := make([]byte, packHeader, packHeader+len(pix))
	binary.BigEndian.PutUint32(out, uint32(size.X))
	binary.BigEndian.PutUint32(out[4:], uint32(size.Y))
	binary.BigEndian.PutUint32(out[8:], uint32(depth))
	return append(out, pix...)
}

// pixelsOf: the pictures made here begin at 0,0 and have no gap between rows.
func pixelsOf(picture image.Image) (pix []byte, depth int) {
	switch p := picture.(type) {
	case *image.Gray:
		return p.Pix, 1
	case *image.RGBA:
		return p.Pix, 4
	}
	return nil, 0
}

// unpack trusts the child with nothing: the numbers must agree with the length.
func unpack(packed []byte) (image.Image, error) {
	if len(packed) < packHeader {
		return nil, refuse(Crashed, "an answer of %d bytes is no picture", len(packed))
	}
	w := int64(binary.BigEndian.Uint32(packed))
	h := int64(binary.BigEndian.Uint32(packed[4:]))
	depth := int64(binary.BigEndian.Uint32(packed[8:]))
	pix := packed[packHeader:]
	if w == 0 || h == 0 || w > MaxPixels || h > MaxPixels || depth != 1 && depth != 4 || w*h*depth != int64(len(pix)) {
		return nil, refuse(Crashed, "an answer of %d bytes is no picture of %d by %d", len(pix), w, h)
	}
	bounds := image.Rect(0, 0, int(w), int(h))
	if depth == 1 {
		return &image.Gray{Pix: pix, Stride: int(w), Rect: bounds}, nil
	}
	return &image.RGBA{Pix: pix, Stride: int(w) * 4, Rect: bounds}, nil
}
