package media

import "image"

// Letters on photographs are what the program that reads them is worst at: it parts
// light from dark for whole regions, and a sky or a road behind them wins. What
// people put on pictures is made to be legible, though: strokes that are nearly
// white or nearly black, thin, on something that is not. So the picture is read once
// more with nothing left on it but such strokes, as black on white.

const (
	// lightInk is how light letters are at least. Dark ones are as dark at most.
	lightInk = 190
	// strokePart is how thick a stroke is at most, in parts of the longer side.
	strokePart = 60
	// edge is by how much a stroke is lighter or darker than what lies about it.
	edge = 55
)

// strokes leaves the thin light strokes of the picture as black on white. Those that
// are dark are found in the picture turned inside out.
func strokes(p *image.Gray) *image.Gray {
	size := p.Rect.Size()
	r := max(2, max(size.X, size.Y)/strokePart/2)
	ground := opened(p, r)
	out := image.NewGray(p.Rect)
	for i, v := range p.Pix {
		out.Pix[i] = 0xff
		if v >= lightInk && int(v)-int(ground.Pix[i]) >= edge {
			out.Pix[i] = 0
		}
	}
	return out
}

// opened is the picture without what is light and narrower than twice r: the darkest
// of each neighbourhood, and then the lightest of those.
func opened(p *image.Gray, r int) *image.Gray {
	out := image.NewGray(p.Rect)
	copy(out.Pix, p.Pix)
	for _, darkest := range []bool{true, false} {
		sweep(out, r, darkest)
	}
	return out
}

// sweep puts the darkest or the lightest of 2r+1 neighbours into every place, along
// the rows and then along the columns.
func sweep(p *image.Gray, r int, darkest bool) {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	line := make([]byte, max(w, h))
	queue := make([]int, 0, max(w, h))
	for y := range h {
		extreme(p.Pix[y*p.Stride:], 1, line[:w], queue, r, darkest)
	}
	for x := range w {
		extreme(p.Pix[x:], p.Stride, line[:h], queue, r, darkest)
	}
}

// extreme does so for one row or column, whose places lie step apart. The queue
// holds the places that may still become the extreme one, the best first.
func extreme(pix []byte, step int, line []byte, queue []int, r int, darkest bool) {
	n := len(line)
	for i := range n {
		line[i] = pix[i*step]
		if darkest {
			line[i] ^= 0xff
		}
	}
	queue = queue[:0]
	for i, from := 0, 0; i < n; i++ {
		for ; from < n && from <= i+r; from++ {
			for len(queue) > 0 && line[queue[len(queue)-1]] <= line[from] {
				queue = queue[:len(queue)-1]
			}
			queue = append(queue, from)
		}
		if queue[0] < i-r {
			queue = queue[1:]
		}
		best := line[queue[0]]
		if darkest {
			best ^= 0xff
		}
		pix[i*step] = best
	}
}
