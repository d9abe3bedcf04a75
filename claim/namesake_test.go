package claim

import "testing"

// TestNamesakes leaves a surname as it stands where two people bear it.
func TestNamesakes(t *testing.T) {
	for _, c := range []struct{ name, text, speaker string }{
		{"one", "Jane Roe left on Monday. Roe said 12 barns burned.", "Jane Roe"},
		{"two", "Jane Roe met John Roe on Monday. Roe said 12 barns burned.", "Roe"},
		{"the other comes later", "Jane Roe left on Monday. Roe said 12 barns burned.\nShe met John Roe.", "Jane Roe"},
		{"initial", "Jane Roe left on Monday. Jane P. Roe was late. Roe said 12 barns burned.", "Jane P. Roe"},
		{"named in full", "Jane Roe met John Roe on Monday. John Roe said 12 barns burned.", "John Roe"},
	} {
		t.Run(c.name, func(t *testing.T) { saysOf(t, c.text, c.speaker, "12 barns") })
	}
}
