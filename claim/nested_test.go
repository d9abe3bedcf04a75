package claim

import (
	"slices"
	"testing"
)

// TestNested gives what an outlet says that somebody said to whoever said it.
func TestNested(t *testing.T) {
	for _, c := range []struct {
		text, speaker string
		via           []string
	}{
		{"Reuters reported that Jane Roe said 12 barns burned.", "Jane Roe", []string{"Reuters"}},
		{"Jane Roe said 12 barns burned, according to Reuters.", "Jane Roe", []string{"Reuters"}},
		{"According to Reuters, Jane Roe told the BBC that 12 barns burned.", "Jane Roe", []string{"BBC", "Reuters"}},
		{"Reuters reported that 12 barns burned.", "Reuters", nil},
		{"Carl Holm feared that Jane Roe said 12 barns burned.", "Carl Holm", nil},
	} {
		for _, got := range Read(Report{Name: "invented", Text: c.text, Lang: "en"}) {
			if got.Speaker != c.speaker || !slices.Equal(got.Via, c.via) {
				t.Errorf("%q: %q via %q, want %q via %q", c.text, got.Speaker, got.Via, c.speaker, c.via)
			}
		}
	}
}

// TestBodies finds out which body "the ministry" is.
func TestBodies(t *testing.T) {
	saysOf(t, "The Interior Ministry opened an inquiry. The ministry said 12 barns burned.", "Interior Ministry", "12 barns")
	saysOf(t, "The Interior Ministry called the Defense Ministry. The ministry said 12 barns burned.", "The ministry", "12 barns")
	saysOf(t, "The Atomic Energy Agency sent a team. The agency said 12 rods were missing.", "Atomic Energy Agency", "12 rods")
}

// TestRefusedName keeps what is told of a source between commas apart from what it says.
func TestRefusedName(t *testing.T) {
	for _, c := range Read(Report{Name: "invented", Text: "A spokesman for the ministry, who asked not to be named, said 12 barns burned.", Lang: "en"}) {
		if c.Speaker == "12 barns burned" {
			t.Errorf("%q speaks", c.Speaker)
		}
	}
}
