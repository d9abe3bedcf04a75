package web

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/atleast-desk/atleast"
)

// readInstead is what the form offers for "wrong, and this is what it says"; it
// is recorded as wrong, with a correction.
const readInstead = "instead"

// claimForm begins a form for a verdict on a claim, filled in as it is read now.
func claimForm(c atleast.Claim, who string) *form {
	f := blank("judge", "by", who, "speaker", c.Speaker, "speaker_kind", string(c.SpeakerKind), "via", strings.Join(c.Via, "\n"))
	if q := c.Quantity; q != nil {
		f.Values.Set("bound", string(q.Bound))
		f.Values.Set("what", q.What)
		f.Values.Set("low", amountText(q.Low))
		if q.High != nil && (q.Low == nil || *q.High != *q.Low) {
			f.Values.Set("high", amountText(q.High))
		}
	}
	return f
}

// speakerKindPairs and boundPairs are what the form offers to choose from.
func speakerKindPairs() []option {
	var options []option
	for _, kind := range []atleast.SpeakerKind{atleast.Named, atleast.Group, atleast.Unnamed, atleast.OwnVoice} {
		options = append(options, option{Value: string(kind), Label: speakerKindWords[kind]})
	}
	return options
}

func boundPairs() []option {
	options := []option{{Value: "", Label: "no number"}}
	for _, bound := range []atleast.Bound{atleast.Exact, atleast.AtLeast, atleast.MoreThan, atleast.AtMost, atleast.LessThan, atleast.About, atleast.Range, atleast.Vague} {
		options = append(options, option{Value: string(bound), Label: strings.ReplaceAll(string(bound), "_", " ")})
	}
	return options
}

func amountText(n *float64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatFloat(*n, 'f', -1, 64)
}

// correction reads from the form in what a person's reading differs from the
// machine's.
func (f *form) correction(read atleast.Claim) *atleast.Correction {
	c := &atleast.Correction{}
	if speaker := f.Get("speaker"); speaker != read.Speaker {
		c.Speaker = &speaker
	}
	if kind := atleast.SpeakerKind(f.Get("speaker_kind")); kind != read.SpeakerKind {
		c.Kind = kind
	}
	if via := f.lines("via"); !slices.Equal(via, read.Via) && len(via)+len(read.Via) > 0 {
		c.Via = &via
	}
	if q := f.quantity(read.Quantity); q != nil && (read.Quantity == nil || !sameQuantity(*q, *read.Quantity)) {
		c.Quantity = q
	}
	if f.OK() && c.Empty() {
		f.Say("speaker", "This is what the machine read: change what it read wrongly")
	}
	return c
}

// lines reads one name a line; never nil.
func (f *form) lines(field string) []string {
	names := []string{}
	for line := range strings.Lines(f.Get(field)) {
		if name := strings.TrimSpace(line); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// quantity reads a number with its bound, at the place in the text where the
// machine read one; nil where no bound is chosen.
func (f *form) quantity(read *atleast.Quantity) *atleast.Quantity {
	bound := atleast.Bound(f.Get("bound"))
	if bound == "" {
		return nil
	}
	q := atleast.Quantity{}
	if read != nil {
		q = *read
	}
	q.Bound, q.What = bound, f.Get("what")
	low, high := f.amount("low"), f.amount("high")
	switch bound {
	case atleast.Exact, atleast.About:
		if high == nil {
			high = low
		}
	case atleast.AtMost, atleast.LessThan:
		if high == nil {
			low, high = nil, low // typed where the other bounds have theirs
		}
	case atleast.AtLeast, atleast.MoreThan, atleast.Range, atleast.Vague:
	}
	if q.Low, q.High = low, high; low == nil && high == nil && f.Wrong("low") == "" {
		f.Say("low", "Say which number it states")
	}
	return &q
}

// amount reads a number of at least zero, its thousands apart or not.
func (f *form) amount(field string) *float64 {
	typed := strings.NewReplacer(",", "", " ", "", "\u00a0", "", "\u202f", "").Replace(f.Get(field))
	if typed == "" {
		return nil
	}
	n, err := strconv.ParseFloat(typed, 64)
	if err != nil || !(n >= 0 && n <= math.MaxInt64/2) {
		f.Say(field, "“%s” is not a number of zero or more, such as 1,348", f.Get(field))
		return nil
	}
	return &n
}

// sameQuantity reports whether two say the same number of the same.
func sameQuantity(a, b atleast.Quantity) bool {
	return a.Bound == b.Bound && a.What == b.What && amountText(a.Low) == amountText(b.Low) && amountText(a.High) == amountText(b.High)
}
