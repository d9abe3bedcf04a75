package pdq

import "sync"

// The published algorithm blurs a picture with a tent filter (a box twice,
// along rows and along columns) and keeps 64 by 64 points of the result.
// Pictures over 512 pixels are first thinned to 512 by 512 by taking the
// nearest pixel. All of it is linear and acts on each axis alone, so each kept
// point is a weighted sum of few pixels: the weights are computed once for each
// length of side, and every pixel is visited once.

const (
	grid    = 64  // points kept along each axis
	thinned = 512 // the side pictures are thinned to when either is longer
	passes  = 2   // boxes along each axis: two make a tent
)

// window weighs the pixels of one axis that make one kept point: the first
// weight belongs to pixel from.
type window struct {
	from    int
	weights []float32
}

// axis describes how one side of a picture is read.
type axis struct {
	full int  // pixels of the original picture along the side
	have int  // pixels of the plane at hand: fewer if it was shrunk in decoding
	step int  // pixels of the picture that make one of the plane
	thin bool // whether the picture is thinned to 512 first
}

// windowsOf caches windows: pictures of one source share a size.
var windowsOf sync.Map // axis -> *[grid]window

// windows returns the weights of the 64 points of an axis.
func (a axis) windows() *[grid]window {
	if kept, ok := windowsOf.Load(a); ok {
		return kept.(*[grid]window)
	}
	made := a.makeWindows()
	windowsOf.Store(a, made)
	return made
}

func (a axis) makeWindows() *[grid]window {
	n := a.full
	if a.thin {
		n = thinned
	}
	var out [grid]window
	sums := make([]float64, a.have)
	for i := range out {
		clear(sums)
		if n == grid {
			a.place(sums, i, n, 1)
		} else {
			a.spread(sums, int((float64(i)+0.5)*float64(n)/grid), n, 1, passes)
		}
		out[i] = trimmed(sums)
	}
	return &out
}

// spread adds weight, boxed so many times more around position at, to the
// pixels it reaches.
func (a axis) spread(sums []float64, at, n int, weight float64, times int) {
	if times == 0 {
		a.place(sums, at, n, weight)
		return
	}
	size := (n + 2*grid - 1) / (2 * grid)
	right := at + (size+2)/2 - 1
	left := max(0, right-size+1)
	right = min(n-1, right)
	for k := left; k <= right; k++ {
		a.spread(sums, k, n, weight/float64(right-left+1), times-1)
	}
}

// place adds weight to the pixel at hand that stands for position at of n. In a
// plane that was shrunk in decoding it lies between two pixels.
func (a axis) place(sums []float64, at, n int, weight float64) {
	pixel := at * a.full / n
	if a.step == 1 {
		sums[pixel] += weight
		return
	}
	x := (float64(pixel)+0.5)/float64(a.step) - 0.5
	x = min(max(x, 0), float64(a.have-1))
	low := int(x)
	share := x - float64(low)
	sums[low] += weight * (1 - share)
	if share > 0 {
		sums[low+1] += weight * share
	}
}

// trimmed keeps the part of sums that is not zero.
func trimmed(sums []float64) window {
	from, to := 0, len(sums)
	for from < to && sums[from] == 0 {
		from++
	}
	for to > from && sums[to-1] == 0 {
		to--
	}
	w := window{from, make([]float32, to-from)}
	for i := range w.weights {
		w.weights[i] = float32(sums[from+i])
	}
	return w
}
