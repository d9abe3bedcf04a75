package atleast

import (
	"encoding/json"
	"fmt"
	"time"
)

// EventKind says what was done.
type EventKind string

// The kinds of event.
const (
	CaseOpened       EventKind = "case.opened"
	ItemPreserved    EventKind = "item.preserved"
	ItemFound        EventKind = "item.found" // bytes already kept were found in one more place
	ArchiveOpened    EventKind = "archive.opened"
	ClaimsRead       EventKind = "claims.read"
	FootageMatched   EventKind = "footage.matched"
	ScreenTextRead   EventKind = "screen.read"
	SightingCoded    EventKind = "sighting.coded"
	VerdictGiven     EventKind = "verdict.given"
	AssumptionNamed  EventKind = "assumption.named"
	TallyComputed    EventKind = "tally.computed"
	ReleasePublished EventKind = "release.published"
)

// Event is one entry of the ledger: who did what to what, when. What was done
// in full stays in the desk's record; the event holds its digest, so that a
// proof can be shown to a reader without showing the record.
type Event struct {
	Kind    EventKind `json:"kind"`
	Case    string    `json:"case,omitempty"`
	Subject string    `json:"subject"` // an item's digest, or the ID of a sighting, verdict or tally
	Record  Digest    `json:"record"`  // SHA-256 of the canonical JSON of what was recorded
	By      string    `json:"by"`
	At      time.Time `json:"at"`
}

// Validate says what is wrong with the event, or nil.
func (e Event) Validate() error {
	switch {
	case e.Kind == "":
		return fmt.Errorf("event: no kind")
	case e.Subject == "":
		return fmt.Errorf("event %s: no subject", e.Kind)
	case e.By == "":
		return fmt.Errorf("event %s of %s: who did it is empty", e.Kind, e.Subject)
	case e.At.IsZero():
		return fmt.Errorf("event %s of %s: no time", e.Kind, e.Subject)
	}
	return nil
}

// Leaf returns the bytes that the ledger hashes: the event as JSON with its
// time in UTC. The same event always gives the same bytes.
func (e Event) Leaf() ([]byte, error) {
	if err := e.Validate(); err != nil {
		return nil, err
	}
	e.At = e.At.UTC()
	return json.Marshal(e)
}
