package luma_test

import (
	"testing"

	"github.com/atleast-desk/atleast/match/luma"
)

// The letter F, as EXIF's eight orientations show it.
var letterF = [luma.Turns]string{
	"###|#..|##.|#..", "###|..#|.##|..#", "..#|.##|..#|###", "#..|##.|#..|###",
	"####|#.#.|#...", "####|.#.#|...#", "...#|.#.#|####", "#...|#.#.|####",
}

func plane(s string) luma.Plane {
	var p luma.Plane
	for _, c := range s {
		switch c {
		case '|':
			p.H++
		case '#':
			p.Pix = append(p.Pix, 255)
		default:
			p.Pix = append(p.Pix, 0)
		}
	}
	p.H++
	p.W = len(p.Pix) / p.H
	return p
}

func text(p luma.Plane) string {
	s := ""
	for y := range p.H {
		if y > 0 {
			s += "|"
		}
		for _, v := range p.Row(y) {
			if v > 127 {
				s += "#"
			} else {
				s += "."
			}
		}
	}
	return s
}

func TestTurns(t *testing.T) {
	upright := plane(letterF[0])
	for turn := range luma.Turn(luma.Turns) {
		turned := upright.Turned(turn)
		if got := text(turned); got != letterF[turn] {
			t.Errorf("turn %d: %s, want %s", turn, got, letterF[turn])
		}
		if got := text(turned.Turned(turn.Inverse())); got != letterF[0] {
			t.Errorf("turn %d and back: %s", turn, got)
		}
		mirrored := upright
		if turn.Mirrored() {
			mirrored = mirrored.Turned(1)
		}
		if got := text(mirrored.Turned([]luma.Turn{0, 5, 2, 7}[turn.Degrees()/90])); got != letterF[turn] {
			t.Errorf("turn %d is not mirrored=%v and then rotated by %d", turn, turn.Mirrored(), turn.Degrees())
		}
		for y := range turned.H {
			for x := range turned.W {
				sx, sy := turn.Source((float64(x)+0.5)/float64(turned.W), (float64(y)+0.5)/float64(turned.H))
				if turned.Row(y)[x] != upright.Row(int(sy * float64(upright.H)))[int(sx*float64(upright.W))] {
					t.Fatalf("turn %d: source of %d, %d is wrong", turn, x, y)
				}
			}
		}
	}
}
