package match

// A logo, a banner or a caption laid over a copy covers a rectangle in which
// everything differs, while everything else agrees. A second photograph of the
// same place differs here and there. The one is forgiven, the other not.

// verdict is what one block of an overlay says.
type verdict int8

const (
	plain   verdict = iota // nothing to see in either, and of one shade
	agrees                 // something to see, and the same
	differs                // not the same, or plain in one alone
)

// sheet holds the verdicts of an overlay's blocks, row by row.
type sheet struct {
	across int
	blocks []verdict
}

const (
	patchMost = 0.3 // part of the blocks a patch may cover
	patchFull = 0.8 // part of the blocks within it that must differ
)

// patch is a rectangle of blocks, from x0, y0 up to but without x1, y1.
type patch struct{ x0, y0, x1, y1 int }

func (p patch) holds(x, y int) bool { return x >= p.x0 && x < p.x1 && y >= p.y0 && y < p.y1 }

// patch finds the rectangle in which the most blocks differ beyond those that
// do not. It is empty if no rectangle is nearly filled by them.
func (s sheet) patch() patch {
	down := len(s.blocks) / max(s.across, 1)
	limit := int(patchMost * float64(len(s.blocks)))
	var best patch
	most := 2 // a block or two prove no patch
	column := make([]int, s.across)
	for y0 := range down {
		clear(column)
		for y1 := y0; y1 < down; y1++ {
			for x := range column {
				column[x] += s.blocks[y1*s.across+x].weight()
			}
			high := y1 - y0 + 1
			for x0 := range column {
				sum := 0
				for x1 := x0; x1 < s.across && (x1-x0+1)*high <= limit; x1++ {
					if sum += column[x1]; sum > most {
						most, best = sum, patch{x0, y0, x1 + 1, y1 + 1}
					}
				}
			}
		}
	}
	return best
}

// weight makes the sum over a rectangle positive if more than patchFull of it differs.
func (v verdict) weight() int {
	if v == differs {
		return 1
	}
	return -int(patchFull / (1 - patchFull))
}

// outside counts the telling blocks beyond the patch, and those that agree.
func (s sheet) outside(p patch) (telling, agreeing int) {
	for i, v := range s.blocks {
		if v == plain || p.holds(i%s.across, i/s.across) {
			continue
		}
		telling++
		if v == agrees {
			agreeing++
		}
	}
	return telling, agreeing
}
