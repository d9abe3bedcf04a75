package mangle

import (
	"image"
	"image/color"
	"math/rand/v2"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// bars puts black bars beside and above the picture, each the given part of its side.
func bars(beside, above float64) func(*image.RGBA, *rand.Rand) *image.RGBA {
	return func(img *image.RGBA, _ *rand.Rand) *image.RGBA {
		w, h := img.Rect.Dx(), img.Rect.Dy()
		dx, dy := int(float64(w)*beside), int(float64(h)*above)
		out := canvas(w+2*dx, h+2*dy, color.Black)
		paste(out, image.Rect(dx, dy, dx+w, dy+h), img)
		return out
	}
}

var words = []string{"LIVE", "footage", "shared", "by", "witnesses", "near", "the", "river", "shows", "damaged", "vehicles", "on", "Monday", "evening", "officials", "say", "unconfirmed"}

func sentence(rng *rand.Rand, n int) string {
	s := ""
	for range n {
		s += words[rng.IntN(len(words))] + " "
	}
	return s
}

// caption puts a white bar with two lines of black writing above the picture.
func caption(img *image.RGBA, rng *rand.Rand) *image.RGBA {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	bar := h / 5
	out := canvas(w, h+bar, color.White)
	paste(out, image.Rect(0, bar, w, bar+h), img)
	write(out, bar/12, bar*2/5, bar*3/10, color.Black, sentence(rng, 5))
	write(out, bar/12, bar*4/5, bar*3/10, color.Black, sentence(rng, 5))
	return out
}

// phone shows the picture as a post on a phone's screen: a status bar, a name,
// the picture across the whole width, writing and buttons below.
func phone(img *image.RGBA, rng *rand.Rand) *image.RGBA {
	const w, h = 540, 1100
	paper, ink := color.Color(color.White), color.Color(color.Black)
	if rng.IntN(2) == 0 {
		paper, ink = color.RGBA{18, 18, 20, 255}, color.White
	}
	out := canvas(w, h, paper)
	write(out, 30, 30, 20, ink, "9:41")
	write(out, 440, 30, 20, ink, "LTE 83%")
	fill(out, image.Rect(20, 60, 70, 110), color.RGBA{90, 120, 200, 255})
	write(out, 84, 94, 24, ink, "channel "+sentence(rng, 1))
	high := min(w*img.Rect.Dy()/img.Rect.Dx(), 720)
	wide := high * img.Rect.Dx() / img.Rect.Dy()
	left := (w - wide) / 2
	paste(out, image.Rect(left, 130, left+wide, 130+high), img)
	for line := range 3 {
		write(out, 20, 170+high+34*line, 24, ink, sentence(rng, 5))
	}
	for i := range 4 {
		fill(out, image.Rect(40+130*i, h-70, 80+130*i, h-30), color.RGBA{120, 120, 125, 255})
	}
	return out
}

// logo puts a broadcaster's mark into a corner.
func logo(img *image.RGBA, rng *rand.Rand) *image.RGBA {
	out := RGBA(img)
	w, h := img.Rect.Dx(), img.Rect.Dy()
	lw, lh := w*18/100, h*12/100
	x, y := w*3/100, h*4/100
	if rng.IntN(2) == 0 {
		x = w - x - lw
	}
	if rng.IntN(2) == 0 {
		y = h - y - lh
	}
	fill(out, image.Rect(x, y, x+lw, y+lh), color.RGBA{200, 20, 30, 255})
	write(out, x+lw/10, y+lh*3/4, lh*2/3, color.White, "NEWS")
	return out
}

// banner covers the lowest 12 hundredths with a line of writing.
func banner(img *image.RGBA, rng *rand.Rand) *image.RGBA {
	out := RGBA(img)
	w, h := img.Rect.Dx(), img.Rect.Dy()
	high := h * 12 / 100
	fill(out, image.Rect(0, h-high, w, h), color.RGBA{20, 40, 120, 255})
	write(out, w/50, h-high/4, high*2/3, color.White, sentence(rng, 6))
	return out
}

var bold = sync.OnceValue(func() *opentype.Font {
	f, err := opentype.Parse(gobold.TTF)
	if err != nil {
		panic("mangle: the built-in font: " + err.Error())
	}
	return f
})

// write draws a line of text of the given height, its baseline at y.
func write(img *image.RGBA, x, y, size int, c color.Color, text string) {
	face, err := opentype.NewFace(bold(), &opentype.FaceOptions{Size: float64(max(size, 4)), DPI: 72})
	if err != nil {
		panic("mangle: the built-in font: " + err.Error())
	}
	defer face.Close()
	d := font.Drawer{Dst: img, Src: image.NewUniform(c), Face: face, Dot: fixed.P(x, y)}
	d.DrawString(text)
}
