package atleast

// Evidence is everything a tally is computed from: the input of
// "atleast count". doc/formats/evidence.md describes its JSON.
type Evidence struct {
	Case        string        `json:"case"`
	What        string        `json:"what"`
	Zone        string        `json:"zone,omitempty"`      // IANA zone of bare dates; UTC where empty
	SpeedKMH    float64       `json:"speed_kmh,omitempty"` // DefaultSpeedKMH where zero
	Sightings   []Sighting    `json:"sightings"`
	Exclusive   [][2]string   `json:"exclusive,omitempty"`
	Verdicts    []PairVerdict `json:"verdicts,omitempty"`
	Assumptions []Assumption  `json:"assumptions,omitempty"`
}

// MostPeople is the greatest low or high a sighting may state. It is above the
// number of people who ever lived, and keeps every sum within 64 bits.
const MostPeople = 1_000_000_000_000

// PairVerdict is what people concluded about a pair of sightings, with
// everyone who concluded it.
type PairVerdict struct {
	A   string    `json:"a"`
	B   string    `json:"b"`
	Is  Judgement `json:"is"`
	Why string    `json:"why,omitempty"`
	By  []string  `json:"by,omitempty"`
}

// Assumption is a named set of pairs taken as different without a verdict. It
// never enters the strict floor: each has a floor of its own.
type Assumption struct {
	Name  string      `json:"name"`
	Pairs [][2]string `json:"pairs"`
}
