package media

import (
	"encoding/binary"
	"errors"
)

// readGIF walks the blocks to count the pictures and add up how long each is
// shown. A file too long to walk keeps its size, with Frames and LengthS unsaid.
func readGIF(w *window, info *Info) error {
	b, err := w.at(6, 7)
	if err != nil {
		return err
	}
	info.Width, info.Height = int(binary.LittleEndian.Uint16(b)), int(binary.LittleEndian.Uint16(b[2:]))
	frames, hundredths, err := walkGIF(w, 13+colourTable(b[4]))
	if errors.Is(err, errBudget) {
		return nil
	}
	if err != nil && frames == 0 {
		return err
	}
	info.Frames = frames
	if frames > 1 {
		info.LengthS = float64(hundredths) / 100
	}
	return nil
}

// colourTable is the length of a colour table in bytes, from the flags that declare it.
func colourTable(flags byte) int64 {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

func walkGIF(w *window, off int64) (frames, hundredths int, err error) {
	for {
		b, err := w.upTo(off, 10)
		switch {
		case err != nil:
			return frames, hundredths, err
		case len(b) < 2 || b[0] == 0x3b: // the trailer, or a file that lacks one
			return frames, hundredths, nil
		case b[0] == 0x21:
			if b[1] == 0xf9 && len(b) >= 6 {
				hundredths += int(binary.LittleEndian.Uint16(b[4:]))
			}
			off += 2
		case b[0] == 0x2c && len(b) == 10:
			frames++
			off += 11 + colourTable(b[9])
		default:
			return frames, hundredths, refuse(Damaged, "a block at byte %d begins with %#x", off, b[0])
		}
		if off, err = skipSubBlocks(w, off); err != nil {
			return frames, hundredths, err
		}
	}
}

// skipSubBlocks returns the offset after the empty sub-block that ends a run of them.
func skipSubBlocks(w *window, off int64) (int64, error) {
	for {
		b, err := w.at(off, 1)
		if err != nil {
			return off, err
		}
		off += 1 + int64(b[0])
		if b[0] == 0 {
			return off, nil
		}
	}
}
