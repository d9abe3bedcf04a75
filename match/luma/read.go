package luma

import (
	"bytes"
	"errors"
	"fmt"
)

// What may be wrong with bytes that were to be read as a picture.
var (
	// ErrNotPicture: the bytes are of no picture format this package knows.
	ErrNotPicture = errors.New("not a picture")
	// ErrUnsupported: a picture, but of a kind that is not decoded here; the
	// error names the kind. Convert it, or keep it without a fingerprint.
	ErrUnsupported = errors.New("unsupported kind of picture")
	// ErrTooLarge: the header asks for more memory than any picture may take.
	ErrTooLarge = errors.New("picture too large")
	// ErrDamaged: a picture whose bytes are cut off or contradict each other.
	ErrDamaged = errors.New("damaged picture")
)

// Picture is the brightness of a picture as it is stored, and what its header says.
type Picture struct {
	Plane               // may hold fewer pixels than the picture, in its proportions but for rounding up
	FullW, FullH int    // pixels of the picture as stored
	Step         int    // pixels of the picture along each side that make one of the plane: 1, 2, 4 or 8
	Turn         Turn   // how it is to be looked at
	Format       string // "jpeg", "png", "gif", "webp", "tiff" or "bmp"
}

// Upright returns the plane as it is to be looked at.
func (p Picture) Upright() Plane { return p.Turned(p.Turn) }

// Of returns a plane as a picture of its own size, stored upright.
func Of(p Plane) Picture { return Picture{Plane: p, FullW: p.W, FullH: p.H, Step: 1} }

// Read decodes a picture. Pixels that are not needed for a plane whose longer
// side has at least side pixels may be left out; a side of 0 asks for all. The
// error wraps one of this package's.
func Read(b []byte, side int) (Picture, error) {
	format := Format(b)
	switch format {
	case "":
		return Picture{}, fmt.Errorf("read picture: %w", ErrNotPicture)
	case "jpeg":
		return readJPEG(b, side)
	case "heif", "avif", "jxl", "jp2", "psd":
		return Picture{}, fmt.Errorf("read picture: %w: %s", ErrUnsupported, format)
	}
	return readOther(b, format)
}

// Format names the picture format of the bytes, told from their beginning, or
// "" if they are none.
func Format(b []byte) string {
	for _, m := range magics {
		if len(b) >= m.at+len(m.bytes) && bytes.Equal(b[m.at:m.at+len(m.bytes)], []byte(m.bytes)) {
			return m.format
		}
	}
	return ""
}

var magics = []struct {
	format string
	at     int
	bytes  string
}{
	{"jpeg", 0, "\xff\xd8\xff"},
	{"png", 0, "\x89PNG\r\n\x1a\n"},
	{"gif", 0, "GIF87a"},
	{"gif", 0, "GIF89a"},
	{"webp", 8, "WEBPVP8"},
	{"tiff", 0, "II*\x00"},
	{"tiff", 0, "MM\x00*"},
	{"bmp", 0, "BM"},
	{"avif", 4, "ftypavif"},
	{"avif", 4, "ftypavis"},
	{"heif", 4, "ftyphei"},
	{"heif", 4, "ftyphev"},
	{"heif", 4, "ftypmif1"},
	{"heif", 4, "ftypmsf1"},
	{"jxl", 0, "\xff\x0a"},
	{"jxl", 4, "JXL \r\n\x87\n"},
	{"jp2", 4, "jP  \r\n\x87\n"},
	{"jp2", 0, "\xff\x4f\xff\x51"},
	{"psd", 0, "8BPS"},
}
