package luma

// Turn is one of the eight ways to lay a picture down: EXIF's orientations less
// one, so that 0 leaves it as it is.
type Turn uint8

// Turns is the number of turns.
const Turns = 8

// TurnOf returns the turn for EXIF's orientation, 1 to 8. Any other number
// means upright.
func TurnOf(orientation int) Turn {
	if orientation < 1 || orientation > Turns {
		return 0
	}
	return Turn(orientation - 1)
}

// Swaps reports whether the turn makes columns of rows.
func (t Turn) Swaps() bool { return t >= 4 }

// ReversesAcross reports whether the rows of the picture as stored are read
// from the right.
func (t Turn) ReversesAcross() bool { return t == 1 || t == 2 || t == 6 || t == 7 }

// ReversesDown reports whether the columns of the picture as stored are read
// from below.
func (t Turn) ReversesDown() bool { return t == 2 || t == 3 || t == 5 || t == 6 }

// Mirrored reports whether the turn mirrors the picture.
func (t Turn) Mirrored() bool { return t == 1 || t == 3 || t == 4 || t == 6 }

// Degrees returns how far the picture is rotated clockwise, after it was
// mirrored left to right if it was: 0, 90, 180 or 270.
func (t Turn) Degrees() int { return [Turns]int{0, 0, 180, 180, 270, 90, 90, 270}[t] }

// Inverse returns the turn that undoes t.
func (t Turn) Inverse() Turn {
	switch t {
	case 5:
		return 7
	case 7:
		return 5
	}
	return t
}

// Source returns the fractions of the stored picture's width and height that
// are seen at fractions x and y of the turned one.
func (t Turn) Source(x, y float64) (float64, float64) {
	if t.Swaps() {
		x, y = y, x
	}
	if t.ReversesAcross() {
		x = 1 - x
	}
	if t.ReversesDown() {
		y = 1 - y
	}
	return x, y
}

// Turned returns the plane laid down as t says.
func (p Plane) Turned(t Turn) Plane {
	if t == 0 {
		return p
	}
	out := NewPlane(p.W, p.H)
	if t.Swaps() {
		out = NewPlane(p.H, p.W)
	}
	for y := range out.H {
		row := out.Row(y)
		for x := range row {
			sx, sy := x, y
			if t.Swaps() {
				sx, sy = y, x
			}
			if t.ReversesAcross() {
				sx = p.W - 1 - sx
			}
			if t.ReversesDown() {
				sy = p.H - 1 - sy
			}
			row[x] = p.Pix[sy*p.W+sx]
		}
	}
	return out
}
