package media

import "encoding/binary"

func readBMP(w *window, info *Info) error {
	b, err := w.at(14, 12)
	if err != nil {
		return err
	}
	info.Frames = 1
	if binary.LittleEndian.Uint32(b) == 12 { // the header of OS/2, with 16-bit sizes
		info.Width, info.Height = int(binary.LittleEndian.Uint16(b[4:])), int(binary.LittleEndian.Uint16(b[6:]))
	} else {
		info.Width, info.Height = int(int32(binary.LittleEndian.Uint32(b[4:]))), int(int32(binary.LittleEndian.Uint32(b[8:])))
	}
	if info.Height < 0 { // stored from the top down
		info.Height = -info.Height
	}
	if info.Width <= 0 || info.Height == 0 {
		return refuse(Damaged, "its size is %d by %d", info.Width, info.Height)
	}
	return nil
}

// readFLAC reads the length from STREAMINFO, which must come first.
func readFLAC(w *window, info *Info) error {
	b, err := w.at(8+10, 8)
	if err != nil {
		return err
	}
	info.Sound = true
	bits := binary.BigEndian.Uint64(b)
	if rate := bits >> 44; rate > 0 {
		info.LengthS = float64(bits&(1<<36-1)) / float64(rate)
	}
	return nil
}
