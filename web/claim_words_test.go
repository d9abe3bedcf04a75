package web

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
)

func TestCorrectionWords(t *testing.T) {
	name, nobody := "Ada Brunn", ""
	relays := []string{"The Herald", "A Wire"}
	for want, c := range map[string]atleast.Correction{
		"speaker: Ada Brunn; named as: a person or body by name": {Speaker: &name, Kind: atleast.Named},
		"speaker: the report itself":                             {Speaker: &nobody},
		"via: The Herald, A Wire":                                {Via: &relays},
		"via: nobody":                                            {Via: &[]string{}},
		"number: at least 1,348 soldiers":                        {Quantity: &atleast.Quantity{Bound: atleast.AtLeast, Low: number(1348), What: "soldiers"}},
	} {
		if got := correctionWords(c); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Every judgement on every subject has words of its own.
func TestJudgementWords(t *testing.T) {
	for _, on := range []atleast.Subject{atleast.OnSighting, atleast.OnPair, atleast.OnItems, atleast.OnClaim, atleast.OnClaims, atleast.OnOrigins} {
		said := map[string]bool{}
		for _, j := range on.Judgements() {
			words := judgementWords(on, j)
			if words == "" || said[words] {
				t.Errorf("%s %s: %q", on, j, words)
			}
			said[words] = true
		}
	}
}

func TestAmount(t *testing.T) {
	for typed, want := range map[string]float64{"1,348": 1348, "1 348": 1348, "1\u00a0348": 1348, "483.5": 483.5, " 7 ": 7, "0": 0} {
		f := blank("x", "low", typed)
		if got := f.amount("low"); got == nil || *got != want {
			t.Errorf("%q: %v, want %v", typed, got, want)
		}
	}
	for _, typed := range []string{"many", "-1", "NaN", "Inf", "1e99", "0x"} {
		f := blank("x", "low", typed)
		if got := f.amount("low"); got != nil || f.OK() {
			t.Errorf("%q is taken as %v", typed, got)
		}
	}
}

// Whatever is typed into the form of a claim is a correction that can be
// recorded, or a problem.
func FuzzCorrection(f *testing.F) {
	f.Add("Ada Brunn", "named", "The Herald\nA Wire", "range", "1,348", "2000")
	f.Add("", "own_voice", "", "at_most", "", "7")
	f.Add("x", "", "\n\n", "vague", "NaN", "-1")
	read := atleast.Claim{Speaker: "Officials", SpeakerKind: atleast.Unnamed, Quantity: &atleast.Quantity{Bound: atleast.Vague, Text: "dozens", Low: number(12)}}
	f.Fuzz(func(t *testing.T, speaker, kind, via, bound, low, high string) {
		typed := &form{Values: url.Values{"speaker": {speaker}, "speaker_kind": {kind}, "via": {via}, "bound": {bound}, "low": {low}, "high": {high}}}
		c := typed.correction(read)
		v := atleast.Verdict{On: atleast.OnClaim, A: "c1", Is: atleast.Wrong, Why: "w", By: "b", Instead: c}
		if !typed.OK() || v.Validate() != nil {
			return // the page says so
		}
		if got := c.Of(read); got.Speaker == read.Speaker && got.SpeakerKind == read.SpeakerKind && slices.Equal(got.Via, read.Via) && sameQuantity(*got.Quantity, *read.Quantity) {
			t.Fatalf("a correction that changes nothing: %+v", *c)
		}
	})
}

func TestBesideQuote(t *testing.T) {
	text := strings.Repeat("Ї", 300) + "QUOTE" + strings.Repeat("ї", 300)
	start := strings.Index(text, "QUOTE")
	before, after := besideQuote(text, start, start+5)
	if !utf8.ValidString(before) || !utf8.ValidString(after) || len(before) > wordsAround || len(after) > wordsAround || len(before) < wordsAround-4 {
		t.Errorf("%d and %d bytes, %q, %q", len(before), len(after), before, after)
	}
	if before, after := besideQuote("short", 0, 5); before+after != "" {
		t.Errorf("%q, %q beside the whole text", before, after)
	}
	for _, outside := range [][2]int{{-1, 3}, {4, 2}, {0, 6}} {
		if before, after := besideQuote("short", outside[0], outside[1]); before+after != "" {
			t.Errorf("%v: %q, %q", outside, before, after)
		}
	}
}

// An item is found by what another page calls it, also where names repeat.
func TestItemCalled(t *testing.T) {
	items := []atleast.Item{{Name: "a.jpg", Digest: atleast.DigestOf([]byte("1"))}, {Name: "b.jpg", Digest: atleast.DigestOf([]byte("2"))}, {Name: "a.jpg", Digest: atleast.DigestOf([]byte("3"))}}
	for i, item := range items {
		if got, found := itemCalled(items, callOf(items, item)); !found || got.Digest != item.Digest {
			t.Errorf("item %d, called %q, is found as %s", i, callOf(items, item), got.Digest.Short())
		}
		if got, found := itemCalled(items, strings.ToUpper(item.Digest.String())); !found || got.Digest != item.Digest {
			t.Errorf("item %d is not found by its digest in capitals", i)
		}
	}
	for _, asked := range []string{"c.jpg", items[1].Digest.String()[:4], "zzzzzzzz"} {
		if got, found := itemCalled(items, asked); found {
			t.Errorf("%q is found as %s", asked, got.Name)
		}
	}
}
