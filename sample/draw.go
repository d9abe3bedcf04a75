package sample

import (
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"

	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"
)

// A picture of the practice case: a street with houses, and people made of five
// strokes. Everything follows from the seed, so that the same bytes are drawn
// on every machine.
type scene struct {
	width, height int
	people        int
	seed          uint64
	label         string
	step          int // how far to the left the camera has moved since the first shot: what is near shifts by as many pixels
}

// drawnNotice is written upon every drawn picture.
const drawnNotice = "DRAWN FOR PRACTICE - NOT A PHOTOGRAPH"

// draw paints the scene.
func (s scene) draw() *image.RGBA {
	p := painter{RGBA: image.NewRGBA(image.Rect(0, 0, s.width, s.height)), random: rand.New(rand.NewPCG(s.seed, s.seed)), step: s.step}
	horizon := s.height * 11 / 20
	p.sky(horizon)
	p.houses(horizon)
	p.road(horizon)
	for i := range s.people {
		x := s.width * (2*i + 1) / (2 * s.people)
		x, y := x+p.random.IntN(20)-10, horizon+s.height/12+p.random.IntN(s.height/5)
		p.person(x+p.shift(y, horizon), y, s.height/6)
	}
	p.write(s.label, 12, s.height-36, color.RGBA{250, 250, 240, 255})
	sign(p.RGBA)
	return p.RGBA
}

// sign writes on the picture that it is drawn.
func sign(m *image.RGBA) {
	painter{RGBA: m}.write(drawnNotice, 12, m.Rect.Dy()-16, color.RGBA{255, 214, 92, 255})
}

// painter draws plain shapes in its own random hues.
type painter struct {
	*image.RGBA
	random *rand.Rand
	step   int
}

// shift is by how much what stands at the height y has moved since the first shot:
// the near edge by the whole step, the houses hardly.
func (p painter) shift(y, horizon int) int {
	far := p.step / 4
	return far + (p.step-far)*max(y-horizon, 0)/(p.Rect.Dy()-horizon)
}

func (p painter) fill(r image.Rectangle, c color.Color) {
	draw.Draw(p.RGBA, r, image.NewUniform(c), image.Point{}, draw.Over)
}

func (p painter) hue(base uint8) color.RGBA {
	vary := func() uint8 { return base + uint8(p.random.IntN(60)) }
	return color.RGBA{vary(), vary(), vary(), 255}
}

func (p painter) sky(horizon int) {
	for y := range horizon {
		shade := uint8(150 + 80*y/horizon)
		p.fill(image.Rect(0, y, p.Rect.Dx(), y+1), color.RGBA{shade - 30, shade - 10, shade, 255})
	}
}

// houses stand side by side, each with its own width, height and windows.
func (p painter) houses(horizon int) {
	for x := p.shift(horizon, horizon); x < p.Rect.Dx(); {
		w, h := 60+p.random.IntN(90), horizon/3+p.random.IntN(horizon/2)
		p.fill(image.Rect(x, horizon-h, x+w, horizon), p.hue(70))
		for wy := horizon - h + 12; wy < horizon-24; wy += 28 {
			for wx := x + 10; wx < x+w-16; wx += 24 {
				if p.random.IntN(5) > 0 {
					p.fill(image.Rect(wx, wy, wx+12, wy+16), p.hue(170))
				}
			}
		}
		x += w + p.random.IntN(12)
	}
}

// road is paved with stones, so that no two places on it look alike.
func (p painter) road(horizon int) {
	p.fill(image.Rect(0, horizon, p.Rect.Dx(), p.Rect.Dy()), color.RGBA{92, 92, 98, 255})
	for range p.Rect.Dx() * 2 {
		x, y := p.random.IntN(p.Rect.Dx()), horizon+p.random.IntN(p.Rect.Dy()-horizon)
		x += p.shift(y, horizon)
		p.fill(image.Rect(x, y, x+3+p.random.IntN(9), y+2+p.random.IntN(4)), p.hue(64))
	}
}

// person is a head, a body, two arms and two legs, size pixels tall.
func (p painter) person(x, y, size int) {
	coat, dark := p.hue(130), color.RGBA{24, 24, 30, 255}
	unit := size / 8
	p.disc(x, y-7*unit, unit, color.RGBA{222, 184, 150, 255})
	p.fill(image.Rect(x-unit, y-6*unit, x+unit, y-3*unit), coat)
	p.fill(image.Rect(x-2*unit, y-6*unit, x-unit, y-4*unit), coat)
	p.fill(image.Rect(x+unit, y-6*unit, x+2*unit, y-4*unit), coat)
	p.fill(image.Rect(x-unit, y-3*unit, x-unit/4, y), dark)
	p.fill(image.Rect(x+unit/4, y-3*unit, x+unit, y), dark)
}

func (p painter) disc(cx, cy, r int, c color.Color) {
	for y := -r; y <= r; y++ {
		for x := -r; x <= r; x++ {
			if x*x+y*y <= r*r {
				p.Set(cx+x, cy+y, c)
			}
		}
	}
}

func (p painter) write(text string, x, y int, c color.Color) {
	d := font.Drawer{Dst: p.RGBA, Src: image.NewUniform(c), Face: basicfont.Face7x13, Dot: fixed.P(x, y)}
	width := d.MeasureString(text).Ceil()
	p.fill(image.Rect(x-6, y-14, x+width+6, y+6), color.RGBA{0, 0, 0, 170})
	d.DrawString(text)
}
