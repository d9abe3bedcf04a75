package main

import (
	"context"
	"image"
	"log"

	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/pdq"
	"github.com/atleast-desk/atleast/media"
)

// The rule of vPDQ with the thresholds it is published with: of a film's frames,
// every one as in its published fingerprints, those of sufficient quality are
// compared with all of the other's, and enough of them must have one that is near.
const (
	vpdqQuality  = 50
	vpdqDistance = 31
	vpdqShare    = 0.8
)

type vpdqFrame struct {
	hash    pdq.Hash
	quality int
}

func vpdqFrames(box *media.Sandbox, path string) []vpdqFrame {
	var frames []vpdqFrame
	for frame, err := range box.Frames(context.Background(), path, media.FrameWant{Want: media.Want{Grey: true}}) {
		if err != nil {
			log.Fatal(err)
		}
		p := luma.FromImage(frame.Image.(*image.Gray))
		hash, quality := pdq.Sum(luma.Of(p))
		frames = append(frames, vpdqFrame{hash, quality})
	}
	return frames
}

// vpdqMatches reports whether enough of the clip's frames are found in the film.
func vpdqMatches(clip, film []vpdqFrame) bool {
	usable, found := 0, 0
	for _, c := range clip {
		if c.quality < vpdqQuality {
			continue
		}
		usable++
		for _, f := range film {
			if f.quality >= vpdqQuality && c.hash.Distance(f.hash) <= vpdqDistance {
				found++
				break
			}
		}
	}
	return usable > 0 && float64(found) >= vpdqShare*float64(usable)
}
