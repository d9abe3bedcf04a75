package atleast

// ReadClaim is a claim under the name by which verdicts and pages refer to it,
// and the item in whose text it stands.
type ReadClaim struct {
	Item Digest `json:"item"`
	ID   string `json:"id"` // half of the item's digest and where the claim stands in its text: "3fa9…-477-552"
	Claim
}
