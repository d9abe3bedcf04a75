package media

import (
	"bytes"
	"encoding/binary"
	"image"
	"io"

	"golang.org/x/image/webp"
)

// frameHead is how many bytes say where a frame of a moving WebP lies, and how long.
const frameHead = 16

// firstOfWebP decodes the first frame of a WebP that moves, on its canvas. The frame
// is taken out and made a file of its own, which is what the decoder reads.
func firstOfWebP(in io.ReaderAt, size int64, info Info) (image.Image, error) {
	w := &window{from: in, size: size, left: probeBudget}
	var frame []byte
	err := chunks(w, 12, func(name string, at, length int64) error {
		if name != "ANMF" {
			return nil
		}
		if length < frameHead || length > size-at {
			return refuse(Damaged, "its first frame has %d bytes of the %d left", length, size-at)
		}
		frame = make([]byte, length)
		if _, err := in.ReadAt(frame, at); err != nil {
			return err
		}
		return errStop
	})
	if err != nil {
		return nil, err
	}
	if frame == nil {
		return nil, refuse(Damaged, "it has no frame")
	}
	still, err := webp.Decode(bytes.NewReader(alone(frame)))
	if err != nil {
		return nil, err
	}
	canvas := image.NewRGBA(image.Rect(0, 0, info.Width, info.Height))
	if info.Orientation >= 5 { // it is turned afterwards
		canvas = image.NewRGBA(image.Rect(0, 0, info.Height, info.Width))
	}
	paint(canvas, still, still.Bounds().Min.Sub(image.Pt(2*uint24(frame), 2*uint24(frame[3:]))))
	return canvas, nil
}

// alone makes a frame a still picture.
func alone(frame []byte) []byte {
	const extended, alpha = 10, 0x10
	body := []byte("WEBP")
	if bytes.HasPrefix(frame[frameHead:], []byte("ALPH")) {
		head := make([]byte, extended)
		head[0] = alpha
		copy(head[4:], frame[6:12]) // width and height, each less one
		body = append(append(binary.LittleEndian.AppendUint32(append(body, "VP8X"...), extended), head...), frame[frameHead:]...)
	} else {
		body = append(body, frame[frameHead:]...)
	}
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
}

// uint24 is a number of three bytes, as WebP writes it.
func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }
