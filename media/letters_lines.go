package media

import (
	"cmp"
	"image"
	"slices"

	"golang.org/x/image/draw"
)

const (
	// leastLetter and mostLetter are how high letters are, in parts of the longer side.
	leastLetter, mostLetter = 130, 7
	// leastInLine is how many marks of a height beside one another are a line.
	leastInLine = 5
	// maxMarks is how many marks of a picture are looked at: foliage has any number.
	maxMarks = 20000
	// sheetLetter is how high lines are on the sheet, in pixels, and sheetWide how
	// wide it is at most.
	sheetLetter, sheetWide = 48, 2400
	// maxSheetLines bounds the sheet.
	maxSheetLines = 24
)

// sheet cuts the lines of letters out of the picture and puts them under one another,
// as large as they are read best, black on white; nil where there is none.
func sheet(p *image.Gray) *image.Gray {
	both := append(linesOf(strokes(p)), linesOf(strokes(inverted(p)))...)
	slices.SortStableFunc(both, func(a, b inkLine) int { return len(b.letters) - len(a.letters) })
	var lines []inkLine
	for _, line := range both { // what has fewer letters where another line lies is the borders of those, or the gaps
		if !slices.ContainsFunc(lines, func(l inkLine) bool { return mostly(line.at, l.at) || mostly(l.at, line.at) }) {
			lines = append(lines, line)
		}
	}
	lines = lines[:min(len(lines), maxSheetLines)]
	slices.SortFunc(lines, func(a, b inkLine) int {
		return cmp.Or(cmp.Compare(a.at.Min.Y, b.at.Min.Y), cmp.Compare(a.at.Min.X, b.at.Min.X))
	})
	return laidOut(lines)
}

func inverted(p *image.Gray) *image.Gray {
	out := image.NewGray(p.Rect)
	for i, v := range p.Pix {
		out.Pix[i] = ^v
	}
	return out
}

// mostly reports whether more than half of a lies in b.
func mostly(a, b image.Rectangle) bool {
	shared := a.Intersect(b).Size()
	return 2*shared.X*shared.Y > a.Dx()*a.Dy()
}

// mark is what hangs together in the ink.
type mark struct {
	at    image.Rectangle
	label int32 // of its pixels
}

// marks are all of a picture, and the label of every pixel; 0 is none.
type marks struct {
	all    []mark
	labels []int32
	size   image.Point
}

// inkLine is a line of letters.
type inkLine struct {
	at      image.Rectangle
	letters []mark
	of      marks
}

// linesOf finds marks that stand beside one another like letters.
func linesOf(ink *image.Gray) (lines []inkLine) {
	found := marksOf(ink)
	letters := slices.DeleteFunc(slices.Clone(found.all), func(m mark) bool { return !found.likeLetter(m) })
	slices.SortFunc(letters, func(a, b mark) int { return a.at.Min.X - b.at.Min.X })
	for _, group := range grouped(letters) {
		line := inkLine{letters: onBaseline(group), of: found}
		for _, m := range line.letters {
			line.at = line.at.Union(m.at)
		}
		if len(line.letters) >= leastInLine && line.at.Dx() >= 3*line.at.Dy() {
			lines = append(lines, line)
		}
	}
	return lines
}

// grouped joins neighbours; the letters come from left to right.
func grouped(letters []mark) map[int][]mark {
	group := make([]int, len(letters))
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i, a := range letters {
		for j := i + 1; j < len(letters) && letters[j].at.Min.X < a.at.Max.X+2*a.at.Dy(); j++ {
			if beside(a.at, letters[j].at) {
				group[find(j)] = find(i)
			}
		}
	}
	all := map[int][]mark{}
	for i, m := range letters {
		all[find(i)] = append(all[find(i)], m)
	}
	return all
}

// onBaseline keeps of a group what stands on the height on which most stands, is about
// as high as that, and is not the hollow of a letter.
func onBaseline(group []mark) (kept []mark) {
	base, high := baseline(group)
	for _, m := range group {
		onIt := max(m.at.Max.Y-base, base-m.at.Max.Y)*6 <= high
		below := m.at.Max.Y > base && m.at.Max.Y-base <= high/2 && base-m.at.Min.Y >= high/2
		hollow := slices.ContainsFunc(group, func(o mark) bool {
			return o.label != m.label && o.at.Dy() > m.at.Dy() && max(o.at.Dx(), o.at.Dy()) <= 2*high && mostly(m.at, o.at)
		})
		if (onIt || below) && !hollow && 2*m.at.Dy() >= high && 3*m.at.Dy() <= 5*high {
			kept = append(kept, m)
		}
	}
	return kept
}

