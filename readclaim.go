package atleast

// ReadClaim is a claim under the name by which verdicts and pages refer to it,
// and the item in whose text it stands.
type ReadClaim struct {
	Item Digest `json:"item"`
	ID   string `json:"id"` // "3fa9c1d2e4b5-477-552": the item's short digest and where the claim stands in its text
	Claim
}
