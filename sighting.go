package atleast

// Status is what the desk has concluded about the footage a sighting rests on.
type Status string

// The statuses of a footage. Only verified footage counts.
const (
	Verified      Status = "verified"
	Unverified    Status = "unverified"
	Misattributed Status = "misattributed" // real, but of another place, time or event
	Manipulated   Status = "manipulated"
)

// Statuses lists every status, in the order in which a form offers them.
func Statuses() []Status { return []Status{Unverified, Verified, Misattributed, Manipulated} }

// Sighting is what an analyst saw in a footage: at least Low and at most High
// (open where nil) of what, where and when.
type Sighting struct {
	ID      string  `json:"id"`
	Footage string  `json:"footage,omitempty"` // what it was seen in: the digest of the footage's reference, or a name
	Low     int64   `json:"low"`
	High    *int64  `json:"high,omitempty"`
	Status  Status  `json:"status"`
	Place   *Region `json:"place,omitempty"`
	Time    *Span   `json:"time,omitempty"`
	Kind    string  `json:"kind,omitempty"`
	Why     string  `json:"why,omitempty"` // grounds: what was seen, and how place and time were found
	By      string  `json:"by,omitempty"`
}

// Region is a disc on the ground that surely holds the place.
type Region struct {
	Lat     float64 `json:"lat"`      // degrees north, WGS 84
	Lon     float64 `json:"lon"`      // degrees east, WGS 84
	RadiusM float64 `json:"radius_m"` // metres
}
