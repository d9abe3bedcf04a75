package main

import (
	"image"
	"image/color"
	"image/draw"
	"log"

	"golang.org/x/image/font"
)

// manner is how people write on pictures.
type manner struct {
	name   string
	ink    color.Color
	border int         // pixels of black around the letters
	box    color.Color // what the letters stand on; nil for the photograph
}

var manners = []manner{
	{"white with a black border", color.White, 2, nil},
	{"white without a border", color.White, 0, nil},
	{"yellow with a black border", color.RGBA{255, 230, 0, 255}, 2, nil},
	{"white on a dark box", color.White, 0, color.RGBA{0, 0, 0, 160}},
	{"black on a white box", color.Black, 0, color.White},
	{"white on a red box", color.White, 0, color.RGBA{200, 16, 16, 255}},
}

// caption writes the line near the lower edge, in the middle, a twentieth of the
// picture's width high, or as wide as there is room.
func caption(photo *image.RGBA, m manner, line string) *image.RGBA {
	out := image.NewRGBA(photo.Rect)
	draw.Draw(out, out.Rect, photo, image.Point{}, draw.Src)
	size := float64(photo.Rect.Dx()) / 22
	face, err := letters(size)
	if err != nil {
		log.Fatal(err)
	}
	wide := font.MeasureString(face, line).Ceil()
	if room := photo.Rect.Dx() * 9 / 10; wide > room {
		size *= float64(room) / float64(wide)
		if face, err = letters(size); err != nil {
			log.Fatal(err)
		}
		wide = font.MeasureString(face, line).Ceil()
	}
	x, y := (photo.Rect.Dx()-wide)/2, photo.Rect.Dy()*9/10
	if m.box != nil {
		high := int(size)
		draw.Draw(out, image.Rect(x-high/2, y-high-high/4, x+wide+high/2, y+high/2), image.NewUniform(m.box), image.Point{}, draw.Over)
	}
	for dy := -m.border; dy <= m.border; dy++ {
		for dx := -m.border; dx <= m.border; dx++ {
			write(out, face, image.Black, x+dx, y+dy, line)
		}
	}
	write(out, face, image.NewUniform(m.ink), x, y, line)
	return out
}
