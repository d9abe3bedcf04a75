package media

import (
	"bufio"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
	"golang.org/x/image/webp"
)

// decoders are Go's own, by media type.
var decoders = map[string]func(io.Reader) (image.Image, error){
	"image/jpeg": jpeg.Decode,
	"image/png":  png.Decode,
	"image/gif":  gif.Decode,
	"image/webp": webp.Decode,
	"image/tiff": tiff.Decode,
	"image/bmp":  bmp.Decode,
}

// decode reads the picture that info was probed from. It runs in a child.
func decode(in io.ReaderAt, size int64, info Info, want Want) (image.Image, error) {
	if info.Variant == cameraRaw {
		return decodeRaw(in, size, info, want)
	}
	read, ok := decoders[info.Type]
	if !ok {
		return nil, refuse(Unsupported, "%s %s", info.Type, elsewhere)
	}
	if info.Pixels() > MaxPixels {
		return nil, refuse(TooLarge, "it claims %d by %d pixels, and %d million are the most", info.Width, info.Height, MaxPixels>>20)
	}
	if info.Type == "image/jpeg" && unread[info.Variant] {
		return nil, refuse(Unsupported, "a JPEG of the %s kind, which no decoder here reads", info.Variant)
	}
	if info.Type == "image/webp" && info.Frames > 1 {
		read = func(io.Reader) (image.Image, error) { return firstOfWebP(in, size, info) }
	}
	picture, err := read(bufio.NewReaderSize(io.NewSectionReader(in, 0, size), 64<<10))
	if err != nil {
		return nil, named(err)
	}
	return upright(shrink(picture, want), info.Orientation), nil
}

// decodeRaw decodes what the camera put into its raw file for looking at. It lies
// as the sensor did, and the file says how that was held, unless the JPEG itself does.
func decodeRaw(in io.ReaderAt, size int64, info Info, want Want) (image.Image, error) {
	shown, found, err := preview(in, size)
	if err != nil {
		return nil, err
	}
	if found.Orientation == 1 {
		found.Orientation = info.Orientation
	}
	return decode(shown, shown.Size(), found, want)
}

// unread are the kinds of JPEG that neither Go nor ffmpeg reads.
var unread = map[string]bool{"arithmetic": true, "12-bit": true, "lossless": true, "height-at-end": true}

// named gives a decoder's error its reason.
func named(err error) error {
	var jpegKind jpeg.UnsupportedError
	var pngKind png.UnsupportedError
	var tiffKind tiff.UnsupportedError
	if errors.As(err, &jpegKind) || errors.As(err, &pngKind) || errors.As(err, &tiffKind) || errors.Is(err, bmp.ErrUnsupported) {
		return refuse(Unsupported, "%v: such a picture %s", err, elsewhere)
	}
	return refuse(Damaged, "%v", err)
}
