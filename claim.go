package atleast

import "fmt"

// SpeakerKind says how a report names the one who speaks.
type SpeakerKind string

// The kinds of speaker.
const (
	Named    SpeakerKind = "named"     // a person or body with a name
	Group    SpeakerKind = "group"     // "Ukrainian authorities", "warfare experts"
	Unnamed  SpeakerKind = "unnamed"   // somebody speaks, and the report does not say who
	OwnVoice SpeakerKind = "own_voice" // the report says it itself
)

// Stance is how firmly a claim is put.
type Stance string

// The stances.
const (
	Asserted   Stance = "asserted"
	Hedged     Stance = "hedged"
	Denied     Stance = "denied"
	Promised   Stance = "promised"
	Disclaimer Stance = "disclaimer" // "could not independently verify the footage"
)

// Claim is what a report says somebody says. Every part of it stands in the
// report: Start and End are byte offsets into its text and Quote is exactly
// that text. What cannot be decided is left empty, never guessed.
type Claim struct {
	Report      string      `json:"report"` // the name of the report's file
	Start       int         `json:"start"`
	End         int         `json:"end"`
	Quote       string      `json:"quote"`
	Speaker     string      `json:"speaker"` // the fullest name the report gives; empty in its own voice
	SpeakerKind SpeakerKind `json:"speaker_kind"`
	Via         []string    `json:"via"` // relays between speaker and report, nearest to the speaker first
	Cue         string      `json:"cue"`
	Stance      Stance      `json:"stance"`
	Hedges      []string    `json:"hedges"`
	Spans       Spans       `json:"spans"`
	Quantity    *Quantity   `json:"quantity"`
	Event       string      `json:"event"` // the lemma of what happened: "capture"
	Place       *NamedPlace `json:"place"`
	Time        *NamedTime  `json:"time"`
	Why         []string    `json:"why"` // the rules that fired
}

// Spans are the words of a claim as they stand in the report, as byte offsets
// from and to; nil where absent.
type Spans struct {
	Source  *[2]int `json:"source"`
	Cue     *[2]int `json:"cue"`
	Content *[2]int `json:"content"`
}

// NamedPlace is a place as a report names it, with its position where the
// gazetteer knows one.
type NamedPlace struct {
	Text string   `json:"text"`
	Lat  *float64 `json:"lat"`
	Lon  *float64 `json:"lon"`
}

// NamedTime is a time as a report names it, with the days it covers
// ("2006-01-02"); an end is nil where it is open.
type NamedTime struct {
	Text string  `json:"text"`
	From *string `json:"from"`
	To   *string `json:"to"`
}

// Validate says what is wrong with the claim as read from text, or nil.
func (c Claim) Validate(text string) error {
	if c.Start < 0 || c.End < c.Start || c.End > len(text) {
		return fmt.Errorf("claim in %s: bytes %d to %d lie outside a text of %d bytes", c.Report, c.Start, c.End, len(text))
	}
	if text[c.Start:c.End] != c.Quote {
		return fmt.Errorf("claim in %s: bytes %d to %d are not the quoted words", c.Report, c.Start, c.End)
	}
	return nil
}
