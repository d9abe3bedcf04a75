package media

import (
	"bytes"
	"encoding/binary"
)

// readJPEG walks the segments to the start of frame, taking the orientation
// from the EXIF segment on the way.
func readJPEG(w *window, info *Info) error {
	info.Frames = 1
	for off := int64(2); ; {
		head, err := w.at(off, 4)
		if err != nil {
			return err
		}
		if head[0] != 0xff {
			return refuse(Damaged, "a segment should begin at byte %d", off)
		}
		marker := head[1]
		length := int64(binary.BigEndian.Uint16(head[2:]))
		switch {
		case marker == 0xff: // padding before a marker
			off++
			continue
		case marker == 0x01 || marker >= 0xd0 && marker <= 0xd8: // these carry no length
			off += 2
			continue
		case marker == 0xda || marker == 0xd9:
			return refuse(Damaged, "the picture begins before its size is said")
		case length < 2:
			return refuse(Damaged, "a segment at byte %d is shorter than its own length", off)
		case startsFrame(marker):
			return readSOF(w, off+4, marker, info)
		case marker == 0xe1:
			readExifSegment(w, off+4, length-2, info)
		}
		off += 2 + length
	}
}

// startsFrame: the SOF markers, without DHT (c4), JPG (c8) and DAC (cc) which share their range.
func startsFrame(m byte) bool { return m >= 0xc0 && m <= 0xcf && m != 0xc4 && m != 0xc8 && m != 0xcc }

func readSOF(w *window, off int64, marker byte, info *Info) error {
	b, err := w.at(off, 6)
	if err != nil {
		return err
	}
	info.Height = int(binary.BigEndian.Uint16(b[1:]))
	info.Width = int(binary.BigEndian.Uint16(b[3:]))
	switch {
	case info.Height == 0:
		info.Variant = "height-at-end"
	case marker >= 0xc9:
		info.Variant = "arithmetic"
	case b[0] != 8:
		info.Variant = "12-bit"
	case marker == 0xc3 || marker >= 0xc5:
		info.Variant = "lossless" // or hierarchical, which is as rare
	case b[5] == 4:
		info.Variant = "cmyk"
	case marker == 0xc2:
		info.Variant = "progressive"
	}
	if info.Width == 0 {
		return refuse(Damaged, "its size is %d by %d", info.Width, info.Height)
	}
	return nil
}

// readExifSegment takes the orientation where there is one; damaged EXIF says
// nothing about the picture, so it is passed over.
func readExifSegment(w *window, off, length int64, info *Info) {
	if mark, err := w.at(off, 6); err != nil || length < 14 || !bytes.Equal(mark, []byte("Exif\x00\x00")) {
		return
	}
	if tags, err := readIFD(w, off+6); err == nil && tags.orientation != 0 {
		info.Orientation = tags.orientation
	}
}
