package match

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// backwards is the film played from its end.
func (f *film) backwards() *film {
	back := &film{length: f.length, box: everything}
	for _, s := range slices.Backward(f.shots) {
		s.at = f.length - s.at
		back.shots = append(back.shots, s)
	}
	return back
}

// still is a film of n frames in which next to nothing moves.
func still(r *rand.Rand, n int) *film {
	f := drawn(r, n)
	for i := range f.shots {
		f.shots[i].whole, f.shots[i].content = f.shots[0].whole, f.shots[0].content
		for range 3 {
			flip(r, &f.shots[i].content[0])
		}
	}
	return f
}

func TestPartsOfEditedFilms(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	source, other, calm := drawn(r, 300), drawn(r, 40), still(r, 300)
	part := func(from, to float64) *film { return source.part(r, from, to, 1) }
	for name, c := range map[string]struct {
		edited, source *film
		want           []Passage // their From, To, Speed, and in Offset the second of the source at From
	}{
		"cut":          {part(2, 8).followedBy(part(15, 20)), source, []Passage{{From: 0, To: 6, Offset: 2, Speed: 1}, {From: 6, To: 11, Offset: 15, Speed: 1}}},
		"other order":  {part(15, 20).followedBy(part(2, 8)), source, []Passage{{From: 0, To: 5, Offset: 15, Speed: 1}, {From: 5, To: 11, Offset: 2, Speed: 1}}},
		"repeated":     {part(5, 9).followedBy(part(5, 9)), source, []Passage{{From: 0, To: 4, Offset: 5, Speed: 1}, {From: 4, To: 8, Offset: 5, Speed: 1}}},
		"backwards":    {part(5, 11).backwards(), source, []Passage{{From: 0, To: 6, Offset: 11, Speed: -1}}},
		"and back":     {part(5, 11).followedBy(part(5, 11).backwards()), source, []Passage{{From: 0, To: 6, Offset: 5, Speed: 1}, {From: 6, To: 12, Offset: 11, Speed: -1}}},
		"another's":    {part(2, 8).followedBy(other).followedBy(part(8, 14)), source, []Passage{{From: 0, To: 6, Offset: 2, Speed: 1}, {From: 10, To: 16, Offset: 8, Speed: 1}}},
		"two speeds":   {part(2, 8).followedBy(source.part(r, 15, 21, 1.5)), source, []Passage{{From: 0, To: 6, Offset: 2, Speed: 1}, {From: 6, To: 10, Offset: 15, Speed: 1.5}}},
		"of no motion": {calm.part(r, 5, 10, 1), calm, []Passage{{}}}, // anywhere, but once
	} {
		runs, _ := alignFilms(c.edited, c.source, nil)
		if len(runs) != len(c.want) {
			t.Errorf("%s: %d parts, want %d: %+v", name, len(runs), len(c.want), runs)
			continue
		}
		for i, want := range c.want {
			near := func(x, y float64) bool { return math.Abs(x-y) < 0.4 } // frames are a tenth of a second apart, and much like their neighbours
			got := runs[i]
			if want.Speed != 0 && !(near(got.From, want.From) && near(got.To, want.To) && near(got.At(want.From), want.Offset) && near(got.Speed, want.Speed)) {
				t.Errorf("%s: part %d is %+v; want %+v", name, i, got, want)
			}
		}
	}
}

func TestPassagesSwap(t *testing.T) {
	p := Passage{Offset: 9, Speed: -1.5, From: 1, To: 3}
	q := p.swapped()
	if q.From != 4.5 || q.To != 7.5 || q.At(7.5) != 1 || q.At(4.5) != 3 {
		t.Errorf("%+v swapped is %+v", p, q)
	}
	if back := q.swapped(); math.Abs(back.From-p.From)+math.Abs(back.To-p.To)+math.Abs(back.Offset-p.Offset) > 1e-9 {
		t.Errorf("swapped twice it is %+v", back)
	}
}

func TestSpans(t *testing.T) {
	s := spansOf([]span{{5, 7}, {0, 2}, {1, 3}})
	if !slices.Equal(s, spans{{0, 3}, {5, 7}}) || s.length() != 5 {
		t.Errorf("joined: %v", s)
	}
	if got := s.overlap(spans{{2, 6}}); got != 2 {
		t.Errorf("overlap %v, want 2", got)
	}
}
