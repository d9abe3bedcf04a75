package match

import (
	"cmp"
	"slices"

	"github.com/atleast-desk/atleast/match/luma"
)

// A picture quoted within another, shown in a post or put beside a second one
// ends in four straight edges. panes finds such rectangles: each is a view of
// its own, so that what is quoted can be found by its fingerprint.

const (
	maxPanes   = 4
	leastPane  = 48   // pixels of a pane's side in the working copy
	paneEdge   = 5    // shades by which pixels on both sides of an edge differ at least
	paneScore  = 0.28 // share of a pane's outline that must be edge, what is not counting against
	paneSide   = -0.2 // the same of each side alone
	paneLines  = 36   // lines of each direction that are combined
	lineLength = 18   // edge pixels a line must have more than others
)

// lines holds, for every line between two rows or columns of pixels, the running
// sum of what speaks for an edge along it: 1 for each pixel where it is sharper
// than its neighbours, -1 for each where it is not.
type lines struct {
	n, length int
	sums      []int16 // n+1 lines of length+1 sums
}

// edgeLines finds the edges between the rows of a plane.
func edgeLines(p luma.Plane) lines { return linesOf(steps(p), p.W, p.H) }

// steps is how much pixels differ across each line between rows; not at all at
// the picture's own edges.
func steps(p luma.Plane) []uint8 {
	step := make([]uint8, p.W*(p.H+1))
	for y := 1; y < p.H; y++ {
		up, low, out := p.Row(y-1), p.Row(y), step[y*p.W:(y+1)*p.W]
		for x := range out {
			out[x] = max(up[x], low[x]) - min(up[x], low[x])
		}
	}
	return step
}

// linesOf finds the edges where there are steps, in a plane of w by h pixels.
func linesOf(step []uint8, w, h int) lines {
	l := lines{n: h, length: w, sums: make([]int16, (h+1)*(w+1))}
	for y := 3; y < h-2; y++ {
		here, before, after := step[y*w:(y+1)*w], step[(y-2)*w:(y-1)*w], step[(y+2)*w:(y+3)*w]
		sums := l.sums[y*(w+1):]
		sum := int16(0)
		for x, v := range here {
			if v >= paneEdge && v > before[x] && v > after[x] {
				sum++
			} else {
				sum--
			}
			sums[x+1] = sum
		}
	}
	return l
}

// score is what speaks for an edge on line i from from to to. The picture's own
// edge speaks neither for nor against.
func (l lines) score(i, from, to int) int {
	if i == 0 || i == l.n {
		return 0
	}
	at := i * (l.length + 1)
	return int(l.sums[at+to] - l.sums[at+from])
}

// strongest returns the lines with the best stretches, and the picture's own edges.
func (l lines) strongest() []int {
	type line struct{ at, score int }
	var found []line
	for i := 3; i < l.n-2; i++ {
		best, low := 0, 0
		for _, s := range l.sums[i*(l.length+1) : (i+1)*(l.length+1)] {
			low = min(low, int(s))
			best = max(best, int(s)-low)
		}
		if best >= lineLength {
			found = append(found, line{i, best})
		}
	}
	slices.SortFunc(found, func(a, b line) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.at, b.at)) })
	kept := []int{0, l.n}
	for _, f := range found {
		if len(kept) == paneLines {
			break
		}
		if !slices.ContainsFunc(kept, func(k int) bool { return max(k-f.at, f.at-k) < 3 }) {
			kept = append(kept, f.at)
		}
	}
	slices.Sort(kept)
	return kept
}

// pane is a rectangle and how much more of its outline is edge than had to be:
// of two rectangles that are edge in the same part, the larger is the better.
type pane struct {
	x0, y0, x1, y1 int
	score          float64
}

// panes returns the rectangles of a picture that are most like a picture of
// their own.
func panes(p luma.Plane) []Box {
	return rectangles(edgeLines(p), edgeLines(p.Turned(transpose)), leastPane, maxPanes)
}

// rectangles returns those with sides of at least so many pixels whose outlines
// are edges between rows and between columns: the best, and at most so many.
func rectangles(rows, columns lines, least, most int) []Box {
	ys, xs := rows.strongest(), columns.strongest()
	var found []pane
	for i, x0 := range xs {
		for _, x1 := range xs[i+1:] {
			if x1-x0 < least {
				continue
			}
			for j, y0 := range ys {
				for _, y1 := range ys[j+1:] {
					if y1-y0 < least {
						continue
					}
					if c, ok := outline(rows, columns, x0, y0, x1, y1); ok {
						found = append(found, c)
					}
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b pane) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.x0, b.x0), cmp.Compare(a.y0, b.y0), cmp.Compare(a.x1, b.x1), cmp.Compare(a.y1, b.y1))
	})
	return distinct(found, columns.n, rows.n, most)
}

// outline scores a rectangle by its four sides. At least two of them must lie
// within the picture.
func outline(rows, columns lines, x0, y0, x1, y1 int) (pane, bool) {
	sides := [4]struct {
		l       lines
		i, a, b int
	}{{rows, y0, x0, x1}, {rows, y1, x0, x1}, {columns, x0, y0, y1}, {columns, x1, y0, y1}}
	sum, length, inner := 0, 0, 0
	for _, s := range sides {
		if s.i == 0 || s.i == s.l.n {
			continue
		}
		inner++
		score := s.l.score(s.i, s.a, s.b)
		if float64(score) < paneSide*float64(s.b-s.a) {
			return pane{}, false
		}
		sum += score
		length += s.b - s.a
	}
	if inner < 2 || float64(sum) < paneScore*float64(length) {
		return pane{}, false
	}
	return pane{x0, y0, x1, y1, float64(sum) - paneScore*float64(length)/2}, true
}

// distinct keeps the best of rectangles that are nearly the same, in parts of the
// picture, and at most so many.
func distinct(found []pane, width, height, most int) []Box {
	var kept []Box
	w, h := float64(width), float64(height)
	for _, c := range found {
		box := Box{float64(c.x0) / w, float64(c.y0) / h, float64(c.x1) / w, float64(c.y1) / h}.rounded()
		same := func(k Box) bool { return box.overlap(k).area() > 0.75*max(box.area(), k.area()) }
		if len(kept) < most && !slices.ContainsFunc(kept, same) {
			kept = append(kept, box)
		}
	}
	return kept
}
