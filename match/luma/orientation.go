package luma

import (
	"bytes"
	"encoding/binary"
)

// orientation returns EXIF's orientation of a picture, 1 to 8, or 0 if it states none.
func orientation(b []byte, format string) int {
	switch format {
	case "jpeg":
		return orientationInTIFF(exifOfJPEG(b))
	case "png":
		return orientationInTIFF(exifOfPNG(b))
	case "webp":
		return orientationInTIFF(exifOfWebP(b))
	case "tiff":
		return orientationInTIFF(b)
	}
	return 0
}

const exifHeader = "Exif\x00\x00"

// exifOfJPEG returns the EXIF block of the first APP1 segment that has one.
func exifOfJPEG(b []byte) []byte {
	for at := 2; at+4 <= len(b) && b[at] == 0xff; {
		if b[at+1] == 0xff { // fill bytes may precede a marker
			at++
			continue
		}
		marker, size := b[at+1], int(binary.BigEndian.Uint16(b[at+2:]))
		if marker == markerSOS || size < 2 || at+2+size > len(b) {
			return nil
		}
		segment := b[at+4 : at+2+size]
		if exif, ok := bytes.CutPrefix(segment, []byte(exifHeader)); ok && marker == markerAPP0+1 {
			return exif
		}
		at += 2 + size
	}
	return nil
}

// exifOfPNG returns the contents of the eXIf chunk.
func exifOfPNG(b []byte) []byte {
	for at := 8; at+8 <= len(b); {
		size := int(binary.BigEndian.Uint32(b[at:]))
		if size < 0 || size > len(b)-at-8 {
			return nil
		}
		if string(b[at+4:at+8]) == "eXIf" {
			return b[at+8 : at+8+size]
		}
		at += 8 + size + 4
	}
	return nil
}

// exifOfWebP returns the contents of the EXIF chunk.
func exifOfWebP(b []byte) []byte {
	for at := 12; at+8 <= len(b); {
		size := int(binary.LittleEndian.Uint32(b[at+4:]))
		if size < 0 || size > len(b)-at-8 {
			return nil
		}
		if string(b[at:at+4]) == "EXIF" {
			return bytes.TrimPrefix(b[at+8:at+8+size], []byte(exifHeader))
		}
		at += 8 + size + size%2
	}
	return nil
}

const tagOrientation = 0x0112

// orientationInTIFF looks the orientation up in the first directory of a TIFF
// or EXIF block.
func orientationInTIFF(b []byte) int {
	if len(b) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.LittleEndian
	if b[0] == 'M' {
		order = binary.BigEndian
	}
	at := int(order.Uint32(b[4:]))
	if at < 8 || at > len(b)-2 {
		return 0
	}
	entries := int(order.Uint16(b[at:]))
	for at += 2; entries > 0 && at+12 <= len(b); entries, at = entries-1, at+12 {
		if order.Uint16(b[at:]) == tagOrientation {
			return int(order.Uint16(b[at+8:]))
		}
	}
	return 0
}
