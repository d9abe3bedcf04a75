package match

import (
	"bytes"
	"math"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match/pdq"
	"github.com/atleast-desk/atleast/media"
)

// drawn is a film of n frames a tenth of a second apart, each like the one before
// it with a few bits turned over.
func drawn(r *rand.Rand, n int) *film {
	f := &film{length: float64(n) / 10, box: everything}
	var plain, mirror pdq.Hash
	for i := range plain {
		plain[i], mirror[i] = byte(r.Uint32()), byte(r.Uint32())
	}
	for i := range n {
		for range 12 {
			flip(r, &plain)
			flip(r, &mirror)
		}
		at := faces{plain, mirror}
		f.shots = append(f.shots, shot{at: float64(i) / 10, quality: 100, whole: at, content: at})
	}
	return f
}

// aligned is the longest passage the films have in common, with the sound heard first.
func aligned(a, b *film) (run Passage, like float64, ok bool) {
	links, _ := provenFilms([]node{{Entry: entryOf("a", a)}, {Entry: entryOf("b", b)}})
	if len(links) == 0 {
		return Passage{}, 0, false
	}
	p := links[0].proof
	return longest(p.Runs), p.Agreement, true
}

func flip(r *rand.Rand, h *pdq.Hash) {
	bit := r.IntN(pdq.Bits)
	h[bit/8] ^= 1 << (bit % 8)
}

// part is the film from one second to another, played at the speed and
// re-encoded: every frame has a few bits turned over.
func (f *film) part(r *rand.Rand, from, to, speed float64) *film {
	p := &film{length: (to - from) / speed, box: everything}
	for _, s := range f.shots {
		if s.at < from || s.at >= to {
			continue
		}
		s.at = (s.at - from) / speed
		for range 8 {
			flip(r, &s.content[0])
			flip(r, &s.content[1])
		}
		s.whole = s.content
		p.shots = append(p.shots, s)
	}
	return p
}

// followedBy is the two films one after the other.
func (f *film) followedBy(g *film) *film {
	out := &film{length: f.length + g.length, box: everything, shots: slices.Clone(f.shots)}
	for _, s := range g.shots {
		s.at += f.length
		out.shots = append(out.shots, s)
	}
	return out
}

func TestPassages(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	source := drawn(r, 300)
	mirrored := source.part(r, 10, 15, 1)
	for i := range mirrored.shots {
		s := &mirrored.shots[i]
		s.content[0], s.content[1] = s.content[1], s.content[0]
		s.whole = s.content
	}
	sparse := &film{length: 30, box: everything}
	for i := 0; i < 300; i += 20 {
		sparse.shots = append(sparse.shots, source.shots[i])
	}
	for name, c := range map[string]struct {
		clip, source  *film
		offset, speed float64
		mirrored      bool
	}{
		"a clip":              {source.part(r, 10, 15, 1), source, 10, 1, false},
		"mirrored":            {mirrored, source, 10, 1, true},
		"sped up":             {source.part(r, 10, 15, 1.25), source, 10, 1.25, false},
		"slowed down":         {source.part(r, 10, 15, 0.5), source, 10, 0.5, false},
		"in another film":     {drawn(r, 40).followedBy(source.part(r, 10, 15, 1)), source, 6, 1, false},
		"of a sparse source":  {source.part(r, 10, 15, 1), sparse, 10, 1, false},
		"the source of a cut": {source, source.part(r, 10, 15, 1), -10, 1, false},
	} {
		run, like, ok := aligned(c.clip, c.source)
		if !ok {
			t.Errorf("%s is not found", name)
			continue
		}
		if math.Abs(run.Offset-c.offset) > 0.2 || math.Abs(run.Speed-c.speed) > 0.01 || run.Mirrored != c.mirrored || like < 0.5 {
			t.Errorf("%s: %+v, like %.2f; want offset %g, speed %g", name, run, like, c.offset, c.speed)
		}
	}
}

func TestUnrelatedFilmsAreNotJoined(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	dark := drawn(r, 100)
	for i := range dark.shots {
		dark.shots[i].quality = 10
	}
	for range 20 {
		a, b := drawn(r, 200), drawn(r, 150)
		if run, _, ok := aligned(a, b); ok {
			t.Errorf("two films of nothing alike are joined: %+v", run)
		}
	}
	if _, _, ok := aligned(dark, dark); ok {
		t.Error("films with nothing to see are joined")
	}
	if _, _, ok := aligned(&film{}, dark); ok {
		t.Error("a film without frames is joined")
	}
}

func entryOf(name string, f *film) Entry {
	return Entry{Path: name, Digest: atleast.Digest{name[0], byte(len(name))}, Kind: atleast.Video,
		Fingerprint: Fingerprint{Width: 640, Height: 360, film: f}}
}

