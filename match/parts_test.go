package match

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/mangle"
)

// maps draws projections as cameras and editors make them.
func maps() *rapid.Generator[Projection] {
	return rapid.Custom(func(t *rapid.T) Projection {
		n := rapid.Float64Range(-0.1, 0.1)
		p := Projection{1 + n.Draw(t, "a"), n.Draw(t, "b"), n.Draw(t, "c"), n.Draw(t, "d"), 1 + n.Draw(t, "e"), n.Draw(t, "f"), n.Draw(t, "g"), n.Draw(t, "h"), 1}
		turn := luma.Turn(rapid.IntRange(0, luma.Turns-1).Draw(t, "turn"))
		return unturning(turn).Then(p)
	})
}

func TestProjectionInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := maps().Draw(t, "p")
		x, y := rapid.Float64Range(0, 1).Draw(t, "x"), rapid.Float64Range(0, 1).Draw(t, "y")
		back, ok := p.Inverse()
		if !ok {
			t.Fatal("no way back")
		}
		u, v := back.At(p.At(x, y))
		if math.Hypot(u-x, v-y) > 1e-9 {
			t.Fatalf("%v, %v became %v, %v", x, y, u, v)
		}
	})
}

func TestProjectionTurn(t *testing.T) {
	for turn := range luma.Turn(luma.Turns) {
		if got := unturning(turn).turn(); got != turn {
			t.Errorf("turn %d reads as %d", turn, got)
		}
		back, _ := unturning(turn).Inverse()
		if back != unturning(turn.Inverse()) {
			t.Errorf("turn %d: the way back is not the inverse turn", turn)
		}
	}
}

// A fit finds the projection that points were made with.
func TestFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := maps().Draw(t, "p")
		p[6], p[7] = p[6]*1e-3, p[7]*1e-3
		var pairs []pairing
		for i := range 20 {
			x, y := float64(i*37%480), float64(i*91%320)
			u, v := p.At(x, y)
			pairs = append(pairs, pairing{ax: x, ay: y, bx: u, by: v, scale: 1})
		}
		got, ok := projectiveFit(pairs)
		for _, q := range pairs {
			if !ok || q.miss(got) > 0.5 {
				t.Fatalf("fit %v of %v misses by %v", got, p, q.miss(got))
			}
		}
	})
}

// A landmark looks, in a mirror, like its own looks with the halves exchanged.
func TestLandmarksInMirror(t *testing.T) {
	p := luma.FromImage(mangle.Scene(4, 300, 200))
	q := p.Turned(1)
	a, b := newSide(Of(luma.Of(p))), newSide(Of(luma.Of(q)))
	if n := len(pairings(a, b, true)); n < 60 {
		t.Errorf("%d landmarks of %d are found in the mirror", n, len(a.marks))
	}
	if got := (looks{1, 2, 3, 4}).mirrored().mirrored(); got != (looks{1, 2, 3, 4}) {
		t.Errorf("twice mirrored: %v", got)
	}
}

// The shortlist names every pair that can be proven.
func TestShortlistMissesNothing(t *testing.T) {
	var sides []*side
	for seed := range uint64(3) {
		scene := mangle.Scene(seed, 480, 320)
		sides = append(sides, newSide(Of(luma.Of(luma.FromImage(scene)))))
		for _, e := range mangle.Edits() {
			if e.Class == mangle.Cropped || e.Class == mangle.Framed {
				f, err := Read(e.Name, e.Apply(scene, scene, seed))
				if err != nil {
					t.Fatal(err)
				}
				sides = append(sides, newSide(f))
			}
		}
	}
	sides = append(sides, nil)
	listed := shortlist(sides)
	for b, sb := range sides[:len(sides)-1] {
		for a, sa := range sides[:b] {
			if _, ok := align(sa, sb); ok && !slices.Contains(listed, pairOf{a, b}) {
				t.Errorf("%d and %d can be proven but are not listed", a, b)
			}
		}
	}
}

// The views are compared as a proof compares them, across blocks too.
func TestViewPairs(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 7))
	var sides []*side
	for i := range 400 {
		if i%50 == 7 {
			sides = append(sides, nil)
			continue
		}
		s := &side{}
		for range 1 + rng.IntN(4) {
			v := view{box: everything}
			for t := range v.hashes {
				for k := range v.hashes[t] {
					v.hashes[t][k] = uint8(rng.Uint32())
				}
			}
			if i > 0 && sides[i-1] != nil && rng.IntN(3) == 0 { // a picture near the last
				v.hashes[rng.IntN(luma.Turns)] = sides[i-1].views[0].hashes[0]
			}
			s.views = append(s.views, v)
		}
		sides = append(sides, s)
	}
	var want []pairOf
	for b, sb := range sides {
		for a, sa := range sides[:b] {
			if sa != nil && sb != nil && len(viewGuesses(sa, sb)) > 0 {
				want = append(want, pairOf{a, b})
			}
		}
	}
	slices.SortFunc(want, func(x, y pairOf) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	if got := joined(viewPairs(sides), nil); !slices.Equal(got, want) || len(want) < 50 {
		t.Errorf("%d pairs found, want %d", len(got), len(want))
	}
}

