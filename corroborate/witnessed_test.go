package corroborate

import (
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

// What a report tells of a witness's doings in its own voice is that witness's
// word, unless the witness is told to have learned it.
func TestByWitness(t *testing.T) {
	for text, want := range map[string]string{
		"Nan Whitlow, a baker who opens at four, counted 17 men at the wall.":                 "Nan Whitlow",
		"Ole Brandt, 71, a fisherman, saw the squall come. He brought in 17 men.":             "Ole Brandt",
		"Eva Lund, the postwoman of Marl, who watched the slope, pulled 17 men from the mud.": "Eva Lund",
		"Nan Whitlow, a baker who opens at four, had read in the Argus of 17 men.":            "",
		"Nan Whitlow, the finance minister, gave 17 men a medal.":                             "",
		"Nobody at the wall counted 17 men.":                                                  "",
	} {
		at := strings.Index(text, "17 men")
		n := 17.0
		c := atleast.Claim{Start: at, End: at + 6, Quote: "17 men", SpeakerKind: atleast.OwnVoice,
			Quantity: &atleast.Quantity{Start: at, End: at + 6, Bound: atleast.Exact, Low: &n, High: &n, What: "men"}}
		figures := Figures([]Report{{ID: "r", Text: text, Claims: []atleast.ReadClaim{{Claim: c}}}}, Options{})
		got := ""
		if o := figures[0].Origins[0]; o.Kind == Witness {
			got = o.Name
		}
		if got != want {
			t.Errorf("%s\nwitness %q, want %q", text, got, want)
		}
	}
}

func TestRetold(t *testing.T) {
	told := func(id, text, words, event string, n float64) Report {
		at := strings.Index(text, words)
		q := &atleast.Quantity{Start: at, End: at + len(words), Bound: atleast.Exact, Low: &n, High: &n, What: "guests"}
		return Report{ID: id, Published: "2031-07-04", Text: text, Claims: []atleast.ReadClaim{{Claim: atleast.Claim{Start: at, End: at + len(words), Quote: words, Event: event, Quantity: q}}}}
	}
	fell := told("a", "On the pier at Corbin 64 guests fell into the sea.", "64 guests", "fall", 64)
	for _, tc := range []struct {
		name    string
		other   Report
		figures int
	}{
		{"another word for it", told("b", "Off Corbin 64 guests went into the water.", "64 guests", "go", 64), 1},
		{"another number", told("b", "Off Corbin 65 guests went into the water.", "65 guests", "go", 65), 2},
		{"another topic", told("b", "Off Halden 64 guests went into the water.", "64 guests", "go", 64), 2},
	} {
		if got := len(Figures([]Report{fell, tc.other}, Options{})); got != tc.figures {
			t.Errorf("%s: %d figures, want %d", tc.name, got, tc.figures)
		}
	}
	captured := told("a", "At Corbin 64 guests were captured.", "64 guests", "capture", 64)
	released := told("b", "At Corbin 64 guests were released.", "64 guests", "release", 64)
	if got := len(Figures([]Report{captured, released}, Options{})); got != 2 {
		t.Errorf("capture and release: %d figures, want 2", got)
	}
}
