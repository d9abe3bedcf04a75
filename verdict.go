package atleast

import (
	"fmt"
	"time"
)

// Subject says what a verdict is about.
type Subject string

// The subjects of a verdict.
const (
	OnSighting Subject = "sighting" // A is a sighting: is the footage it rests on verified?
	OnPair     Subject = "pair"     // A and B are sightings: do they show the same people?
	OnItems    Subject = "items"    // A and B are items (digests): do they show the same recording?
	OnClaim    Subject = "claim"    // A is a claim: was it read rightly?
	OnClaims   Subject = "claims"   // A and B are claims: do they give the same figure?
	OnOrigins  Subject = "origins"  // A and B are claims of one figure: do they go back to the same origin?
)

// Judgement is what a verdict concludes.
type Judgement string

// The judgements. On a sighting: one of the statuses. On a claim: right or
// wrong. On a pair: the rest.
const (
	Same      Judgement = "same"      // exactly the same people, recording, figure or origin
	Within    Judgement = "within"    // everyone in A is also in B
	Different Judgement = "different" // A and B share nobody, or are two recordings, figures or origins
	Unsure    Judgement = "unsure"    // looked at, and undecided
	Right     Judgement = "right"
	Wrong     Judgement = "wrong"
)

// Judgements lists what may be concluded about the subject.
func (s Subject) Judgements() []Judgement {
	switch s {
	case OnSighting:
		var js []Judgement
		for _, status := range Statuses() {
			js = append(js, Judgement(status))
		}
		return js
	case OnPair:
		return []Judgement{Different, Same, Within, Unsure}
	case OnItems, OnClaims, OnOrigins:
		return []Judgement{Same, Different, Unsure}
	case OnClaim:
		return []Judgement{Right, Wrong}
	}
	return nil
}

// Verdict is one person's recorded judgement with its grounds. The same
// person's later verdict on the same subject supersedes the earlier one; none
// is erased.
type Verdict struct {
	ID   string    `json:"id"`
	Case string    `json:"case"`
	On   Subject   `json:"on"`
	A    string    `json:"a"`
	B    string    `json:"b,omitempty"`
	Is   Judgement `json:"is"`
	Why  string    `json:"why"`
	By   string    `json:"by"`
	At   time.Time `json:"at"`

	// Instead is how a claim judged wrong is to be read; nil where it is not to
	// be read at all.
	Instead *Correction `json:"instead,omitempty"`
}

// Validate says what is wrong with the verdict, or nil.
func (v Verdict) Validate() error {
	allowed := v.On.Judgements()
	if allowed == nil {
		return fmt.Errorf("verdict: on %q: want sighting, pair, items, claim, claims or origins", v.On)
	}
	known := false
	for _, j := range allowed {
		known = known || j == v.Is
	}
	pair := v.On == OnPair || v.On == OnItems || v.On == OnClaims || v.On == OnOrigins
	switch {
	case !known:
		return fmt.Errorf("verdict on %s %s: %q is none of %q", v.On, v.A, v.Is, allowed)
	case v.A == "":
		return fmt.Errorf("verdict: no subject")
	case pair && v.B == "":
		return fmt.Errorf("verdict on %s: the second of the pair is missing", v.A)
	case pair && v.A == v.B:
		return fmt.Errorf("verdict on %s: a pair needs two different subjects", v.A)
	case v.Why == "":
		return fmt.Errorf("verdict on %s: its grounds are empty; say what was compared and what was seen", v.A)
	case v.By == "":
		return fmt.Errorf("verdict on %s: who gives it is empty", v.A)
	case v.Instead == nil:
		return nil
	case v.On != OnClaim || v.Is != Wrong:
		return fmt.Errorf("verdict on %s: only of a claim that is wrong can be said what it says instead", v.A)
	}
	return v.Instead.Validate()
}
