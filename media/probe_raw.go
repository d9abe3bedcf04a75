package media

import (
	"encoding/binary"
	"io"
	"slices"
)

// cameraRaw is the variant of a file in which a camera left what its sensor saw.
// What is opened of it is the JPEG that the camera put in for looking at.
const cameraRaw = "raw"

// TIFF tags by which a camera's raw file is told from a scan.
const (
	tagSubfile     = 0xfe // bit 0: a small copy of another picture in the file
	tagCompression = 0x103
	tagMake        = 0x10f
	tagSubIFDs     = 0x14a
	tagDNGVersion  = 0xc612
)

// rawCodings are the makers' own compressions of TIFF: Nikon's, Sony's, Samsung's,
// Kodak's, Pentax's and the lossy one of DNG.
var rawCodings = []int{34713, 32767, 32769, 32770, 32772, 65000, 65535, 34892}

// raw reports whether the directory is the first of a camera's raw file.
func (t ifd) raw() bool {
	reduced := t.subfile&1 != 0 && t.nested
	return t.dng || t.maker && (reduced || slices.Contains(rawCodings, t.compression))
}

// Raw reports whether the file is a camera's raw file, of which a JPEG inside it is
// what is opened. To who does not know the format it is a TIFF or nothing known.
func (i Info) Raw() bool { return i.Variant == cameraRaw }

// readRaw takes no size: the sensor's is not that of the picture that is shown.
func readRaw(_ *window, info *Info) error {
	info.Variant, info.Frames = cameraRaw, 1
	return nil
}

// readRawTIFF is readRaw for files in which a TIFF directory says how the camera was held.
func readRawTIFF(w *window, info *Info) error {
	if tags, err := readIFD(w, 0); err == nil && tags.orientation != 0 {
		info.Orientation = tags.orientation
	}
	return readRaw(w, info)
}

const (
	// maxRaw is how much of a raw file is searched for the camera's JPEG.
	maxRaw = 256 << 20
	// maxEmbedded is how many beginnings of a JPEG are looked at: a raw file has
	// two to four, and its noise a few more that lead nowhere.
	maxEmbedded = 128
	// rawStep is how much of the file is searched at once.
	rawStep = 1 << 20
)

// preview finds the largest JPEG in a raw file: where makers put it differs with
// every camera, how a JPEG begins does not. The raw data itself is often lossless
// JPEG, which is none to look at.
func preview(in io.ReaderAt, size int64) (*io.SectionReader, Info, error) {
	var best Info
	var at int64
	for n, off := 0, int64(0); n < maxEmbedded && off >= 0; n++ {
		found := nextJPEG(in, off, min(size, maxRaw))
		if found < 0 {
			break
		}
		info := Info{Type: "image/jpeg", Orientation: 1}
		w := &window{from: io.NewSectionReader(in, found, size-found), size: size - found, left: 256 << 10}
		if readJPEG(w, &info) == nil && !unread[info.Variant] && info.Pixels() > best.Pixels() {
			best, at = info, found
		}
		off = found + 2
	}
	if best.Pixels() == 0 {
		return nil, best, refuse(Unsupported, "a camera's raw file without a JPEG to look at")
	}
	return io.NewSectionReader(in, at, size-at), best, nil
}

// nextJPEG is where the next beginning of a JPEG lies, or -1.
func nextJPEG(in io.ReaderAt, off, limit int64) int64 {
	buf := make([]byte, rawStep)
	for off < limit {
		n, err := in.ReadAt(buf[:min(rawStep, limit-off)], off)
		for i := 0; i+3 < n; i++ {
			if buf[i] == 0xff && buf[i+1] == 0xd8 && buf[i+2] == 0xff && buf[i+3] >= 0xc0 && buf[i+3] < 0xff {
				return off + int64(i)
			}
		}
		if err != nil || n < 4 {
			return -1
		}
		off += int64(n) - 3
	}
	return -1
}

// readPSD reads Photoshop's own format.
func readPSD(w *window, info *Info) error {
	head, err := w.at(14, 8)
	if err != nil {
		return err
	}
	info.Height, info.Width = int(binary.BigEndian.Uint32(head)&0x7fffffff), int(binary.BigEndian.Uint32(head[4:])&0x7fffffff)
	info.Frames = 1
	return nil
}