// baseline is the height on which the most stands, what is higher counting for more,
// and how high that is on the average.
func baseline(group []mark) (base, high int) {
	best := 0
	for _, a := range group {
		sum, n := 0, 0
		for _, b := range group {
			if off := a.at.Max.Y - b.at.Max.Y; max(off, -off)*12 <= a.at.Dy() {
				sum, n = sum+b.at.Dy(), n+1
			}
		}
		if sum > best {
			best, base, high = sum, a.at.Max.Y, sum/n
		}
	}
	return base, high
}

// beside reports whether two marks are neighbours in a line: about as high, at the
// same height, and not far apart.
func beside(a, b image.Rectangle) bool {
	high, low := max(a.Dy(), b.Dy()), min(a.Dy(), b.Dy())
	apart := b.Min.X - a.Max.X
	off := a.Min.Y + a.Max.Y - b.Min.Y - b.Max.Y
	return 5*high <= 11*low && apart <= high && max(off, -off) <= high
}

// marksOf finds what hangs together in the ink.
func marksOf(ink *image.Gray) marks {
	w, h := ink.Rect.Dx(), ink.Rect.Dy()
	found := marks{labels: make([]int32, len(ink.Pix)), size: ink.Rect.Size()}
	var stack []int
	for i, v := range ink.Pix {
		if v != 0 || found.labels[i] != 0 {
			continue
		}
		m := mark{label: int32(len(found.all) + 1)}
		found.labels[i], stack = m.label, append(stack[:0], i)
		for len(stack) > 0 {
			at := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			x, y := at%w, at/w
			m.at = m.at.Union(image.Rect(x, y, x+1, y+1))
			for _, n := range [...]image.Point{{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}} {
				if to := n.Y*w + n.X; n.X >= 0 && n.X < w && n.Y >= 0 && n.Y < h && ink.Pix[to] == 0 && found.labels[to] == 0 {
					found.labels[to], stack = m.label, append(stack, to)
				}
			}
		}
		if found.all = append(found.all, m); len(found.all) >= maxMarks {
			break
		}
	}
	return found
}

// likeLetter goes by the size.
func (f marks) likeLetter(m mark) bool {
	long, high := max(f.size.X, f.size.Y), m.at.Dy()
	return high >= max(7, long/leastLetter) && high <= long/mostLetter && m.at.Dx() <= 8*high
}

// cut draws the letters of the line alone, with the dots and bows above them.
func (l inkLine) cut() *image.Gray {
	high := l.at.Dy()
	from := image.Rect(l.at.Min.X-high/3, l.at.Min.Y-high/2, l.at.Max.X+high/3, l.at.Max.Y+high/3).Intersect(image.Rectangle{Max: l.of.size})
	wanted := map[int32]bool{}
	for _, m := range l.letters {
		wanted[m.label] = true
	}
	for _, m := range l.of.all {
		if m.at.In(from) && !wanted[m.label] && slices.ContainsFunc(l.letters, func(under mark) bool { return above(m.at, under.at) }) {
			wanted[m.label] = true
		}
	}
	out := image.NewGray(image.Rectangle{Max: from.Size()})
	for y := range from.Dy() {
		for x := range from.Dx() {
			if !wanted[l.of.labels[(from.Min.Y+y)*l.of.size.X+from.Min.X+x]] {
				out.Pix[y*out.Stride+x] = 0xff
			}
		}
	}
	return out
}

// above reports whether a small mark belongs on top of a letter.
func above(dot, letter image.Rectangle) bool {
	return dot.Dy()*2 < letter.Dy() && dot.Max.Y <= letter.Min.Y+letter.Dy()/8 && letter.Min.Y-dot.Max.Y < letter.Dy()/2 &&
		dot.Min.X >= letter.Min.X-letter.Dx()/2 && dot.Max.X <= letter.Max.X+letter.Dx()/2
}

// laidOut draws the lines under one another.
func laidOut(lines []inkLine) *image.Gray {
	if len(lines) == 0 {
		return nil
	}
	const margin = sheetLetter / 2
	out := image.NewGray(image.Rect(0, 0, sheetWide+2*margin, len(lines)*(3*sheetLetter+margin)+margin))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	y := margin
	for _, l := range lines {
		letters := l.cut()
		scale := min(sheetLetter/float64(l.at.Dy()), sheetWide/float64(letters.Rect.Dx()))
		size := image.Pt(max(1, int(scale*float64(letters.Rect.Dx()))), max(1, int(scale*float64(letters.Rect.Dy()))))
		to := image.Rectangle{Min: image.Pt(margin, y), Max: image.Pt(margin, y).Add(size)}
		draw.CatmullRom.Scale(out, to, letters, letters.Rect, draw.Src, nil)
		y = to.Max.Y + margin
	}
	high := min(y, out.Rect.Dy())
	return &image.Gray{Pix: out.Pix[:high*out.Stride], Stride: out.Stride, Rect: image.Rect(0, 0, out.Rect.Dx(), high)}
}
