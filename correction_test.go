package atleast

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestCorrection(t *testing.T) {
	low, high := 100.0, 300.0
	read := Claim{Speaker: "Officials", SpeakerKind: Unnamed, Via: []string{"A Wire"}, Spans: Spans{Source: &[2]int{0, 9}},
		Quantity: &Quantity{Text: "hundreds", Bound: Vague, Low: &low}}
	name, relays := "Ada Brunn", []string{"The Herald", "A Wire"}
	for what, test := range map[string]struct {
		c      Correction
		differ func(Claim) bool
	}{
		"speaker":  {Correction{Speaker: &name, Kind: Named}, func(c Claim) bool { return c.Speaker == name && c.SpeakerKind == Named && c.Spans.Source == nil }},
		"via":      {Correction{Via: &relays}, func(c Claim) bool { return slices.Equal(c.Via, relays) && c.Speaker == "Officials" }},
		"quantity": {Correction{Quantity: &Quantity{Bound: Range, Low: &low, High: &high}}, func(c Claim) bool { return c.Quantity.String() == "100 to 300" && c.Speaker == "Officials" }},
	} {
		if err := test.c.Validate(); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		if got := test.c.Of(read); !test.differ(got) {
			t.Errorf("%s: read as %+v", what, got)
		}
	}
	if read.Speaker != "Officials" || read.Spans.Source == nil {
		t.Error("what the machine read was changed")
	}
	minus, endless := -1.0, math.Inf(1)
	for what, c := range map[string]Correction{
		"nothing else":   {},
		"speaker_kind":   {Kind: "oracle"},
		"none that":      {Quantity: &Quantity{Bound: "nearly", Low: &low}},
		"needs its":      {Quantity: &Quantity{Bound: AtLeast, High: &high}},
		"above high":     {Quantity: &Quantity{Bound: Range, Low: &high, High: &low}},
		"-1 is not":      {Quantity: &Quantity{Bound: AtLeast, Low: &minus}},
		"+Inf is not":    {Quantity: &Quantity{Bound: AtMost, High: &endless}},
		"exact needs":    {Quantity: &Quantity{Bound: Exact, Low: &low}},
		"less_than need": {Quantity: &Quantity{Bound: LessThan, Low: &low}},
	} {
		if err := c.Validate(); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
