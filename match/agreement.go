package match

import (
	"math"
	"slices"
)

// agreement is what the blocks of an overlay say. Blocks where neither picture
// has anything to see say nothing: two dark pictures are not one.
type agreement struct {
	sheet    sheet   // what each block says
	telling  int     // blocks with something to see in either picture, a patch laid over it aside
	agreeing int     // of these, the ones where both show the same
	framed   float64 // part of the first picture that lies within the second's frame
	shared   float64 // of framed, what does not differ
	match    moments // shades of the agreeing blocks
	differ   []Box   // where they differ, in the first picture
}

const (
	blockSide  = 8    // pixels of a block's side
	plainSigma = 4.0  // shades by which a plain block's pixels vary at most
	plainGap   = 28.0 // shades by which two plain blocks may differ in mean
	sameBlock  = 0.62 // correlation from which two blocks show the same
)

// share is the part of the telling blocks that agree.
func (g agreement) share() float64 {
	if g.telling == 0 {
		return 0
	}
	return float64(g.agreeing) / float64(g.telling)
}

// judge compares the overlay block by block.
func (o *overlay) judge() agreement {
	var g agreement
	t := o.tone()
	g.framed = o.covered()
	g.shared = g.framed
	o.trim()
	edge := o.blockEdge()
	area := 1 / float64(o.w*o.h)
	g.sheet.across = ceil(o.w, edge)
	for y := 0; y < o.h; y += edge {
		for x := 0; x < o.w; x += edge {
			box := [4]int{x, y, min(x+edge, o.w), min(y+edge, o.h)}
			m := o.block(box)
			if m.n < float64(edge*edge)/2 {
				g.sheet.blocks = append(g.sheet.blocks, plain)
				continue
			}
			g.take(m, t, area, Box{float64(box[0]) / float64(o.w), float64(box[1]) / float64(o.h), float64(box[2]) / float64(o.w), float64(box[3]) / float64(o.h)})
		}
	}
	g.telling, g.agreeing = g.sheet.outside(g.sheet.patch())
	return g
}

func ceil(n, by int) int { return (n + by - 1) / by }

// take adds a block's evidence.
func (g *agreement) take(m moments, t tone, area float64, box Box) {
	said := differs
	switch flat := m.varA() < plainSigma*plainSigma && t.gain*t.gain*m.varB() < plainSigma*plainSigma; {
	case flat && math.Abs(m.a/m.n-t.gain*m.b/m.n-t.offset) < plainGap:
		said = plain
	case !flat && m.correlation() >= sameBlock:
		said = agrees
		g.match.join(m)
	}
	g.sheet.blocks = append(g.sheet.blocks, said)
	if said == differs {
		g.differ = append(g.differ, box)
		g.shared -= m.n * area
	}
}

// trim leaves out the pixels along the edge of what the pictures share: they
// may be made half of what lies beyond.
func (o *overlay) trim() {
	whole := slices.Clone(o.b)
	for y := range o.h {
		for x := range o.w {
			i := y*o.w + x
			if x > 0 && whole[i-1] == outside || x+1 < o.w && whole[i+1] == outside ||
				y > 0 && whole[i-o.w] == outside || y+1 < o.h && whole[i+o.w] == outside {
				o.b[i] = outside
			}
		}
	}
}

// covered is the part of the first picture's pixels that the second has too.
func (o *overlay) covered() float64 {
	n := 0
	for _, b := range o.b {
		if b != outside {
			n++
		}
	}
	return float64(n) / float64(len(o.b))
}

// block gathers the shades of one block that both pictures have.
func (o *overlay) block(box [4]int) moments {
	var m moments
	for y := box[1]; y < box[3]; y++ {
		for x := box[0]; x < box[2]; x++ {
			if b := o.b[y*o.w+x]; b != outside {
				m.add(float64(o.a[y*o.w+x]), float64(b), 1)
			}
		}
	}
	return m
}

// blockEdge makes blocks smaller where the pictures share little, so that a
// picture quoted small still has blocks enough to be told.
func (o *overlay) blockEdge() int {
	return min(blockSide, max(5, int(math.Sqrt(o.covered()*float64(len(o.b)))/8)))
}

// tone matches the shades of the two, pixels that disagree with the first guess
// weighing little in the second.
func (o *overlay) tone() tone {
	all := o.moments()
	if all.n == 0 {
		return tone{1, 0}
	}
	t := all.tone()
	loose := max(4, math.Sqrt(all.varA())/2)
	var m moments
	for i, b := range o.b {
		if b == outside {
			continue
		}
		miss := (float64(o.a[i]) - t.gain*float64(b) - t.offset) / loose
		m.add(float64(o.a[i]), float64(b), 1/(1+miss*miss))
	}
	return m.tone()
}
