package match

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSoundMayComeInPieces(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	sound := melody(r, 8)
	whole := notesOf(sound)
	var e ear
	for rest := sound; len(rest) > 0; {
		n := min(len(rest), 1+r.IntN(5000))
		e.hear(rest[:n])
		rest = rest[n:]
	}
	if len(whole) < 50 || !slices.Equal(e.notes(), whole) {
		t.Errorf("%d notes of the whole, others in pieces", len(whole))
	}
	if got := e.seconds(); got < 7.95 || got > 8.05 {
		t.Errorf("it lasted %.2f s, want 8", got)
	}
}

func TestLongSoundsKeepTheSameNotes(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 10))
	long := make([]note, 4*maxNotes)
	for i := range long {
		long[i] = note{float64(i) / 10, mark(r.Uint32N(1 << 24))}
	}
	kept := thinned(slices.Clone(long))
	if len(kept) > maxNotes || len(kept) < maxNotes/4 {
		t.Errorf("%d notes are kept", len(kept))
	}
	other := thinned(slices.Clone(long[100:])) // the same sound, begun later
	common := 0
	for _, n := range other {
		if slices.Contains(kept[:1000], n) {
			common++
		}
	}
	if common < 950 {
		t.Errorf("of 1000 notes a sound that begins later keeps %d", common)
	}
}

func TestPaces(t *testing.T) {
	m := markOf(100, 200, 20)
	for _, c := range []struct {
		pace pace
		want mark // one of those looked for
		n    int
	}{
		{pace{speed: 1}, m, 1},
		{pace{speed: 1.25}, markOf(100, 200, 25), 3},
		{pace{speed: 1.25, tape: true}, markOf(80, 160, 25), 3},
		{pace{speed: 0.1, tape: true}, 0, 0}, // above all tones
	} {
		got := c.pace.there(m)
		if len(got) != c.n || c.n > 0 && !slices.Contains(got, c.want) {
			t.Errorf("%+v: %v", c.pace, got)
		}
	}
}

func BenchmarkNotes(b *testing.B) {
	sound := melody(rand.New(rand.NewPCG(1, 1)), 60)
	for b.Loop() {
		notesOf(sound)
	}
}

func BenchmarkUnrelatedFilms(b *testing.B) {
	r := rand.New(rand.NewPCG(2, 2))
	one, two := drawn(r, 600).sounding(melody(r, 60)), drawn(r, 600).sounding(melody(r, 60))
	for b.Loop() {
		provenFilms([]node{{Entry: entryOf("a", one)}, {Entry: entryOf("b", two)}})
	}
}
