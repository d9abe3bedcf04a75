// Package publish writes a release: one folder from which a reader who has
// nothing else can see the answer, the claims beside it, and check all of it.
// doc/formats/release.md describes the folder.
//
// A release holds no picture and no recording. Positions are widened as far as
// the proof allows, and analysts stand under numbers as whoever sent a message to
// a group or a letter does, unless it is asked otherwise; the certificate holds for the evidence as it is published.
package publish

import (
	"encoding/json"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count/check"
)

// Input is everything a release is made from.
type Input struct {
	Case       atleast.Case
	Evidence   atleast.Evidence
	Tally      atleast.Tally
	Counted    check.Options // what the tally was computed with
	Claims     []atleast.ReadClaim
	Figures    []Figure
	Ledger     string  // the verifier key of the desk's ledger; empty where no proofs are published
	Checkpoint []byte  // the ledger as it stands, a signed note
	Proofs     []Proof // of the sightings and verdicts that the floor rests on
	At         time.Time
	Show       Show
}

// Show is what redaction leaves standing because somebody asked for it.
type Show struct {
	Names     []string // analysts, and senders of messages and letters, who agreed to be named; all others become "analyst 1", "member 1" and so on
	Positions bool     // places as they were coded
}

// Proof is one entry of the ledger with the proof that it is in it.
type Proof struct {
	Leaf []byte // the event's bytes as the ledger hashed them
	Text []byte // c2sp.org/tlog-proof
}

// Figure is a claimed number as a release shows it beside the floor.
type Figure struct {
	ID       string          `json:"id"`
	Sentence string          `json:"sentence"` // the shortest honest sentence about it
	Label    string          `json:"label"`    // "at least 247"
	Low      *float64        `json:"low"`      // the numbers it allows; null is open
	High     *float64        `json:"high"`
	Reports  int             `json:"reports"`  // how many carry it
	AtLeast  int             `json:"at_least"` // independent origins
	AtMost   int             `json:"at_most"`
	Standing string          `json:"standing"` // to the floor: "shown", "partly shown", "not shown", "contradicted"
	Why      string          `json:"why"`
	Compared bool            `json:"compared"`         // it counts what the answer counts, so the two can be drawn side by side
	Detail   json.RawMessage `json:"figure,omitempty"` // all of it, as doc/formats/figure.md says
}

// The files of a release.
const (
	manifestFile    = "release.json"
	reportFile      = "report.html"
	evidenceFile    = "evidence.json"
	tallyFile       = "tally.json"
	certificateFile = "certificate.json"
	claimsFile      = "claims.jsonl"
	figuresFile     = "figures.json"
	sightingsSheet  = "sightings.csv"
	claimsSheet     = "claims.csv"
	mapFile         = "sightings.geojson"
	proofsFolder    = "proofs"
	checkpointFile  = proofsFolder + "/checkpoint"
	keyFile         = proofsFolder + "/vkey"

	// Sums is the file that holds the digests of all others.
	Sums = "SHA256SUMS"
)

// manifest is release.json: what the release is about and how it was counted.
type manifest struct {
	Format    string        `json:"format"`
	Case      atleast.Case  `json:"case"`
	Published time.Time     `json:"published"`
	Floor     *int64        `json:"floor"`
	Counted   counted       `json:"counted"`
	Ledger    string        `json:"ledger,omitempty"`
	Proofs    []provenEvent `json:"proofs"`
	Withheld  withheld      `json:"withheld"`
	Page      string        `json:"page"` // digest of the page that report.html was written with
}

// format names the version of the folder's layout.
const format = "atleast-release/1"

type counted struct {
	Unverified   bool `json:"unverified"`
	SingleReview bool `json:"single_review"`
}

// provenEvent is an entry of the ledger that proofs/ holds a proof of. Where
// Shown, its bytes are there too; else only their hash, because they name
// somebody who did not agree to it.
type provenEvent struct {
	Index   int64             `json:"index"`
	Kind    atleast.EventKind `json:"kind"`
	Subject string            `json:"subject"`
	Leaf    string            `json:"leaf"` // the leaf's hash in the Merkle tree, hexadecimal
	Shown   bool              `json:"shown"`
}

// withheld counts what redaction took out.
type withheld struct {
	Names     int      `json:"names"`             // analysts who stand under a number
	Members   int      `json:"members,omitempty"` // senders of messages and letters who stand under a number
	Positions int      `json:"positions"`         // sightings whose place was widened
	Exact     []string `json:"exact"`             // sightings whose place stands as coded, because the proof needs it
}

func (c counted) options() check.Options {
	return check.Options{Unverified: c.Unverified, SingleReview: c.SingleReview}
}
