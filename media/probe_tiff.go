package media

import "encoding/binary"

// ifd is what is wanted of a TIFF directory.
type ifd struct {
	width, height, orientation int
	subfile, compression       int
	maker, nested, dng         bool // who made the camera; further directories; Adobe's raw format
}

// The tags of those.
const (
	tagWidth       = 0x100
	tagHeight      = 0x101
	tagOrientation = 0x112
)

// maxTags bounds a directory; cameras write some dozens of entries.
const maxTags = 512

func readTIFF(w *window, info *Info) error {
	tags, err := readIFD(w, 0)
	if err != nil {
		return err
	}
	info.Orientation = tags.orientation
	if tags.raw() {
		info.Type = "image/x-raw"
		return readRaw(w, info)
	}
	info.Width, info.Height, info.Frames = tags.width, tags.height, 1
	if tags.width == 0 || tags.height == 0 {
		return refuse(Damaged, "its size is not said")
	}
	return nil
}

// readIFD reads the first directory of the TIFF structure that begins at base,
// which is a whole file or an EXIF block inside another.
func readIFD(w *window, base int64) (ifd, error) {
	head, err := w.at(base, 8)
	if err != nil {
		return ifd{}, err
	}
	order, err := byteOrder(head)
	if err != nil {
		return ifd{}, err
	}
	off := base + int64(order.Uint32(head[4:]))
	count, err := w.at(off, 2)
	if err != nil {
		return ifd{}, err
	}
	var tags ifd
	for i := range min(int(order.Uint16(count)), maxTags) {
		entry, err := w.at(off+2+12*int64(i), 12)
		if err != nil {
			return tags, err
		}
		tags.take(order, entry)
	}
	return tags, nil
}

func byteOrder(head []byte) (binary.ByteOrder, error) {
	switch string(head[:4]) {
	case "II*\x00", "IIRO", "IIRS", "IIU\x00": // the latter three are Olympus's and Panasonic's raw files
		return binary.LittleEndian, nil
	case "MM\x00*":
		return binary.BigEndian, nil
	}
	return nil, refuse(Damaged, "a TIFF structure begins with %q", head[:4])
}

func (t *ifd) take(order binary.ByteOrder, entry []byte) {
	value := int(order.Uint32(entry[8:]))
	if order.Uint16(entry[2:]) == 3 { // SHORT
		value = int(order.Uint16(entry[8:]))
	}
	switch order.Uint16(entry) {
	case tagWidth:
		t.width = value
	case tagHeight:
		t.height = value
	case tagOrientation:
		t.orientation = value
	case tagSubfile:
		t.subfile = value
	case tagCompression:
		t.compression = value
	case tagMake:
		t.maker = true
	case tagSubIFDs:
		t.nested = true
	case tagDNGVersion:
		t.dng = true
	}
}
