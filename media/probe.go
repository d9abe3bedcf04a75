package media

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/atleast-desk/atleast"
)

// Info is what a file's header claims. A stranger wrote it: a size is a reason
// to refuse a file and never a reason to allocate.
type Info struct {
	Type        string  // media type by the bytes, never by the name: "image/jpeg"
	Width       int     // pixels as shown, orientation applied; 0 where the header does not say
	Height      int     // pixels as shown
	Orientation int     // as EXIF counts, 1 to 8; 1 is upright and stands also for "not said"
	Frames      int     // pictures in the file; 0 where the header does not say
	LengthS     float64 // seconds, for what plays; 0 where the header does not say
	Sound       bool    // a sound track is declared
	Variant     string  // a kind of the format worth naming: "progressive", "arithmetic", "12-bit", "lossless", "height-at-end", "cmyk", "raw"
}

// Kind sorts the file among the kinds of item. A picture that moves is a video
// only where it is stored as one: an animated GIF stays a photo.
func (i Info) Kind() atleast.Kind {
	switch class, _, _ := strings.Cut(i.Type, "/"); class {
	case "image":
		return atleast.Photo
	case "video":
		return atleast.Video
	case "audio":
		return atleast.Audio
	}
	return atleast.Other
}

// Pixels is the size of one picture as claimed.
func (i Info) Pixels() int64 { return int64(i.Width) * int64(i.Height) }

// Probe reads a file's header. It reads at most a few megabytes wherever the
// header sends it, and decodes nothing. The error is a *Refused (Unknown or
// Damaged) where the file is at fault, and otherwise r's own; with Damaged, Info
// holds what was read before the damage.
func Probe(r io.ReaderAt, size int64) (Info, error) {
	w := &window{from: r, size: size, left: probeBudget}
	start, err := w.upTo(0, 512)
	if err != nil {
		return Info{}, fmt.Errorf("probe: %w", err)
	}
	for _, f := range formats {
		if !f.match(start) {
			continue
		}
		info := Info{Type: f.name, Orientation: 1}
		if f.read == nil {
			return info, nil
		}
		err := f.read(w, &info)
		info.settle()
		if err != nil {
			return info, fmt.Errorf("probe %s: %w", info.Type, err)
		}
		return info, nil
	}
	return Info{}, fmt.Errorf("probe: %w", refuse(Unknown, "its first bytes, %.8q, are of no format known here", start))
}

// settle turns the size upright and drops what cannot be meant.
func (i *Info) settle() {
	if i.Orientation < 1 || i.Orientation > 8 {
		i.Orientation = 1
	}
	if i.Orientation >= 5 {
		i.Width, i.Height = i.Height, i.Width
	}
	if i.Width < 0 || i.Height < 0 {
		i.Width, i.Height = 0, 0
	}
	if math.IsNaN(i.LengthS) || i.LengthS < 0 || i.LengthS > 1e9 {
		i.LengthS = 0
	}
}
