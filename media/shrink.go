package media

import (
	"image"
	"image/draw"

	xdraw "golang.org/x/image/draw"
)

// shrink returns the picture on white as *image.RGBA, or its luma as
// *image.Gray, with no side above want.Max. It reduces by a whole factor first,
// a strip at a time, so that a large picture never stands in memory twice.
func shrink(src image.Image, want Want) image.Image {
	size := src.Bounds().Size()
	target := fit(size, want.Max)
	factor := max(1, min(size.X/target.X, size.Y/target.Y))
	small := reduce(src, factor)
	if small.Bounds().Size() != target {
		exact := image.NewRGBA(image.Rectangle{Max: target})
		xdraw.BiLinear.Scale(exact, exact.Bounds(), small, small.Bounds(), xdraw.Src, nil)
		small = exact
	}
	if want.Grey {
		return luma(small)
	}
	return small
}

// fit is the size scaled to have no side above most; 0 leaves it.
func fit(size image.Point, most int) image.Point {
	long := max(size.X, size.Y)
	if most <= 0 || long <= most {
		return size
	}
	return image.Pt(max(1, (size.X*most+long/2)/long), max(1, (size.Y*most+long/2)/long))
}

// reduce averages squares of factor by factor pixels. What is left over at the
// right and lower edge, less than a square, is left out.
func reduce(src image.Image, factor int) *image.RGBA {
	b := src.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, max(1, b.Dx()/factor), max(1, b.Dy()/factor)))
	if factor == 1 {
		paint(out, src, b.Min)
		return out
	}
	strip := image.NewRGBA(image.Rect(0, 0, b.Dx(), factor))
	sums := make([]uint32, out.Bounds().Dx()*3)
	for y := range out.Bounds().Dy() {
		paint(strip, src, image.Pt(b.Min.X, b.Min.Y+y*factor))
		clear(sums)
		for row := range factor {
			addRow(sums, strip.Pix[row*strip.Stride:], factor)
		}
		mean(out.Pix[y*out.Stride:][:out.Stride], sums, uint32(factor*factor))
	}
	return out
}

// paint draws what lies at from upon white.
func paint(dst *image.RGBA, src image.Image, from image.Point) {
	draw.Draw(dst, dst.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(dst, dst.Rect, src, from, draw.Over)
}

func addRow(sums []uint32, row []byte, factor int) {
	at := 0
	for x := 0; x < len(sums); x += 3 {
		var r, g, b uint32
		for range factor {
			r, g, b = r+uint32(row[at]), g+uint32(row[at+1]), b+uint32(row[at+2])
			at += 4
		}
		sums[x] += r
		sums[x+1] += g
		sums[x+2] += b
	}
}

func mean(row []byte, sums []uint32, n uint32) {
	for x := 0; x*4 < len(row); x++ {
		for c := range 3 {
			row[x*4+c] = byte((sums[x*3+c] + n/2) / n)
		}
		row[x*4+3] = 0xff
	}
}

// luma is the picture's brightness by ITU-R BT.601, as JPEG and PDQ have it.
func luma(p *image.RGBA) *image.Gray {
	out := image.NewGray(p.Rect)
	for i := range out.Pix {
		px := p.Pix[i*4:][:3]
		out.Pix[i] = byte((19595*uint32(px[0]) + 38470*uint32(px[1]) + 7471*uint32(px[2]) + 1<<15) >> 16)
	}
	return out
}
