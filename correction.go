package atleast

import (
	"fmt"
	"math"
)

// Correction is how a person reads a claim that the machine read wrongly. What
// is left out (nil, or no kind) was read rightly.
type Correction struct {
	Speaker  *string     `json:"speaker,omitempty"`      // who said it first; empty: the report says it itself
	Kind     SpeakerKind `json:"speaker_kind,omitempty"` // how the report names the speaker
	Via      *[]string   `json:"via,omitempty"`          // the relays, nearest to the speaker first
	Quantity *Quantity   `json:"quantity,omitempty"`     // the whole of it, as the report states it
}

// Empty reports whether the correction changes nothing.
func (c Correction) Empty() bool {
	return c.Speaker == nil && c.Kind == "" && c.Via == nil && c.Quantity == nil
}

// Validate says what is wrong with the correction, or nil.
func (c Correction) Validate() error {
	if c.Empty() {
		return fmt.Errorf("correction: it says nothing else than was read")
	}
	switch c.Kind {
	case "", Named, Group, Unnamed, OwnVoice:
	default:
		return fmt.Errorf("correction: speaker_kind %q: want named, group, unnamed or own_voice", c.Kind)
	}
	if c.Quantity != nil {
		return c.Quantity.validate()
	}
	return nil
}

// Of returns the claim as corrected. Words and offsets stay those of the report;
// the words that named another speaker name nobody any more.
func (c Correction) Of(claim Claim) Claim {
	if c.Speaker != nil {
		claim.Speaker, claim.Spans.Source = *c.Speaker, nil
	}
	if c.Kind != "" {
		claim.SpeakerKind = c.Kind
	}
	if c.Via != nil {
		claim.Via = *c.Via
	}
	if c.Quantity != nil {
		claim.Quantity = c.Quantity
	}
	return claim
}

// validate says what is wrong with a quantity that a person wrote, or nil.
func (q Quantity) validate() error {
	for _, n := range []*float64{q.Low, q.High} {
		if n != nil && !(*n >= 0 && *n < math.MaxInt64) {
			return fmt.Errorf("quantity: %v is not a number of zero or more", *n)
		}
	}
	low, high := q.Low != nil, q.High != nil
	stated := false
	switch q.Bound {
	case Exact, About, Range:
		stated = low && high
	case AtLeast, MoreThan, Vague:
		stated = low
	case AtMost, LessThan:
		stated = high
	default:
		return fmt.Errorf("quantity: bound %q is none that a report can put on a number", q.Bound)
	}
	switch {
	case !stated:
		return fmt.Errorf("quantity: %s needs its number", q.Bound)
	case low && high && *q.Low > *q.High:
		return fmt.Errorf("quantity: low, %v, is above high, %v", *q.Low, *q.High)
	}
	return nil
}