func TestFootageOfFilms(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	first, second := drawn(r, 300), drawn(r, 250)
	groups := Groups([]Entry{
		entryOf("compilation", first.part(r, 2, 8, 1).followedBy(second.part(r, 5, 10, 1))),
		entryOf("a clip of the first", first.part(r, 12, 18, 1)),
		entryOf("first", first), entryOf("second", second), entryOf("other", drawn(r, 100)),
	}, nil)
	var got []string
	for _, g := range groups {
		line := g.Kind + ":"
		for _, m := range g.Members {
			line += " " + m.Path + " is " + string(m.Relation)
			if m.OffsetS != nil {
				line += " at " + strconv.FormatFloat(math.Round(*m.OffsetS), 'f', 0, 64)
			}
		}
		got = append(got, line)
	}
	want := []string{
		"video: compilation is compilation at 2",
		"video: first is reference a clip of the first is clip at 12",
		"video: other is reference",
		"video: second is reference",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// melody is sound of tones that change at random times.
func melody(r *rand.Rand, seconds float64) []int16 {
	out := make([]int16, int(seconds*soundRate))
	for at := 0; at < len(out); {
		length := 800 + r.IntN(1600)
		tone := 200 + 3000*r.Float64()
		for i := at; i < min(at+length, len(out)); i++ {
			out[i] = int16(6000 * math.Sin(2*math.Pi*tone*float64(i-at)/soundRate))
		}
		at += length
	}
	return out
}

func TestSoundIsFoundAgain(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	source := melody(r, 60)
	clip := slices.Clone(source[20*soundRate : 30*soundRate])
	for i := range clip {
		clip[i] = clip[i]/2 + int16(r.IntN(600)-300)
	}
	a, b := &film{length: 10, notes: notesOf(clip)}, &film{length: 60, notes: notesOf(source)}
	run, _, ok := aligned(a, b)
	if !ok || math.Abs(run.Offset-20) > 0.1 {
		t.Errorf("got %+v, %v; want offset 20", run, ok)
	}
	other := &film{length: 60, notes: notesOf(melody(r, 60))}
	if run, _, ok := aligned(a, other); ok {
		t.Errorf("another melody is the same: %+v", run)
	}
}

func TestFilmFingerprintsSurviveKeeping(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	f := Fingerprint{Width: 640, Height: 360, film: drawn(r, 20)}
	f.film.notes = []note{{1.5, 77}, {2.25, 99}}
	b, err := f.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	var back Fingerprint
	if err := back.UnmarshalBinary(b); err != nil {
		t.Fatal(err)
	}
	again, err := back.MarshalBinary()
	if err != nil || !bytes.Equal(b, again) {
		t.Errorf("it does not come back: %v", err)
	}
	if back.UnmarshalBinary(b[:len(b)-1]) == nil || back.UnmarshalBinary(append(b, 0)) == nil {
		t.Error("one cut short or too long is read")
	}
}

func FuzzFilmFingerprint(f *testing.F) {
	b, err := Fingerprint{Width: 1, Height: 1, film: drawn(rand.New(rand.NewPCG(6, 6)), 3)}.MarshalBinary()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		var p Fingerprint
		if p.UnmarshalBinary(append([]byte(filmMagic), b...)) != nil {
			return
		}
		again, err := p.MarshalBinary()
		if err != nil || p.UnmarshalBinary(again) != nil {
			t.Fatalf("what was read cannot be kept: %v", err)
		}
		aligned(p.film, p.film)
	})
}

// TestEditedClips cuts five seconds out of a published film, mangles them with
// ffmpeg, and looks for them in it.
func TestEditedClips(t *testing.T) {
	sources, err := filepath.Glob("../../shared/corpora/videos/*.mp4")
	if err != nil || len(sources) == 0 {
		t.Skip("needs ../shared/corpora/videos, which this checkout does not have")
	}
	if _, err := exec.LookPath("ffmpeg"); err != nil {
		t.Skip("needs ffmpeg, which is not installed")
	}
	box := &media.Sandbox{}
	defer box.Close()
	if why := box.Tools(t.Context()).Confined; why != "" {
		t.Skipf("needs a machine that can confine a child: %s", why)
	}
	read := func(path string) *film {
		t.Helper()
		f, err := ReadFile(t.Context(), box, path)
		if err != nil {
			t.Fatal(err)
		}
		return f.film
	}
	source, other := read(sources[0]), read(sources[len(sources)-1])
	for name, c := range map[string]struct {
		filter string
		speed  float64
	}{
		"re-encoded": {"null", 1}, "mirrored": {"hflip", 1}, "sped up": {"setpts=PTS/1.25", 1.25}, "at another rate": {"fps=15", 1},
		"letterboxed": {"scale=iw*0.6:-2,pad=iw:ih*1.4:0:(oh-ih)/2", 1},
	} {
		path := filepath.Join(t.TempDir(), "clip.mp4")
		cmd := exec.Command("ffmpeg", "-v", "error", "-ss", "5.2", "-t", "5", "-i", sources[0], "-an", "-vf", c.filter, "-c:v", "libx264", "-preset", "ultrafast", path)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Skipf("needs an ffmpeg that writes H.264: %v: %s", err, out)
		}
		clip := read(path)
		run, _, ok := aligned(clip, source)
		if !ok || math.Abs(run.Offset-5.2) > 0.2 || math.Abs(run.Speed-c.speed) > 0.01 || run.Mirrored != (name == "mirrored") {
			t.Errorf("%s: %+v, %v; want offset 5.2 at speed %g", name, run, ok, c.speed)
		}
		if run, _, ok := aligned(clip, other); ok {
			t.Errorf("%s: taken for a part of another film: %+v", name, run)
		}
	}
}
