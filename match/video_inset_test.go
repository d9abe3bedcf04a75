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
