package match_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/match/mangle"
)

// photo is an entry with the given picture.
func photo(t *testing.T, path string, b []byte) match.Entry {
	t.Helper()
	f, err := match.Read(path, b)
	if err != nil {
		t.Fatal(err)
	}
	return match.Entry{Path: path, Digest: atleast.DigestOf(b), Kind: atleast.Photo, Fingerprint: f}
}

// edit applies the named edit.
func edit(t *testing.T, name string, seed uint64) []byte {
	t.Helper()
	for _, e := range mangle.Edits() {
		if e.Name == name {
			return e.Apply(mangle.Scene(seed, 480, 320), mangle.Scene(seed+1000, 480, 320), seed)
		}
	}
	t.Fatalf("no edit %q", name)
	return nil
}

func original(seed uint64) []byte { return mangle.JPEG(mangle.Scene(seed, 480, 320), 95) }

// lines prints footage for comparison.
func lines(footage []atleast.Footage) (out []string) {
	for _, f := range footage {
		for _, m := range f.Members {
			out = append(out, fmt.Sprintf("%d %s %s %s>%s", f.Group, f.Kind, m.Path, m.Relation, m.To))
		}
	}
	return out
}

func family(t *testing.T) []match.Entry {
	return []match.Entry{
		photo(t, "a.jpg", original(1)),
		photo(t, "b-copy.jpg", original(1)),
		photo(t, "c-small.jpg", edit(t, "half-size", 1)),
		photo(t, "d-mirror.jpg", edit(t, "mirror", 1)),
		photo(t, "e-turned.jpg", edit(t, "rotate-90", 1)),
		photo(t, "f-bars.jpg", edit(t, "letterbox", 1)),
		photo(t, "g-logo.jpg", edit(t, "logo", 1)),
		photo(t, "h-worse.jpg", edit(t, "quality-30", 1)),
		photo(t, "other.jpg", original(2)),
		{Path: "film.mp4", Digest: atleast.DigestOf([]byte("film")), Kind: atleast.Video},
		{Path: "film-again.mp4", Digest: atleast.DigestOf([]byte("film")), Kind: atleast.Video},
		{Path: "article.html", Digest: atleast.DigestOf([]byte("text")), Kind: atleast.Report},
	}
}

func TestGroups(t *testing.T) {
	want := []string{
		"1 image a.jpg reference>",
		"1 image c-small.jpg resized>a.jpg",
		"1 image d-mirror.jpg mirrored>a.jpg",
		"1 image e-turned.jpg rotated>a.jpg",
		"1 image f-bars.jpg bordered>a.jpg",
		"1 image g-logo.jpg overlaid>a.jpg",
		"1 image h-worse.jpg reencoded>a.jpg",
		"1 image b-copy.jpg same_bytes>a.jpg",
		"2 video film-again.mp4 reference>",
		"2 video film.mp4 same_bytes>film-again.mp4",
		"3 image other.jpg reference>",
	}
	if diff := cmp.Diff(want, lines(match.Groups(family(t), nil))); diff != "" {
		t.Error(diff)
	}
}

func TestGroupsInAnyOrder(t *testing.T) {
	entries := family(t)
	want := match.Groups(entries, nil)
	for seed := range uint64(5) {
		rng := rand.New(rand.NewPCG(seed, 0))
		rng.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		if diff := cmp.Diff(want, match.Groups(entries, nil)); diff != "" {
			t.Fatalf("order %d: %s", seed, diff)
		}
	}
}

func TestTransforms(t *testing.T) {
	entries := []match.Entry{photo(t, "a.jpg", original(1)), photo(t, "turned.jpg", edit(t, "rotate-90", 1)), photo(t, "mirror.jpg", edit(t, "mirror", 1))}
	members := match.Groups(entries, nil)[0].Members
	if m := members[2]; m.Path != "turned.jpg" || m.Transform.Rotate != 90 || m.Transform.Mirror {
		t.Errorf("turned: %+v", m)
	}
	if m := members[1]; !m.Transform.Mirror || m.Transform.Rotate != 0 || m.Distance > 20 || m.Shared < 0.95 {
		t.Errorf("mirrored: %+v", m)
	}
}

func TestJudgedOverrules(t *testing.T) {
	a, b, other := photo(t, "a.jpg", original(1)), photo(t, "b.jpg", edit(t, "half-size", 1)), photo(t, "other.jpg", original(2))
	entries := []match.Entry{a, b, other}
	for _, test := range []struct {
		name   string
		judged []match.Judged
		want   []string
	}{
		{"a person parts what was proven", []match.Judged{{A: b.Digest, B: a.Digest, Is: atleast.Different}},
			[]string{"1 image a.jpg reference>", "2 image b.jpg reference>", "3 image other.jpg reference>"}},
		{"a person joins what was not", []match.Judged{{A: other.Digest, B: a.Digest, Is: atleast.Same}},
			[]string{"1 image a.jpg reference>", "1 image b.jpg resized>a.jpg", "1 image other.jpg judged_same>a.jpg"}},
		{"the later judgement counts", []match.Judged{{A: a.Digest, B: b.Digest, Is: atleast.Different}, {A: b.Digest, B: a.Digest, Is: atleast.Unsure}},
			[]string{"1 image a.jpg reference>", "1 image b.jpg resized>a.jpg", "2 image other.jpg reference>"}},
		{"apart stays apart by way of a third", []match.Judged{
			{A: a.Digest, B: b.Digest, Is: atleast.Different}, {A: a.Digest, B: other.Digest, Is: atleast.Same}, {A: b.Digest, B: other.Digest, Is: atleast.Same}},
			[]string{"1 image a.jpg reference>", "1 image other.jpg judged_same>a.jpg", "2 image b.jpg reference>"}},
	} {
		if diff := cmp.Diff(test.want, lines(match.Groups(entries, test.judged))); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

func TestEarliestIsReferenceAmongEquals(t *testing.T) {
	early := photo(t, "z.jpg", mangle.JPEG(mangle.Scene(1, 480, 320), 80))
	late := photo(t, "a.jpg", original(1))
	early.First = time.Date(2024, 8, 6, 0, 0, 0, 0, time.UTC)
	late.First = early.First.Add(time.Hour)
	got := match.Groups([]match.Entry{late, early}, nil)
	if got[0].Members[0].Path != "z.jpg" {
		t.Errorf("reference is %s, want the earlier z.jpg", got[0].Members[0].Path)
	}
}

// Flat and dark pictures look alike and prove nothing.
func TestPlainPicturesNeverMerge(t *testing.T) {
	var entries []match.Entry
	for i, e := range []float64{0.02, 0.03, 0.04} {
		img := mangle.Scene(uint64(i), 480, 320)
		for k, v := range img.Pix {
			if k%4 != 3 {
				img.Pix[k] = uint8(float64(v) * e)
			}
		}
		entries = append(entries, photo(t, fmt.Sprintf("dark%d.jpg", i), mangle.JPEG(img, 80)))
	}
	if got := match.Groups(entries, nil); len(got) != 3 {
		t.Errorf("%d groups of three dark pictures: %v", len(got), lines(got))
	}
}
