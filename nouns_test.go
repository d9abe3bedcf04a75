package atleast

import (
	"strings"
	"testing"
	"time"
)

func TestDigest(t *testing.T) {
	d := DigestOf([]byte("at least"))
	again, err := ParseDigest(d.String())
	if err != nil || again != d {
		t.Errorf("%s is read as %s (%v)", d, again, err)
	}
	for _, bad := range []string{"", "ab", d.String()[1:], strings.Repeat("g", 64), d.String() + "00"} {
		if _, err := ParseDigest(bad); err == nil {
			t.Errorf("%q is taken for a digest", bad)
		}
	}
	if !(Digest{}).IsZero() || d.IsZero() {
		t.Error("IsZero confuses a digest with none")
	}
}

func TestCaseValidate(t *testing.T) {
	good := Case{ID: "kursk", Question: "How many?", Zone: "Europe/Kyiv", SpeedKMH: DefaultSpeedKMH}
	if err := good.Validate(); err != nil {
		t.Error(err)
	}
	for what, spoil := range map[string]func(*Case){
		"lower-case":    func(c *Case) { c.ID = "Kursk oblast" },
		"question":      func(c *Case) { c.Question = "" },
		"speed":         func(c *Case) { c.SpeedKMH = 0 },
		"zone":          func(c *Case) { c.Zone = "Mars/Olympus" },
		"two different": func(c *Case) { c.Exclude = [][]string{{"tank", "tank"}} },
	} {
		bad := good
		spoil(&bad)
		if err := bad.Validate(); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// A verdict without grounds or without a name is no verdict, and each subject
// has judgements of its own.
func TestVerdictValidate(t *testing.T) {
	good := []Verdict{
		{On: OnSighting, A: "s1", Is: Judgement(Verified), Why: "located", By: "m.r"},
		{On: OnPair, A: "s1", B: "s2", Is: Within, Why: "same faces of the houses", By: "m.r"},
		{On: OnItems, A: "a", B: "b", Is: Same, Why: "frame by frame", By: "m.r"},
		{On: OnClaim, A: "c1", Is: Wrong, Why: "the speaker is the other one", By: "m.r"},
		{On: OnClaim, A: "c1", Is: Wrong, Why: "the speaker is the other one", By: "m.r", Instead: &Correction{Kind: OwnVoice}},
		{On: OnClaims, A: "c1", B: "c2", Is: Different, Why: "of two days", By: "m.r"},
	}
	for _, v := range good {
		if err := v.Validate(); err != nil {
			t.Errorf("%+v: %v", v, err)
		}
	}
	for what, v := range map[string]Verdict{
		"want sighting":      {On: "weather", A: "s1", Is: Same, Why: "w", By: "b"},
		"none of":            {On: OnSighting, A: "s1", Is: Different, Why: "w", By: "b"},
		"no subject":         {On: OnClaim, Is: Right, Why: "w", By: "b"},
		"second of the pair": {On: OnPair, A: "s1", Is: Same, Why: "w", By: "b"},
		"two different":      {On: OnPair, A: "s1", B: "s1", Is: Same, Why: "w", By: "b"},
		"grounds":            {On: OnClaim, A: "c1", Is: Right, By: "b"},
		"that is wrong":      {On: OnClaim, A: "c1", Is: Right, Why: "w", By: "b", Instead: &Correction{Kind: Named}},
		"nothing else":       {On: OnClaim, A: "c1", Is: Wrong, Why: "w", By: "b", Instead: &Correction{}},
		"who gives it":       {On: OnClaim, A: "c1", Is: Right, Why: "w"},
	} {
		if err := v.Validate(); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// The leaf is what the ledger hashes: one event, one spelling.
func TestEventLeaf(t *testing.T) {
	at := time.Date(2024, 8, 14, 9, 0, 0, 0, time.FixedZone("EEST", 3*60*60))
	e := Event{Kind: SightingCoded, Case: "kursk", Subject: "s1", By: "m.r", At: at}
	here, err := e.Leaf()
	if err != nil {
		t.Fatal(err)
	}
	e.At = at.UTC()
	there, err := e.Leaf()
	if err != nil || string(here) != string(there) {
		t.Errorf("the same moment in another zone is another leaf:\n%s\n%s (%v)", here, there, err)
	}
	e.By = ""
	if _, err := e.Leaf(); err == nil {
		t.Error("an event that nobody did has a leaf")
	}
}

func TestClaimValidate(t *testing.T) {
	const text = "She said twelve left."
	good := Claim{Report: "r", Start: 9, End: 20, Quote: "twelve left"}
	if err := good.Validate(text); err != nil {
		t.Error(err)
	}
	for _, bad := range []Claim{
		{Start: 9, End: 20, Quote: "eleven left"},
		{Start: 20, End: 9, Quote: ""},
		{Start: 0, End: 99, Quote: text},
		{Start: -1, End: 3, Quote: "She"},
	} {
		if err := bad.Validate(text); err == nil {
			t.Errorf("%+v stands nowhere in the text and is valid", bad)
		}
	}
}

func TestQuantityString(t *testing.T) {
	n := func(f float64) *float64 { return &f }
	for want, q := range map[string]Quantity{
		"at least 247":               {Bound: AtLeast, Low: n(247)},
		"more than 483 square miles": {Bound: MoreThan, Low: n(483), Unit: "square mile"},
		"1 square mile":              {Bound: Exact, Low: n(1), High: n(1), Unit: "square mile"},
		"at most 3.5 percent":        {Bound: AtMost, High: n(3.5), Unit: "percent"},
		"3000 to 4000":               {Bound: Range, Low: n(3000), High: n(4000)},
		"about 50":                   {Bound: About, Low: n(50), High: n(50)},
		"hundreds":                   {Bound: Vague, Low: n(100), Text: "hundreds"},
		"less than 6 feet":           {Bound: LessThan, High: n(6), Unit: "foot"},
		"102":                        {Bound: Exact, Low: n(102), High: n(102)},
	} {
		if got := q.String(); got != want {
			t.Errorf("%+v prints as %q, want %q", q, got, want)
		}
	}
}
