package media

import "encoding/binary"

// readPNG takes the size from IHDR, which must come first, and looks among the
// chunks that follow for EXIF and for an animation.
func readPNG(w *window, info *Info) error {
	b, err := w.at(8, 16)
	if err != nil {
		return err
	}
	if string(b[4:8]) != "IHDR" {
		return refuse(Damaged, "its first chunk is %q and should be IHDR", b[4:8])
	}
	width, height := binary.BigEndian.Uint32(b[8:]), binary.BigEndian.Uint32(b[12:])
	if width == 0 || height == 0 || width > 1<<31-1 || height > 1<<31-1 {
		return refuse(Damaged, "its size is %d by %d", width, height)
	}
	info.Width, info.Height, info.Frames = int(width), int(height), 1
	readChunks(w, info)
	return nil
}

// readChunks stops in silence where the chunks stop making sense: the size is known by then.
func readChunks(w *window, info *Info) {
	for off := int64(8); ; {
		b, err := w.at(off, 12)
		if err != nil {
			return
		}
		length := int64(binary.BigEndian.Uint32(b))
		switch string(b[4:8]) {
		case "acTL":
			info.Frames = max(1, int(binary.BigEndian.Uint32(b[8:])&0xffffff))
		case "eXIf":
			if tags, err := readIFD(w, off+8); err == nil && tags.orientation != 0 {
				info.Orientation = tags.orientation
			}
		case "IEND":
			return
		}
		off += 12 + length
	}
}
