package media

import (
	"encoding/binary"
	"errors"
)

// chunks calls visit for each chunk from off to the end of the file, with the
// chunk's four-letter name and where its content lies. Stop with errStop.
func chunks(w *window, off int64, visit func(name string, at, length int64) error) error {
	for off+8 <= w.size {
		b, err := w.at(off, 8)
		if err != nil {
			return err
		}
		length := int64(binary.LittleEndian.Uint32(b[4:]))
		if err := visit(string(b[:4]), off+8, length); err != nil {
			if errors.Is(err, errStop) {
				return nil
			}
			return err
		}
		off += 8 + length + length&1
	}
	return nil
}

// errStop ends a walk whose aim is reached.
var errStop = errors.New("stop")

func readWAV(w *window, info *Info) error {
	var rate float64 // bytes a second
	info.Sound = true
	return chunks(w, 12, func(name string, at, length int64) error {
		switch name {
		case "fmt ":
			b, err := w.at(at, 12)
			if err != nil {
				return err
			}
			rate = float64(binary.LittleEndian.Uint32(b[8:]))
		case "data":
			if rate > 0 {
				info.LengthS = float64(min(length, w.size-at)) / rate
			}
			return errStop
		}
		return nil
	})
}

// readAVI reads the main header, which stands first in the first list.
func readAVI(w *window, info *Info) error {
	b, err := w.at(24, 48)
	if err != nil {
		return err
	}
	if string(b[:4]) != "avih" {
		return refuse(Damaged, "its main header is missing")
	}
	micros := binary.LittleEndian.Uint32(b[8:])
	frames := binary.LittleEndian.Uint32(b[24:])
	info.Sound = binary.LittleEndian.Uint32(b[32:]) > 1
	info.LengthS = float64(micros) * float64(frames) / 1e6
	info.Frames = int(frames & 0x7fffffff)
	wide, err := w.at(24+8+32, 8)
	if err != nil {
		return err
	}
	info.Width, info.Height = int(binary.LittleEndian.Uint32(wide)), int(int32(binary.LittleEndian.Uint32(wide[4:])))
	if info.Height < 0 {
		info.Height = -info.Height
	}
	return nil
}

func readWebP(w *window, info *Info) error {
	var millis int
	info.Frames = 1
	animated := 0
	err := chunks(w, 12, func(name string, at, _ int64) error {
		switch name {
		case "VP8 ", "VP8L", "VP8X":
			if info.Width == 0 {
				return readWebPSize(w, name, at, info)
			}
		case "ANMF":
			animated++
			if b, err := w.at(at, 16); err == nil {
				millis += int(b[12]) | int(b[13])<<8 | int(b[14])<<16
			}
		case "EXIF":
			readWebPExif(w, at, info)
		}
		return nil
	})
	if animated > 0 {
		info.Frames, info.LengthS = animated, float64(millis)/1000
	}
	if info.Width != 0 { // the size stands first; damage behind it leaves it standing
		return nil
	}
	if err == nil {
		err = refuse(Damaged, "no chunk says its size")
	}
	return err
}

func readWebPSize(w *window, name string, at int64, info *Info) error {
	b, err := w.at(at, 10)
	if err != nil {
		return err
	}
	switch name {
	case "VP8 ":
		info.Width = int(binary.LittleEndian.Uint16(b[6:]) & 0x3fff)
		info.Height = int(binary.LittleEndian.Uint16(b[8:]) & 0x3fff)
	case "VP8L":
		bits := binary.LittleEndian.Uint32(b[1:])
		info.Width, info.Height = int(bits&0x3fff)+1, int(bits>>14&0x3fff)+1
	case "VP8X":
		info.Width = (int(b[4]) | int(b[5])<<8 | int(b[6])<<16) + 1
		info.Height = (int(b[7]) | int(b[8])<<8 | int(b[9])<<16) + 1
	}
	return nil
}

// readWebPExif allows for the "Exif\0\0" that some writers put before the block.
func readWebPExif(w *window, at int64, info *Info) {
	if b, err := w.at(at, 6); err == nil && string(b) == "Exif\x00\x00" {
		at += 6
	}
	if tags, err := readIFD(w, at); err == nil && tags.orientation != 0 {
		info.Orientation = tags.orientation
	}
}
