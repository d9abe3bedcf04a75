package media

import (
	"bytes"
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
	Variant     string  // a kind of the format worth naming: "progressive", "arithmetic", "12-bit", "lossless", "height-at-end", "cmyk"
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

// format is one file format: how its first bytes look and how its header reads.
type format struct {
	name  string
	match func(start []byte) bool
	read  func(*window, *Info) error
}

// formats are tried in order; the vaguer a match, the later it stands.
var formats = []format{
	{"image/jpeg", prefix("\xff\xd8\xff"), readJPEG},
	{"image/png", prefix("\x89PNG\r\n\x1a\n"), readPNG},
	{"image/gif", either(prefix("GIF87a"), prefix("GIF89a")), readGIF},
	{"image/webp", riff("WEBP"), readWebP},
	{"audio/wav", riff("WAVE"), readWAV},
	{"video/x-msvideo", riff("AVI "), readAVI},
	{"image/tiff", either(prefix("II*\x00"), prefix("MM\x00*")), readTIFF},
	{"video/mp4", at(4, "ftyp"), readBMFF},
	{"video/quicktime", either(at(4, "moov"), at(4, "wide"), at(4, "mdat")), readBMFF},
	{"video/x-matroska", prefix("\x1a\x45\xdf\xa3"), readMatroska},
	{"image/jxl", either(prefix("\xff\x0a"), at(4, "JXL \r\n")), nil},
	{"audio/flac", prefix("fLaC"), readFLAC},
	{"audio/ogg", prefix("OggS"), nil},
	{"video/x-flv", prefix("FLV\x01"), nil},
	{"video/x-ms-asf", prefix("\x30\x26\xb2\x75\x8e\x66\xcf\x11"), nil},
	{"video/mpeg", either(prefix("\x00\x00\x01\xba"), prefix("\x00\x00\x01\xb3")), nil},
	{"video/mp2t", both(at(0, "G"), at(188, "G"), at(376, "G")), nil},
	{"audio/mpeg", either(prefix("ID3"), mpegAudio), nil},
	{"image/bmp", both(prefix("BM"), at(6, "\x00\x00\x00\x00")), readBMP},
}

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

func at(off int, want string) func([]byte) bool {
	return func(b []byte) bool { return len(b) >= off && bytes.HasPrefix(b[off:], []byte(want)) }
}

func prefix(want string) func([]byte) bool { return at(0, want) }

func riff(kind string) func([]byte) bool { return both(prefix("RIFF"), at(8, kind)) }

func either(any ...func([]byte) bool) func([]byte) bool {
	return func(b []byte) bool {
		for _, match := range any {
			if match(b) {
				return true
			}
		}
		return false
	}
}

func both(all ...func([]byte) bool) func([]byte) bool {
	return func(b []byte) bool {
		for _, match := range all {
			if !match(b) {
				return false
			}
		}
		return true
	}
}

// mpegAudio knows the frame header of MPEG layers 1 to 3 and of AAC in ADTS, but
// for one of layer 1 that text in UTF-16 begins with: nobody records such sound.
func mpegAudio(b []byte) bool {
	return len(b) >= 4 && b[1] != 0xfe && b[0] == 0xff && b[1]&0xe0 == 0xe0 && b[1]&0x18 != 0x08 && b[2]&0xf0 != 0xf0 && b[2]&0x0c != 0x0c
}
