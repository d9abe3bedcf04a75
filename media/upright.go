package media

import "image"

// upright turns the picture as its EXIF orientation asks for, 1 to 8.
func upright(src image.Image, orientation int) image.Image {
	if orientation <= 1 || orientation > 8 {
		return src
	}
	pix, depth := pixelsOf(src)
	size := src.Bounds().Size()
	out := size
	if orientation >= 5 {
		out = image.Pt(size.Y, size.X)
	}
	turned := make([]byte, len(pix))
	for y := range out.Y {
		for x := range out.X {
			from := stored(orientation, x, y, size)
			copy(turned[(y*out.X+x)*depth:][:depth], pix[(from.Y*size.X+from.X)*depth:])
		}
	}
	bounds := image.Rectangle{Max: out}
	if depth == 1 {
		return &image.Gray{Pix: turned, Stride: out.X, Rect: bounds}
	}
	return &image.RGBA{Pix: turned, Stride: out.X * 4, Rect: bounds}
}

// stored is where the pixel that is shown at x, y lies in the stored picture of that size.
func stored(orientation, x, y int, size image.Point) image.Point {
	right, bottom := size.X-1, size.Y-1
	switch orientation {
	case 2:
		return image.Pt(right-x, y)
	case 3:
		return image.Pt(right-x, bottom-y)
	case 4:
		return image.Pt(x, bottom-y)
	case 5:
		return image.Pt(y, x)
	case 6:
		return image.Pt(y, bottom-x)
	case 7:
		return image.Pt(right-y, bottom-x)
	case 8:
		return image.Pt(right-y, x)
	}
	return image.Pt(x, y)
}
