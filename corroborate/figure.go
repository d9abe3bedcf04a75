package corroborate

import "github.com/atleast-desk/atleast"

// Figure is one number of one thing, with everyone who carries it. Two claims
// are the same figure when what they count, where and when agree, and so do
// their numbers: 102 is within "at least 100".
type Figure struct {
	ID         string           `json:"id"` // readable and stable: "capture-soldier-102"
	What       string           `json:"what"`
	Quantity   atleast.Quantity `json:"quantity"` // the sharpest statement among the carriers
	Scope      Scope            `json:"scope"`
	Carriers   []Carrier        `json:"carriers"`
	Denials    []Carrier        `json:"denials,omitempty"` // chains that say it is not so
	Origins    []Origin         `json:"origins"`
	AtLeast    int              `json:"at_least"` // independent origins that are proven
	AtMost     int              `json:"at_most"`  // independent origins there may be
	Apart      []Apart          `json:"apart,omitempty"`
	ApartSets  []ApartSet       `json:"apart_sets,omitempty"` // the same where the pairs are many
	LostHedges []LostHedge      `json:"lost_hedges,omitempty"`
	Cycles     [][]string       `json:"cycles,omitempty"`         // outlets that cite each other in a ring
	Clashes    []Clash          `json:"contradictions,omitempty"` // what people said that cannot all hold
}

// Carrier is one claim that carries a figure.
type Carrier struct {
	Report    string            `json:"report"` // the report's ID
	Name      string            `json:"name"`   // its outlet, or its file's name
	Published string            `json:"published,omitempty"`
	Claim     int               `json:"claim"`        // index among the report's claims
	ID        string            `json:"id,omitempty"` // the claim's ID, by which a verdict refers to it
	Quote     string            `json:"quote"`
	Quantity  atleast.Quantity  `json:"quantity"`
	Stance    atleast.Stance    `json:"stance"`
	Hedges    []string          `json:"hedges,omitempty"`
	Chain     []Link            `json:"chain"`
	Origin    int               `json:"origin"`           // index among the figure's origins
	Ties      []string          `json:"ties,omitempty"`   // why this chain ends where another one does, as the machine reads it
	Said      []Judged          `json:"said,omitempty"`   // what people said of it, or of its report, beside others of the figure
	Judged    atleast.Judgement `json:"judged,omitempty"` // right, where a person confirmed the reading
}

// LinkKind says what a link of a chain does.
type LinkKind string

// The links of a chain, in the order in which they stand.
const (
	ByReport  LinkKind = "report"
	ByRelay   LinkKind = "relay"
	BySpeaker LinkKind = "speaker"
)

// Link is one who passes a claim on, or the one who makes it.
type Link struct {
	Name string   `json:"name"`
	As   LinkKind `json:"as"`
}

// Origin is where one or more chains lead back to.
type Origin struct {
	Name    string     `json:"name"`            // the fullest name given; for an unknown one, its description
	Names   []string   `json:"names,omitempty"` // every name given, where there are several
	Kind    OriginKind `json:"kind"`
	Known   bool       `json:"known"`          // false where the chain breaks off before a name
	Role    string     `json:"role,omitempty"` // the word that says what it is, singular: "nurse"
	Side    string     `json:"side,omitempty"`
	Grounds string     `json:"grounds,omitempty"` // the words that show own work: "visuals it verified"
}

// OriginKind says what sort of origin it is.
type OriginKind string

// The kinds of origin.
const (
	Party     OriginKind = "party"    // a side of the event itself
	Official  OriginKind = "official" // an office or its holder
	Witness   OriginKind = "witness"  // somebody who was there
	Observer  OriginKind = "observer" // a monitor, aid body or expert who is no side of it
	OutletOwn OriginKind = "outlet"   // an outlet: its own work where Grounds says so, else its word
	Footage   OriginKind = "footage"  // work on pictures, recordings or satellite images
	Unknown   OriginKind = "unknown"
)

// LostHedge is a caution that was said upstream and dropped on the way: the
// carrier at To states flatly what the carrier at From hedged.
type LostHedge struct {
	From   int      `json:"from"` // indexes among the figure's carriers
	To     int      `json:"to"`
	Hedges []string `json:"hedges"`
}
