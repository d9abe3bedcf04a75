package match

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/atleast-desk/atleast/match/luma"
)

// posted is a film of 30 frames that moves within the box, with writing that
// stays around it.
func posted(r *rand.Rand, box Box) []timed {
	const w, h = 90, 160
	around := make([]byte, w*h)
	for i := range around {
		around[i] = byte(230 + r.IntN(3))
	}
	for y := 120; y < 124; y++ {
		for x := 20; x < 60; x++ {
			around[y*w+x] = 30
		}
	}
	var planes []timed
	phase := 10 * r.Float64()
	for i := range 30 {
		p := luma.Plane{W: w, H: h, Pix: slices.Clone(around)}
		for y := int(box[1] * h); y < int(box[3]*h); y++ {
			for x := int(box[0] * w); x < int(box[2]*w); x++ {
				u, v := float64(x)/23+phase, float64(y)/17+phase
				p.Pix[y*w+x] = byte(100 + 80*math.Sin(u+float64(i))*math.Cos(v*(1+float64(i)/7)))
			}
		}
		planes = append(planes, timed{p, float64(i) / 10})
	}
	return planes
}

func TestInset(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 21))
	want := Box{0, 0.25, 1, 0.55}
	f := inset(posted(r, want), everything)
	if f == nil {
		t.Fatal("a film in a post is not found")
	}
	if f.box.overlap(want).area() < 0.9*max(f.box.area(), want.area()) {
		t.Errorf("a film in a post is found at %v; want %v", f.box, want)
	}
	still := posted(r, want)
	for i := range still {
		still[i].Plane = still[0].Plane
	}
	if f := inset(still, everything); f != nil {
		t.Errorf("where nothing moves, %v is taken for a film", f.box)
	}
	if inset(nil, everything) != nil {
		t.Error("no frames show a film")
	}
}

// within is a film that shows another in a corner of this one.
func (f *film) within(r *rand.Rand, around *film) *film {
	out := around.part(r, 0, around.length, 1)
	out.inset = f.part(r, 0, f.length, 1)
	out.inset.box, out.inset.length = Box{0.5, 0.5, 1, 1}, out.length
	return out
}

func TestWhatIsAroundJoinsNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(23, 23))
	around := drawn(r, 150)
	one, two := drawn(r, 150).within(r, around), drawn(r, 150).within(r, around)
	place := two.inset.box
	for name, c := range map[string]struct {
		box  Box
		blur int // bits by which the frames differ besides
		want bool
	}{
		"at one place":                  {place, 0, false},
		"found a little beside":         {Box{0.4, 0.5, 1, 1}, 30, false},
		"very small, found elsewhere":   {Box{0.7, 0.7, 0.9, 0.9}, 10, false},
		"found elsewhere, but as alike": {Box{0.1, 0.1, 0.9, 0.9}, 0, true},
	} {
		other := &film{length: two.length, box: two.box, shots: slices.Clone(two.shots)}
		other.inset = &film{length: two.inset.length, box: c.box, shots: two.inset.shots}
		for i := range other.shots {
			for range c.blur {
				flip(r, &other.shots[i].content[0])
			}
			other.shots[i].whole = other.shots[i].content
		}
		if _, ok := looked(one, other, nil); ok != c.want {
			t.Errorf("%s: joined %v, want %v", name, ok, c.want)
		}
	}
}

func TestPlaceOfAnInset(t *testing.T) {
	r := rand.New(rand.NewPCG(24, 24))
	shown := drawn(r, 150)
	reaction := shown.within(r, drawn(r, 150))
	p, ok := looked(shown, reaction, nil)
	if want := [4]float64{0.5, 0.5, 1, 1}; !ok || p.transform().Crop != want || p.relation(Fingerprint{}, Fingerprint{}) != "cropped" {
		t.Errorf("a film and one that shows it within: %v %+v; want it cropped to %v", ok, p, want)
	}
	if crop := p.swapped().transform().Crop; crop != everything {
		t.Errorf("one that shows a film within shows %v of it, want all", crop)
	}
	if !samePlaced(Box{0.1, 0, 0.5, 1}, Box{0.5, 0, 0.9, 1}, true) || samePlaced(Box{0.1, 0, 0.5, 1}, Box{0.5, 0, 0.9, 1}, false) {
		t.Error("a place and its mirror image are told apart wrongly")
	}
	barred := &film{box: Box{0, 0.2, 1, 0.8}, inset: &film{box: Box{0.5, 0.5, 1, 0.8}}}
	if got, want := barred.insetPlace(), (Box{0.5, 0.5, 1, 1}); got.overlap(want).area() < 0.99*max(got.area(), want.area()) {
		t.Errorf("within bars the inset is at %v of the content, want %v", got, want)
	}
}

func TestFilmWithinAFilm(t *testing.T) {
	r := rand.New(rand.NewPCG(22, 22))
	shown, around := drawn(r, 150), drawn(r, 150)
	reaction := numbered(1, shown.within(r, around))
	groups := Groups([]Entry{reaction, numbered(2, shown)}, nil)
	if len(groups) != 1 || groups[0].Members[0].Path != "002" || groups[0].Members[1].Relation != "bordered" {
		t.Errorf("a film within another is %+v; want it bordered, and the film the reference", groups)
	}
	if got := groupedBy([]Entry{reaction, numbered(2, shown), numbered(3, around)}); len(got) != 3 {
		t.Errorf("a film within another joins both: %v", got)
	}
	again := numbered(4, drawn(r, 150).within(r, around))
	if got := groupedBy([]Entry{reaction, again}); len(got) != 2 {
		t.Errorf("two films within the same one are joined: %v", got)
	}
	copied := numbered(5, reaction.Fingerprint.film.part(r, 0, 15, 1))
	copied.Fingerprint.film.inset = reaction.Fingerprint.film.inset
	if got := groupedBy([]Entry{reaction, again, copied, numbered(2, shown), numbered(3, around)}); len(got) != 4 {
		t.Errorf("a film within another and its copy are %v; want them together and all else apart", got)
	}
	b, err := reaction.Fingerprint.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	var back Fingerprint
	if err := back.UnmarshalBinary(b); err != nil || back.film.inset == nil {
		t.Fatalf("what is shown within does not come back: %v", err)
	}
	if again, err := back.MarshalBinary(); err != nil || !bytes.Equal(b, again) {
		t.Errorf("it comes back otherwise: %v", err)
	}
}