// BenchmarkViewPairs says what a pair of pictures of two views each costs.
func BenchmarkViewPairs(b *testing.B) {
	rng := rand.New(rand.NewPCG(3, 8))
	const pictures = 2000
	sides := make([]*side, pictures)
	for i := range sides {
		s := &side{}
		s.views = make([]view, 2)
		for k := range s.views {
			for t := range s.views[k].hashes {
				for n := range s.views[k].hashes[t] {
					s.views[k].hashes[t][n] = uint8(rng.Uint32())
				}
			}
		}
		sides[i] = s
	}
	for b.Loop() {
		viewPairs(sides)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(pictures*(pictures-1)/2), "ns/pair")
}

// panes finds a picture set into another.
func TestPanes(t *testing.T) {
	inset := mangle.RGBA(mangle.Scene(8, 120, 80))
	scene := mangle.Scene(9, 480, 320)
	for y := range 80 {
		for x := range 120 {
			scene.SetRGBA(300+x, 200+y, inset.RGBAAt(x, y))
		}
	}
	want := Box{300. / 480, 200. / 320, 420. / 480, 280. / 320}
	for _, box := range panes(luma.FromImage(scene)) {
		if box.overlap(want).area() > 0.95*max(box.area(), want.area()) {
			return
		}
	}
	t.Errorf("none of %v is %v", panes(luma.FromImage(scene)), want)
}

// A scene photographed again from aside, turned a little, is no copy.
func TestSecondShot(t *testing.T) {
	for _, parallax := range []float64{0.005, 0.01, 0.04} {
		taken := 0
		for seed := range uint64(8) {
			first, second := mangle.Again(mangle.Scene(seed, 480, 320), parallax, seed)
			if _, ok := Align(Of(luma.Of(luma.FromImage(first))), Of(luma.Of(luma.FromImage(second)))); ok {
				taken++
			}
		}
		if taken > 1 {
			t.Errorf("parallax %v: %d of 8 second shots were taken for copies", parallax, taken)
		}
	}
}

// A tilted copy is one, whatever fills what it leaves empty.
func TestTilt(t *testing.T) {
	for _, with := range mangle.Fillings() {
		lost := 0
		for seed := range uint64(6) {
			scene := mangle.Scene(seed, 480, 320)
			tilted := luma.FromImage(mangle.Tilt(scene, with, seed))
			if _, ok := Align(Of(luma.Of(luma.FromImage(scene))), Of(luma.Of(tilted))); !ok {
				lost++
			}
		}
		if lost > 0 {
			t.Errorf("%s: %d of 6 tilted copies were lost", with, lost)
		}
	}
}

// What a window is found to have moved by is what it was moved by.
func TestDrifts(t *testing.T) {
	const moved = 0.3 // pixels of the fine copy
	scene := luma.FromImage(mangle.Scene(5, 480, 320)).Fit(fineSide)
	s := newSide(Of(luma.Of(scene)))
	px := Projection{1, 0, moved, 0, 1, 0, 0, 0, 1}
	ds := layClosely(s, s, px.inFractions(scene.W, scene.H, scene.W, scene.H)).drifts()
	if len(ds) < 50 {
		t.Fatalf("%d windows have something to see", len(ds))
	}
	ds = telling(ds)
	off := func(how func(drift) float64) (n int) {
		for _, d := range ds {
			if math.Abs(how(d)) > 0.06 {
				n++
			}
		}
		return n
	}
	if n := off(func(d drift) float64 { return d.far + moved*d.nx }); n > len(ds)/20 {
		t.Errorf("%d of %d windows are off by more than 0.06 pixels", n, len(ds))
	}
	settle(ds)
	if n := off(func(d drift) float64 { return d.far }); n > len(ds)/20 {
		t.Errorf("a shift of all leaves %d of %d windows adrift", n, len(ds))
	}
}

// Errors of single windows cancel each other out; what takes a part of the
// picture along does not.
func TestTogether(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 5))
	windows := func(shift float64) []drift {
		var ds []drift
		for row := range 30 {
			for col := range 45 {
				ny, nx := math.Sincos(2 * math.Pi * rng.Float64())
				d := drift{col: col, row: row, nx: nx, ny: ny, far: 0.1 * rng.NormFloat64()}
				if col >= 30 {
					d.far += shift * nx
				}
				ds = append(ds, d)
			}
		}
		return ds
	}
	if got := together(windows(0)); math.Abs(got) > shifted*shifted/2 {
		t.Errorf("errors of 0.1 pixels count as a shift of %.3f square pixels", got)
	}
	// A third of the picture moved by 0.3 pixels: half of 0.03 along each axis.
	if got := together(windows(0.3)); got < 0.01 || got > 0.02 {
		t.Errorf("a third that moved counts as %.3f square pixels, want about 0.015", got)
	}
	if got := together(windows(0)[:4]); got != 0 {
		t.Errorf("four windows say %.3f, want nothing", got)
	}
}
