package match

import (
	"math"
	"math/bits"
	"math/rand/v2"

	"github.com/atleast-desk/atleast/match/luma"
)

// looks describes the surroundings of a landmark by 256 comparisons of the
// shades of two places each, all turned with the landmark's lean (after ORB, by
// Rublee and others, 2011). Comparison i+128 is the mirror image of comparison
// i, so that the looks in a mirror are the two halves exchanged.
type looks [4]uint64

// distance is the number of comparisons that come out differently.
func (l *looks) distance(o *looks) int {
	return bits.OnesCount64(l[0]^o[0]) + bits.OnesCount64(l[1]^o[1]) + bits.OnesCount64(l[2]^o[2]) + bits.OnesCount64(l[3]^o[3])
}

// mirrored is how the same place looks in a mirror.
func (l looks) mirrored() looks { return looks{l[2], l[3], l[0], l[1]} }

const (
	reach = 12 // pixels from the landmark that are compared
	leans = 64 // directions the comparisons are turned to
)

// comparison is two places relative to a landmark.
type comparison struct{ x0, y0, x1, y1 int8 }

// comparisons holds the 256 comparisons turned to each lean.
var comparisons = func() (all [leans][256]comparison) {
	rng := rand.New(rand.NewPCG(7, 11))
	place := func() (float64, float64) {
		for {
			x, y := rng.NormFloat64()*reach/2, rng.NormFloat64()*reach/2
			if math.Hypot(x, y) < reach-0.5 {
				return x, y
			}
		}
	}
	for i := range 128 {
		x0, y0 := place()
		x1, y1 := place()
		for lean := range all {
			sin, cos := math.Sincos(2 * math.Pi * float64(lean) / leans)
			turn := func(x, y float64) (int8, int8) {
				return int8(math.Round(cos*x - sin*y)), int8(math.Round(sin*x + cos*y))
			}
			for half, flip := range [2]float64{1, -1} {
				c := &all[lean][i+128*half]
				c.x0, c.y0 = turn(x0, flip*y0)
				c.x1, c.y1 = turn(x1, flip*y1)
			}
		}
	}
	return all
}()

// describeAt describes the landmark at a pixel of a level, from the level as it
// is and blurred.
func describeAt(p, soft luma.Plane, x, y, level int) landmark {
	lean := leanAt(soft, x, y)
	m := landmark{
		x:     uint16((float64(x) + 0.5) / float64(p.W) * math.MaxUint16),
		y:     uint16((float64(y) + 0.5) / float64(p.H) * math.MaxUint16),
		level: uint8(level), lean: lean,
	}
	turned := &comparisons[(int(lean)*leans+128)/256%leans]
	for i := range turned {
		c := &turned[i]
		a := soft.Pix[(y+int(c.y0))*soft.W+x+int(c.x0)]
		b := soft.Pix[(y+int(c.y1))*soft.W+x+int(c.x1)]
		if a < b {
			m.looks[i/64] |= 1 << (i % 64)
		}
	}
	return m
}

// leanAt is the direction from a pixel to the centre of brightness around it,
// 256 for a full circle.
func leanAt(p luma.Plane, x, y int) uint8 {
	var mx, my int
	for dy := -reach; dy <= reach; dy++ {
		half := leanHalf[dy+reach]
		row := p.Row(y + dy)[x-half : x+half+1]
		sum := 0
		for i, v := range row {
			sum += int(v)
			mx += (i - half) * int(v)
		}
		my += dy * sum
	}
	return uint8(int(math.Round(math.Atan2(float64(my), float64(mx))*128/math.Pi)) & 255)
}

// leanHalf is half the width of a disc at each of its rows.
var leanHalf = func() (half [2*reach + 1]int) {
	for i := range half {
		dy := float64(i - reach)
		half[i] = int(math.Sqrt(reach*reach - dy*dy))
	}
	return half
}()

// blurred is the mean of 5 by 5 pixels around each, edges left as they are.
func blurred(p luma.Plane) luma.Plane {
	mid := make([]uint16, len(p.Pix))
	for y := range p.H {
		row, out := p.Row(y), mid[y*p.W:(y+1)*p.W]
		for x := 2; x < p.W-2; x++ {
			out[x] = uint16(row[x-2]) + uint16(row[x-1]) + uint16(row[x]) + uint16(row[x+1]) + uint16(row[x+2])
		}
	}
	soft := luma.NewPlane(p.W, p.H)
	copy(soft.Pix, p.Pix)
	for y := 2; y < p.H-2; y++ {
		out := soft.Row(y)
		for x := 2; x < p.W-2; x++ {
			i := y*p.W + x
			sum := uint32(mid[i-2*p.W]) + uint32(mid[i-p.W]) + uint32(mid[i]) + uint32(mid[i+p.W]) + uint32(mid[i+2*p.W])
			out[x] = uint8((sum + 12) / 25)
		}
	}
	return soft
}
